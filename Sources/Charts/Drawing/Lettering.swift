import Values

/// A size of type, and how much room texts take in it.
///
/// Nobody knows the reader's font, so widths are reckoned a little wide: a Chinese character is as
/// wide as it is high, anything else six tenths of that.
struct Lettering {
  let size: Length
  /// The class of the text; nil for the plain one.
  let name: String?

  /// Names of rows.
  static let plain = Lettering(size: 16, name: nil)
  /// Figures, which are bold.
  static let value = Lettering(size: 16, name: "value")
  /// What is written small beside a drawing.
  static let small = Lettering(size: 14, name: "label")

  func width(of text: String) -> Length {
    text.unicodeScalars.reduce(Length.zero) { $0 + width(of: $1) }
  }

  private func width(of scalar: Unicode.Scalar) -> Length {
    switch UnicodeText.displayWidth(of: scalar) {
    case 0: 0
    // Marks such as ▶ and — are drawn wide by Chinese fonts.
    case 1 where scalar.value < 0x2010: Length(tenths: size.tenths * 6 / 10)
    default: size
    }
  }

  /// The text, shortened with … if it would be wider than `room`.
  func fitted(_ text: String, in room: Length) -> String {
    guard room < width(of: text) else { return text }
    var kept = String.UnicodeScalarView()
    var used = size
    for scalar in text.unicodeScalars {
      used += width(of: scalar)
      guard used <= room else { break }
      kept.append(scalar)
    }
    while kept.last == " " { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The text in at most two lines, the second shortened if need be.
  func wrapped(_ text: String, in room: Length) -> [String] {
    guard room < width(of: text) else { return [text] }
    let scalars = Array(text.unicodeScalars)
    var used = Length.zero
    var end = 0
    while end < scalars.count, used + width(of: scalars[end]) <= room {
      used += width(of: scalars[end])
      end += 1
    }
    // A word is not torn apart if the line holds another.
    if let space = scalars[..<end].lastIndex(of: " "), 0 < space, scalars[end].isASCII {
      end = space + 1
    }
    let rest = scalars[end...].drop { $0 == " " }
    let isSpaced = scalars[..<end].last == " "
    return [Self.text(scalars[..<(isSpaced ? end - 1 : end)]), fitted(Self.text(rest), in: room)]
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
