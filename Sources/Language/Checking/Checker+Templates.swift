import Source

// Whole templates, with inheritance flattened.
extension Checker {
  /// Checks the template `name` of `templates` as a page of its own.
  package func checkTemplate(_ name: String, among templates: [String: Template]) -> CheckedProgram
  {
    self.templates = templates
    guard let template = templates[name] else { return CheckedProgram() }
    let start = state
    var body: [CheckedStatement]
    var rounds = 0
    repeat {
      state = start
      hasWidened = false
      rounds += 1
      position.openTemplates = [name]
      body = checkWhole(template)
      checkTypedMacros()
    } while hasWidened && rounds < Self.mostRounds
    if dialect == .html, context.state != .text {
      reportContext(
        .unfinishedPage(
          context.wording, at: Location(template.file, SourceRange(at: template.file.bytes.count)),
          opening: position.opening))
    }
    reportSilentFault()
    return CheckedProgram(body: body, frames: frames, routines: routines)
  }

  /// Each round settles at least one member of a namespace.
  private static let mostRounds = 20

  /// Checks a template in the place of its name.
  func checkWhole(_ template: Template) -> [CheckedStatement] {
    file = template.file
    guard let parent = template.extends else {
      for statement in template.body { collectBlocks(statement) }
      return check(template.body)
    }
    var statements: [CheckedStatement] = template.leading.isEmpty ? [] : [.text(template.leading)]
    let offered = blockNames(of: templates[parent.name])
    for statement in template.body {
      switch statement.form {
      case .block(let block):
        collectBlocks(statement)
        if let offered, !offered.contains(block.name.name) {
          report(
            .unknownBlock(block.name.name, among: offered.sorted(), at: place(block.name.range)))
        }
      case .set, .setMember, .capture, .macro, .import, .from: statements += check([statement])
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: report(.textOutsideBlocks(at: self.place(statement.range)))
      }
    }
    let place = place(parent.range)
    guard let parentTemplate = opened(parent.name, at: place) else { return statements }
    chain.append(Note(Wording(zh: "在这里继承", en: "extended here"), at: place))
    let body = checkWhole(parentTemplate)
    chain.removeLast()
    position.openTemplates.removeLast()
    return statements + body
  }

  /// Enters the blocks of a statement behind those of more derived templates.
  private func collectBlocks(_ statement: Statement) {
    if case .block(let block) = statement.form {
      position.blocks[block.name.name, default: []]
        .append(BlockBody(block: block, file: file, chain: chain))
    }
    for inner in statement.children { collectBlocks(inner) }
  }

  /// The template of that name, entered into the chain, or nil after a finding.
  func opened(_ name: String, at place: Location) -> Template? {
    guard let template = templates[name] else {
      report(.unknownTemplate(name, among: templates.keys.sorted(), at: place))
      return nil
    }
    guard !position.openTemplates.contains(name) else {
      report(.templateCycle(name, at: place))
      return nil
    }
    guard mayExpand(at: place) else { return nil }
    position.openTemplates.append(name)
    return template
  }

  /// Notes that a template or macro takes the place of its name, unless there are too many.
  func mayExpand(at place: Location) -> Bool {
    expansions += 1
    let fits = frames[position.frame].variableCount < Self.mostVariables
    guard expansions <= Self.mostExpansions, fits, chain.count < 100 else {
      report(.tooManyTemplates(at: place))
      hasFaults = true
      return false
    }
    return true
  }

  private static let mostExpansions = 10_000
  /// Registers are counted in sixteen bits.
  private static let mostVariables = 20_000

  /// The blocks that a template and its ancestors offer; nil without a template.
  private func blockNames(of template: Template?) -> Set<String>? {
    guard var current = template else { return nil }
    var names: Set<String> = []
    for _ in 0..<50 {
      names.formUnion(Self.blockNames(in: current.body))
      guard let parent = current.extends.flatMap({ templates[$0.name] }) else { break }
      current = parent
    }
    return names
  }

  private static func blockNames(in statements: [Statement]) -> Set<String> {
    var names: Set<String> = []
    for statement in statements {
      if case .block(let block) = statement.form { names.insert(block.name.name) }
      names.formUnion(blockNames(in: statement.children))
    }
    return names
  }
}

// MARK: - Starting again

extension Checker {
  /// All that a check changes.
  struct State {
    let schema: Schema
    let diagnostics: [Diagnostic]
    let position: Position
    let frames: [Frame]
    let expansions: Int
    let silentFault: Location?
    let flags: [Bool]
  }

  var state: State {
    get {
      State(
        schema: schema, diagnostics: diagnostics, position: position, frames: frames,
        expansions: expansions, silentFault: silentFault,
        flags: [hasFaults, readsToday, reachesOutside])
    }
    set {
      schema = newValue.schema
      diagnostics = newValue.diagnostics
      position = newValue.position
      position.home = Home(depth: 1)
      frames = newValue.frames
      routines = []
      instances = []
      typedMacros = []
      literalShapes = [:]
      expansions = newValue.expansions
      silentFault = newValue.silentFault
      (hasFaults, readsToday, reachesOutside) = (
        newValue.flags[0], newValue.flags[1], newValue.flags[2]
      )
    }
  }
}
