package import Language
import Records
package import Source

/// Every page that a build makes, with the program and the values that make it.
package struct PagePlan: Sendable {
  package internal(set) var pages: [PlannedPage] = []
  /// What kept declared pages from being planned.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Keeps the values that are not a record's own.
  let arena = Arena()
}

/// One page to be written.
package struct PlannedPage: Sendable {
  /// From the root, not percent-encoded: `/ganquan/xinghe/` or `/404.html`.
  package let address: String
  package let program: Program
  package let inputs: [Value]
  /// The record whose page it is, by its number.
  package let record: Int?
  /// The address against which links in a body are relative.
  package let base: String
  /// Where the page is declared, if a file of templates says that it exists.
  var declaration: Location?

  /// Where the page lies below the web root.
  package var path: String {
    let path = address.dropFirst()
    return path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : String(path)
  }
}
