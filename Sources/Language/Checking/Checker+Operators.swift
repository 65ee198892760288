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
    if left.type == .string, operation == .remainder {
      help = [
        Wording(
          zh: "请写 `'%.2f'|format(x)`，或 `x|round(2)`",
          en: "write `'%.2f'|format(x)`, or `x|round(2)`")
      ]
    }
    if case .quotient = left.type { help = [Self.roundFirst] }
    if case .quotient = right.type { help = [Self.roundFirst] }
    return .operands(
      operation.rawValue, name(of: left.type), name(of: right.type), at: place, help: help)
  }

  static let roundFirst = Wording(
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
    if isMarkup, left.isWrittenOut, right.isWrittenOut {
      return faulty(.constantMarkup(at: place))
    }
    return CheckedExpression(
      isMarkup ? .html : .string, isMarkup ? .markup(parts) : .text(parts), at: place)
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
