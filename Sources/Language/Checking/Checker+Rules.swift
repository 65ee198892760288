import Source

// What kinds ask of the checker: rules, messages and figures that share names.
extension Checker {
  /// Checks an expression that must give a value of `type`; a word may stand for a choice.
  package func check(_ expression: Expression, as type: Type) -> CheckedExpression {
    if case .choice(let id) = type.present { return choice(expression, id) }
    let value = check(expression)
    guard value.type != .unknown, !value.type.fits(type) else { return value }
    return faulty(
      .branchTypes(name(of: value.type), name(of: type), at: value.place, other: value.place))
  }

  /// An expression whose words are choices: `'open' if … else 'ended'`.
  private func choice(_ expression: Expression, _ id: ChoiceID) -> CheckedExpression {
    let place = place(expression.range)
    switch expression.form {
    case .string(let word):
      let subject = constant(.string, .string(word), at: place)
      guard let index = choiceIndex(word, of: id, subject, at: place) else {
        return faulty(at: place)
      }
      return constant(.choice(id), .choice(index), at: place)
    case .conditional(let then, let test, let otherwise):
      let (condition, facts) = condition(test)
      let left = assuming(facts.ifTrue) { choice(then, id) }
      let right = assuming(facts.ifFalse) { choice(otherwise, id) }
      guard left.type != .unknown, right.type != .unknown, condition.type != .unknown else {
        return faulty(at: place)
      }
      return CheckedExpression(
        .choice(id), .conditional(condition, then: left, otherwise: right), at: place)
    default: return check(expression)
    }
  }

  /// Whether a rule is broken: where `when` holds, `that` does not.
  package func checkRule(
    when: Expression?, that: Expression,
    letting bindings: [(variable: Int, value: CheckedExpression)]
  ) -> CheckedExpression {
    let applies = when.map { condition($0) }
    let holds = assuming(applies?.facts.ifTrue ?? []) { condition(that).value }
    let broken = CheckedExpression(.bool, .not(holds), at: holds.place)
    let rule = applies.map { CheckedExpression(.bool, .and($0.value, broken), at: holds.place) }
    let parts = [applies?.value.type ?? .bool, holds.type]
    guard !parts.contains(.unknown) else { return faulty(at: holds.place) }
    return CheckedExpression(.bool, .letting(bindings, then: rule ?? broken), at: holds.place)
  }

  /// Checks a text with values in it.
  package func checkText(
    _ template: Template, letting bindings: [(variable: Int, value: CheckedExpression)] = [],
    assuming assumption: Expression? = nil
  ) -> CheckedProgram {
    file = template.file
    let facts = assumption.map { condition($0).facts.ifTrue } ?? []
    flow.assume(facts)
    let body = check(template.body)
    return CheckedProgram(
      body: Self.assignments(bindings) + body, frames: frames, routines: routines)
  }

  /// Checks a value that is to be shown as it prints; an absent one shows nothing.
  package func checkFigure(
    _ expression: Expression, letting bindings: [(variable: Int, value: CheckedExpression)],
    assuming assumption: Expression?
  ) -> CheckedProgram {
    let facts = assumption.map { condition($0).facts.ifTrue } ?? []
    flow.assume(facts)
    let value = check(expression)
    let present = CheckedExpression(value.type.present, value.form, at: value.place)
    let shown = requirePrintable(present)
    guard shown.type != .unknown else { return CheckedProgram() }
    var body: [CheckedStatement] = [.print(shown, .none)]
    if value.type.isOptional {
      let isPresent = CheckedExpression(.bool, .isPresent(value), at: value.place)
      body = [.if([(isPresent, body)], otherwise: [])]
    }
    return CheckedProgram(
      body: Self.assignments(bindings) + body, frames: frames, routines: routines)
  }

  private static func assignments(_ bindings: [(variable: Int, value: CheckedExpression)])
    -> [CheckedStatement]
  {
    bindings.map { .assign(variable: $0.variable, $0.value) }
  }
}

extension Checker {
  /// Checks an expression as a yes or no.
  package func checkCondition(_ expression: Expression) -> CheckedExpression {
    condition(expression).value
  }
}
