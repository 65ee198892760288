package import Source

/// A text with its places marked by `«…»`, so that no test counts lines.
package struct MarkedText {
  /// The text without the marks.
  package let file: SourceFile
  /// What stood between the marks, in order of the opening ones.
  package let marks: [SourceRange]

  package init(_ marked: String, path: String = "test.md") {
    var bytes: [UInt8] = []
    var marks: [SourceRange?] = []
    var open: [(index: Int, offset: Int)] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«":
        open.append((marks.count, bytes.count))
        marks.append(nil)
      case "»":
        let mark = open.removeLast()
        marks[mark.index] = SourceRange(mark.offset, bytes.count)
      default:
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.file = SourceFile(path: path, bytes: bytes)
    self.marks = marks.compactMap { $0 }
  }
}
