/// What the body of a record may be at most; beyond lie texts that only make a parser suffer.
enum Limits {
  static let bodyBytes = 64 * 1024
  static let lineBytes = 12_000
  static let tableColumns = 50
  /// `|` in one line: cmark counts through all cells of a row for each of them.
  static let linePipes = 500
  static let tableCells = 20_000
  /// Lines like `|---|` within a paragraph: at each, cmark reads the paragraph from its start.
  static let rereadBytes = 8_000_000
  static let definitions = 200
  static let nesting = 20
  /// `<?` and `<!`: each may make cmark read to the end of the paragraph.
  static let declarations = 500
  /// Opening times closing brackets; a body full of honest links stays below a tenth of it.
  static let bracketPairs = 40_000_000
  /// Closing brackets times emphasis marks: cmark looks through all marks at each link.
  static let bracketMarks = 20_000_000
  /// Tags within tags, when a tree is rendered.
  static let depth = 100

  /// How many bytes of HTML a body of `bytes` may become.
  static func outputBytes(for bytes: Int) -> Int { 20 * bytes + 64 * 1024 }
}
