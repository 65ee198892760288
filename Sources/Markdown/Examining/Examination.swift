package import HTML
package import Source

/// What reading a body brought to light.
package struct Examination: Sendable {
  package var diagnostics: [Diagnostic] = []
  /// Every link and image, in reading order, also those that no body may have.
  package var links: [Link] = []
  /// The words, decoded and without marks; empty if the body was refused unread.
  package var plainText = ""
}

/// A link or an image in a body.
package struct Link: Sendable {
  package let purpose: Purpose
  /// The address as it was written, with character references decoded.
  package let address: String
  package let scheme: URLScheme
  /// Where a relative address leads: a path from the root without `%XX`, query and fragment.
  ///
  /// Nil for other addresses, and for those that stay on the page (`#…`, `?…`, nothing).
  package let path: String?
  package let range: SourceRange

  /// What an address is there for.
  package enum Purpose: Sendable { case link, image }
}

extension Markdown {
  /// Reads `body` and says what is wrong with it.
  ///
  /// `address` is that of the record's own page; `knows` answers whether there is anything at the
  /// path of a relative link or image.
  package static func examine(
    _ body: SourceRange, of file: SourceFile, at address: String = "/",
    knows: (Link) -> Bool = { _ in true }
  ) -> Examination {
    let refusals = MarkdownGuard.check(body, of: file)
    guard refusals.isEmpty else { return Examination(diagnostics: refusals) }
    return Parser.withTree(of: file.bytes[body.lower..<body.upper]) { root in
      var examiner = Examiner(Places(body, in: file), address: address)
      examiner.read(root)
      return examiner.finish(knows: knows)
    }
  }
}
