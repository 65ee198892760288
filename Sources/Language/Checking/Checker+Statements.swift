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
    case .set(let name, let value): return assign(name, checkOwner(value))
    case .setMember(let owner, let name, let value): return checkSetMember(owner, name, value)
    case .capture(let capture): return checkCapture(capture, opening: statement.range)
    case .with(let values, let body): return checkWith(values, body)
    case .block(let block): return checkBlock(block, opening: statement.range)
    case .include(let include): return checkInclude(include, opening: statement.range)
    case .macro(let macro): return checkMacro(macro)
    case .call(let call): return checkCall(call)
    case .import(let template, let alias): return checkImport(template, as: alias)
    case .from(let template, let names): return checkFrom(template, names: names)
    case .break: return checkBreak(.break, "break", at: statement.range)
    case .continue: return checkBreak(.continue, "continue", at: statement.range)
    }
  }

  // MARK: Output

  private func checkOutput(_ expression: Expression) -> [CheckedStatement] {
    // Each branch prints in its own way, whatever the type of the other.
    if case .conditional(let then, let condition, let otherwise) = expression.form {
      let branch = Statement.Branch(
        condition: condition, body: [Statement(range: then.range, form: .output(then))])
      let rest = Statement(range: otherwise.range, form: .output(otherwise))
      return checkIf([branch], [rest], opening: expression.range)
    }
    if case .call(let function, let arguments) = expression.form,
      let piece = target(of: function)
    {
      if let written = write(piece, arguments) { return written }
      _ = faulty(at: place(expression.range))
      context.advanceOverValue()
      return []
    }
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
    // Text with its line ends folded is shorter than what stands in the file.
    let isAsWritten = text.utf8.count == range.upper - range.lower
    func place(_ offset: Int) -> Location {
      let start = isAsWritten ? range.lower + offset : range.lower
      return self.place(SourceRange(start, min(start + 1, range.upper)))
    }
    let survey = context.advance(over: text)
    if let opening = survey.lastOpening { position.opening = place(opening) }
    for violation in survey.violations {
      let place = place(violation.offset)
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
    case .optional:
      if let looked = lookedUp(value) { return requirePrintable(looked) }
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
    case .none:
      [
        Wording(
          zh: "这里总是没有值；请写出要显示的文字，或 `|default(\"…\")`",
          en: "there is never a value here; write the text that is meant, or `|default(\"…\")`")
      ]
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
      // What never runs has no types.
      if isKnownFalse(value) {
        flow.assume(facts.ifFalse)
        continue
      }
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
    return checked.isEmpty ? last : [.if(checked, otherwise: last)]
  }

  /// Goes on with what is known after every branch.
  private func join(_ ends: [(flow: Flow, context: EscapeContext, place: Location)]) {
    // A branch that leaves the loop does not come here.
    let living = ends.filter { !$0.flow.isDead }
    guard let (firstFlow, firstEnd, first) = living.first ?? ends.first else { return }
    var (joined, end) = (firstFlow, firstEnd)
    for (branchFlow, branchContext, branchPlace) in living.dropFirst() {
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
  }

  // MARK: Variables

  /// Gives a name a value in the innermost scope.
  func assign(_ name: Identifier, _ checked: CheckedExpression) -> [CheckedStatement] {
    let scope = scopes.count - 1
    // Another name for the same loop.
    if case .loop = checked.type, case .variable(let loop) = checked.form {
      scopes[scope].names[name.name] = .variable(loop)
      return []
    }
    let variable: Int
    if case .variable(let known) = scopes[scope].names[name.name] {
      variable = known
    } else {
      warnOfShadowing(name)
      variable = newVariable()
      scopes[scope].names[name.name] = .variable(variable)
    }
    // Jinja takes the name for this one in the loop above too, where it has no value yet.
    if scopes[scope].innerReads.remove(name.name) != nil {
      report(.setAfterReading(name.name, at: place(name.range)))
    }
    flow.assign(variable, checked.type)
    frames[position.frame].setPlaces[variable] = place(name.range)
    return checked.type == .unknown && !emptyListsFailLate
      ? [] : [.assign(variable: variable, checked)]
  }

  private func warnOfShadowing(_ name: Identifier) {
    guard scopes[scopes.count - 1].isLoop, case .variable(let outer) = binding(of: name.name),
      let place = frames[position.frame].setPlaces[outer]
    else { return }
    report(.shadowing(name.name, at: self.place(name.range), outer: place))
  }
}
