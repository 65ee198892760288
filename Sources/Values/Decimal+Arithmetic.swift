extension Decimal {
  /// The exact sum, with the decimals of the finer number.
  package func adding(_ other: Decimal) throws(ArithmeticFault) -> Decimal {
    if scale == other.scale {
      let (sum, overflow) = coefficient.addingReportingOverflow(other.coefficient)
      guard !overflow else { throw .overflow }
      return Decimal(coefficient: sum, scale: scale)
    }
    let (left, right) = Self.aligned(self, other)
    return try Decimal(left + right, scale: Int(max(scale, other.scale)))
  }

  /// The exact difference, with the decimals of the finer number.
  package func subtracting(_ other: Decimal) throws(ArithmeticFault) -> Decimal {
    if scale == other.scale {
      let (rest, overflow) = coefficient.subtractingReportingOverflow(other.coefficient)
      guard !overflow else { throw .overflow }
      return Decimal(coefficient: rest, scale: scale)
    }
    let (left, right) = Self.aligned(self, other)
    return try Decimal(left - right, scale: Int(max(scale, other.scale)))
  }

  /// The exact product, with the decimals of both; zeros at the end go only if it would not fit.
  package func multiplying(_ other: Decimal) throws(ArithmeticFault) -> Decimal {
    try Decimal(
      Int128(coefficient) * Int128(other.coefficient), scale: Int(scale) + Int(other.scale))
  }

  /// The number with the other sign.
  package func negated() throws(ArithmeticFault) -> Decimal {
    guard coefficient != .min else { throw .overflow }
    return Decimal(coefficient: -coefficient, scale: scale)
  }

  /// The number without its sign.
  package func magnitude() throws(ArithmeticFault) -> Decimal {
    coefficient < 0 ? try negated() : self
  }

  /// The number with exactly `places` decimals, filled with zeros where it has fewer.
  ///
  /// `places` below zero rounds to tens, hundreds and so on.
  package func rounded(
    to places: Int, _ method: Rounding = .halfUp
  ) throws(ArithmeticFault) -> Decimal {
    guard -Self.largestScale <= places, places <= Self.largestScale else { throw .overflow }
    guard places < Int(scale) else {
      let factor = PowerOfTen[places - Int(scale)]
      let (filled, overflow) = coefficient.multipliedReportingOverflow(by: factor)
      guard !overflow else { throw .overflow }
      return Decimal(coefficient: filled, scale: UInt8(places))
    }
    let kept = max(places, 0)
    let unit = Int128(PowerOfTen[kept - places])
    let whole = method.quotient(
      Int128(coefficient), Int128(PowerOfTen[Int(scale) - kept]) * unit)
    return try Decimal(whole * unit, scale: kept)
  }

  /// The greatest whole number that is not above `self` ÷ `divisor`.
  package func floorDivided(by divisor: Decimal) throws(ArithmeticFault) -> Decimal {
    guard divisor.coefficient != 0 else { throw .divisionByZero }
    var (left, right) = Self.aligned(self, divisor)
    if right < 0 { (left, right) = (-left, -right) }
    return try Decimal(Rounding.floor.quotient(left, right), scale: 0)
  }

  /// What floor division leaves; it has the sign of the divisor.
  package func remainder(dividingBy divisor: Decimal) throws(ArithmeticFault) -> Decimal {
    guard divisor.coefficient != 0 else { throw .divisionByZero }
    let (left, right) = Self.aligned(self, divisor)
    let rest = left % right
    let needsTurn = rest != 0 && (rest < 0) != (right < 0)
    return try Decimal(needsTurn ? rest + right : rest, scale: Int(max(scale, divisor.scale)))
  }

  /// A wide coefficient brought home, dropping zeros at its end only as far as it must.
  init(_ wide: Int128, scale wideScale: Int) throws(ArithmeticFault) {
    var wide = wide
    var scale = wideScale
    while Self.largestScale < scale || Int64(exactly: wide) == nil {
      guard 0 < scale, wide % 10 == 0 else { throw .overflow }
      wide /= 10
      scale -= 1
    }
    self.init(coefficient: Int64(wide), scale: UInt8(scale))
  }
}
