import Source
import TestSupport

@testable import YAML

/// A marked YAML text, read.
struct Reading {
  let text: MarkedText
  let tree: YAMLTree
  let diagnostics: [Diagnostic]

  init(_ marked: String, limits: YAMLLimits = .record) {
    text = MarkedText(marked)
    (tree, diagnostics) = YAMLTree.read(file: text.file, in: text.file.wholeRange, limits: limits)
  }

  var codes: [String] { diagnostics.map(\.code) }
  var ranges: [SourceRange?] { diagnostics.map(\.location.range) }

  /// The tree on one line: `{标题: ‹甲›, 列表: [‹一›, ∅]}`.
  var outline: String { tree.root.map(Self.outline) ?? "nothing" }

  private static func outline(_ node: YAMLTree.Node) -> String {
    switch node.kind {
    case .scalar: node.isAbsent ? "∅" : "‹\(node.text)›"
    case .sequence: "[\(node.elements.map(outline).joined(separator: ", "))]"
    case .mapping:
      "{"
        + node.entries.map { "\($0.key.text): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
