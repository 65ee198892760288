import Source
import Values

// Comparison, which knows the words of choices, and membership.
extension Checker {
  func checkComparison(
    _ first: Expression, _ rest: [(relation: ComparisonOperator, operand: Expression)],
    at place: Location
  ) -> CheckedExpression {
    let left = check(first)
    guard 1 < rest.count else { return compareChain(left, rest[...], at: place) }
    return once(left, .bool) { compareChain($0, rest[...], at: place) } ?? faulty(at: place)
  }

  /// `a < b < c`: each operand is computed once, and only as long as all before it holds.
  private func compareChain(
    _ left: CheckedExpression,
    _ rest: ArraySlice<(relation: ComparisonOperator, operand: Expression)>, at place: Location
  ) -> CheckedExpression {
    guard let (comparison, operand) = rest.first else { return faulty(at: place) }
    let right = check(operand)
    guard 1 < rest.count else { return compare(left, comparison, right) }
    return once(right, .bool) { right in
      let first = compare(left, comparison, right)
      let others = compareChain(right, rest.dropFirst(), at: place)
      guard first.type != .unknown, others.type != .unknown else { return nil }
      return CheckedExpression(.bool, .and(first, others), at: place)
    } ?? faulty(at: place)
  }

  /// Lets `body` read a value more than once although it is computed once.
  func once(
    _ value: CheckedExpression, _ type: Type,
    _ body: (CheckedExpression) -> CheckedExpression?
  ) -> CheckedExpression? {
    switch value.form {
    case .constant, .variable, .global, .faulty: return body(value)
    case .cell where path(of: value)?.isMutable == false: return body(value)
    default: break
    }
    let variable = newVariable()
    let kept = CheckedExpression(value.type, .variable(variable), at: value.place)
    return body(kept).map {
      CheckedExpression(type, .letting([(variable, value)], then: $0), at: $0.place)
    }
  }

  func compare(
    _ left: CheckedExpression, _ comparison: ComparisonOperator, _ right: CheckedExpression
  ) -> CheckedExpression {
    let place = left.place.joined(with: right.place)
    guard left.type != .unknown, right.type != .unknown else { return faulty(at: place) }
    if comparison == .in || comparison == .notIn {
      return membership(left, comparison, right, at: place)
    }
    let isEquality = comparison == .equal || comparison == .notEqual
    if isEquality, left.type == .none || right.type == .none {
      return presence(left.type == .none ? right : left, comparison, at: place)
    }
    if !isEquality {
      let operands = (requirePresent(left), requirePresent(right))
      guard operands.0.type != .unknown, operands.1.type != .unknown else {
        return faulty(at: place)
      }
    }
    if let choice = choiceComparison(left, comparison, right, at: place) { return choice }
    if isEquality, let first = asMap(left), let second = asMap(right),
      left.type != first.type || right.type != second.type
    {
      return compare(first, comparison, second)
    }
    let unit = kind(of: comparison, left.type.present, right.type.present)
    guard let kind = unit ?? zeroComparison(left, right) else {
      return faulty(
        .operands(
          comparison.rawValue, name(of: left.type), name(of: right.type), at: place,
          help: comparisonHelp(left.type, right.type)))
    }
    return CheckedExpression(.bool, .comparison(kind, comparison, left, right), at: place)
  }

  /// Zero is zero in every unit.
  private func zeroComparison(_ left: CheckedExpression, _ right: CheckedExpression)
    -> Comparison?
  {
    let types = (left.type.present.isNumber, right.type.present.isNumber)
    return types == (true, true) && (left.isZero || right.isZero) ? .numbers : nil
  }

  private func comparisonHelp(_ left: Type, _ right: Type) -> [Wording] {
    if case .quotient = left { return [Self.roundFirst] }
    if case .quotient = right { return [Self.roundFirst] }
    return []
  }

  private func presence(
    _ value: CheckedExpression, _ comparison: ComparisonOperator, at place: Location
  ) -> CheckedExpression {
    let present = CheckedExpression(.bool, .isPresent(value), at: place)
    return comparison == .notEqual ? present : CheckedExpression(.bool, .not(present), at: place)
  }

  private func kind(of comparison: ComparisonOperator, _ left: Type, _ right: Type) -> Comparison? {
    let isEquality = comparison == .equal || comparison == .notEqual
    switch (left, right) {
    case (.int, .int), (.int, .decimal), (.decimal, .int), (.decimal, .decimal): return .numbers
    case (.money, .money), (.price, .price), (.area, .area), (.percent, .percent): return .numbers
    case (.bool, .bool): return isEquality ? .bits : nil
    case (.date, .date), (.time, .time), (.dateTime, .dateTime): return .bits
    case (.period(let first), .period(let second)):
      return first == nil || second == nil || first == second ? .bits : nil
    case (.string, .string), (.string, .url), (.url, .string), (.url, .url), (.html, .html):
      return .texts
    case (.choice(let first), .choice(let second)):
      return first == second && isEquality ? .bits : nil
    case (.quotient(let first), .quotient(let second)):
      return first == second && !isEquality ? .quotients : nil
    case (.record(let first), .record(let second)):
      return first == second && isEquality && hasEquality(left) ? .bits : nil
    case (.list, .list), (.map, .map), (.span, .span):
      guard isEquality, hasEquality(left), hasEquality(right) else { return nil }
      return left.joined(with: right) != nil ? .deep : nil
    default: return nil
    }
  }

  /// A choice against a word: the word must be one of the choices.
  private func choiceComparison(
    _ left: CheckedExpression, _ comparison: ComparisonOperator, _ right: CheckedExpression,
    at place: Location
  ) -> CheckedExpression? {
    let (subject, word) =
      if case .choice = left.type.present { (left, right) } else { (right, left) }
    guard case .choice(let id) = subject.type.present, word.type == .string else { return nil }
    guard case .constant(.string(let text)) = word.form else {
      return faulty(.literalWanted("==", at: word.place))
    }
    guard let index = choiceIndex(text, of: id, subject, at: word.place) else {
      return faulty(at: place)
    }
    let choice = constant(subject.type.present, .choice(index), at: word.place)
    return CheckedExpression(.bool, .comparison(.bits, comparison, subject, choice), at: place)
  }

  func choiceIndex(
    _ word: String, of id: ChoiceID, _ subject: CheckedExpression, at place: Location
  ) -> Int? {
    if let index = schema[id].index(of: word) { return index }
    let known = schema[id].choices.map(\.word)
    let byLabel = schema[id].choices.first { $0.labels.values.contains(word) }?.word
    var finding = Diagnostic.unknownChoice(
      word, of: sourceText(subject), among: known, at: place)
    if let byLabel { finding = finding.suggesting(byLabel) }
    report(finding)
    return nil
  }

  private func membership(
    _ left: CheckedExpression, _ comparison: ComparisonOperator, _ right: CheckedExpression,
    at place: Location
  ) -> CheckedExpression {
    let element = requirePresent(left)
    let present = requirePresent(right)
    let container = asMap(present) ?? present
    guard element.type != .unknown, container.type != .unknown else { return faulty(at: place) }
    if case .choice(let id) = element.type, case .list(let words) = container.form {
      return choiceMembership(element, id, words, comparison, at: place)
    }
    let fits =
      switch container.type {
      case .list(.unknown): true
      case .list(let inner):
        kind(of: .equal, inner.present, element.type) != nil && hasEquality(inner)
      case .map, .string: element.type == .string
      default: false
      }
    guard fits else {
      return faulty(
        .operands(
          comparison.rawValue, name(of: element.type), name(of: container.type), at: place))
    }
    return CheckedExpression(
      .bool, .comparison(.membership, comparison, element, container), at: place)
  }

  private func choiceMembership(
    _ element: CheckedExpression, _ id: ChoiceID, _ words: [CheckedExpression],
    _ comparison: ComparisonOperator, at place: Location
  ) -> CheckedExpression {
    var choices: [CheckedExpression] = []
    for word in words {
      guard case .constant(.string(let text)) = word.form else {
        return faulty(.literalWanted("in", at: word.place))
      }
      guard let index = choiceIndex(text, of: id, element, at: word.place) else { continue }
      choices.append(constant(element.type, .choice(index), at: word.place))
    }
    guard choices.count == words.count else { return faulty(at: place) }
    let list = CheckedExpression(.list(element.type), .list(choices), at: place)
    return CheckedExpression(.bool, .comparison(.membership, comparison, element, list), at: place)
  }
}

extension CheckedExpression {
  /// Whether the expression is a written 0.
  fileprivate var isZero: Bool {
    if case .constant(.number(.zero)) = form { true } else { false }
  }
}
