/// How large tables are, never too small.
struct Tables {
  /// The HTML of one empty cell, which a short row gets for nothing.
  private static let cellBytes = 24

  private var columns = 0
  private var rows = 0
  private var largest = Line(lower: 0, upper: 0)
  private var largestCells = 0
  private var cells = 0
  private var paragraphStart: Int?
  /// How much cmark may read again: at each such line, all of the paragraph before it.
  private var rereadBytes = 0

  /// Reads one line and says which limit it breaks.
  mutating func read(
    _ line: Line, contentFrom start: Int, in bytes: Span<UInt8>
  ) -> (limit: Violation.Limit, found: Int)? {
    guard !Self.isBlank(line, in: bytes) else {
      columns = 0
      paragraphStart = nil
      return nil
    }
    let paragraph = paragraphStart ?? line.lower
    paragraphStart = paragraph
    if let found = Self.delimiterColumns(from: start, to: line.upper, in: bytes) {
      columns = max(found, columns)
      rows = 1
      rereadBytes += line.lower - paragraph
      guard found <= Limits.tableColumns else { return (.columns, found) }
      return Limits.rereadBytes < rereadBytes ? (.delimiters, rereadBytes) : nil
    }
    guard 0 < columns else { return nil }
    rows += 1
    cells += columns
    if largestCells < columns * rows {
      largestCells = columns * rows
      largest = line
    }
    return Limits.tableCells < columns * rows ? (.cells, columns * rows) : nil
  }

  /// What all cells together would be in HTML.
  var writtenBytes: Int { cells * Self.cellBytes }

  func firstTooBig(for output: Int) -> Line? {
    output < writtenBytes ? largest : nil
  }

  /// Whether the line ends a paragraph by being empty; an empty list item does not.
  private static func isBlank(_ line: Line, in bytes: Span<UInt8>) -> Bool {
    for index in line.lower..<line.upper {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): break
      default: return false
      }
    }
    return true
  }

  /// The columns of a line such as `|:--|--:|`, or nil if it is no such line.
  private static func delimiterColumns(
    from start: Int, to end: Int, in bytes: Span<UInt8>
  ) -> Int? {
    var groups = 0
    var isInGroup = false
    var isDelimiter = false
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "-"):
        if !isInGroup { groups += 1 }
        isInGroup = true
      case UInt8(ascii: "|"):
        isInGroup = false
        isDelimiter = true
      case UInt8(ascii: ":"): isDelimiter = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return nil
      }
    }
    return isDelimiter && 0 < groups ? groups : nil
  }
}
