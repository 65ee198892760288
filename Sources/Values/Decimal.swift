/// An exact decimal number that keeps the decimals it was written with: 1.20 stays 1.20.
///
/// Equality and order go by value, so 1.2 == 1.20. Inlinable, because every figure of a table is
/// compared from other rooms when lists are sorted.
@frozen @usableFromInline
package struct Decimal: Sendable {
  /// The value without its point; 120 in 1.20.
  @usableFromInline package let coefficient: Int64
  /// How many of the coefficient's digits stand after the point; at most 18.
  @usableFromInline package let scale: UInt8

  /// The most decimals a number has.
  package static let largestScale = 18

  /// The number `coefficient` ÷ 10^`scale`.
  package init(coefficient: Int64, scale: UInt8) {
    precondition(scale <= Self.largestScale, "a decimal has at most 18 decimals")
    self.coefficient = coefficient
    self.scale = scale
  }

  /// A whole number.
  package init(_ integer: Int64) {
    self.coefficient = integer
    self.scale = 0
  }

  package static let zero = Decimal(0)

  /// −1, 0 or 1.
  package var signum: Int64 { coefficient.signum() }

  /// The whole number, if the value is one.
  package var integer: Int64? {
    let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: PowerOfTen[Int(scale)])
    return rest == 0 ? whole : nil
  }

  /// The same value without zeros at its end.
  package var shortest: Decimal {
    var coefficient = coefficient
    var scale = scale
    while 0 < scale, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return Decimal(coefficient: coefficient, scale: scale)
  }
}

extension Decimal: Hashable, Comparable {
  @inlinable
  package static func == (left: Decimal, right: Decimal) -> Bool {
    guard left.scale == right.scale else { return left.difference(from: right) == 0 }
    return left.coefficient == right.coefficient
  }

  @inlinable
  package static func < (left: Decimal, right: Decimal) -> Bool {
    guard left.scale == right.scale else { return left.difference(from: right) < 0 }
    return left.coefficient < right.coefficient
  }

  @usableFromInline
  package func hash(into hasher: inout Hasher) {
    let shortest = shortest
    hasher.combine(shortest.coefficient)
    hasher.combine(shortest.scale)
  }

  /// Below, at or above zero as the number is below, at or above `other`.
  @usableFromInline
  package func difference(from other: Decimal) -> Int {
    let (left, right) = Self.aligned(self, other)
    return left < right ? -1 : left == right ? 0 : 1
  }

  /// Both coefficients at the greater of the two scales; 10^18 times an Int64 fits.
  static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128) {
    let scale = max(left.scale, right.scale)
    return (
      Int128(left.coefficient) * Int128(PowerOfTen[Int(scale - left.scale)]),
      Int128(right.coefficient) * Int128(PowerOfTen[Int(scale - right.scale)])
    )
  }
}

extension Decimal: Readable {
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    self = try folded.takeSignedNumber()
    try folded.expectEndOfNumber()
  }
}

/// The powers of ten that an Int64 holds.
enum PowerOfTen {
  private static let powers: InlineArray<19, Int64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000,
  ]

  static subscript(exponent: Int) -> Int64 { powers[exponent] }
}
