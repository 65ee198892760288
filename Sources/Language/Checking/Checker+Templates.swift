import Source

// Whole templates: inheritance flattened, includes put in their place.
extension Checker {
  /// Checks the template `name` of `templates` as a page of its own.
  package func checkTemplate(_ name: String, among templates: [String: Template]) -> CheckedProgram
  {
    self.templates = templates
    guard let template = templates[name] else { return CheckedProgram(body: [], variables: 0) }
    openTemplates = [name]
    let body = checkWhole(template)
    if dialect == .html, context.state != .text {
      reportContext(
        .unfinishedPage(
          context.wording, at: Location(template.file, SourceRange(at: template.file.bytes.count))))
    }
    reportSilentFault()
    return CheckedProgram(body: body, variables: variableCount)
  }

  private func checkWhole(_ template: Template) -> [CheckedStatement] {
    file = template.file
    guard let parent = template.extends else { return check(template.body) }
    let place = place(parent.range)
    var statements: [CheckedStatement] = template.leading.isEmpty ? [] : [.text(template.leading)]
    var known: [(Identifier, SourceFile)] = []
    for statement in template.body {
      switch statement.form {
      case .block(let block):
        collect(block, from: template.file)
        known.append((block.name, template.file))
      case .set: statements += check([statement])
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: report(.textOutsideBlocks(at: self.place(statement.range)))
      }
    }
    guard let parentTemplate = opened(parent.name, at: place) else { return statements }
    let names = blockNames(of: parentTemplate)
    for (block, file) in known where !names.contains(block.name) {
      report(.unknownBlock(block.name, among: names.sorted(), at: Location(file, block.range)))
    }
    chain.append(Note(Wording(zh: "在这里继承", en: "extended here"), at: place))
    let body = checkWhole(parentTemplate)
    chain.removeLast()
    openTemplates.removeLast()
    return statements + body
  }

  private func collect(_ block: Statement.Block, from file: SourceFile) {
    overrides[block.name.name, default: []]
      .append(BlockBody(block: block, file: file, chain: chain))
    for statement in block.body {
      if case .block(let inner) = statement.form { collect(inner, from: file) }
    }
  }

  /// The template of that name, entered into the chain, or nil after a finding.
  private func opened(_ name: String, at place: Location) -> Template? {
    guard let template = templates[name] else {
      report(.unknownTemplate(name, among: templates.keys.sorted(), at: place))
      return nil
    }
    guard !openTemplates.contains(name) else {
      report(.templateCycle(name, at: place))
      return nil
    }
    expansions += 1
    guard expansions <= Self.mostExpansions, openTemplates.count < 100 else {
      if expansions == Self.mostExpansions + 1 { report(.tooManyTemplates(at: place)) }
      return nil
    }
    openTemplates.append(name)
    return template
  }

  private static let mostExpansions = 10_000

  /// The blocks that a template and its ancestors offer.
  private func blockNames(of template: Template) -> Set<String> {
    var names: Set<String> = []
    var template: Template? = template
    var seen = 0
    while let current = template, seen < 50 {
      names.formUnion(Self.blockNames(in: current.body))
      template = current.extends.flatMap { templates[$0.name] }
      seen += 1
    }
    return names
  }

  private static func blockNames(in statements: [Statement]) -> Set<String> {
    var names: Set<String> = []
    for statement in statements {
      switch statement.form {
      case .block(let block): names.formUnion(blockNames(in: block.body).union([block.name.name]))
      case .if(let branches, let otherwise):
        for branch in branches { names.formUnion(blockNames(in: branch.body)) }
        names.formUnion(blockNames(in: otherwise ?? []))
      case .for(let loop): names.formUnion(blockNames(in: loop.body + (loop.otherwise ?? [])))
      default: continue
      }
    }
    return names
  }

  // MARK: Blocks

  func checkBlock(_ block: Statement.Block, opening: SourceRange) -> [CheckedStatement] {
    let chosen =
      overrides[block.name.name]?.first ?? BlockBody(block: block, file: file, chain: chain)
    if block.isRequired, overrides[block.name.name] == nil {
      report(.requiredBlock(block.name.name, at: place(block.name.range)))
    }
    let start = context
    let outerFile = file
    let outerScopes = scopes
    let outerFlow = flow
    // Without `scoped` a block does not see the variables of the loops around it.
    if !block.isScoped { scopes.removeAll { $0.isLoop || $0.isBlock } }
    scopes.append(Scope(isBlock: true))
    let outerChain = chain
    (file, chain) = (chosen.file, chosen.chain)
    let body = check(chosen.block.body)
    (file, chain) = (outerFile, outerChain)
    scopes = outerScopes
    flow = outerFlow
    if context.returned(to: start) == nil {
      reportContext(
        .contextsDiffer(
          start.wording, context.wording,
          at: Location(chosen.file, chosen.block.name.range),
          what: Wording(zh: "块的开头和结尾", en: "the start and the end of the block")))
      context = start
    }
    return body
  }

  // MARK: Includes

  func checkInclude(_ include: Statement.Include, opening: SourceRange) -> [CheckedStatement] {
    let known = include.names.first { templates[$0.name] != nil }
    guard let (name, range) = known ?? include.names.first else { return [] }
    if known == nil, include.ignoresMissing { return [] }
    let place = place(range)
    var assignments: [CheckedStatement] = []
    let bindings = include.bindings.map { binding in (binding.name, check(binding.value)) }
    guard let template = opened(name, at: place) else { return [] }
    defer { openTemplates.removeLast() }
    let outer = (file, scopes, flow, overrides)
    if !include.seesScope { scopes = [] }
    // Jinja hands `loop` on only where the loop's body happens to mention it.
    for index in scopes.indices { scopes[index].names["loop"] = nil }
    scopes.append(Scope())
    for (name, value) in bindings {
      let variable = newVariable()
      scopes[scopes.count - 1].names[name.name] = .variable(variable)
      flow.assign(variable, value.type)
      if value.type != .unknown { assignments.append(.assign(variable: variable, value)) }
    }
    chain.append(Note(Wording(zh: "在这里引入", en: "included here"), at: place))
    overrides = [:]
    let start = context
    let body = checkWhole(template)
    chain.removeLast()
    (file, scopes, flow, overrides) = outer
    if context.returned(to: start) == nil {
      reportContext(
        .contextsDiffer(
          start.wording, context.wording, at: place,
          what: Wording(zh: "引入的模板的开头和结尾", en: "the start and the end of the included template")))
      context = start
    }
    return assignments + body
  }
}

/// A program after checking, ready to be compiled.
package struct CheckedProgram: Sendable {
  let body: [CheckedStatement]
  let variables: Int
}
