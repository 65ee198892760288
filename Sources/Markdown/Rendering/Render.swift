package import HTML

extension Markdown {
  /// Writes the HTML of `body` into `page` and says whether all of it could be written.
  ///
  /// Only known elements and attributes come out; raw HTML is left out, and a link that no body may
  /// have is written as its text. A body that the guard refuses writes nothing.
  @discardableResult
  package static func render(
    _ body: ArraySlice<UInt8>, into page: inout PageWriter, options: RenderOptions = RenderOptions()
  ) -> Bool {
    guard MarkdownGuard.passes(body) else { return false }
    let limit = page.count + Limits.outputBytes(for: body.count)
    return Parser.withTree(of: body) { root in
      var renderer = Renderer(root, options: options, limit: limit)
      renderer.linksBareAddresses = BareAddress.mayOccur(in: body)
      renderer.write(root, into: &page)
      return renderer.isComplete
    }
  }

  /// The HTML of `body` by itself.
  package static func html(of body: String, options: RenderOptions = RenderOptions()) -> String {
    var page = PageWriter(capacity: 4 * body.utf8.count + 1024)
    render(Array(body.utf8)[...], into: &page, options: options)
    return page.text()
  }
}
