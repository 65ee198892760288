import Source

// Words inside a tag.
extension Lexer {
  /// Reads one word; false at the closing delimiter, at the end, or where nothing can be read.
  mutating func readWord(closedBy closing: StaticString?) -> Bool {
    offset = skippingSpace(offset, upTo: end)
    guard offset < end else { return false }
    if let closing {
      if stands(closing, at: offset), !closesOpenBrace(closing) { return false }
      // A tag that begins inside another: the first was never closed.
      if stands("{%", at: offset) || stands("{{", at: offset) || stands("{#", at: offset) {
        return false
      }
      if isSign(bytes[offset], of: closing), stands(closing, at: offset + 1) { return false }
    }
    switch bytes[offset] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(closedBy: closing)
    default:
      guard let scalar = scalar(at: offset), Self.startsName(scalar) else {
        return readSymbol()
      }
      readName()
    }
    return true
  }

  /// Whether `}}` here ends a map literal rather than the output.
  private func closesOpenBrace(_ closing: StaticString) -> Bool {
    guard closing.utf8CodeUnitCount == 2, bytes[offset] == UInt8(ascii: "}") else { return false }
    var depth = 0
    for token in tokens.reversed() {
      if token.kind == .outputBegin || token.kind == .tagBegin { break }
      if token.isSymbol("}") { depth -= 1 }
      if token.isSymbol("{") { depth += 1 }
    }
    return 0 < depth
  }

  /// Reads a number as Jinja cuts it: `007` is `00` and `7`, which no grammar puts side by side.
  private mutating func readNumber() {
    let start = offset
    let behindDot = start > self.start && bytes[start - 1] == UInt8(ascii: ".")
    if !behindDot, let decimalEnd = endOfDecimal(from: start) {
      offset = decimalEnd
      append(.decimal, SourceRange(start, offset), digits(start))
      return
    }
    offset = endOfInteger(from: start)
    append(.integer, SourceRange(start, offset), digits(start))
  }

  private func digits(_ start: Int) -> String {
    file.text(in: SourceRange(start, offset)).filter { $0 != "_" }
  }

  private func endOfDecimal(from start: Int) -> Int? {
    let whole = endOfDigits(from: start) { isDigit, _ in isDigit }
    guard whole + 1 < end, bytes[whole] == UInt8(ascii: "."), isDigit(bytes[whole + 1]) else {
      return nil
    }
    return endOfDigits(from: whole + 1) { isDigit, _ in isDigit }
  }

  private func endOfInteger(from start: Int) -> Int {
    guard bytes[start] == UInt8(ascii: "0") else {
      return endOfDigits(from: start) { isDigit, _ in isDigit }
    }
    let prefix = start + 1 < end ? bytes[start + 1] | 0x20 : 0
    let based: Int? =
      switch prefix {
      case UInt8(ascii: "x"): endOfDigits(from: start + 2) { $0 || 0x61...0x66 ~= $1 | 0x20 }
      case UInt8(ascii: "o"): endOfDigits(from: start + 2) { $0 && $1 < 0x38 }
      case UInt8(ascii: "b"): endOfDigits(from: start + 2) { $0 && $1 < 0x32 }
      default: nil
      }
    if let based, start + 2 < based { return based }
    return endOfDigits(from: start) { $1 == UInt8(ascii: "0") }
  }

  /// The end of digits with single `_` between them; `isIn` is asked about each byte, and told
  /// first whether it is a decimal digit.
  private func endOfDigits(from start: Int, where isIn: (Bool, UInt8) -> Bool) -> Int {
    var place = start
    while place < end {
      if isIn(isDigit(bytes[place]), bytes[place]) {
        place += 1
      } else if start < place || bytes[place - 1] != UInt8(ascii: "_"),
        bytes[place] == UInt8(ascii: "_"), place + 1 < end,
        isIn(isDigit(bytes[place + 1]), bytes[place + 1])
      {
        place += 2
      } else {
        return place
      }
    }
    return place
  }

  private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private mutating func readName() {
    let start = offset
    while let scalar = scalar(at: offset), Self.continuesName(scalar) {
      offset += UTF8.width(scalar)
    }
    append(.name, SourceRange(start, offset), file.text(in: SourceRange(start, offset)))
  }

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    guard 0x80 <= scalar.value else {
      return scalar == "_" || 0x61...0x7A ~= scalar.value | 0x20
    }
    return scalar.properties.isXIDStart
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    guard 0x80 <= scalar.value else { return startsName(scalar) || 0x30...0x39 ~= scalar.value }
    return scalar.properties.isXIDContinue
  }

  private mutating func readString(closedBy closing: StaticString?) {
    let start = offset
    let quote = bytes[start]
    var place = start + 1
    while place < end, bytes[place] != quote {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < end else {
      let location = Location(file, SourceRange(start, start + 1))
      diagnostics.append(
        .unclosed("\(Unicode.Scalar(quote))", by: "\(Unicode.Scalar(quote))", at: location))
      // The tag is taken to end where it would without the quote.
      offset = start + 1
      while offset < end, closing.map({ !stands($0, at: offset) }) ?? true { offset += 1 }
      return
    }
    offset = place + 1
    append(.string, SourceRange(start, offset), string(in: SourceRange(start + 1, place)))
  }

  private static let symbols: [StaticString] = [
    "==", "!=", "<=", ">=", "//", "**", "<", ">", "+", "-", "*", "/", "%", "~", "|", ".", ",",
    ":", "(", ")", "[", "]", "{", "}", "=", "?",
  ]

  private mutating func readSymbol() -> Bool {
    for symbol in Self.symbols where stands(symbol, at: offset) {
      let range = SourceRange(offset, offset + symbol.utf8CodeUnitCount)
      append(.symbol, range, "\(symbol)")
      offset = range.upper
      return true
    }
    let width = scalar(at: offset).map { UTF8.width($0) } ?? 1
    let range = SourceRange(offset, min(end, offset + width))
    // A tag with one full-width sign often has more: the first says enough.
    let known = diagnostics.last?.location.range?.lower ?? -1
    if known < (tokens.last { $0.kind == .outputBegin || $0.kind == .tagBegin }?.range.lower ?? 0) {
      diagnostics.append(.strangeCharacter(file.text(in: range), at: Location(file, range)))
    }
    offset = range.upper
    return offset < end
  }
}
