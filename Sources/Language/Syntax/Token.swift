package import Source

/// A piece of a template: text, a delimiter, or a word inside a tag.
package struct Token: Sendable {
  package let kind: Kind
  package let range: SourceRange
  /// A name, the digits of a number, the decoded string, a symbol, or the text to print.
  package let text: String

  /// What kind of piece a token is.
  package enum Kind: Sendable {
    case text, outputBegin, outputEnd, tagBegin, tagEnd
    case name, integer, decimal, string, symbol, end
  }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
  func isName(_ name: String) -> Bool { kind == .name && text == name }
}

/// The two whitespace rules that Jinja leaves to a project, and its treatment of a last newline.
package struct TemplateOptions: Hashable, Sendable {
  /// Drops the first newline after a tag.
  package var trimsBlocks: Bool
  /// Drops the spaces before a tag that stands first on its line.
  package var stripsBeforeBlocks: Bool
  package var keepsTrailingNewline: Bool

  package init(
    trimsBlocks: Bool = true, stripsBeforeBlocks: Bool = true, keepsTrailingNewline: Bool = true
  ) {
    self.trimsBlocks = trimsBlocks
    self.stripsBeforeBlocks = stripsBeforeBlocks
    self.keepsTrailingNewline = keepsTrailingNewline
  }
}
