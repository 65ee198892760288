import Source

// Chains of comparisons that leave out some of a field's choices.
extension Checker {
  /// Warns where an if and its elifs compare one choice only, and some choice reaches none of them.
  func checkExhaustive(_ conditions: [CheckedExpression], opening: SourceRange) {
    guard 1 < conditions.count, let first = conditions.first.flatMap(cases) else { return }
    var handled: Set<Int> = []
    for condition in conditions {
      guard let cases = cases(of: condition), cases.subject == first.subject else { return }
      handled.formUnion(cases.handled)
    }
    let choices = schema[first.choices].choices
    let missing = choices.indices.filter { !handled.contains($0) }
    guard !missing.isEmpty else { return }
    report(.missingCases(missing.map { choices[$0].word }, at: place(opening)))
  }

  /// What a condition decides by one choice alone.
  private struct Cases {
    let subject: Flow.Path
    let choices: ChoiceID
    let handled: Set<Int>
  }

  private func cases(of condition: CheckedExpression) -> Cases? {
    switch condition.form {
    case .comparison(.bits, .equal, let operand, let word): cases(of: operand, [word])
    case .comparison(.membership, .in, let operand, let list):
      if case .list(let words) = list.form { cases(of: operand, words) } else { nil }
    case .or(let left, let right):
      if let first = cases(of: left), let second = cases(of: right),
        first.subject == second.subject
      {
        Cases(
          subject: first.subject, choices: first.choices,
          handled: first.handled.union(second.handled))
      } else {
        nil
      }
    default: nil
    }
  }

  private func cases(of operand: CheckedExpression, _ words: [CheckedExpression]) -> Cases? {
    guard case .choice(let id) = operand.type.present, let subject = path(of: operand) else {
      return nil
    }
    var handled: Set<Int> = []
    for word in words {
      guard case .constant(.choice(let index)) = word.form else { return nil }
      handled.insert(index)
    }
    return Cases(subject: subject, choices: id, handled: handled)
  }
}
