import CLinux
import Glibc
import Synchronization

/// A site's own folder, from which content, templates and the like are read.
///
/// Nothing outside it can be reached: links are not followed, and what could stall a build or
/// show another estate's files (pipes, sockets, hard links) is not opened. Safe for any number
/// of threads: every call stands alone.
package final class SiteFolder: Sendable {
  private let root: DirectoryHandle
  private let lacksOpenBeneath: Atomic<Bool>

  /// Opens the folder at `path`, which may be a link: a person typed it.
  package convenience init(_ path: String) throws {
    try self.init(path, lacksOpenBeneath: false)
  }

  init(_ path: String, lacksOpenBeneath: Bool) throws {
    root = try DirectoryHandle(opening: path)
    self.lacksOpenBeneath = Atomic(lacksOpenBeneath)
  }

  /// Everything below `folder`, sorted by the bytes of the whole paths; nil if it is not there.
  ///
  /// Names that start with `.`, `~$*`, `Thumbs.db` and `desktop.ini` are left out without a word.
  package func list(_ folder: String) throws -> SiteListing? {
    var listing = SiteListing()
    let top: Int32
    do {
      top = try open(folder, O_RDONLY | O_DIRECTORY)
    } catch let failure as SystemFailure where failure.errno == ENOENT {
      return nil
    }
    try walk(DirectoryHandle(adopting: top, path: "\(root.path)/\(folder)"), folder, 0, &listing)
    listing.entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    listing.oddities.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return listing
  }

  /// The bytes of one file of at most `limit` bytes, or why it is not read.
  package func read(_ path: String, limit: Int) throws -> SiteReading {
    let file: OpenFile
    // The kernel would read such a path only up to the NUL and open another file.
    guard !path.utf8.contains(0) else { return .absent }
    do {
      file = OpenFile(descriptor: try open(path, O_RDONLY | O_NONBLOCK))
    } catch let failure as SystemFailure {
      switch failure.errno {
      case ENOENT, ENOTDIR: return .absent
      case ELOOP: return .odd(.symbolicLink)
      case EXDEV, EINVAL: return .odd(.outside)
      case ENXIO: return .odd(.special)
      case EACCES: return .odd(.noPermission)
      default: throw failure
      }
    }
    let status = try file.status(path)
    if let reason = SiteOddity.Reason(of: status) { return .odd(reason) }
    guard status.kind == .file else { return .odd(.folder) }
    guard status.size <= limit else { return .tooLarge(size: status.size) }
    let bytes = try file.read(upTo: status.size, path)
    try file.close(path)
    return .bytes(bytes)
  }

  private func walk(
    _ folder: borrowing DirectoryHandle, _ path: String, _ depth: Int, _ listing: inout SiteListing
  ) throws {
    for entry in try folder.entries() where !Self.isIgnored(entry.name) {
      let shown = "\(path)/\(entry.printable)"
      guard let name = entry.text else {
        listing.oddities.append(SiteOddity(path: shown, reason: .nameNotUTF8))
        continue
      }
      guard name == entry.printable else {
        listing.oddities.append(SiteOddity(path: shown, reason: .controlCharacters))
        continue
      }
      // Somebody may save files while we look: what is gone by now was never there.
      guard let status = try folder.status(of: name) else { continue }
      if let reason = SiteOddity.Reason(of: status) {
        listing.oddities.append(SiteOddity(path: shown, reason: reason))
      } else if status.kind == .file {
        listing.entries.append(SiteEntry(path: shown, kind: .file, size: status.size))
      } else {
        listing.entries.append(SiteEntry(path: shown, kind: .folder, size: 0))
        try descend(into: name, of: folder, shown, depth + 1, &listing)
      }
    }
  }

  private func descend(
    into name: String, of folder: borrowing DirectoryHandle, _ path: String, _ depth: Int,
    _ listing: inout SiteListing
  ) throws {
    guard depth < Self.deepest else {
      listing.oddities.append(SiteOddity(path: path, reason: .tooDeep))
      return
    }
    do {
      try walk(folder.directory(name), path, depth, &listing)
    } catch let failure as SystemFailure where failure.errno == EACCES {
      listing.oddities.append(SiteOddity(path: path, reason: .noPermission))
    }
  }

  private static let deepest = 32

  private static func isIgnored(_ name: [UInt8]) -> Bool {
    name.starts(with: ".".utf8) || name.starts(with: "~$".utf8)
      || name.elementsEqual("Thumbs.db".utf8) || name.elementsEqual("desktop.ini".utf8)
  }

  private func open(_ path: String, _ flags: Int32) throws -> Int32 {
    if !lacksOpenBeneath.load(ordering: .relaxed) {
      let result = kernel { unsafe Int(sunboard_open_beneath(root.descriptor, path)) }
      // Old kernels do not know the call, and old sandboxes forbid what they do not know.
      guard result == -Int(ENOSYS) || result == -Int(EPERM) else {
        return Int32(try root.checked(result, "openat2", path))
      }
      lacksOpenBeneath.store(true, ordering: .relaxed)
    }
    return try openByParts(path, flags)
  }

  /// What `openat2` does in one call, done folder by folder.
  func openByParts(_ path: String, _ flags: Int32) throws -> Int32 {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." }) else {
      throw SystemFailure(call: "openat", path: path, errno: EXDEV)
    }
    var folder = try root.directory(".")
    for part in parts.dropLast() {
      guard try folder.status(of: String(part))?.kind != .symbolicLink else {
        throw SystemFailure(call: "openat", path: path, errno: ELOOP)
      }
      folder = try folder.directory(String(part))
    }
    let last = String(parts.last ?? ".")
    let result = kernel {
      unsafe Int(openat(folder.descriptor, last, flags | O_NOFOLLOW | O_CLOEXEC, 0))
    }
    return Int32(try root.checked(result, "openat", path))
  }
}
