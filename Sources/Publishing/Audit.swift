/// How far a published tree is what its manifest says.
package struct Audit: Hashable, Sendable {
  /// Files that are missing or have other bytes.
  package internal(set) var altered: [String] = []
  /// Files that nobody published.
  package internal(set) var strange: [String] = []

  /// Whether every byte is as published and nothing else is there.
  package var isClean: Bool { altered.isEmpty && strange.isEmpty }
}

extension PublicationSession {
  /// Reads every public file and compares its hash with the manifest's.
  package func audit() throws -> Audit {
    var audit = Audit()
    for index in 0..<published.count {
      let path = published.path(index)
      guard let status = try ground.live?.status(of: path), status.kind == .file,
        status.size == published.size(index),
        let bytes = try ground.live?.read(path, limit: status.size),
        ContentHash(of: bytes.span) == published.hash(index)
      else {
        audit.altered.append(path)
        continue
      }
    }
    try ground.findStrangers { audit.strange.append($0) }
    audit.strange.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return audit
  }
}

extension PublicationGround {
  fileprivate func findStrangers(_ found: (String) -> Void) throws {
    guard let root = try live?.directory(".") else { return }
    try findStrangers(root, "", found)
  }

  private func findStrangers(
    _ folder: borrowing DirectoryHandle, _ prefix: String, _ found: (String) -> Void
  ) throws {
    for entry in try folder.entries() {
      let path = prefix + entry.printable
      if let name = entry.text, try folder.status(of: name)?.kind == .folder {
        try findStrangers(folder.directory(name), path + "/", found)
      } else if path != RelativePath.keptPlaceholder, published.index(of: path) == nil {
        found(path)
      }
    }
  }
}
