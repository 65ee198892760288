/// How large and how deep a YAML text may be before it is refused (Y5).
package struct YAMLLimits: Hashable, Sendable {
  package var bytes: Int
  /// Scalars, sequences and mappings together.
  package var nodes: Int
  /// Collections inside collections; the outermost mapping is the first level.
  package var levels: Int
  /// Whether a comment may stand behind a value.
  ///
  /// Editors of records write `#` in addresses, and YAML would cut the value there in silence; the
  /// engineers who write kinds and jurisdictions know what it does.
  package var allowsTrailingComments: Bool

  package init(bytes: Int, nodes: Int, levels: Int, allowsTrailingComments: Bool) {
    self.bytes = bytes
    self.nodes = nodes
    self.levels = levels
    self.allowsTrailingComments = allowsTrailingComments
  }

  /// The front matter of a record.
  package static let record = YAMLLimits(
    bytes: 65_536, nodes: 2_000, levels: 8, allowsTrailingComments: false)

  /// A kind or a jurisdiction: written by few, read once.
  package static let declaration = YAMLLimits(
    bytes: 1_048_576, nodes: 100_000, levels: 24, allowsTrailingComments: true)
}
