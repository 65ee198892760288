import Source
import Values

extension Checker {
  /// Checks statements in order and gives what remains of them.
  func check(_ statements: [Statement]) -> [CheckedStatement] {
    statements.flatMap(check)
  }

  private func check(_ statement: Statement) -> [CheckedStatement] {
    switch statement.form {
    case .text(let text):
      if dialect == .html { follow(text, at: statement.range) }
      return [.text(text)]
    case .output(let expression): return checkOutput(expression)
    case .if(let branches, let otherwise):
      return checkIf(branches[...], otherwise, opening: statement.range)
    case .for(let loop): return checkFor(loop, opening: statement.range)
    case .set(let name, let value): return checkSet(name, value)
    case .block(let block): return checkBlock(block, opening: statement.range)
    case .include(let include): return checkInclude(include, opening: statement.range)
    }
  }

  // MARK: Output

  private func checkOutput(_ expression: Expression) -> [CheckedStatement] {
    let value = requirePrintable(check(expression))
    guard value.type != .unknown else {
      context.advanceOverValue()
      return emptyListsFailLate ? [.print(value, .none)] : []
    }
    guard dialect == .html else { return [.print(value, .none)] }
    let printed = PrintedValue(
      type: value.type, filter: lastFilter(of: expression), place: place(expression.range))
    switch context.escape(for: printed) {
    case .success(let escape):
      context.advanceOverValue()
      return [.print(value, escape)]
    case .failure(let refusal):
      reportContext(refusal.diagnostic)
      context.advanceOverValue()
      return []
    }
  }

  private func lastFilter(of expression: Expression) -> String? {
    if case .filter(_, let name, _) = expression.form { name.name } else { nil }
  }

  /// Follows literal text through the HTML and reports what must not stand in it.
  private func follow(_ text: String, at range: SourceRange) {
    for violation in context.advance(over: text) {
      // Text with its line ends folded is shorter than what stands in the file.
      let isAsWritten = text.utf8.count == range.upper - range.lower
      let start = isAsWritten ? range.lower + violation.offset : range.lower
      let place = place(SourceRange(start, min(start + 1, range.upper)))
      switch violation.kind {
      case .ambiguousName: reportContext(.ambiguousName(at: place))
      case .scheme(let scheme): reportContext(.forbiddenScheme(scheme, at: place))
      }
    }
  }

  /// The value if it can be shown, else a finding that says how.
  func requirePrintable(_ value: CheckedExpression) -> CheckedExpression {
    switch value.type {
    case .unknown, .int, .decimal, .percent, .money, .price, .area, .string, .html, .url, .asset,
      .date, .time, .dateTime, .period, .choice:
      return value
    case .optional, .none:
      return faulty(.mayBeAbsent(sourceText(value), at: value.place))
    case .quotient: return faulty(.unroundedQuotient(at: value.place))
    default:
      return faulty(
        .notPrintable(name(of: value.type), at: value.place, help: printingHelp(value.type)))
    }
  }

  private func printingHelp(_ type: Type) -> [Wording] {
    switch type {
    case .bool:
      [
        Wording(
          zh: "请写 `{{ \"是\" if … else \"否\" }}`", en: "write `{{ \"yes\" if … else \"no\" }}`")
      ]
    case .list:
      [Wording(zh: "请用 `|join(\"、\")` 或 for", en: "use `|join(\", \")`, `|tojson` or a loop")]
    case .map: [Wording(zh: "请用 `|tojson` 或 `|items`", en: "use `|tojson` or `|items`")]
    case .span: [Wording(zh: "请写 `.first` 和 `.last`", en: "print its `.first` and `.last`")]
    case .record: [Wording(zh: "请写出它的某一项，如 `.title`", en: "print one of its fields")]
    default: []
    }
  }

  // MARK: Branches

  private func checkIf(
    _ branches: ArraySlice<Statement.Branch>, _ otherwise: [Statement]?, opening: SourceRange
  ) -> [CheckedStatement] {
    var checked: [(condition: CheckedExpression, body: [CheckedStatement])] = []
    var ends: [(flow: Flow, context: EscapeContext, place: Location)] = []
    let start = context
    for branch in branches {
      let (value, facts) = condition(branch.condition)
      let before = flow
      flow.assume(facts.ifTrue)
      context = start
      let body = check(branch.body)
      checked.append((value, body))
      ends.append((flow, context, place(branch.condition.range)))
      flow = before
      flow.assume(facts.ifFalse)
    }
    context = start
    let last = check(otherwise ?? [])
    ends.append((flow, context, place(opening)))
    if otherwise == nil { checkExhaustive(checked.map(\.condition), opening: opening) }
    join(ends)
    return [.if(checked, otherwise: last)]
  }

  /// Goes on with what is known after every branch.
  private func join(_ ends: [(flow: Flow, context: EscapeContext, place: Location)]) {
    guard var (joined, end, first) = ends.first else { return }
    for (branchFlow, branchContext, branchPlace) in ends.dropFirst() {
      joined = Flow.join(joined, at: first, branchFlow, at: branchPlace) { _, left, right in
        report(
          .branchTypes(name(of: right), name(of: left), at: branchPlace, other: first))
      }
      if let both = end.joined(with: branchContext) {
        end = both
      } else {
        reportContext(
          .contextsDiffer(
            end.wording, branchContext.wording, at: branchPlace,
            what: Wording(zh: "各分支", en: "branches")))
      }
    }
    flow = joined
    context = end
    first = ends[0].place
  }

  /// Warns where a chain of comparisons with one choice leaves choices out.
  private func checkExhaustive(_ conditions: [CheckedExpression], opening: SourceRange) {
    guard 1 < conditions.count else { return }
    var subject: Flow.Path?
    var choices: ChoiceID?
    var handled: Set<Int> = []
    for condition in conditions {
      guard case .comparison(.bits, .equal, let operand, let word) = condition.form,
        case .choice(let id) = operand.type.present, case .constant(.choice(let index)) = word.form,
        let path = path(of: operand), subject ?? path == path
      else { return }
      (subject, choices) = (path, id)
      handled.insert(index)
    }
    guard let choices else { return }
    let missing = schema[choices].choices.indices.filter { !handled.contains($0) }
    guard !missing.isEmpty else { return }
    report(
      .missingCases(missing.map { schema[choices].choices[$0].word }, at: place(opening)))
  }

  // MARK: Loops

  private func checkFor(_ loop: Statement.Loop, opening: SourceRange) -> [CheckedStatement] {
    let list = present(loop.list)
    let element = elementType(of: list)
    let (outerFlow, outerContext, outerFaults) = (flow, context, (hasFaults, silentFault))
    var checked = checkLoop(loop, over: list, element)
    scopes.removeLast()
    flow = outerFlow
    let after = context.returned(to: outerContext)
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
    scopes.append(Scope(isLoop: true))
    flow.assign(elementVariable, element)
    let parts = bindTargets(loop.targets, element, in: elementVariable)
    let kept = loop.filter.map { filtered(list, by: $0, element: elementVariable, parts: parts) }
    let register = newVariable()
    _ = newVariable()
    let memory = newVariable()
    loopMemories[register] = memory
    scopes[scopes.count - 1].names["loop"] = .variable(register)
    flow.assigned[register] = .loop(element)
    let body = check(loop.body)
    let isMemoryUsed = loopMemories.removeValue(forKey: register) == nil
    return CheckedLoop(
      loop: register, element: elementVariable, parts: parts,
      memory: isMemoryUsed ? memory : nil, list: kept ?? list, body: body)
  }

  private func elseBody(opening: SourceRange, _ statements: [Statement]) -> [CheckedStatement] {
    let before = (flow, context)
    let body = check(statements)
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

  /// Makes the loop's targets visible; gives the registers of an element's parts.
  private func bindTargets(_ targets: [Identifier], _ element: Type, in variable: Int) -> [Int] {
    guard 1 < targets.count else {
      scopes[scopes.count - 1].names[targets.first?.name ?? "_"] = .variable(variable)
      return []
    }
    let types = partTypes(of: element, count: targets.count, at: place(targets[1].range))
    return zip(targets, types).map { target, type in
      let part = newVariable()
      scopes[scopes.count - 1].names[target.name] = .variable(part)
      flow.assign(part, type)
      return part
    }
  }

  private func partTypes(of element: Type, count: Int, at place: Location) -> [Type] {
    switch element {
    case .record(let id) where schema[id].members.count == count && schema[id].isTuple:
      return schema[id].members.map(\.type)
    case .unknown: break
    default: report(.operand("for a, b", name(of: element), at: place))
    }
    return Array(repeating: .unknown, count: count)
  }

  private func filtered(
    _ list: CheckedExpression, by filter: Expression, element: Int, parts: [Int]
  ) -> CheckedExpression {
    let condition = condition(filter).value
    let place = list.place
    guard condition.type != .unknown, list.type != .unknown else { return faulty(at: place) }
    let value = CheckedExpression(flow.assigned[element] ?? .unknown, .variable(element), at: place)
    return CheckedExpression(
      list.type,
      .comprehension(
        list, variable: element, condition: withParts(condition, of: value, parts), element: value),
      at: place)
  }

  /// The condition with the parts of the element put into their registers first.
  private func withParts(
    _ condition: CheckedExpression, of element: CheckedExpression, _ parts: [Int]
  ) -> CheckedExpression {
    guard !parts.isEmpty else { return condition }
    let reads = parts.enumerated().map { slot, part in
      let form = CheckedExpression.Form.cell(element, slot: slot, derivation: nil)
      return (variable: part, value: CheckedExpression(.unknown, form, at: element.place))
    }
    return CheckedExpression(.bool, .letting(reads, then: condition), at: condition.place)
  }

  // MARK: Variables

  private func checkSet(_ name: Identifier, _ value: Expression) -> [CheckedStatement] {
    let checked = check(value)
    let scope = scopes.count - 1
    let variable: Int
    if case .variable(let known) = scopes[scope].names[name.name] {
      variable = known
    } else {
      warnOfShadowing(name)
      variable = newVariable()
      scopes[scope].names[name.name] = .variable(variable)
    }
    flow.assign(variable, checked.type)
    setPlaces[variable] = place(name.range)
    return checked.type == .unknown && !emptyListsFailLate
      ? [] : [.assign(variable: variable, checked)]
  }

  private func warnOfShadowing(_ name: Identifier) {
    guard scopes[scopes.count - 1].isLoop, case .variable(let outer) = binding(of: name.name),
      let place = setPlaces[outer]
    else { return }
    report(.shadowing(name.name, at: self.place(name.range), outer: place))
  }
}
