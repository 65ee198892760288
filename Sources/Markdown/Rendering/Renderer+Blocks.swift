import HTML

extension Renderer {
  mutating func enter(_ node: Node, _ kind: Kind, into page: inout PageWriter) -> Descent {
    switch kind {
    case .paragraph: enterParagraph(node, into: &page)
    case .heading: enterHeading(node, into: &page)
    case .blockQuote: page.append("<blockquote>\n")
    case .list: enterList(node, into: &page)
    case .item: enterItem(node, into: &page)
    case .thematicBreak: page.append("<hr>\n")
    case .footnoteDefinition: enterFootnote(into: &page)
    case .table, .tableRow, .tableCell: enterTable(node, kind, into: &page)
    case .codeBlock:
      writeCodeBlock(node, into: &page)
      return .leavingOutChildren
    case .htmlBlock, .htmlInline, .unknown: return .leavingOutChildren
    case .document: break
    default: return enterInline(node, kind, into: &page)
    }
    return .intoChildren
  }

  mutating func leave(_ node: Node, _ kind: Kind, into page: inout PageWriter) {
    switch kind {
    case .paragraph: leaveParagraph(node, into: &page)
    case .heading:
      page.append("</h")
      page.append(decimal: level(of: node))
      page.append(">\n")
    case .blockQuote: page.append("</blockquote>\n")
    case .list: page.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: page.append("</li>\n")
    case .footnoteDefinition: leaveFootnote(node, into: &page)
    case .table, .tableRow, .tableCell: leaveTable(node, kind, into: &page)
    default: leaveInline(kind, into: &page)
    }
  }
}

extension Renderer {
  private mutating func enterParagraph(_ node: Node, into page: inout PageWriter) {
    lastScalar = nil
    if !isTight(node) {
      startLine(in: &page)
      page.append("<p>")
    }
    guard let task else { return }
    page.append("<input type=\"checkbox\" disabled")
    if task.isDone { page.append(" checked") }
    page.append(" aria-label=\"")
    page.appendEscaped(task.isDone ? options.labels.done : options.labels.notDone)
    page.append("\"> ")
  }

  private mutating func leaveParagraph(_ node: Node, into page: inout PageWriter) {
    if node.next == nil, node.parent?.kind == .footnoteDefinition { writeBackLink(into: &page) }
    if !isTight(node) { page.append("</p>\n") }
  }

  /// A paragraph of a list whose items stand close together has no element of its own.
  private func isTight(_ paragraph: Node) -> Bool {
    guard let item = paragraph.parent, item.kind == .item else { return false }
    return item.parent?.isTightList ?? false
  }

  private mutating func enterHeading(_ node: Node, into page: inout PageWriter) {
    lastScalar = nil
    startLine(in: &page)
    page.append("<h")
    page.append(decimal: level(of: node))
    page.append(" id=\"")
    page.appendEscaped(anchors.anchor(for: PlainText.of(node)))
    page.append("\">")
  }

  private func level(of heading: Node) -> Int {
    min(6, heading.headingLevel + headingShift)
  }

  private func enterList(_ node: Node, into page: inout PageWriter) {
    startLine(in: &page)
    guard node.isOrderedList else { return page.append("<ul>\n") }
    guard node.listStart != 1 else { return page.append("<ol>\n") }
    page.append("<ol start=\"")
    page.append(decimal: node.listStart)
    page.append("\">\n")
  }

  private mutating func enterItem(_ node: Node, into page: inout PageWriter) {
    task = TaskItem(node)
    page.append(task == nil ? "<li>" : "<li class=\"task\">")
  }

  private func writeCodeBlock(_ node: Node, into page: inout PageWriter) {
    startLine(in: &page)
    let language = node.codeLanguage.prefix { $0 != " " && $0 != "\t" }
    page.append("<pre><code")
    if !language.isEmpty, language.utf8.allSatisfy(Self.mayNameLanguage) {
      page.append(" class=\"language-\(language)\"")
    }
    page.append(">")
    node.withLiteral { page.appendEscaped($0) }
    page.append("</code></pre>\n")
  }

  private static func mayNameLanguage(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// Blocks start on a line of their own, also inside an item.
  func startLine(in page: inout PageWriter) {
    guard let last = page.last, last != UInt8(ascii: "\n") else { return }
    page.append(byte: UInt8(ascii: "\n"))
  }
}

/// A list item that starts with `[ ]` or `[x]`.
///
/// Found here and not by cmark's extension: that one misses items inside quotations, and takes an
/// open item for a done one if `[x]` stands anywhere in its line.
struct TaskItem {
  let isDone: Bool
  /// How many bytes at the start of the first text are the marker.
  static let markerBytes = 4

  init?(_ item: Node) {
    guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text,
      let mark = text.withLiteral(Self.mark)
    else { return nil }
    isDone = mark != UInt8(ascii: " ")
  }

  private static func mark(in text: Span<UInt8>) -> UInt8? {
    guard markerBytes < text.count, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
      text[3] == UInt8(ascii: " ")
    else { return nil }
    switch text[1] {
    case UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"): return text[1]
    default: return nil
    }
  }
}
