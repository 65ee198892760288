/// How deep lists and quotations stand in each other, never too low.
struct Nesting {
  /// The column at which the content of each list item still open begins.
  private var items: [Int] = []
  /// Where the text of the line read last begins, after all markers.
  private(set) var contentStart = 0

  /// The depth at the end of the markers of `line`.
  ///
  /// A line without markers closes nothing here: it may continue a paragraph lazily.
  mutating func read(_ line: Line, in bytes: Span<UInt8>) -> Int {
    var cursor = Cursor(index: line.lower, upper: line.upper)
    var quotations = 0
    cursor.skipBlanks(in: bytes)
    while let marker = cursor.marker(in: bytes) {
      switch marker {
      case .quotation:
        quotations += 1
      case .item(let column):
        while let last = items.last, column < last { items.removeLast() }
        items.append(cursor.column + 1)
      case .footnote:
        items.append(0)
      }
      cursor.skipBlanks(in: bytes)
      // A longer prefix than any allowed one need not be read to its end.
      guard quotations + items.count <= 2 * Limits.nesting else { break }
    }
    contentStart = cursor.index
    return quotations + items.count
  }
}

/// A place in the markers at the start of a line.
private struct Cursor {
  private(set) var index: Int
  private(set) var column = 0
  private let upper: Int

  /// What can hold other blocks.
  enum Marker {
    case quotation
    case item(column: Int)
    case footnote
  }

  init(index: Int, upper: Int) {
    self.index = index
    self.upper = upper
  }

  mutating func skipBlanks(in bytes: Span<UInt8>) {
    while index < upper {
      switch bytes[index] {
      case UInt8(ascii: " "): column += 1
      case UInt8(ascii: "\t"): column += 4 - column % 4
      default: return
      }
      index += 1
    }
  }

  mutating func marker(in bytes: Span<UInt8>) -> Marker? {
    guard index < upper else { return nil }
    let start = column
    switch bytes[index] {
    case UInt8(ascii: ">"):
      advance(1)
      return .quotation
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard isBlank(at: index + 1, in: bytes), !isThematicBreak(in: bytes) else { return nil }
      advance(1)
      return .item(column: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let length = orderedMarkerLength(in: bytes) else { return nil }
      advance(length)
      return .item(column: start)
    case UInt8(ascii: "["):
      guard let length = footnoteMarkerLength(in: bytes) else { return nil }
      advance(length)
      return .footnote
    default: return nil
    }
  }

  private mutating func advance(_ count: Int) {
    index += count
    column += count
  }

  private func isBlank(at place: Int, in bytes: Span<UInt8>) -> Bool {
    guard place < upper else { return true }
    return bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t")
  }

  private func orderedMarkerLength(in bytes: Span<UInt8>) -> Int? {
    var end = index
    while end < upper, end - index < 9, UInt8(ascii: "0") <= bytes[end],
      bytes[end] <= UInt8(ascii: "9")
    {
      end += 1
    }
    guard end < upper, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
      isBlank(at: end + 1, in: bytes)
    else { return nil }
    return end + 1 - index
  }

  private func footnoteMarkerLength(in bytes: Span<UInt8>) -> Int? {
    guard index + 1 < upper, bytes[index + 1] == UInt8(ascii: "^") else { return nil }
    var end = index + 2
    while end < upper, bytes[end] != UInt8(ascii: "]") { end += 1 }
    guard end + 1 < upper, bytes[end + 1] == UInt8(ascii: ":") else { return nil }
    return end + 2 - index
  }

  /// `- - -` draws a line and holds nothing.
  private func isThematicBreak(in bytes: Span<UInt8>) -> Bool {
    guard bytes[index] != UInt8(ascii: "+") else { return false }
    var marks = 0
    for place in index..<upper where !isBlank(at: place, in: bytes) {
      guard bytes[place] == bytes[index] else { return false }
      marks += 1
    }
    return 3 <= marks
  }
}
