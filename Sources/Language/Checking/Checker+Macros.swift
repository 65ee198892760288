import Source

// Macros: checked for each combination of argument types once, and run in a frame of their own.
extension Checker {
  func checkMacro(_ macro: Statement.Macro) -> [CheckedStatement] {
    if case .macro(let first)? = scopes[scopes.count - 1].names[macro.name.name],
      first.file === file
    {
      report(
        .duplicateMacro(
          macro.name.name, at: place(macro.name.range),
          first: Location(first.file, first.statement.name.range)))
      return []
    }
    let definition = MacroDefinition(macro, at: position)
    define(macro.name.name, as: .macro(definition))
    // A type that does not exist is told also where nobody uses the macro.
    let types = macro.parameters.compactMap(\.type).compactMap { declared($0) }
    if types.count == macro.parameters.count { typedMacros.append((definition, position)) }
    return []
  }

  /// Checks the macros whose types are all declared, also those that nobody uses.
  func checkTypedMacros() {
    for (definition, position) in typedMacros where !definition.isChecked {
      let before = (diagnostics.count, hasFaults, silentFault)
      at(position) {
        context = EscapeContext()
        let types = definition.statement.parameters.map { $0.type.flatMap { declared($0) } }
        guard !types.contains(where: { $0 == nil }) else { return }
        isTrial = true
        _ = instance(of: definition, types, nil, at: place(definition.statement.name.range))
        isTrial = false
      }
      // What is left open without a finding is the body that a use would give.
      if diagnostics.count == before.0 { (hasFaults, silentFault) = (before.1, before.2) }
    }
  }

  /// The statements that run a macro on the arguments, or nil after a finding.
  func use(
    _ definition: MacroDefinition, _ name: Identifier, _ arguments: [Argument], with call: CallBody?
  ) -> [CheckedStatement]? {
    guard
      let values = matched(
        arguments, to: definition.statement.parameters, of: name, definition.file)
    else { return nil }
    let types = values.map { $0?.type }
    guard let routine = instance(of: definition, types, call, at: place(name.range)) else {
      return nil
    }
    flow.forgetMutable()
    let frame: CheckedCall.Frame = call == nil ? .own : .ownWithCaller
    return [
      .run(
        CheckedCall(
          routine: routine,
          arguments: values.map { $0 ?? constant(.none, .none, at: place(name.range)) },
          frame: frame, place: place(name.range)))
    ]
  }

  /// The macro checked for these types; nil stands for an argument that was left out.
  private func instance(
    of definition: MacroDefinition, _ types: [Type?], _ call: CallBody?, at place: Location
  ) -> Int? {
    let start = context
    let known = instances.first {
      $0.definition === definition && $0.types == types && $0.start == start
    }
    if let known, call == nil { return known.routine }
    guard mayExpand(at: place) else { return nil }
    frames.append(Frame())
    var inner = position
    inner.file = definition.file
    inner.frame = frames.count - 1
    inner.scopes =
      [globalScope(), Scope(names: definition.home.names)] + definition.scopes + [Scope()]
    inner.flow = Flow()
    inner.home = Home(depth: inner.scopes.count)
    (inner.blocks, inner.openBlocks, inner.loopStart) = ([:], [], nil)
    inner.macro = MacroUse(definition: definition, call: call, isTrial: isTrial)
    definition.isChecked = true
    inner.chain.append(
      Note(
        Wording(zh: "宏 `\(definition.name)` 在这里使用", en: "in `\(definition.name)` used here"),
        at: place))
    let number = routines.count
    routines.append(
      CheckedRoutine(
        frame: inner.frame, firstParameter: call == nil ? 0 : 1,
        place: Location(definition.file, definition.statement.name.range)))
    if call == nil {
      instances.append(
        MacroInstance(definition: definition, types: types, start: start, routine: number))
    }
    at(inner) {
      if call != nil { _ = newVariable() }
      routines[number].body = body(
        definition.statement.parameters, types, definition.statement.body, from: start,
        named: definition.statement.name)
    }
    if let call, !call.isUsed, !hasFaults {
      report(.unusedCallBody(definition.name, at: place))
      return nil
    }
    return number
  }

  /// The body of a macro or call with its parameters in the next registers.
  private func body(
    _ parameters: [Statement.Parameter], _ types: [Type?], _ statements: [Statement],
    from start: EscapeContext, named name: Identifier?
  ) -> [CheckedStatement] {
    let variables = parameters.map { _ in newVariable() }
    var checked: [CheckedStatement] = []
    for ((parameter, type), variable) in zip(zip(parameters, types), variables) {
      // The types that a parameter declares are what the body sees.
      let declared = parameter.type.flatMap { self.declared($0) }
      var type = type
      if type == nil || isTrial, let standard = parameter.standard {
        let value = check(standard)
        type = value.type
        requireFit(value, declared, parameter.name, of: name)
        if value.type != .unknown || emptyListsFailLate {
          checked.append(.assign(variable: variable, value))
        }
      }
      scopes[scopes.count - 1].names[parameter.name.name] = .variable(variable)
      flow.assign(variable, declared ?? type ?? .unknown)
    }
    context = start
    checked += check(statements)
    if !flow.isDead, context.returned(to: start) == nil {
      reportContext(
        .contextsDiffer(
          start.wording, context.wording,
          at: name.map { place($0.range) } ?? place(statements.first?.range ?? SourceRange(at: 0)),
          what: Wording(zh: "宏的开头和结尾", en: "the start and the end of the macro")))
    }
    return checked
  }

  /// Makes sure that a parameter's own value is of the type that it declares.
  private func requireFit(
    _ value: CheckedExpression, _ declared: Type?, _ parameter: Identifier, of macro: Identifier?
  ) {
    guard let declared, value.type != .unknown, !value.type.fits(declared) else { return }
    report(
      .argumentType(
        parameter.name, of: macro?.name ?? "caller", wanted: self.name(of: declared),
        found: self.name(of: value.type), at: value.place))
  }

  // MARK: Bodies of calls

  /// `{% call %}`: a macro used with a body.
  func checkCall(_ call: Statement.Call) -> [CheckedStatement] {
    guard case .call(let function, let arguments) = call.use.form else { return [] }
    let body = CallBody(call, at: position)
    switch target(of: function) {
    case .macro(let definition, let name)?:
      let statements = use(definition, name, arguments, with: body)
      for name in body.reads { noteRead(name, isInner: true) }
      return statements ?? []
    default:
      report(.macroCallWanted(at: place(call.use.range)))
      hasFaults = true
      return []
    }
  }

  /// `caller(…)`: the body that the macro's caller gave.
  func checkCaller(_ name: Identifier, _ arguments: [Argument]) -> [CheckedStatement]? {
    guard let macro = position.macro, let call = macro.call, !macro.isInBody else {
      reportNoCaller(at: place(name.range))
      return nil
    }
    call.isUsed = true
    guard let values = matched(arguments, to: call.parameters, of: name, call.position.file) else {
      return nil
    }
    let types = values.map { $0?.type }
    let start = context
    let known = call.instances.first { $0.types == types && $0.start == start }
    guard let routine = known?.routine ?? callBody(call, types, start, at: place(name.range)) else {
      return nil
    }
    flow.forgetMutable()
    return [
      .run(
        CheckedCall(
          routine: routine,
          arguments: values.map { $0 ?? constant(.none, .none, at: place(name.range)) },
          frame: .caller, place: place(name.range)))
    ]
  }

  private func reportNoCaller(at place: Location) {
    guard let macro = position.macro else { return report(.noCaller(nil, at: place)) }
    if macro.isInBody { return report(.callerInBody(at: place)) }
    if !macro.isTrial { report(.noCaller(macro.definition.name, at: place)) }
  }

  private func callBody(
    _ call: CallBody, _ types: [Type?], _ start: EscapeContext, at place: Location
  ) -> Int? {
    guard mayExpand(at: place) else { return nil }
    var inner = call.position
    inner.scopes.append(Scope(isLocal: true))
    inner.loopStart = nil
    inner.hasLostContext = hasLostContext
    inner.flow.forgetMutable()
    inner.home = Home(depth: inner.scopes.count)
    inner.macro?.isInBody = true
    let number = routines.count
    routines.append(
      CheckedRoutine(
        frame: inner.frame, firstParameter: frames[inner.frame].variableCount, place: place))
    call.instances.append((types, start, number))
    at(inner) {
      routines[number].body = body(call.parameters, types, call.statements, from: start, named: nil)
      if let scope = scopes.last { call.reads.formUnion(scope.reads.union(scope.innerReads)) }
    }
    return number
  }
}
