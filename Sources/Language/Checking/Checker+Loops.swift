import Source

// Loops, whose names end with them.
extension Checker {
  func checkFor(_ loop: Statement.Loop, opening: SourceRange) -> [CheckedStatement] {
    let list = present(loop.list)
    let element = elementType(of: list)
    // What the body changes it changes before its next turn as well.
    flow.forgetMutable()
    let (outerFlow, outerContext, outerFaults) = (flow, context, (hasFaults, silentFault))
    var checked = checkLoop(loop, over: list, element)
    scopes.removeLast()
    let isLeft = flow.isDead
    flow = outerFlow
    let after = isLeft ? outerContext : context.returned(to: outerContext)
    if after == nil {
      reportContext(
        .contextsDiffer(
          outerContext.wording, context.wording, at: place(opening),
          what: Wording(zh: "循环的开头和结尾", en: "the start and the end of the loop")))
    }
    context = after ?? outerContext
    checked.otherwise = loop.otherwise.map { elseBody(opening: opening, $0) } ?? []
    // The body of a list without elements is checked, but it has no types and never runs.
    guard element != .unknown else {
      if list.type == .list(.unknown) { (hasFaults, silentFault) = outerFaults }
      return checked.otherwise
    }
    return [.for(checked)]
  }

  /// Checks the body in a scope of its own, which is left standing.
  private func checkLoop(
    _ loop: Statement.Loop, over list: CheckedExpression, _ element: Type
  ) -> CheckedLoop {
    let elementVariable = newVariable()
    scopes.append(Scope(isLoop: true, isLocal: true))
    flow.assign(elementVariable, element)
    let parts = bindTargets(loop.targets, element, in: elementVariable)
    assumeSelection(list, of: elementVariable)
    let kept = loop.filter.map { filtered(list, by: $0, element: elementVariable, parts: parts) }
    let register = newVariable()
    _ = newVariable()
    let memory = newVariable()
    frames[position.frame].loopMemories[register] = memory
    scopes[scopes.count - 1].names["loop"] = .variable(register)
    flow.assigned[register] = .loop(element)
    let outer = (position.loopStart, position.loopExit)
    (position.loopStart, position.loopExit) = (context, nil)
    let body = check(loop.body)
    if let exit = position.loopExit, loop.otherwise != nil {
      // In Jinja the else would run wherever no turn has come to its end.
      report(.exitBeforeElse(at: exit))
    }
    (position.loopStart, position.loopExit) = outer
    let isMemoryUsed = frames[position.frame].loopMemories.removeValue(forKey: register) == nil
    return CheckedLoop(
      loop: register, element: elementVariable, parts: parts,
      memory: isMemoryUsed ? memory : nil, list: kept ?? list, body: body)
  }

  private func elseBody(opening: SourceRange, _ statements: [Statement]) -> [CheckedStatement] {
    let before = (flow, context)
    scopes.append(Scope(isLocal: true))
    let body = check(statements)
    scopes.removeLast()
    if context.returned(to: before.1) == nil {
      reportContext(
        .contextsDiffer(
          before.1.wording, context.wording, at: place(opening),
          what: Wording(zh: "循环和它的 else", en: "the loop and its else")))
    }
    (flow, context) = before
    return body
  }

  /// The type of a list's elements, reporting what cannot be looped over.
  func elementType(of list: CheckedExpression) -> Type {
    switch list.type {
    case .list(let element): return element
    case .unknown: return .unknown
    case _ where asMap(list) != nil:
      report(
        .notIterable(
          name(of: list.type), at: list.place,
          help: [Wording(zh: "请写 `|items`", en: "write `|items`")]))
    default: report(.notIterable(name(of: list.type), at: list.place))
    }
    return .unknown
  }

  /// Makes the loop's targets visible; gives the parts of an element that is taken apart.
  private func bindTargets(_ targets: [Identifier], _ element: Type, in variable: Int)
    -> [(variable: Int, value: CheckedExpression)]
  {
    guard 1 < targets.count else {
      scopes[scopes.count - 1].names[targets.first?.name ?? "_"] = .variable(variable)
      return []
    }
    let place = place(targets[1].range)
    let whole = CheckedExpression(element, .variable(variable), at: place)
    let values = parts(of: whole, count: targets.count, at: place)
    return zip(targets, values).map { target, value in
      let part = newVariable()
      scopes[scopes.count - 1].names[target.name] = .variable(part)
      flow.assign(part, value.type)
      return (part, value)
    }
  }

  /// The parts of a pair, or of a list that must have as many elements.
  private func parts(of whole: CheckedExpression, count: Int, at place: Location)
    -> [CheckedExpression]
  {
    switch whole.type {
    case .record(let id) where schema[id].members.count == count && schema[id].isTuple:
      return schema[id].members.enumerated().map { slot, member in
        CheckedExpression(member.type, .cell(whole, slot: slot, derivation: nil), at: place)
      }
    case .list(let element):
      return (0..<count).map { position in
        CheckedExpression(element, .call(Operations.part(position, of: count), [whole]), at: place)
      }
    case .unknown: break
    default: report(.notTakenApart(name(of: whole.type), at: place))
    }
    return Array(repeating: faulty(at: place), count: count)
  }

  private func filtered(
    _ list: CheckedExpression, by filter: Expression, element: Int,
    parts: [(variable: Int, value: CheckedExpression)]
  ) -> CheckedExpression {
    let before = position.readsState
    position.readsState = false
    let (condition, facts) = condition(filter)
    // Jinja asks before each turn, this language before all: what turns change would differ.
    if position.readsState { report(.changingFilter(at: self.place(filter.range))) }
    position.readsState = before
    let place = list.place
    guard condition.type != .unknown, list.type != .unknown else { return faulty(at: place) }
    let value = CheckedExpression(flow.assigned[element] ?? .unknown, .variable(element), at: place)
    let whole =
      parts.isEmpty
      ? condition
      : CheckedExpression(.bool, .letting(parts, then: condition), at: condition.place)
    // What the filter proves of an element holds in the body too, unless the body may change it.
    flow.assume(facts.ifTrue.filter { !$0.isMutable })
    return CheckedExpression(
      list.type, .comprehension(list, variable: element, condition: whole, element: value),
      at: place)
  }

  /// Lets a variable know what the selection of a list has proved of each element.
  func assumeSelection(_ list: CheckedExpression, of variable: Int) {
    guard case .comprehension(let source, let selected, let condition?, let element) = list.form,
      case .variable(selected) = element.form
    else { return }
    assumeSelection(source, of: variable)
    let proved = facts(of: condition).ifTrue.filter { $0.variable == selected && !$0.isMutable }
    flow.assume(Set(proved.map { Flow.Path(variable: variable, slots: $0.slots) }))
  }
}
