import Glibc

/// The tree in which the new site is brought together while the old one stays public.
///
/// After a publication it holds the generation before, as whole as it was when it was public. It
/// differs from the public tree only by what changed between the two, so a run touches few files.
/// A file in it may have a second name in the public tree: files are put in and taken out here,
/// and none is ever opened for writing.
struct Twin: ~Copyable, Sendable {
  let tree: DirectoryHandle
  /// Every file of ours that may be in the tree, so that what is not wanted can be found.
  let holds: Manifest

  /// Takes over the tree of an earlier generation, whose files are exactly those of `holds`.
  init(_ tree: consuming DirectoryHandle, holding holds: Manifest) {
    self.tree = tree
    self.holds = holds
  }

  /// Takes over a tree that a run left unfinished: only files of the public tree stay in it.
  init(_ tree: consuming DirectoryHandle, sweepingAllBut published: Manifest) throws {
    self.tree = tree
    holds = published
    try sweep(self.tree.directory("."), "")
  }

  /// Puts a file of this generation at `path`, whatever was there.
  func write(_ path: String, _ bytes: Span<UInt8>) throws -> FileStatus {
    // Two workers can take turns in making and losing the same folder, but not for long.
    for _ in 0..<8 {
      do {
        return try tree.create(path, bytes, permissions: Manifest.Entry.permissions)
      } catch let failure as SystemFailure where failure.call == "create" {
        try clearWay(to: path, after: failure)
      }
    }
    return try tree.create(path, bytes, permissions: Manifest.Entry.permissions)
  }

  /// Makes `path` the same file as in the public tree.
  func link(_ path: String, from live: borrowing DirectoryHandle, within wanted: Manifest) throws {
    for _ in 0..<4 {
      do {
        return try tree.link(path, from: live)
      } catch let failure as SystemFailure {
        try Self.refuseConflict(path, failure, wanted)
        try clearWay(to: path, after: failure)
      }
    }
    try tree.link(path, from: live)
  }

  /// Removes a file, and the folders that this leaves empty.
  func remove(_ path: String) throws {
    do {
      try tree.unlink(path)
    } catch let failure as SystemFailure where failure.errno == EISDIR {
      // What was a file is a folder of this generation by now.
      return
    }
    var folder = RelativePath.parent(of: path)
    while let empty = folder, try tree.removeDirectory(empty) {
      folder = RelativePath.parent(of: empty)
    }
  }

  private func clearWay(to path: String, after failure: SystemFailure) throws {
    switch failure.errno {
    case ENOENT:
      guard let parent = RelativePath.parent(of: path) else { throw failure }
      do {
        try tree.makeDirectories(parent)
      } catch let failure as SystemFailure where failure.errno == ENOTDIR {
        try clearAncestors(of: path)
      }
    case EEXIST:
      if try tree.status(of: path)?.kind == .folder {
        try tree.removeTree(path)
      } else {
        try tree.unlink(path)
      }
    case ENOTDIR, ELOOP: try clearAncestors(of: path)
    default: throw failure
    }
  }

  private func clearAncestors(of path: String) throws {
    var folder = RelativePath.parent(of: path)
    while let ancestor = folder {
      if let status = try tree.status(of: ancestor), status.kind != .folder {
        try tree.unlink(ancestor)
      }
      folder = RelativePath.parent(of: ancestor)
    }
  }

  /// Keeps the clearing of a way from taking what the new site needs.
  private static func refuseConflict(
    _ path: String, _ failure: SystemFailure, _ wanted: Manifest
  ) throws {
    guard failure.errno == EEXIST || failure.errno == ENOTDIR else { return }
    if wanted.hasFolder(path) { throw PublicationRefusal.fileAndFolder(path) }
    var folder = RelativePath.parent(of: path)
    while let ancestor = folder {
      if wanted.index(of: ancestor) != nil { throw PublicationRefusal.fileAndFolder(ancestor) }
      folder = RelativePath.parent(of: ancestor)
    }
  }

  /// Removes all that is not the very file of the public tree; `prefix` is empty or ends in `/`.
  private func sweep(_ folder: borrowing DirectoryHandle, _ prefix: String) throws {
    for entry in try folder.entries() {
      let path = prefix + entry.printable
      guard let name = entry.text else {
        try folder.removeUnnamed(entry)
        continue
      }
      guard let status = try folder.status(of: name) else { continue }
      if status.kind == .folder {
        try sweep(folder.directory(name), path + "/")
        try folder.removeDirectory(name)
      } else if !isKept(path, status) {
        try folder.unlink(name)
      }
    }
  }

  private func isKept(_ path: String, _ status: FileStatus) -> Bool {
    if path == RelativePath.keptPlaceholder, status.kind == .file { return true }
    guard let index = holds.index(of: path) else { return false }
    return holds.entries[index].isSame(as: status)
  }
}
