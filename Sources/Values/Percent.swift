/// A percentage as it is printed: 64.84 in 64.84%.
package struct Percent: Hashable, Sendable, Readable {
  /// The number before the sign, with its decimals.
  package let number: Decimal

  package init(_ number: Decimal) {
    self.number = number
  }

  /// Reads `64.84%`; a bare number might mean 0.6484 and is refused.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    self.number = try folded.takeUnsignedNumber()
    guard !folded.isAtEnd else { throw .missingPercentSign }
    if folded[ahead: 1] == "%" { _ = folded.take(" ") }
    guard folded.take("%") else {
      try folded.expectEndOfNumber()
      throw .missingPercentSign
    }
    try folded.expectEndOfNumber()
  }
}

extension Percent: Comparable {
  package static func < (left: Percent, right: Percent) -> Bool { left.number < right.number }
}

extension Percent: Printable {
  /// Appends `64.84%`.
  package func appendText(to output: inout [UInt8]) {
    number.appendText(to: &output)
    output.append(UInt8(ascii: "%"))
  }
}
