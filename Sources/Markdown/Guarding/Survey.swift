/// One pass over a body that counts what can make a parser suffer.
struct Survey {
  private(set) var violations: [Violation] = []
  private var nesting = Nesting()
  private var tables = Tables()
  private var definitions = Definitions()
  private var openers = 0
  private var closers = 0
  private var marks = 0
  private var declarations = 0

  mutating func read(_ bytes: Span<UInt8>) {
    var lower = 0
    while lower < bytes.count {
      let end = countLine(from: lower, in: bytes)
      readLine(Line(lower: lower, upper: end), in: bytes)
      lower = Self.nextLine(after: end, in: bytes)
    }
    let pairs = openers * closers
    if Limits.bracketPairs < pairs || Limits.bracketMarks < closers * marks {
      report(.brackets, Line(lower: 0, upper: bytes.count), found: pairs)
    }
    let output = Limits.outputBytes(for: bytes.count)
    if let table = tables.firstTooBig(for: output) {
      report(.expansion, table, found: tables.writtenBytes)
    }
    if let definition = definitions.firstTooBig(for: output, uses: closers) {
      report(.expansion, definition, found: definitions.largest * closers)
    }
  }

  private mutating func readLine(_ line: Line, in bytes: Span<UInt8>) {
    if Limits.lineBytes < line.upper - line.lower {
      report(.line, line, found: line.upper - line.lower)
    }
    let depth = nesting.read(line, in: bytes)
    if Limits.nesting < depth { report(.nesting, line, found: depth) }
    if let (limit, found) = tables.read(line, contentFrom: nesting.contentStart, in: bytes) {
      report(limit, line, found: found)
    }
  }

  /// Counts the bytes of one line and finds its end.
  private mutating func countLine(from lower: Int, in bytes: Span<UInt8>) -> Int {
    var index = lower
    var pipes = 0
    defer {
      if Limits.linePipes < pipes {
        report(.columns, Line(lower: lower, upper: index), found: pipes)
      }
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return index
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "["): openers += 1
      case UInt8(ascii: "]"): countCloser(at: index, in: bytes)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): marks += 1
      case UInt8(ascii: "<"): countDeclaration(at: index, in: bytes)
      default: break
      }
      index += 1
    }
    return index
  }

  private mutating func countCloser(at index: Int, in bytes: Span<UInt8>) {
    closers += 1
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") else { return }
    definitions.read(at: index, in: bytes)
    if Limits.definitions < definitions.count {
      report(.definitions, Line(lower: index, upper: index + 2), found: definitions.count)
    }
  }

  private mutating func countDeclaration(at index: Int, in bytes: Span<UInt8>) {
    guard index + 1 < bytes.count else { return }
    let next = bytes[index + 1]
    guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!") else { return }
    declarations += 1
    if Limits.declarations < declarations {
      report(.declarations, Line(lower: index, upper: index + 2), found: declarations)
    }
  }

  /// Keeps the first place of each limit and the largest figure.
  private mutating func report(_ limit: Violation.Limit, _ line: Line, found: Int) {
    guard let index = violations.firstIndex(where: { $0.limit == limit }) else {
      violations.append(
        Violation(limit: limit, lower: line.lower, upper: line.upper, found: found))
      return
    }
    let first = violations[index]
    violations[index] = Violation(
      limit: limit, lower: first.lower, upper: first.upper, found: max(first.found, found))
  }

  static func nextLine(after end: Int, in bytes: Span<UInt8>) -> Int {
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r") else { return end + 1 }
    return bytes[end + 1] == UInt8(ascii: "\n") ? end + 2 : end + 1
  }
}

/// Where a line stands, without its break.
struct Line {
  let lower: Int
  let upper: Int
}
