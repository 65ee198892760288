/// The words of a tree, without any mark.
struct PlainText {
  private(set) var text = ""
  private var lastScalar: Unicode.Scalar?

  /// What the children of `node` say.
  static func of(_ node: Node) -> String {
    var plain = PlainText()
    var walk = Walk(node)
    while let (event, inner) = walk.next() {
      if event == .enter { plain.enter(inner) } else { plain.leave(inner) }
    }
    return plain.text
  }

  mutating func enter(_ node: Node) {
    switch node.kind {
    case .text, .code, .codeBlock: append(node.literal)
    case .softBreak:
      let next = LineJoin.scalar(after: node)
      if !LineJoin.isSeamless(between: lastScalar, and: next) { append(" ") }
    case .lineBreak: append("\n")
    default: break
    }
  }

  mutating func leave(_ node: Node) {
    switch node.kind {
    case .paragraph, .heading, .tableRow, .codeBlock: endBlock()
    case .tableCell: if node.next != nil { append(" ") }
    default: break
    }
  }

  private mutating func append(_ words: String) {
    text += words
    lastScalar = words.unicodeScalars.last ?? lastScalar
  }

  private mutating func endBlock() {
    lastScalar = nil
    guard let last = text.utf8.last, last != UInt8(ascii: "\n") else { return }
    text += "\n"
  }
}

extension Markdown {
  /// The words of `body` with character references decoded, a line for each block.
  ///
  /// For search and for the scan for personal details, which a reference could hide from a reading
  /// of the source. Empty for a body that the guard refuses.
  package static func plainText(of body: ArraySlice<UInt8>) -> String {
    guard MarkdownGuard.passes(body) else { return "" }
    return Parser.withTree(of: body, PlainText.of)
  }
}
