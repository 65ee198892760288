import Source

// Truth, `and`, `or`, and what conditions prove about absences.
extension Checker {
  /// Checks an expression as a condition and says what it proves.
  func condition(_ expression: Expression) -> (value: CheckedExpression, facts: Facts) {
    let value: CheckedExpression
    switch expression.form {
    case .not(let operand):
      let inner = condition(operand).value
      value = CheckedExpression(inner.type, .not(inner), at: place(expression.range))
    case .and(let left, let right):
      let first = condition(left)
      let second = assuming(first.facts.ifTrue) { condition(right) }.value
      let type: Type = first.value.type == .unknown ? .unknown : second.type
      value = CheckedExpression(type, .and(first.value, second), at: place(expression.range))
    case .or(let left, let right):
      let first = condition(left)
      let second = assuming(first.facts.ifFalse) { condition(right) }.value
      let type: Type = first.value.type == .unknown ? .unknown : second.type
      value = CheckedExpression(type, .or(first.value, second), at: place(expression.range))
    default:
      value = truth(of: check(expression))
    }
    return (value, facts(of: value))
  }

  /// The value as a yes or no, or a finding where that would mislead.
  func truth(of value: CheckedExpression) -> CheckedExpression {
    switch value.type {
    case .bool, .unknown: return value
    case .record(let id) where schema[id].isData: return truth(ofObject: value, id)
    case .optional(.record(let id)) where schema[id].isData:
      let isPresent = CheckedExpression(.bool, .isPresent(value), at: value.place)
      let object = CheckedExpression(.record(id), value.form, at: value.place)
      let truth = truth(ofObject: object, id)
      return CheckedExpression(truth.type, .and(isPresent, truth), at: value.place)
    case .string, .html, .url, .asset, .list, .map, .none, .record, .span, .date, .time, .dateTime,
      .period, .choice:
      return CheckedExpression(.bool, .truth(value), at: value.place)
    case .optional(let inner) where !inner.isNumber:
      return CheckedExpression(.bool, .truth(value), at: value.place)
    default:
      return faulty(.numberAsCondition(name(of: value.type), at: value.place))
    }
  }

  /// An object is true unless it is empty, as in Jinja.
  private func truth(ofObject value: CheckedExpression, _ id: RecordID) -> CheckedExpression {
    if let map = asMap(value) { return CheckedExpression(.bool, .truth(map), at: value.place) }
    guard schema[id].members.contains(where: { !$0.type.isOptional }) else {
      return faulty(.objectAsCondition(name(of: value.type), at: value.place))
    }
    return constant(.bool, .bool(true), at: value.place)
  }

  /// What the truth of a condition proves.
  func facts(of condition: CheckedExpression) -> Facts {
    switch condition.form {
    case .not(let inner): return facts(of: inner).negated
    case .and(let left, let right):
      let (first, second) = (facts(of: left), facts(of: right))
      return Facts(
        ifTrue: first.ifTrue.union(second.ifTrue),
        ifFalse: first.ifFalse.intersection(second.ifFalse))
    case .or(let left, let right):
      let (first, second) = (facts(of: left), facts(of: right))
      return Facts(
        ifTrue: first.ifTrue.intersection(second.ifTrue),
        ifFalse: first.ifFalse.union(second.ifFalse))
    case .isPresent(let value), .truth(let value):
      return path(of: value).map { Facts(ifTrue: [$0]) } ?? Facts()
    // There is an element before all but the first, and one behind all but the last.
    case .loopMember(.first, let loop) where hasElements(loop):
      return Facts(ifFalse: [loopPath(.previtem, of: loop)])
    case .loopMember(.last, let loop) where hasElements(loop):
      return Facts(ifFalse: [loopPath(.nextitem, of: loop)])
    default:
      return Facts()
    }
  }
}

extension Checker {
  /// Whether no element of the loop is absent.
  private func hasElements(_ loop: Int) -> Bool {
    if case .loop(let element)? = flow.assigned[loop] { !element.isOptional } else { false }
  }
}

// MARK: - `and` and `or` as values

extension Checker {
  func checkAnd(_ left: Expression, _ right: Expression, at place: Location) -> CheckedExpression {
    let first = check(left)
    let proved = facts(of: quietTruth(of: first)).ifTrue
    let second = assuming(proved) { check(right) }
    return operandOrTruth(first, second, isAnd: true, at: place)
  }

  func checkOr(_ left: Expression, _ right: Expression, at place: Location) -> CheckedExpression {
    let first = check(left)
    let proved = facts(of: quietTruth(of: first)).ifFalse
    let second = assuming(proved) { check(right) }
    return operandOrTruth(first, second, isAnd: false, at: place)
  }

  /// The truth for its facts alone; what is wrong with it will be said when it is used.
  private func quietTruth(of value: CheckedExpression) -> CheckedExpression {
    guard value.type != .bool else { return value }
    return CheckedExpression(.bool, .truth(value), at: value.place)
  }

  /// One of the operands where both have a type in common, as in Jinja.
  ///
  /// In messages and rules, operands without one give a yes or no; on pages that would be another
  /// value than Jinja's, so it is refused there.
  private func operandOrTruth(
    _ first: CheckedExpression, _ second: CheckedExpression, isAnd: Bool, at place: Location
  ) -> CheckedExpression {
    guard first.type != .unknown, second.type != .unknown else { return faulty(at: place) }
    if first.type == .bool, second.type == .bool {
      return CheckedExpression(.bool, isAnd ? .and(first, second) : .or(first, second), at: place)
    }
    guard truth(of: first).type != .unknown else { return faulty(at: place) }
    if let type = operandType(first.type, second.type, isAnd: isAnd) {
      let form: CheckedExpression.Form =
        isAnd ? .firstFalse(first, second) : .firstTrue(first, second)
      return CheckedExpression(type, form, at: place)
    }
    guard dialect == .plain else {
      return faulty(
        .mixedOperands(
          isAnd ? "and" : "or", name(of: first.type), name(of: second.type), at: place))
    }
    let truths = (truth(of: first), truth(of: second))
    guard truths.1.type != .unknown else { return faulty(at: place) }
    return CheckedExpression(
      .bool, isAnd ? .and(truths.0, truths.1) : .or(truths.0, truths.1), at: place)
  }

  private func operandType(_ first: Type, _ second: Type, isAnd: Bool) -> Type? {
    // What `or` keeps of its first operand is true, so it is there.
    if !isAnd { return first == .none ? second : first.present.joined(with: second) }
    return first == .none ? Type.none : first.joined(with: second)
  }
}
