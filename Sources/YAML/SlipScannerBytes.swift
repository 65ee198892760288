import Source

/// The steps over bytes that the walk over lines is made of.
extension SlipScanner {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")

  /// The signs on a line that decide where a key ends.
  struct Signs {
    /// The first `:` with a blank or the line's end after it.
    var colon: Int?
    /// The first full-width colon.
    var wideColon: Int?
    /// The first `:` with something else after it.
    var tightColon: Int?
    /// The first `#` after a blank.
    var comment: Int?
  }

  /// The signs from `start` to the line's end, or to the first YAML colon or comment.
  func signs(from start: Int, throughColons: Bool = false) -> Signs {
    var signs = Signs()
    var index = start
    while !isLineEnd(index) {
      switch bytes[index] {
      case UInt8(ascii: ":"):
        if !isTokenEnd(index + 1) {
          if signs.tightColon == nil { signs.tightColon = index }
        } else if !throughColons {
          signs.colon = index
          return signs
        }
      case UInt8(ascii: "#") where isBlank(byte(index - 1)):
        signs.comment = index
        return signs
      case 0xEF where signs.wideColon == nil && wideColon(at: index) != nil:
        signs.wideColon = index
      default: break
      }
      index += 1
    }
    return signs
  }

  /// The byte at `index`, or 0 beyond the text.
  func byte(_ index: Int) -> UInt8 { 0 <= index && index < end ? bytes[index] : 0 }

  func isBlank(_ byte: UInt8) -> Bool { byte == Self.space || byte == Self.tab }

  func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  func isLineEnd(_ index: Int) -> Bool { end <= index || isBreak(bytes[index]) }

  /// Whether a blank or the line's end stands at `index`, as YAML's signs need it after them.
  func isTokenEnd(_ index: Int) -> Bool { isLineEnd(index) || isBlank(bytes[index]) }

  func lineEnd(from index: Int) -> Int {
    var index = index
    while !isLineEnd(index) { index += 1 }
    return index
  }

  func blanksEnd(from index: Int) -> Int {
    var index = index
    while isBlank(byte(index)) { index += 1 }
    return index
  }

  func blanksStart(before index: Int) -> Int {
    var index = index
    while isBlank(byte(index - 1)) { index -= 1 }
    return index
  }

  /// Goes on to the next line.
  mutating func skipLine() {
    at = lineEnd(from: at)
    while at < end, isBreak(bytes[at]) {
      let isFeed = bytes[at] == UInt8(ascii: "\n")
      at += 1
      if isFeed { return }
    }
  }

  /// Goes behind a quoted text, over lines where need be; false if it is never closed.
  mutating func skipQuoted() -> Bool {
    let quote = bytes[at]
    at += 1
    while at < end {
      if bytes[at] == quote {
        at += 1
        guard quote == UInt8(ascii: "'"), byte(at) == quote else { return true }
      } else if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 1
      }
      at += 1
    }
    at = end
    return false
  }

  /// Goes behind a text that begins with `|` or `>`: all lines indented beyond `parent`.
  mutating func skipBlockText(below parent: Int) {
    skipLine()
    while at < end {
      var first = at
      while byte(first) == Self.space { first += 1 }
      guard isLineEnd(first) || parent < first - at else { return }
      skipLine()
    }
  }

  /// The full-width colon at `index`.
  func wideColon(at index: Int) -> SourceRange? {
    byte(index) == 0xEF && byte(index + 1) == 0xBC && byte(index + 2) == 0x9A
      ? SourceRange(index, index + 3) : nil
  }

  /// The full-width commas between `lower` and `upper`.
  func wideCommas(in range: SourceRange) -> [SourceRange] {
    var commas: [SourceRange] = []
    var index = range.lower
    while index + 2 < range.upper {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x8C {
        commas.append(SourceRange(index, index + 3))
        index += 3
      } else {
        index += 1
      }
    }
    return commas
  }

  /// The end of all blanks and wide spaces that begin at `index`.
  func valueStart(from index: Int) -> Int {
    var index = index
    while true {
      let next = blanksEnd(from: wideSpaces(at: index)?.upper ?? index)
      guard index < next else { return index }
      index = next
    }
  }

  /// The run of full-width and no-break spaces that begins at `index`.
  func wideSpaces(at index: Int) -> SourceRange? {
    var upper = index
    while true {
      if byte(upper) == 0xE3, byte(upper + 1) == 0x80, byte(upper + 2) == 0x80 {
        upper += 3
      } else if byte(upper) == 0xC2, byte(upper + 1) == 0xA0 {
        upper += 2
      } else {
        return index < upper ? SourceRange(index, upper) : nil
      }
    }
  }

  /// The run of full-width and no-break spaces that ends at `index`.
  func wideSpaces(before index: Int) -> SourceRange? {
    var lower = index
    while true {
      if byte(lower - 3) == 0xE3, byte(lower - 2) == 0x80, byte(lower - 1) == 0x80 {
        lower -= 3
      } else if byte(lower - 2) == 0xC2, byte(lower - 1) == 0xA0 {
        lower -= 2
      } else {
        return lower < index ? SourceRange(lower, index) : nil
      }
    }
  }
}
