import Source

/// Cuts a template into tokens, with Jinja's rules for white space around tags.
struct Lexer {
  let file: SourceFile
  let options: TemplateOptions
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  let bytes: [UInt8]
  var offset: Int
  let start: Int
  let end: Int
  /// What the tag just closed demands of the text that follows.
  var following: Following = .asWritten

  enum Following { case asWritten, withoutNewline, withoutSpace }

  init(file: SourceFile, range: SourceRange, options: TemplateOptions) {
    self.file = file
    self.options = options
    bytes = file.bytes
    offset = range.lower
    start = range.lower
    end = range.upper
  }

  /// The tokens of a whole template.
  static func template(_ file: SourceFile, options: TemplateOptions)
    -> (tokens: [Token], diagnostics: [Diagnostic])
  {
    var upper = file.bytes.count
    if !options.keepsTrailingNewline { upper -= newlineLength(atEndOf: file.bytes) }
    return template(file, in: SourceRange(0, upper), options: options)
  }

  /// The tokens of a piece of a file that is a template of its own.
  static func template(_ file: SourceFile, in range: SourceRange, options: TemplateOptions)
    -> (tokens: [Token], diagnostics: [Diagnostic])
  {
    var lexer = Lexer(file: file, range: range, options: options)
    lexer.readTemplate()
    return (lexer.tokens, lexer.diagnostics)
  }

  private static func newlineLength(atEndOf bytes: [UInt8]) -> Int {
    if bytes.last == UInt8(ascii: "\r") { return 1 }
    guard bytes.last == UInt8(ascii: "\n") else { return 0 }
    return bytes.dropLast().last == UInt8(ascii: "\r") ? 2 : 1
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

  mutating func append(_ kind: Token.Kind, _ range: SourceRange, _ text: String = "") {
    tokens.append(Token(kind: kind, range: range, text: text))
  }

  func stands(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { unsafe bytes[place..<(place + $0.count)].elementsEqual($0) }
  }

  /// The character at `place`, or nil at the end and where the bytes are not UTF-8.
  func scalar(at place: Int) -> Unicode.Scalar? {
    guard place < end else { return nil }
    let lead = bytes[place]
    guard 0x80 <= lead else { return Unicode.Scalar(lead) }
    var decoder = UTF8()
    var rest = bytes[place..<min(end, place + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }
}

extension Unicode.Scalar {
  /// Whether Python takes it for white space.
  var isPythonSpace: Bool {
    guard 0x80 <= value else {
      return value == 0x20 || 0x09...0x0D ~= value || 0x1C...0x1F ~= value
    }
    return properties.isWhitespace
  }
}
