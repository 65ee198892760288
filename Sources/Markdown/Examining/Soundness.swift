extension Markdown {
  /// Whether `bytes` certainly bring no finding and no link, told without parsing.
  ///
  /// Big builds ask this first and parse such a body once, to render it. False says nothing.
  package static func isPlainlySound(_ bytes: ArraySlice<UInt8>) -> Bool {
    var outline = Outline()
    return outline.read(bytes.span) && outline.isSound && MarkdownGuard.passes(bytes)
  }
}

/// What a glance at the lines of a body tells of its headings and marks.
private struct Outline {
  /// With twenty blocks in each other, so few marks cannot nest too deeply.
  private static let mostMarks = 100

  private var lastLevel: Int?
  private var highestNumber = 0
  private var skips = false
  /// Whether anything may be a heading, or hide one, in a way that a glance cannot tell.
  private var isIrregular = false
  private var marks = 0

  var isSound: Bool {
    // The first two levels cannot skip, whatever their order.
    highestNumber <= 2 || (!skips && !isIrregular)
  }

  /// False as soon as there is a byte that can begin a tag, a link or a reference.
  mutating func read(_ bytes: Span<UInt8>) -> Bool {
    var lower = 0
    while lower < bytes.count {
      guard let end = scan(from: lower, in: bytes) else { return false }
      glance(at: Line(lower: lower, upper: end), in: bytes)
      lower = Survey.nextLine(after: end, in: bytes)
    }
    return true
  }

  private mutating func scan(from lower: Int, in bytes: Span<UInt8>) -> Int? {
    var index = lower
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if index == lower { marks = 0 }
        return index
      case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "&"): return nil
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        marks += 1
        guard marks <= Self.mostMarks else { return nil }
      default: break
      }
      index += 1
    }
    return index
  }

  private mutating func glance(at line: Line, in bytes: Span<UInt8>) {
    var start = line.lower
    while start < line.upper, Self.mayPrecedeHeading(bytes[start]) { start += 1 }
    let isPlain = (line.lower..<start).allSatisfy { bytes[$0] == UInt8(ascii: " ") }
    if start < line.upper, bytes[start] == UInt8(ascii: "#") {
      readHeading(
        at: start, isRegular: isPlain && start - line.lower <= 3, to: line.upper, in: bytes)
    } else if mayRuleOrFence(line, in: bytes) {
      isIrregular = true
    }
  }

  private mutating func readHeading(
    at start: Int, isRegular: Bool, to upper: Int, in bytes: Span<UInt8>
  ) {
    var end = start
    while end < upper, bytes[end] == UInt8(ascii: "#") { end += 1 }
    let isHeading = end == upper || bytes[end] == UInt8(ascii: " ") || bytes[end] == 0x09
    let level = end - start
    guard isHeading, level <= 6 else { return }
    highestNumber = max(highestNumber, level)
    if !isRegular { isIrregular = true }
    if let lastLevel, lastLevel + 1 < level { skips = true }
    lastLevel = level
  }

  private static func mayPrecedeHeading(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Whether the line may underline a heading or begin a block of code.
  private func mayRuleOrFence(_ line: Line, in bytes: Span<UInt8>) -> Bool {
    var marks = 0
    for index in line.lower..<line.upper {
      switch bytes[index] {
      case UInt8(ascii: "="), UInt8(ascii: "-"): marks += 1
      case UInt8(ascii: "`"), UInt8(ascii: "~"): return true
      case let byte where Self.mayPrecedeHeading(byte): break
      default: return false
      }
    }
    return 0 < marks
  }
}
