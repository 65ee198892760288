import Source

// Templates put into others, and templates whose macros are used.
extension Checker {
  func checkInclude(_ include: Statement.Include, opening: SourceRange) -> [CheckedStatement] {
    let known = include.names.first { templates[$0.name] != nil }
    guard let reference = known ?? include.names.first else { return [] }
    let bindings = include.bindings.map { binding in (binding.name, check(binding.value)) }
    if known == nil, include.ignoresMissing { return [] }
    let place = place(reference.range)
    if known == nil, 1 < include.names.count {
      report(.noTemplateOf(include.names.map(\.name), at: place))
      hasFaults = true
      return []
    }
    guard let template = opened(reference.name, at: place) else { return [] }
    var inner = position
    position.openTemplates.removeLast()
    if !include.seesScope { inner.scopes = [globalScope()] }
    // Jinja hands `loop` on only where the loop's body happens to mention it.
    for index in inner.scopes.indices { inner.scopes[index].names["loop"] = nil }
    inner.scopes.append(Scope())
    inner.chain.append(Note(Wording(zh: "在这里引入", en: "included here"), at: place))
    (inner.blocks, inner.openBlocks, inner.loopStart) = ([:], [], nil)
    inner.home = Home(depth: inner.scopes.count)
    var assignments: [CheckedStatement] = []
    for (name, value) in bindings {
      let variable = newVariable()
      inner.scopes[inner.scopes.count - 1].names[name.name] = .variable(variable)
      inner.flow.assign(variable, value.type)
      if value.type != .unknown { assignments.append(.assign(variable: variable, value)) }
    }
    return assignments + checkIncluded(template, at: inner, place)
  }

  private func checkIncluded(_ template: Template, at inner: Position, _ place: Location)
    -> [CheckedStatement]
  {
    let start = context
    var end = start
    var hasLostContext = false
    let body = at(inner) {
      defer {
        end = context
        hasLostContext = self.hasLostContext
      }
      return checkWhole(template)
    }
    flow.forgetMutable()
    self.hasLostContext = hasLostContext
    if end.returned(to: start) == nil {
      reportContext(
        .contextsDiffer(
          start.wording, end.wording, at: place,
          what: Wording(zh: "引入的模板的开头和结尾", en: "the start and the end of the included template")))
    } else {
      context = end
    }
    return body
  }
}

// MARK: - Modules

/// A template whose macros and values another uses.
struct Module {
  let name: String
  let names: [String: Scope.Binding]
  /// The frame in whose registers its values are.
  let frame: Int
}

extension Checker {
  /// `import … as`: all that a template defines, behind one name.
  func checkImport(_ reference: Statement.Reference, as alias: Identifier) -> [CheckedStatement] {
    guard let (module, statements) = module(reference) else {
      define(alias.name, as: .faulty)
      return []
    }
    define(alias.name, as: .module(module))
    return statements
  }

  /// `from … import`: some of what a template defines.
  func checkFrom(
    _ reference: Statement.Reference, names: [(name: Identifier, alias: Identifier)]
  ) -> [CheckedStatement] {
    guard let (module, statements) = module(reference) else {
      for (_, alias) in names { define(alias.name, as: .faulty) }
      return []
    }
    for (name, alias) in names {
      guard let binding = module.names[name.name] else {
        report(
          .notInModule(
            name.name, of: module.name, among: module.names.keys.sorted(), at: place(name.range)))
        define(alias.name, as: .faulty)
        continue
      }
      define(alias.name, as: binding)
    }
    return statements
  }

  private func module(_ reference: Statement.Reference) -> (Module, [CheckedStatement])? {
    let place = place(reference.range)
    guard let template = opened(reference.name, at: place) else { return nil }
    var inner = position
    position.openTemplates.removeLast()
    if let parent = template.extends {
      report(
        .importedChild(reference.name, at: place, extends: Location(template.file, parent.range)))
      return nil
    }
    inner.scopes = [globalScope(), Scope()]
    inner.chain.append(Note(Wording(zh: "在这里导入", en: "imported here"), at: place))
    (inner.blocks, inner.openBlocks, inner.loopStart) = ([:], [], nil)
    (inner.context, inner.home) = (EscapeContext(), Home(depth: 2))
    var names: [String: Scope.Binding] = [:]
    var after = flow
    let body = at(inner) {
      let body = checkWhole(template)
      names = scopes[1].names.filter { !$0.key.hasPrefix("_") }
      after = flow
      return body
    }
    flow = after
    let onlyDefines = body.allSatisfy { if case .text = $0 { true } else { false } }
    return (
      Module(name: reference.name, names: names, frame: position.frame),
      onlyDefines ? [] : [.discard(body)]
    )
  }

  /// The value `name` of a module, or a finding.
  func moduleMember(_ name: Identifier, of module: Module, at place: Location) -> CheckedExpression
  {
    let namePlace = self.place(name.range)
    switch module.names[name.name] {
    case .variable(let variable)?:
      guard module.frame == position.frame, let type = flow.assigned[variable] else {
        return faulty(.contextInMacro(name.name, at: namePlace))
      }
      return CheckedExpression(type, .variable(variable), at: place)
    case .macro?: return faulty(.macroWithoutCall(name.name, at: namePlace))
    case nil:
      return faulty(
        .notInModule(
          name.name, of: module.name, among: module.names.keys.sorted(), at: namePlace))
    default: return faulty(.notCallable(at: namePlace))
    }
  }

  /// The names that every template sees.
  func globalScope() -> Scope {
    Scope(names: globals.mapValues { .global($0.variable, $0.type) })
  }

  /// Gives a name in the innermost scope its meaning.
  func define(_ name: String, as binding: Scope.Binding) {
    scopes[scopes.count - 1].names[name] = binding
    if scopes.count == position.home.depth { position.home.names[name] = binding }
  }
}
