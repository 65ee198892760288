import HTML

extension Renderer {
  mutating func enterInline(
    _ node: Node, _ kind: Kind, into page: inout PageWriter
  ) -> Descent {
    switch kind {
    case .text: writeText(node, into: &page)
    case .softBreak: writeSoftBreak(node, into: &page)
    case .lineBreak: page.append("<br>\n")
    case .code: writeCode(node, into: &page)
    case .emphasis: page.append("<em>")
    case .strong: page.append("<strong>")
    case .strikethrough: page.append("<del>")
    case .link: enterLink(node, into: &page)
    case .image:
      writeImage(node, into: &page)
      return .leavingOutChildren
    case .footnoteReference: writeFootnoteReference(node, into: &page)
    default: break
    }
    return .intoChildren
  }

  mutating func leaveInline(_ kind: Kind, into page: inout PageWriter) {
    switch kind {
    case .emphasis: page.append("</em>")
    case .strong: page.append("</strong>")
    case .strikethrough: page.append("</del>")
    case .link: leaveLink(into: &page)
    default: break
    }
  }

  private mutating func writeText(_ node: Node, into page: inout PageWriter) {
    let marker = task == nil ? 0 : TaskItem.markerBytes
    task = nil
    let links = linksBareAddresses && openLinks == 0
    lastScalar =
      node.withLiteral { literal in
        let text = literal.extracting(min(marker, literal.count)..<literal.count)
        if links { BareAddress.write(text, into: &page) } else { page.appendEscaped(text) }
        return Unicode.Scalar(lastOf: text)
      } ?? lastScalar
  }

  private mutating func writeCode(_ node: Node, into page: inout PageWriter) {
    page.append("<code>")
    lastScalar = node.withLiteral { literal in
      page.appendEscaped(literal)
      return Unicode.Scalar(lastOf: literal)
    }
    page.append("</code>")
  }

  /// Chinese has no spaces between words, so a line break inside a sentence must not make one.
  private func writeSoftBreak(_ node: Node, into page: inout PageWriter) {
    guard !LineJoin.isSeamless(between: lastScalar, and: LineJoin.scalar(after: node)) else {
      return
    }
    page.append(byte: UInt8(ascii: "\n"))
  }
}

// Links and images.
extension Renderer {
  private mutating func enterLink(_ node: Node, into page: inout PageWriter) {
    openLinks += 1
    let address = node.address
    let scheme = URLScheme(of: address)
    guard scheme.isAllowedInLinks else {
      forbiddenLinks.append(openLinks)
      return
    }
    page.append("<a href=\"")
    write(address: address, scheme: scheme, into: &page)
    writeTitle(of: node, into: &page)
    page.append("\">")
  }

  private mutating func leaveLink(into page: inout PageWriter) {
    if forbiddenLinks.last == openLinks {
      forbiddenLinks.removeLast()
    } else {
      page.append("</a>")
    }
    openLinks -= 1
  }

  private mutating func writeImage(_ node: Node, into page: inout PageWriter) {
    let alternative = PlainText.of(node)
    lastScalar = nil
    guard URLScheme(of: node.address) == .relative else {
      return page.appendEscaped(alternative)
    }
    page.append("<img src=\"")
    write(address: node.address, scheme: .relative, into: &page)
    page.append("\" alt=\"")
    page.appendEscaped(alternative)
    writeTitle(of: node, into: &page)
    page.append("\">")
  }

  private func write(address: String, scheme: URLScheme, into page: inout PageWriter) {
    let target = scheme == .relative ? published(address) : address
    page.appendEscaped(PercentEncoding.address.encode(target))
  }

  private func published(_ address: String) -> String {
    let rewritten = options.rewriting?(address) ?? address
    guard let base = options.base else { return rewritten }
    return RelativeAddress.resolve(rewritten, against: base)
  }

  private func writeTitle(of node: Node, into page: inout PageWriter) {
    let title = node.title
    guard !title.isEmpty else { return }
    page.append("\" title=\"")
    page.appendEscaped(title)
  }
}
