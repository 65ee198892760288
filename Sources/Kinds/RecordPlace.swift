/// Where records of a kind lie below `content/`, as a path with `*` for names of folders and files.
package struct RecordPlace: Hashable, Sendable {
  package let parts: [String]

  package init(_ pattern: String) {
    parts = pattern.split(separator: "/").map(String.init)
  }

  /// Whether a path, cut at its slashes, is a place of this kind.
  package func matches(_ path: [Substring]) -> Bool {
    guard path.count == parts.count else { return false }
    return zip(parts, path).allSatisfy { part, name in
      part == "*" || part == name || (part == "*.md" && name.hasSuffix(".md"))
    }
  }

  /// Whether many such records share a folder.
  package var isMany: Bool { parts.last == "*.md" }

  /// The names of the folders that hold it, `*` included.
  package var folders: ArraySlice<String> { parts.dropLast() }

  package var pattern: String { parts.joined(separator: "/") }
}
