import Glibc

/// What the kernel says of one file.
package struct FileStatus: Hashable, Sendable {
  package let kind: Kind
  package let size: Int
  package let links: Int
  /// The permission bits alone: `0o644`.
  package let permissions: UInt32
  package let identity: FileIdentity
  let device: UInt64

  /// The kinds of thing a directory can hold.
  package enum Kind: Sendable { case file, folder, symbolicLink, pipe, socket, device }

  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(raw.st_size)
    links = Int(raw.st_nlink)
    permissions = UInt32(raw.st_mode) & 0o7777
    device = UInt64(raw.st_dev)
    identity = FileIdentity(
      inode: UInt64(raw.st_ino),
      modified: Int64(raw.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_mtim.tv_nsec))
  }
}

/// Which file it is, and when it was last written: if both are as before, so are the bytes.
package struct FileIdentity: Hashable, Sendable, BitwiseCopyable {
  package let inode: UInt64
  /// Nanoseconds since 1970.
  package let modified: Int64
}
