/// How large tables are, never too small.
struct Tables {
  /// The HTML of one empty cell, which a short row gets for nothing.
  private static let cellBytes = 24

  private var columns = 0
  private var rows = 0
  private var largest = Line(lower: 0, upper: 0)
  private var largestCells = 0
  private var cells = 0

  /// Reads one line and says which limit it breaks.
  mutating func read(
    _ line: Line, contentFrom start: Int, in bytes: Span<UInt8>
  ) -> (limit: Violation.Limit, found: Int)? {
    guard start < line.upper else {
      columns = 0
      return nil
    }
    if let found = Self.delimiterColumns(from: start, to: line.upper, in: bytes) {
      columns = max(found, columns)
      rows = 1
      return Limits.tableColumns < found ? (.columns, found) : nil
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
