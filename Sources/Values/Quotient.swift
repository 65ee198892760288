/// An exact fraction: what a division gives before somebody says how to round it.
///
/// It has no text of its own, since most fractions have none that is exact.
package struct Quotient: Hashable, Sendable {
  private let numerator: Int128
  private let denominator: Int128

  /// Numerators and denominators stay below this, so that ten times a remainder always fits.
  private static let limit: Int128 = 1 << 123

  /// `dividend` ÷ `divisor`.
  package init(_ dividend: Decimal, over divisor: Decimal) throws(ArithmeticFault) {
    let (numerator, denominator) = Decimal.aligned(dividend, divisor)
    try self.init(dividing: numerator, by: denominator)
  }

  /// The fraction of two whole numbers, in lowest terms with a denominator above zero.
  init(dividing numerator: Int128, by denominator: Int128) throws(ArithmeticFault) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / divisor * sign
    self.denominator = denominator / divisor * sign
    guard self.numerator.magnitude <= Self.limit, self.denominator <= Self.limit else {
      throw .overflow
    }
  }

  /// The nearest number with exactly `places` decimals.
  ///
  /// `places` below zero rounds to tens, hundreds and so on.
  package func rounded(
    to places: Int, _ method: Rounding = .halfUp
  ) throws(ArithmeticFault) -> Decimal {
    guard -Decimal.largestScale <= places, places <= Decimal.largestScale else { throw .overflow }
    guard 0 <= places else { return try roundedToPower(-places, method) }
    var (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    if rest < 0 {
      whole -= 1
      rest += denominator
    }
    for _ in 0..<places {
      let (digit, next) = (rest * 10).quotientAndRemainder(dividingBy: denominator)
      let (tens, overflow) = whole.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .overflow }
      whole = tens + digit
      rest = next
    }
    if method.goesUp(from: whole, rest: rest, of: denominator) { whole += 1 }
    guard let coefficient = Int64(exactly: whole) else { throw .overflow }
    return Decimal(coefficient: coefficient, scale: UInt8(places))
  }

  private func roundedToPower(
    _ exponent: Int, _ method: Rounding
  ) throws(ArithmeticFault) -> Decimal {
    let power = Int128(PowerOfTen[exponent])
    let (wide, overflow) = denominator.multipliedReportingOverflow(by: power)
    guard !overflow else { throw .overflow }
    return try Decimal(method.quotient(numerator, wide) * power, scale: 0)
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    if let left = UInt64(exactly: left), let right = UInt64(exactly: right) {
      return Int128(greatestCommonDivisor(left, right))
    }
    return Int128(greatestCommonDivisor(left, right))
  }

  private static func greatestCommonDivisor<Number: FixedWidthInteger>(
    _ left: Number, _ right: Number
  ) -> Number {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension Quotient {
  /// A number as a fraction.
  package init(_ number: Decimal) {
    let shortest = number.shortest
    self.init(
      lowest: Int128(shortest.coefficient), Int128(PowerOfTen[Int(shortest.scale)]))
  }

  private init(lowest numerator: Int128, _ denominator: Int128) {
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// −1, 0 or 1.
  package var signum: Int { Int(numerator.signum()) }

  /// The fraction with the other sign.
  package var negated: Quotient { Quotient(lowest: -numerator, denominator) }

  /// The fraction without its sign.
  package var magnitude: Quotient { numerator < 0 ? negated : self }

  /// The exact sum.
  package func adding(_ other: Quotient) throws(ArithmeticFault) -> Quotient {
    let divisor = Self.commonDivisor(denominator.magnitude, other.denominator.magnitude)
    let left = try Self.product(numerator, other.denominator / divisor)
    let right = try Self.product(other.numerator, denominator / divisor)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .overflow }
    return try Quotient(
      dividing: sum, by: Self.product(denominator / divisor, other.denominator))
  }

  /// The exact sum.
  package func adding(_ other: Decimal) throws(ArithmeticFault) -> Quotient {
    try adding(Quotient(other))
  }

  /// The exact difference.
  package func subtracting(_ other: Quotient) throws(ArithmeticFault) -> Quotient {
    try adding(other.negated)
  }

  /// The exact difference.
  package func subtracting(_ other: Decimal) throws(ArithmeticFault) -> Quotient {
    try adding(Quotient(other).negated)
  }

  /// The exact product.
  package func multiplying(_ other: Quotient) throws(ArithmeticFault) -> Quotient {
    let first = Self.commonDivisor(numerator.magnitude, other.denominator.magnitude)
    let second = Self.commonDivisor(other.numerator.magnitude, denominator.magnitude)
    return try Quotient(
      dividing: Self.product(numerator / first, other.numerator / second),
      by: Self.product(denominator / second, other.denominator / first))
  }

  /// The exact product.
  package func multiplying(_ other: Decimal) throws(ArithmeticFault) -> Quotient {
    try multiplying(Quotient(other))
  }

  /// The exact fraction of two fractions.
  package func dividing(by other: Quotient) throws(ArithmeticFault) -> Quotient {
    guard other.numerator != 0 else { throw .divisionByZero }
    return try multiplying(Quotient(dividing: other.denominator, by: other.numerator))
  }

  /// The exact fraction of a fraction and a number.
  package func dividing(by other: Decimal) throws(ArithmeticFault) -> Quotient {
    try dividing(by: Quotient(other))
  }

  private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticFault) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw .overflow }
    return product
  }
}

extension Quotient: Comparable {
  package static func < (left: Quotient, right: Quotient) -> Bool {
    // The products have up to 246 bits; 256 hold them.
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }

  package static func < (left: Quotient, right: Decimal) -> Bool { left < Quotient(right) }

  package static func < (left: Decimal, right: Quotient) -> Bool { Quotient(left) < right }
}
