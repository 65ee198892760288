/// An area, exact to the hundredth of a square metre.
package struct Area: Hashable, Sendable {
  /// Hundredths of a square metre, as fen are hundredths of a yuan.
  package let hundredths: Int64

  package init(hundredths: Int64) {
    self.hundredths = hundredths
  }

  package static let zero = Area(hundredths: 0)

  /// The area as a number with two decimals.
  package var squareMetres: Decimal { Decimal(coefficient: hundredths, scale: 2) }

  /// The exact sum.
  package func adding(_ other: Area) throws(ArithmeticFault) -> Area {
    let (sum, overflow) = hundredths.addingReportingOverflow(other.hundredths)
    guard !overflow else { throw .overflow }
    return Area(hundredths: sum)
  }

  /// The exact difference.
  package func subtracting(_ other: Area) throws(ArithmeticFault) -> Area {
    let (rest, overflow) = hundredths.subtractingReportingOverflow(other.hundredths)
    guard !overflow else { throw .overflow }
    return Area(hundredths: rest)
  }
}

extension Area: Readable {
  /// Reads `84210.5`, `84,210.50㎡`, `84210.5平方米`, `84210.5 m²`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    let number = try folded.takeUnsignedNumber()
    let afterNumber = folded.position
    _ = folded.take(" ")
    // A space with nothing of a unit after it is judged with what follows the number.
    if !folded.takeSquareMetre() { folded.position = afterNumber }
    try folded.expectEndOfNumber()
    self.hundredths = try number.scaled(keeping: 2)
  }
}

extension Area: Comparable {
  package static func < (left: Area, right: Area) -> Bool { left.hundredths < right.hundredths }
}

extension Area: Printable {
  /// Appends `84210.50`.
  package func appendText(to output: inout [UInt8]) { squareMetres.appendText(to: &output) }

  /// Appends `84,210.50`.
  package func appendGrouped(to output: inout [UInt8]) {
    squareMetres.appendGrouped(to: &output)
  }
}
