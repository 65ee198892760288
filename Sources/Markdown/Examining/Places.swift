import Source

/// Where the nodes of a body stand in the file.
///
/// cmark keeps blocks reliably but loses count of inlines after links, escaped line ends and lazy
/// lines, so an inline's own place is believed only if the bytes there agree; else it is searched
/// for in its block, and at last it is the block.
struct Places {
  let file: SourceFile
  let body: SourceRange
  /// The block whose text is being read.
  private(set) var block: SourceRange
  private var lineStarts: [Int]
  /// No later inline starts before it.
  private var earliest: Int

  init(_ body: SourceRange, in file: SourceFile) {
    self.file = file
    self.body = body
    self.block = body
    self.earliest = body.lower
    self.lineStarts = Self.lineStarts(of: body, in: file.bytes)
  }

  /// Takes note that the walk has come to `node`.
  mutating func enter(_ node: Node, _ kind: Kind) {
    switch kind {
    case .paragraph, .heading, .tableCell, .htmlBlock, .codeBlock:
      block = blockRange(of: node)
      earliest = block.lower
    default: break
    }
  }

  /// The place of the link, image or HTML `node`.
  mutating func place(of node: Node, _ kind: Kind) -> SourceRange {
    guard kind != .htmlBlock else { return block }
    guard let range = ownPlace(of: node, kind) ?? search(for: node, kind) else { return block }
    earliest = range.lower + 1
    return range
  }

  private func blockRange(of node: Node) -> SourceRange {
    guard let lower = offset(line: node.startLine, column: node.startColumn) else { return body }
    let upper = offset(line: node.endLine, column: node.endColumn + 1) ?? body.upper
    return trimmed(SourceRange(lower, max(lower, min(upper, body.upper))))
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    var upper = range.upper
    while range.lower < upper, file.bytes[upper - 1] <= UInt8(ascii: " ") { upper -= 1 }
    return SourceRange(range.lower, upper)
  }

  private func offset(line: Int, column: Int) -> Int? {
    guard 1 <= line, line <= lineStarts.count, 1 <= column else { return nil }
    let offset = lineStarts[line - 1] + column - 1
    return offset <= body.upper ? offset : nil
  }

  private func ownPlace(of node: Node, _ kind: Kind) -> SourceRange? {
    guard let lower = offset(line: node.startLine, column: node.startColumn),
      let upper = offset(line: node.endLine, column: node.endColumn + 1),
      lower < upper, earliest <= lower, block.lower <= lower, upper <= block.upper
    else { return nil }
    let first = file.bytes[lower]
    let last = file.bytes[upper - 1]
    let agrees =
      switch kind {
      case .htmlInline: file.bytes[lower..<upper].elementsEqual(node.literal.utf8)
      case .image: isImageStart(at: lower) && Self.endsLink(last)
      default: first == UInt8(ascii: "[") && Self.endsLink(last)
      }
    return agrees ? SourceRange(lower, upper) : nil
  }

  private func isImageStart(at place: Int) -> Bool {
    place + 1 < file.bytes.count && file.bytes[place] == UInt8(ascii: "!")
      && file.bytes[place + 1] == UInt8(ascii: "[")
  }

  private static func endsLink(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  private static func lineStarts(of body: SourceRange, in bytes: [UInt8]) -> [Int] {
    var starts = [body.lower]
    for index in body.lower..<body.upper {
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(index + 1)
      case UInt8(ascii: "\r"):
        if index + 1 == body.upper || bytes[index + 1] != UInt8(ascii: "\n") {
          starts.append(index + 1)
        }
      default: break
      }
    }
    return starts
  }
}

// Looking for what cmark has lost.
extension Places {
  private func search(for node: Node, _ kind: Kind) -> SourceRange? {
    switch kind {
    case .htmlInline:
      let firstLine = node.literal.utf8.prefix { $0 != UInt8(ascii: "\n") }
      return find(Array(firstLine), from: earliest)
    case .link where node.firstChild?.literal == node.address.withoutMailto:
      return find(Array("<\(node.address.withoutMailto)>".utf8), from: earliest)
        ?? bracketed(node, opener: "[")
    case .link: return bracketed(node, opener: "[")
    default: return bracketed(node, opener: "![")
    }
  }

  /// `[…](address…)`, found by its address.
  private func bracketed(_ node: Node, opener: String) -> SourceRange? {
    guard let joint = find(Array("](\(node.address)".utf8), from: earliest),
      let close = file.bytes[joint.upper..<block.upper].firstIndex(of: UInt8(ascii: ")")),
      let open = lastIndex(of: Array(opener.utf8), before: joint.lower)
    else { return nil }
    return SourceRange(open, close + 1)
  }

  private func find(_ needle: [UInt8], from start: Int) -> SourceRange? {
    guard !needle.isEmpty, start + needle.count <= block.upper else { return nil }
    for index in start...(block.upper - needle.count)
    where file.bytes[index] == needle[0]
      && file.bytes[index..<(index + needle.count)].elementsEqual(needle)
    {
      return SourceRange(index, index + needle.count)
    }
    return nil
  }

  private func lastIndex(of opener: [UInt8], before end: Int) -> Int? {
    var index = end - opener.count
    while earliest <= index {
      if file.bytes[index..<(index + opener.count)].elementsEqual(opener) { return index }
      index -= 1
    }
    return nil
  }
}

extension String {
  /// `<a@b.cn>` is written without the scheme that cmark gives it.
  fileprivate var withoutMailto: String {
    let scheme = "mailto:"
    guard utf8.starts(with: scheme.utf8) else { return self }
    return String(Substring(utf8.dropFirst(scheme.utf8.count)))
  }
}
