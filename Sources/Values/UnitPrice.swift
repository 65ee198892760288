/// A price in yuan per square metre and month, with the decimals it was written with.
package struct UnitPrice: Hashable, Sendable {
  /// At most four decimals, not below zero.
  package let yuan: Decimal

  /// The most decimals a price has.
  package static let places = 4

  /// A price from a number that was computed.
  package init(_ yuan: Decimal) throws(Malformed) {
    guard 0 <= yuan.coefficient else { throw .negative }
    guard yuan.scale <= Self.places else { throw .tooFine(places: Self.places) }
    self.yuan = yuan
  }
}

extension UnitPrice: Readable {
  /// Reads `1.20`, `1.20元/㎡·月`, `1.20元/平方米/月`, `1.20元每平方米每月`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    let number = try folded.takeUnsignedNumber()
    if !folded.isAtEnd { try folded.takePriceUnit() }
    try self.init(number)
  }
}

extension UnitPrice: Comparable {
  package static func < (left: UnitPrice, right: UnitPrice) -> Bool { left.yuan < right.yuan }
}

extension UnitPrice: Printable {
  /// Appends `1.20`.
  package func appendText(to output: inout [UInt8]) { yuan.appendText(to: &output) }
}

extension FoldedText {
  /// Steps over 元/㎡·月 in its spellings, to the end of the text.
  fileprivate mutating func takePriceUnit() throws(Malformed) {
    let start = position
    _ = take(" ")
    guard take("元") else {
      // Not one step into a unit, so that 1.2.3 is no number rather than one of unknown unit.
      position = start
      try expectEndOfNumber()
      throw .unknownUnit
    }
    guard takePer(), takeSquareMetre(), takePer(), take("月"), isAtEnd else { throw .unknownUnit }
  }

  /// Steps over `/`, `·` or 每, or a sign and 每 together.
  private mutating func takePer() -> Bool {
    let hasSign = take("/") || take("·") || take("・")
    return take("每") || hasSign
  }

  /// Steps over ㎡, 平方米 or m².
  mutating func takeSquareMetre() -> Bool {
    take("㎡") || take(word: "平方米") || take(word: "m²")
  }
}
