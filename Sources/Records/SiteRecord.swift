package import Language
package import Source

/// One record of the site: its file, its kind and its cells.
package struct SiteRecord: Sendable {
  package let file: SourceFile
  /// The path below `content/`, cut at the slashes.
  package let path: [String]
  /// The kind's place in the rulebook.
  package let kind: Int
  package let cells: Cells
  package let body: SourceRange
  /// The folder that says which records belong together: `estates/ganquan/xinghe`.
  package let folder: String
  /// The folder name or file stem by which others refer to it.
  package let id: String
  /// The path of its page from the root, not yet percent-encoded: `/ganquan/xinghe/fees/`.
  package let address: String
  /// Where the links of its body lead, to be looked up when all addresses are known.
  package var links: [BodyLink] = []
  /// Whether an error keeps it from being published.
  package var isHeldBack = false
  /// Whether its page is made in this build.
  package var isPublished = true

  package var value: Value { Value(record: cells) }
}

/// A link of a body to a page or file of this site.
package struct BodyLink: Sendable {
  package let path: String
  package let range: SourceRange
}

/// A file that records refer to and that goes out beside them.
package struct Attachment: Hashable, Sendable {
  /// Relative to the site's folder: `content/estates/ganquan/xinghe/files/plan.pdf`.
  package let source: String
  /// From the root of the published site: `/ganquan/xinghe/files/plan.pdf`.
  package let address: String
  package let size: Int
  /// The record that names it; without that record it does not go out.
  package let owner: String
}
