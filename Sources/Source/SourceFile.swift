/// The bytes of one file and the path by which people know it.
///
/// A reference, so that a diagnostic can keep the text it speaks of at the price of a pointer.
package final class SourceFile: Sendable {
  /// Relative to the site's folder, with `/` between its parts: `content/site.md`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The range of the whole text.
  package var wholeRange: SourceRange { SourceRange(0, bytes.count) }

  /// The text of `range`; bytes that are not UTF-8 come out as U+FFFD.
  package func text(in range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }
}

extension SourceFile {
  /// Where `offset` stands, counted only when somebody wants to read it.
  ///
  /// Lines end at LF, CR LF or the end of the file; a BOM at the start takes no column.
  package func position(at offset: Int) -> Position {
    let end = min(offset, bytes.count)
    var line = 1
    for byte in bytes[..<end] where byte == UInt8(ascii: "\n") {
      line += 1
    }
    let before = bytes[lineStart(before: end)..<end]
    return Position(line: line, column: 1 + Self.scalarCount(before))
  }

  /// The bytes of the line that holds `offset`, without its line break.
  package func lineRange(at offset: Int) -> SourceRange {
    let start = lineStart(before: min(offset, bytes.count))
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if start < end, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  private func lineStart(before offset: Int) -> Int {
    guard let feed = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) else {
      return bytes.starts(with: Self.byteOrderMark) ? min(3, offset) : 0
    }
    return feed + 1
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}

/// A line and a column as people count them: from 1, columns in Unicode scalars.
package struct Position: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
