extension FoldedText {
  /// Reads a number: digits, perhaps in groups of three, perhaps with decimals.
  ///
  /// What stands after the number is left for the caller to judge.
  mutating func takeNumber(isNegative: Bool = false) throws(Malformed) -> Decimal {
    var coefficient = try takeWholePart()
    var scale = 0
    if next == ".", let digit = self[ahead: 1], "0" <= digit, digit <= "9" {
      advance()
      while let digit = takeDigit() {
        scale += 1
        guard scale <= Decimal.largestScale else {
          throw .tooFine(places: Decimal.largestScale)
        }
        coefficient = try Self.extended(coefficient, by: digit)
      }
    }
    return Decimal(coefficient: isNegative ? -coefficient : coefficient, scale: UInt8(scale))
  }

  /// Reads a number that may stand below zero.
  mutating func takeSignedNumber() throws(Malformed) -> Decimal {
    let isNegative = takeMinus()
    return try takeNumber(isNegative: isNegative)
  }

  /// Reads a number of a type that has none below zero.
  mutating func takeUnsignedNumber() throws(Malformed) -> Decimal {
    guard takeMinus() else { return try takeNumber() }
    _ = try takeNumber()
    throw .negative
  }

  /// Steps over `-` or `−`.
  mutating func takeMinus() -> Bool { take("-") || take("\u{2212}") }

  /// Throws unless the number was all there was.
  func expectEndOfNumber() throws(Malformed) {
    guard !isAtEnd else { return }
    throw next == "，" ? .fullWidthComma : looksLikeAUnit ? .unknownUnit : .notANumber
  }

  /// Whether what follows a number is words, not a number of a form that is not read.
  private var looksLikeAUnit: Bool {
    guard let first = next, !isTooLong else { return false }
    switch first {
    case ".", ",", ":", "-", "+", "~", "_", "\u{2212}": return false
    default: break
    }
    for distance in 0..<count {
      if let scalar = self[ahead: distance], "0" <= scalar, scalar <= "9" { return false }
    }
    return true
  }

  private mutating func takeWholePart() throws(Malformed) -> Int64 {
    guard next != nil else { throw .empty }
    guard let first = takeDigit() else { throw .notANumber }
    var value = first
    var count = 1
    while let digit = takeDigit() {
      guard first != 0 else { throw .leadingZero }
      value = try Self.extended(value, by: digit)
      count += 1
    }
    guard next == "," else { return value }
    guard first != 0, count <= 3 else { throw .badGrouping }
    while take(",") {
      for _ in 0..<3 {
        guard let digit = takeDigit() else { throw .badGrouping }
        value = try Self.extended(value, by: digit)
      }
    }
    if takeDigit() != nil { throw .badGrouping }
    return value
  }

  private static func extended(_ value: Int64, by digit: Int64) throws(Malformed) -> Int64 {
    let (tens, first) = value.multipliedReportingOverflow(by: 10)
    let (sum, second) = tens.addingReportingOverflow(digit)
    guard !first, !second else { throw .overflow }
    return sum
  }
}
