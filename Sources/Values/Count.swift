/// A number of things: whole and never below zero.
package struct Count: Hashable, Sendable, Readable {
  package let value: Int64

  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    let number = try folded.takeUnsignedNumber()
    try folded.expectEndOfNumber()
    guard number.scale == 0 else { throw .notWhole }
    self.value = number.coefficient
  }
}
