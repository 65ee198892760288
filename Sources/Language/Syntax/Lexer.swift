import Source

/// Cuts a template into tokens, with Jinja's rules for white space around tags.
struct Lexer {
  let file: SourceFile
  let options: TemplateOptions
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var bytes: [UInt8] { file.bytes }
  private var offset: Int
  private let end: Int
  /// What the tag just closed demands of the text that follows.
  private var following: Following = .asWritten

  private enum Following { case asWritten, withoutNewline, withoutSpace }

  init(file: SourceFile, range: SourceRange, options: TemplateOptions) {
    self.file = file
    self.options = options
    offset = range.lower
    end = range.upper
  }

  /// The tokens of a whole template.
  static func template(_ file: SourceFile, options: TemplateOptions)
    -> (tokens: [Token], diagnostics: [Diagnostic])
  {
    var range = file.wholeRange
    if !options.keepsTrailingNewline, file.bytes.last == UInt8(ascii: "\n") {
      let isCarriageReturn = file.bytes.dropLast().last == UInt8(ascii: "\r")
      range = SourceRange(0, range.upper - (isCarriageReturn ? 2 : 1))
    }
    return template(file, in: range, options: options)
  }

  /// The tokens of a piece of a file that is a template of its own.
  static func template(_ file: SourceFile, in range: SourceRange, options: TemplateOptions)
    -> (tokens: [Token], diagnostics: [Diagnostic])
  {
    var lexer = Lexer(file: file, range: range, options: options)
    lexer.readTemplate()
    return (lexer.tokens, lexer.diagnostics)
  }

  /// The tokens of a lone expression, such as a check in a kind.
  static func expression(_ file: SourceFile, in range: SourceRange)
    -> (tokens: [Token], diagnostics: [Diagnostic])
  {
    var lexer = Lexer(file: file, range: range, options: TemplateOptions())
    while lexer.readWord(closedBy: nil) {}
    lexer.append(.end, SourceRange(at: range.upper))
    return (lexer.tokens, lexer.diagnostics)
  }

  private mutating func append(_ kind: Token.Kind, _ range: SourceRange, _ text: String = "") {
    tokens.append(Token(kind: kind, range: range, text: text))
  }

  private func stands(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { unsafe bytes[place..<(place + $0.count)].elementsEqual($0) }
  }
}

// MARK: - Text and delimiters

extension Lexer {
  private mutating func readTemplate() {
    while offset < end {
      let opening = nextOpening(from: offset)
      appendText(upTo: opening ?? end, before: opening)
      guard let opening else { break }
      offset = opening
      readTag()
    }
    append(.end, SourceRange(at: end))
  }

  private func nextOpening(from start: Int) -> Int? {
    var place = start
    while place + 1 < end {
      if bytes[place] == UInt8(ascii: "{") {
        let next = bytes[place + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") {
          return place
        }
      }
      place += 1
    }
    return nil
  }

  /// Enters the text from here to `upper`, trimmed as the tags on both sides demand.
  private mutating func appendText(upTo upper: Int, before opening: Int?) {
    var lower = offset
    var upper = upper
    switch following {
    case .asWritten: break
    case .withoutNewline: lower = skippingNewline(lower, upTo: upper)
    case .withoutSpace: lower = skippingSpace(lower, upTo: upper)
    }
    if let opening {
      let sign = opening + 2 < end ? bytes[opening + 2] : 0
      let isOutput = bytes[opening + 1] == UInt8(ascii: "{")
      if sign == UInt8(ascii: "-") {
        while lower < upper, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
      } else if options.stripsBeforeBlocks, !isOutput, sign != UInt8(ascii: "+") {
        upper = strippingIndentation(lower, upper)
      }
    }
    following = .asWritten
    guard lower < upper else { return }
    append(.text, SourceRange(lower, upper), normalizedText(lower, upper))
  }

  private func strippingIndentation(_ lower: Int, _ upper: Int) -> Int {
    var start = upper
    while lower < start,
      bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t")
    {
      start -= 1
    }
    let isLineStart =
      start == 0 || bytes[start - 1] == UInt8(ascii: "\n") || bytes[start - 1] == UInt8(ascii: "\r")
    return isLineStart ? start : upper
  }

  private func skippingNewline(_ lower: Int, upTo upper: Int) -> Int {
    if lower < upper, bytes[lower] == UInt8(ascii: "\n") { return lower + 1 }
    guard lower < upper, bytes[lower] == UInt8(ascii: "\r") else { return lower }
    return lower + 1 < upper && bytes[lower + 1] == UInt8(ascii: "\n") ? lower + 2 : lower + 1
  }

  private func skippingSpace(_ lower: Int, upTo upper: Int) -> Int {
    var lower = lower
    while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 }
    return lower
  }

  /// The text with its line ends as LF, as Jinja reads it.
  private func normalizedText(_ lower: Int, _ upper: Int) -> String {
    let slice = bytes[lower..<upper]
    guard slice.contains(UInt8(ascii: "\r")) else { return String(decoding: slice, as: UTF8.self) }
    var text: [UInt8] = []
    var place = lower
    while place < upper {
      if bytes[place] == UInt8(ascii: "\r") {
        text.append(UInt8(ascii: "\n"))
        if place + 1 < upper, bytes[place + 1] == UInt8(ascii: "\n") { place += 1 }
      } else {
        text.append(bytes[place])
      }
      place += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

// MARK: - Tags

extension Lexer {
  private mutating func readTag() {
    let start = offset
    switch bytes[start + 1] {
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: "{"): readWords(.outputBegin, closedBy: "}}", as: .outputEnd)
    default:
      if let contents = rawOpening(at: start) {
        readRaw(from: start, contents: contents)
      } else {
        readWords(.tagBegin, closedBy: "%}", as: .tagEnd)
      }
    }
  }

  private mutating func readComment() {
    let start = offset
    var place = start + 2
    while place < end, !stands("#}", at: place) { place += 1 }
    guard place < end else {
      diagnostics.append(
        .unclosed("{#", by: "#}", at: Location(file, SourceRange(start, start + 2))))
      offset = end
      return
    }
    offset = place + 2
    setFollowing(sign: bytes[place - 1], isBlock: true)
  }

  private mutating func setFollowing(sign: UInt8, isBlock: Bool) {
    if sign == UInt8(ascii: "-") {
      following = .withoutSpace
    } else if isBlock, options.trimsBlocks, sign != UInt8(ascii: "+") {
      following = .withoutNewline
    }
  }

  private mutating func readWords(
    _ opening: Token.Kind, closedBy closing: StaticString, as closingKind: Token.Kind
  ) {
    let start = offset
    offset += 2
    if offset < end, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
      offset += 1
    }
    append(opening, SourceRange(start, offset))
    while readWord(closedBy: closing) {}
    let sign = offset < end ? bytes[offset] : 0
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    let delimiter = isSigned ? offset + 1 : offset
    guard stands(closing, at: delimiter) else {
      let place = Location(file, SourceRange(start, start + 2))
      diagnostics.append(.unclosed(opening == .tagBegin ? "{%" : "{{", by: "\(closing)", at: place))
      append(closingKind, SourceRange(at: offset))
      return
    }
    append(closingKind, SourceRange(offset, delimiter + 2))
    offset = delimiter + 2
    setFollowing(sign: isSigned ? sign : 0, isBlock: closingKind == .tagEnd)
  }

  /// The offset just behind `{% raw %}`, if that stands at `start`.
  private func rawOpening(at start: Int) -> (contents: Int, sign: UInt8)? {
    tag("raw", at: start)
  }

  private func tag(_ name: StaticString, at start: Int) -> (contents: Int, sign: UInt8)? {
    guard stands("{%", at: start) else { return nil }
    var place = start + 2
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      place += 1
    }
    place = skippingSpace(place, upTo: end)
    guard stands(name, at: place) else { return nil }
    place = skippingSpace(place + name.utf8CodeUnitCount, upTo: end)
    var sign: UInt8 = 0
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      sign = bytes[place]
      place += 1
    }
    return stands("%}", at: place) ? (place + 2, sign) : nil
  }

  private mutating func readRaw(from start: Int, contents: (contents: Int, sign: UInt8)) {
    setFollowing(sign: contents.sign, isBlock: true)
    offset = contents.contents
    var place = offset
    while place < end {
      if let closing = tag("endraw", at: place) {
        appendText(upTo: place, before: place)
        offset = closing.contents
        following = .asWritten
        setFollowing(sign: closing.sign, isBlock: true)
        return
      }
      place += 1
    }
    let opening = Location(file, SourceRange(start, contents.contents))
    diagnostics.append(.unclosed("{% raw %}", by: "{% endraw %}", at: opening))
    offset = end
  }
}

// MARK: - Words inside a tag

extension Lexer {
  /// Reads one word; false at the closing delimiter, at the end, or where nothing can be read.
  private mutating func readWord(closedBy closing: StaticString?) -> Bool {
    offset = skippingSpace(offset, upTo: end)
    guard offset < end else { return false }
    if let closing {
      if stands(closing, at: offset), !closesOpenBrace(closing) { return false }
      let isSign = bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+")
      if isSign, stands(closing, at: offset + 1) { return false }
    }
    switch bytes[offset] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readString()
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

  private mutating func readNumber() {
    let start = offset
    let follows = tokens.last.map { $0.isSymbol(".") && $0.range.upper == start } ?? false
    var isDecimal = false
    if bytes[offset] == UInt8(ascii: "0"), offset + 1 < end,
      [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(bytes[offset + 1] | 0x20)
    {
      offset += 2
      skipDigits {
        ("0"..."9").contains($0) || ("a"..."f").contains($0) || ("A"..."F").contains($0)
      }
    } else {
      skipDigits { ("0"..."9").contains($0) }
      if !follows, offset + 1 < end, bytes[offset] == UInt8(ascii: "."),
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset + 1])
      {
        isDecimal = true
        offset += 1
        skipDigits { ("0"..."9").contains($0) }
      }
    }
    let text = file.text(in: SourceRange(start, offset)).filter { $0 != "_" }
    append(isDecimal ? .decimal : .integer, SourceRange(start, offset), text)
  }

  private mutating func skipDigits(where isDigit: (Unicode.Scalar) -> Bool) {
    while offset < end {
      let scalar = Unicode.Scalar(bytes[offset])
      guard isDigit(scalar) || scalar == "_" else { return }
      offset += 1
    }
  }

  private mutating func readName() {
    let start = offset
    while let scalar = scalar(at: offset), Self.continuesName(scalar) {
      offset += UTF8.width(scalar)
    }
    append(.name, SourceRange(start, offset), file.text(in: SourceRange(start, offset)))
  }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    guard place < end else { return nil }
    var decoder = UTF8()
    var rest = bytes[place..<min(end, place + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isXIDStart
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isXIDContinue
  }

  private mutating func readString() {
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
      offset = end
      return
    }
    offset = place + 1
    append(.string, SourceRange(start, offset), unescaped(SourceRange(start + 1, place)))
  }

  /// The string with Python's escapes read.
  private func unescaped(_ range: SourceRange) -> String {
    let text = file.text(in: range)
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let escape = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch escape {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "\\", "'", "\"": result.append(escape)
      case "u", "x":
        let digits = rest.prefix(escape == "u" ? 4 : 2)
        if let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
          let named = Unicode.Scalar(value)
        {
          result.append(named)
          rest.removeFirst(digits.count)
        } else {
          result.append(contentsOf: [scalar, escape])
        }
      default: result.append(contentsOf: [scalar, escape])
      }
    }
    return String(result)
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
    diagnostics.append(.strangeCharacter(file.text(in: range), at: Location(file, range)))
    offset = range.upper
    return offset < end
  }
}
