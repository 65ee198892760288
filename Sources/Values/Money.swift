/// An amount of yuan, exact to the fen.
package struct Money: Hashable, Sendable {
  package let fen: Int64

  package init(fen: Int64) {
    self.fen = fen
  }

  /// Rounds an exact number of yuan to the fen.
  package init(
    rounding yuan: Decimal, _ method: Rounding = .halfUp
  ) throws(ArithmeticFault) {
    self.fen = try yuan.rounded(to: 2, method).coefficient
  }

  /// Rounds an exact fraction of yuan to the fen.
  package init(
    rounding yuan: Quotient, _ method: Rounding = .halfUp
  ) throws(ArithmeticFault) {
    self.fen = try yuan.rounded(to: 2, method).coefficient
  }

  package static let zero = Money(fen: 0)

  /// The amount as a number of yuan with two decimals.
  package var yuan: Decimal { Decimal(coefficient: fen, scale: 2) }

  /// The exact sum.
  package func adding(_ other: Money) throws(ArithmeticFault) -> Money {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    guard !overflow else { throw .overflow }
    return Money(fen: sum)
  }

  /// The exact difference.
  package func subtracting(_ other: Money) throws(ArithmeticFault) -> Money {
    let (rest, overflow) = fen.subtractingReportingOverflow(other.fen)
    guard !overflow else { throw .overflow }
    return Money(fen: rest)
  }

  /// The amount with the other sign.
  package func negated() throws(ArithmeticFault) -> Money { try Money.zero.subtracting(self) }
}

extension Money: Comparable {
  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Money: Readable {
  /// Reads `128,400.50`, `¥128400.50`, `128400.50元`, `12.84005万元`, `1.2亿元`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    var isNegative = folded.takeMinus()
    if folded.take("¥") {
      _ = folded.take(" ")
      if !isNegative { isNegative = folded.takeMinus() }
    }
    let number = try folded.takeNumber(isNegative: isNegative)
    let exponent = folded.takeYuanUnit()
    try folded.expectEndOfNumber()
    self.fen = try number.scaled(byPowerOfTen: exponent, keeping: 2)
  }
}

extension Money: Printable {
  /// Appends `151799.50`.
  package func appendText(to output: inout [UInt8]) { yuan.appendText(to: &output) }

  /// Appends `151,799.50`.
  package func appendGrouped(to output: inout [UInt8], minus: MinusSign = .hyphen) {
    yuan.appendGrouped(to: &output, minus: minus)
  }
}

extension FoldedText {
  /// Steps over 元, 万元 or 亿元 and says how many zeros the word stands for.
  fileprivate mutating func takeYuanUnit() -> Int {
    let isSpaced = next == " "
    let ahead = isSpaced ? 1 : 0
    let (exponent, length) =
      switch (self[ahead: ahead], self[ahead: ahead + 1]) {
      case ("元", _): (0, 1)
      case ("万", "元"): (4, 2)
      case ("亿", "元"): (8, 2)
      default: (0, 0)
      }
    guard 0 < length else { return 0 }
    for _ in 0..<ahead + length { advance() }
    return exponent
  }
}

extension Decimal {
  /// The coefficient of the number × 10^`exponent` at `places` decimals, which must hold it exactly.
  func scaled(
    byPowerOfTen exponent: Int = 0, keeping places: Int
  ) throws(Malformed) -> Int64 {
    let shift = exponent + places - Int(scale)
    guard 0 <= shift else {
      let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: PowerOfTen[-shift])
      guard rest == 0 else { throw .tooFine(places: places) }
      return whole
    }
    let (scaled, overflow) = coefficient.multipliedReportingOverflow(by: PowerOfTen[shift])
    guard !overflow else { throw .overflow }
    return scaled
  }
}
