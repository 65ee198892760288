import HTML

/// The footnotes met so far.
struct FootnoteState {
  /// Notes whose mark in the text has an id, which the note's way back leads to.
  var referred: Set<Int> = []
  /// The number of the note being written; notes stand at the end, in order of their first mark.
  var number = 0

  var isOpen: Bool { 0 < number }
}

extension Renderer {
  mutating func writeFootnoteReference(_ node: Node, into page: inout PageWriter) {
    guard let number = Int(node.literal) else { return }
    page.append("<sup><a href=\"#")
    appendID("fn-", number, into: &page)
    if footnotes.referred.insert(number).inserted {
      page.append("\" id=\"")
      appendID("fnref-", number, into: &page)
    }
    page.append("\">")
    page.append(decimal: number)
    page.append("</a></sup>")
  }

  mutating func enterFootnote(into page: inout PageWriter) {
    startLine(in: &page)
    if !footnotes.isOpen {
      page.append("<section class=\"footnotes\" aria-label=\"")
      page.appendEscaped(options.labels.footnotes)
      page.append("\">\n<ol>\n")
    }
    footnotes.number += 1
    page.append("<li id=\"")
    appendID("fn-", footnotes.number, into: &page)
    page.append("\">")
  }

  mutating func leaveFootnote(_ node: Node, into page: inout PageWriter) {
    // A note that ends with a paragraph has its way back there.
    if node.lastChild?.kind != .paragraph { writeBackLink(into: &page) }
    page.append("</li>\n")
  }

  func writeBackLink(into page: inout PageWriter) {
    page.append(" <a href=\"#")
    appendID("fnref-", footnotes.number, into: &page)
    page.append("\" aria-label=\"")
    page.appendEscaped(options.labels.backToText)
    page.append("\">↩</a>")
  }

  private func appendID(_ name: StaticString, _ number: Int, into page: inout PageWriter) {
    page.appendEscaped(options.idPrefix)
    page.append(literal: name)
    page.append(decimal: number)
  }
}
