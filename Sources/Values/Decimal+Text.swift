extension Decimal: Printable {
  // Said again here, since a type that can be inlined must show its witnesses.
  @usableFromInline package var description: String { String(appending: appendText) }

  /// Appends the number with its own decimals: `-1.20`.
  package func appendText(to output: inout [UInt8]) {
    text(grouped: false, padding: 0, minus: .hyphen).append(to: &output)
  }

  /// Appends the number with its own decimals to a span that has room for 21 bytes.
  package func appendText(to output: inout OutputSpan<UInt8>) {
    text(grouped: false, padding: 0, minus: .hyphen).append(to: &output)
  }

  /// Appends the number in groups of three digits: `151,799.50`.
  ///
  /// Where `places` is given the number is rounded half up, or filled with zeros, to that many
  /// decimals (0 to 18).
  package func appendGrouped(
    to output: inout [UInt8], places: Int? = nil, minus: MinusSign = .hyphen
  ) {
    let places = min(max(places ?? Int(scale), 0), Self.largestScale)
    // Fewer decimals make the coefficient smaller, so this cannot overflow.
    let shown = places < Int(scale) ? (try? rounded(to: places)) ?? self : self
    shown.text(grouped: true, padding: places - Int(shown.scale), minus: minus).append(to: &output)
  }

  private func text(grouped: Bool, padding: Int, minus: MinusSign) -> NumberText {
    var text = NumberText()
    let magnitude = coefficient.magnitude
    if 0 < scale || 0 < padding {
      text.prepend(0, places: padding)
      let power = UInt64(PowerOfTen[Int(scale)])
      let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: power)
      text.prepend(fraction, places: Int(scale))
      text.prepend(UInt8(ascii: "."))
      text.prepend(whole, grouped: grouped)
    } else {
      text.prepend(magnitude, grouped: grouped)
    }
    if coefficient < 0 { text.prepend(minus) }
    return text
  }
}
