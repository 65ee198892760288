import Source
import Values

// Arithmetic under units, and comparison.
extension Checker {
  func checkArithmetic(
    _ left: Expression, _ operation: ArithmeticOperator, _ right: Expression, at place: Location
  ) -> CheckedExpression {
    if operation == .concatenate { return concatenation(left, right, at: place) }
    let first = present(left)
    let second = present(right)
    guard first.type != .unknown, second.type != .unknown else { return faulty(at: place) }
    guard let (type, arithmetic) = Self.result(of: operation, first.type, second.type) else {
      return faulty(operandsDoNotFit(operation, first, second, at: place))
    }
    if arithmetic == nil {
      return CheckedExpression(type, .call(Operations.joinLists, [first, second]), at: place)
    }
    if let folded = folded(arithmetic, first, second, type, at: place) { return folded }
    return CheckedExpression(
      type, arithmetic.map { .arithmetic($0, first, second) } ?? .faulty, at: place)
  }

  /// The type and kind of an operation, or nil if the operands do not go together.
  private static func result(of operation: ArithmeticOperator, _ left: Type, _ right: Type)
    -> (Type, Arithmetic?)?
  {
    switch operation {
    case .add, .subtract: sum(operation == .add, left, right)
    case .multiply: product(left, right) ?? product(right, left)
    case .divide: quotient(left, right).map { (.quotient(of: $0), .divide) }
    case .floorDivide: plain(left, right).map { ($0, .floorDivide) }
    case .remainder: plain(left, right).map { ($0, .remainder) }
    case .concatenate: nil
    }
  }

  private static func plain(_ left: Type, _ right: Type) -> Type? {
    switch (left, right) {
    case (.int, .int): .int
    case (.int, .decimal), (.decimal, .int), (.decimal, .decimal): .decimal
    default: nil
    }
  }

  private static func sum(_ isAddition: Bool, _ left: Type, _ right: Type) -> (Type, Arithmetic?)? {
    let arithmetic: Arithmetic = isAddition ? .add : .subtract
    if let type = plain(left, right) { return (type, arithmetic) }
    switch (left, right) {
    case (.money, .money), (.price, .price), (.area, .area), (.percent, .percent):
      return (left, arithmetic)
    case (.date, .int): return (.date, isAddition ? .addDays : .subtractDays)
    case (.date, .date) where !isAddition: return (.int, .daysBetween)
    case (.quotient(let unit), .quotient(let other)) where unit == other: return (left, arithmetic)
    case (.quotient(of: .number), .int), (.quotient(of: .number), .decimal):
      return (left, arithmetic)
    case (.int, .quotient(of: .number)), (.decimal, .quotient(of: .number)):
      return (right, arithmetic)
    case (.list, .list) where isAddition:
      return left.joined(with: right).map { ($0, nil) }
    default: return nil
    }
  }

  private static func product(_ left: Type, _ right: Type) -> (Type, Arithmetic?)? {
    if let type = plain(left, right) { return (type, .multiply) }
    switch (left, right) {
    case (.money, .int), (.money, .decimal), (.area, .int), (.area, .decimal), (.price, .int),
      (.price, .decimal), (.percent, .int), (.percent, .decimal):
      return (left, .multiply)
    // What a price comes to for an area, a month.
    case (.price, .area): return (.money, .multiply)
    case (.money, .percent), (.price, .percent), (.area, .percent): return (left, .percentOf)
    case (.quotient, .int), (.quotient, .decimal): return (left, .multiply)
    default: return nil
    }
  }

  private static func quotient(_ left: Type, _ right: Type) -> Type.Unit? {
    switch (left, right) {
    case (.int, .int), (.int, .decimal), (.decimal, .int), (.decimal, .decimal), (.money, .money),
      (.price, .price), (.area, .area), (.percent, .percent):
      .number
    case (.money, .int), (.money, .decimal): .money
    case (.price, .int), (.price, .decimal), (.money, .area): .price
    case (.area, .int), (.area, .decimal): .area
    case (.quotient(let unit), .int), (.quotient(let unit), .decimal): unit
    case (.quotient(.money), .area): .price
    case (.quotient(let unit), .quotient(let other)) where unit == other: .number
    default: nil
    }
  }

  private func operandsDoNotFit(
    _ operation: ArithmeticOperator, _ left: CheckedExpression, _ right: CheckedExpression,
    at place: Location
  ) -> Diagnostic {
    var help: [Wording] = []
    if left.type == .string || right.type == .string, operation == .add {
      help = [Wording(zh: "连接文字请用 `~`", en: "join texts with `~`")]
    }
    if case .quotient = left.type { help = [Self.roundFirst] }
    if case .quotient = right.type { help = [Self.roundFirst] }
    return .operands(
      operation.rawValue, name(of: left.type), name(of: right.type), at: place, help: help)
  }

  private static let roundFirst = Wording(
    zh: "先把除法的结果舍入：`|round(2)`", en: "round the quotient first: `|round(2)`")

  private func folded(
    _ arithmetic: Arithmetic?, _ left: CheckedExpression, _ right: CheckedExpression, _ type: Type,
    at place: Location
  ) -> CheckedExpression? {
    guard case .constant(.number(let first)) = left.form,
      case .constant(.number(let second)) = right.form
    else { return nil }
    do {
      switch arithmetic {
      case .add: return constant(type, .number(try first.adding(second)), at: place)
      case .subtract: return constant(type, .number(try first.subtracting(second)), at: place)
      case .multiply: return constant(type, .number(try first.multiplying(second)), at: place)
      case .divide where second == .zero: throw ArithmeticFault.divisionByZero
      case .floorDivide:
        return constant(type, .number(try first.floorDivided(by: second)), at: place)
      case .remainder:
        return constant(type, .number(try first.remainder(dividingBy: second)), at: place)
      default: return nil
      }
    } catch {
      return faulty(.arithmetic(error as? ArithmeticFault ?? .overflow, at: place))
    }
  }

  private func concatenation(_ left: Expression, _ right: Expression, at place: Location)
    -> CheckedExpression
  {
    var parts: [CheckedExpression] = []
    for operand in [left, right] {
      let checked = present(operand)
      if case .text(let inner) = checked.form {
        parts += inner
      } else {
        parts.append(requirePrintable(checked))
      }
    }
    guard !parts.contains(where: { $0.type == .unknown }) else { return faulty(at: place) }
    let isMarkup = parts.contains { $0.type == .html }
    return CheckedExpression(
      isMarkup ? .html : .string, isMarkup ? .markup(parts) : .text(parts), at: place)
  }
}

// MARK: - Comparison

extension Checker {
  func checkComparison(
    _ first: Expression, _ rest: [(relation: ComparisonOperator, operand: Expression)],
    at place: Location
  ) -> CheckedExpression {
    var left = check(first)
    var whole: CheckedExpression?
    for (comparison, operand) in rest {
      let right = check(operand)
      let one = compare(left, comparison, right)
      whole = whole.map { CheckedExpression(.bool, .and($0, one), at: place) } ?? one
      left = right
    }
    return whole ?? faulty(at: place)
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
    let list = CheckedExpression(.list(element.type), .list(choices), at: place)
    return CheckedExpression(.bool, .comparison(.membership, comparison, element, list), at: place)
  }
}

extension Location {
  /// Whether the other place is a part of this one.
  func holds(_ other: Location) -> Bool {
    guard file === other.file, let range, let inner = other.range else { return false }
    return range.lower <= inner.lower && inner.upper <= range.upper
  }

  /// The place that holds both, where both are in one file.
  func joined(with other: Location) -> Location {
    guard file === other.file, let range, let second = other.range else { return self }
    return Location(file, range.joined(with: second))
  }
}

extension CheckedExpression {
  /// Whether the expression is a written 0.
  fileprivate var isZero: Bool {
    if case .constant(.number(.zero)) = form { true } else { false }
  }
}
