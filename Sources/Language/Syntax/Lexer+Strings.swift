import Source

// What stands between quotes, with Python's escapes.
extension Lexer {
  /// The text of the string in `range`; an escape that Python refuses is reported.
  mutating func string(in range: SourceRange) -> String {
    guard bytes[range.lower..<range.upper].contains(UInt8(ascii: "\\")) else {
      return normalizedText(range.lower, range.upper)
    }
    var text = ""
    var place = range.lower
    while place < range.upper {
      let next = bytes[place..<range.upper].firstIndex(of: UInt8(ascii: "\\")) ?? range.upper
      text += normalizedText(place, next)
      place = next
      guard place < range.upper else { break }
      guard let (escaped, length) = escape(at: place, upTo: range.upper) else {
        let place = Location(file, SourceRange(place, min(place + 2, range.upper)))
        diagnostics.append(.unknownEscape(at: place))
        return text
      }
      text += escaped
      place += length
    }
    return text
  }

  private static let simpleEscapes: [UInt8: String] = [
    UInt8(ascii: "n"): "\n", UInt8(ascii: "t"): "\t", UInt8(ascii: "r"): "\r",
    UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}",
    UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "\\"): "\\", UInt8(ascii: "'"): "'",
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\n"): "",
  ]

  /// What the escape at `place` stands for and how long it is, or nil if it is none.
  private func escape(at place: Int, upTo end: Int) -> (text: String, length: Int)? {
    guard place + 1 < end else { return nil }
    let letter = bytes[place + 1]
    if let text = Self.simpleEscapes[letter] { return (text, 2) }
    switch letter {
    case UInt8(ascii: "x"): return numbered(at: place, digits: 2, upTo: end)
    case UInt8(ascii: "u"): return numbered(at: place, digits: 4, upTo: end)
    case UInt8(ascii: "U"): return numbered(at: place, digits: 8, upTo: end)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(at: place, upTo: end)
    // A character by name, or a line break that is not a mere LF: not worth a table.
    case UInt8(ascii: "N"), UInt8(ascii: "\r"), 0x80...: return nil
    default: return ("\\" + String(Unicode.Scalar(letter)), 2)
    }
  }

  private func numbered(at place: Int, digits: Int, upTo end: Int) -> (String, Int)? {
    let upper = place + 2 + digits
    guard upper <= end else { return nil }
    let text = file.text(in: SourceRange(place + 2, upper))
    guard text.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit),
      let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value)
    else { return nil }
    return (String(scalar), 2 + digits)
  }

  private func octal(at place: Int, upTo end: Int) -> (String, Int)? {
    var value: UInt32 = 0
    var next = place + 1
    while next < min(place + 4, end), 0x30...0x37 ~= bytes[next] {
      value = value * 8 + UInt32(bytes[next] - 0x30)
      next += 1
    }
    return Unicode.Scalar(value).map { (String($0), next - place) }
  }
}
