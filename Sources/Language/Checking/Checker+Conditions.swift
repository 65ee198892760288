import Source

// Truth, `and`, `or`, and what conditions prove about absences.
extension Checker {
  /// Checks an expression as a condition and says what it proves.
  func condition(_ expression: Expression) -> (value: CheckedExpression, facts: Facts) {
    switch expression.form {
    case .not(let operand):
      let (value, facts) = condition(operand)
      return (CheckedExpression(.bool, .not(value), at: place(expression.range)), facts.negated)
    case .and(let left, let right): return conjunction(left, right, at: place(expression.range))
    case .or(let left, let right): return disjunction(left, right, at: place(expression.range))
    default:
      let value = check(expression)
      return (truth(of: value), facts(of: value, expression))
    }
  }

  private func conjunction(_ left: Expression, _ right: Expression, at place: Location)
    -> (value: CheckedExpression, facts: Facts)
  {
    let (first, firstFacts) = condition(left)
    let (second, secondFacts) = assuming(firstFacts.ifTrue) { condition(right) }
    let facts = Facts(
      ifTrue: firstFacts.ifTrue.union(secondFacts.ifTrue),
      ifFalse: firstFacts.ifFalse.intersection(secondFacts.ifFalse))
    return (CheckedExpression(.bool, .and(first, second), at: place), facts)
  }

  private func disjunction(_ left: Expression, _ right: Expression, at place: Location)
    -> (value: CheckedExpression, facts: Facts)
  {
    let (first, firstFacts) = condition(left)
    let (second, secondFacts) = assuming(firstFacts.ifFalse) { condition(right) }
    let facts = Facts(
      ifTrue: firstFacts.ifTrue.intersection(secondFacts.ifTrue),
      ifFalse: firstFacts.ifFalse.union(secondFacts.ifFalse))
    return (CheckedExpression(.bool, .or(first, second), at: place), facts)
  }

  /// The value as a yes or no, or a finding where that would mislead.
  func truth(of value: CheckedExpression) -> CheckedExpression {
    switch value.type {
    case .bool, .unknown: return value
    case .string, .html, .url, .asset, .list, .map, .none, .record, .span, .date, .time, .dateTime,
      .period, .choice:
      return CheckedExpression(.bool, .truth(value), at: value.place)
    case .optional(let inner) where !inner.isNumber:
      return CheckedExpression(.bool, .truth(value), at: value.place)
    default:
      return faulty(.numberAsCondition(name(of: value.type), at: value.place))
    }
  }

  /// What the truth of a simple expression proves.
  private func facts(of value: CheckedExpression, _ expression: Expression) -> Facts {
    switch expression.form {
    case .test(let operand, let name, _, let negated)
    where ["defined", "undefined", "none"].contains(name.name):
      guard let path = optionalPath(operand) else { return Facts() }
      let provesPresence = (name.name == "defined") != negated
      return provesPresence ? Facts(ifTrue: [path]) : Facts(ifFalse: [path])
    case .comparison(let operand, let rest):
      guard rest.count == 1, case .none = rest[0].operand.form, let path = optionalPath(operand)
      else { return Facts() }
      switch rest[0].relation {
      case .equal: return Facts(ifFalse: [path])
      case .notEqual: return Facts(ifTrue: [path])
      default: return Facts()
      }
    default:
      guard case .optional = value.type, let path = path(of: value) else { return Facts() }
      return Facts(ifTrue: [path])
    }
  }

  private func optionalPath(_ operand: Expression) -> Flow.Path? {
    // Checked a second time for its path alone, so what it reports has been reported.
    let count = diagnostics.count
    let checked = check(operand)
    diagnostics.removeLast(diagnostics.count - count)
    return path(of: checked)
  }

  func checkAnd(_ left: Expression, _ right: Expression, at place: Location) -> CheckedExpression {
    let first = check(left)
    let proved = condition(silently: left)
    let second = assuming(proved.ifTrue) { check(right) }
    return operandOrTruth(first, second, at: place) { .and($0, $1) }
  }

  func checkOr(_ left: Expression, _ right: Expression, at place: Location) -> CheckedExpression {
    let first = check(left)
    let proved = condition(silently: left)
    let second = assuming(proved.ifFalse) { check(right) }
    return operandOrTruth(first, second, at: place) { .or($0, $1) }
  }

  private func condition(silently expression: Expression) -> Facts {
    let count = diagnostics.count
    let facts = condition(expression).facts
    diagnostics.removeLast(diagnostics.count - count)
    return facts
  }

  /// One of the operands where both have one type, as in Jinja; else only the truth of both.
  private func operandOrTruth(
    _ first: CheckedExpression, _ second: CheckedExpression, at place: Location,
    form: (CheckedExpression, CheckedExpression) -> CheckedExpression.Form
  ) -> CheckedExpression {
    guard first.type != .unknown, second.type != .unknown else { return faulty(at: place) }
    let truths = (truth(of: first), truth(of: second))
    guard truths.0.type != .unknown, truths.1.type != .unknown else { return faulty(at: place) }
    if first.type == second.type, first.type != .bool {
      return operandChoice(first, second, truth: truths.0, form, at: place)
    }
    return CheckedExpression(.bool, form(truths.0, truths.1), at: place)
  }

  private func operandChoice(
    _ first: CheckedExpression, _ second: CheckedExpression, truth: CheckedExpression,
    _ form: (CheckedExpression, CheckedExpression) -> CheckedExpression.Form, at place: Location
  ) -> CheckedExpression {
    let chosen: CheckedExpression.Form =
      if case .and = form(first, second) {
        .conditional(truth, then: second, otherwise: first)
      } else {
        .conditional(truth, then: first, otherwise: second)
      }
    return CheckedExpression(first.type, chosen, at: place)
  }
}
