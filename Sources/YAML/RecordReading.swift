package import Source

/// A record's file read in the order that keeps one cause to one finding: bytes, fences, YAML.
package struct RecordReading: Sendable {
  /// The front matter; unusable where the bytes, the fences or the YAML are at fault.
  package let tree: YAMLTree
  /// The body, or nil if the bytes are no text.
  package let body: SourceRange?
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceFile, limits: YAMLLimits = .record) {
    let bytes = TextEncoding.check(file)
    guard bytes.isEmpty else {
      (tree, body, diagnostics) = (.unusable(file), nil, bytes)
      return
    }
    let parts = RecordText.split(file: file)
    let invisible = TextEncoding.checkInvisible(in: parts.body, of: file, severity: .warning)
    body = parts.body
    guard let frontMatter = parts.frontMatter else {
      (tree, diagnostics) = (.unusable(file), parts.diagnostics + invisible)
      return
    }
    let reading = YAMLTree.read(file: file, in: frontMatter, limits: limits)
    tree = reading.tree
    diagnostics = reading.diagnostics + parts.diagnostics + invisible
  }
}

extension YAMLTree {
  /// Reads a file that is YAML from its first to its last line, such as a kind.
  package static func readWhole(
    _ file: SourceFile, limits: YAMLLimits = .declaration
  ) -> (tree: YAMLTree, diagnostics: [Diagnostic]) {
    let bytes = TextEncoding.check(file)
    guard bytes.isEmpty else { return (.unusable(file), bytes) }
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return read(file: file, in: SourceRange(start, file.bytes.count), limits: limits)
  }
}

extension YAMLTree.Node {
  /// The full-width colons that explain why a text stands where a mapping is due (Y6).
  ///
  /// For whoever knows that a mapping is due: YAML alone cannot tell `- 类别：停车` from a text.
  package var slipsIfMappingWasMeant: [Diagnostic] {
    guard kind == .scalar, isPlain else { return [] }
    return FullWidthColons.slips(in: range, of: file)
  }
}
