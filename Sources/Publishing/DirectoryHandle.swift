import CLinux
import Glibc

/// An open directory, from which everything in it is reached.
///
/// Work relative to a handle keeps to one directory even while its name is given to another. No
/// method follows a link in the last part of a path.
package struct DirectoryHandle: ~Copyable, Sendable {
  let descriptor: Int32
  /// The path by which people know it.
  package let path: String

  /// Takes over an open descriptor.
  init(adopting descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens the directory at `path`; links in it are followed, as a person who typed it expects.
  package init(opening path: String) throws {
    let result = kernel { unsafe Int(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) }
    guard 0 <= result else {
      throw SystemFailure(call: "open", path: path, errno: Int32(-result))
    }
    self.init(adopting: Int32(result), path: path)
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Opens a directory in this one.
  package func directory(_ name: String) throws -> DirectoryHandle {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    let result = try checked(
      kernel { unsafe Int(openat(descriptor, name, flags, 0)) }, "openat", name)
    return DirectoryHandle(adopting: Int32(result), path: name == "." ? path : "\(path)/\(name)")
  }

  /// What stands at `name`, or nil if nothing does.
  package func status(of name: String) throws -> FileStatus? {
    var raw = stat()
    let result = kernel { unsafe Int(fstatat(descriptor, name, &raw, AT_SYMLINK_NOFOLLOW)) }
    if Self.isAbsence(result) { return nil }
    try checked(result, "fstatat", name)
    return FileStatus(raw)
  }

  /// Makes a directory: false if something of that name is there already.
  @discardableResult
  package func makeDirectory(_ name: String) throws -> Bool {
    let result = kernel { unsafe Int(mkdirat(descriptor, name, 0o755)) }
    if result == -Int(EEXIST) { return false }
    try checked(result, "mkdirat", name)
    // The umask of a cron job must not decide whether the web server may enter.
    try setPermissions(0o755, of: name)
    return true
  }

  /// Makes a directory and those above it, as far as they are missing.
  package func makeDirectories(_ name: String) throws {
    do {
      try makeDirectory(name)
    } catch let failure as SystemFailure where failure.errno == ENOENT {
      guard let parent = RelativePath.parent(of: name) else { throw failure }
      try makeDirectories(parent)
      try makeDirectory(name)
    }
  }

  /// Gives the file `name` of `source` a second name here.
  package func link(_ name: String, from source: borrowing DirectoryHandle) throws {
    let result = unsafe linkat(source.descriptor, name, descriptor, name, 0)
    try checked(result < 0 ? -Int(errno) : 0, "linkat", name)
  }

  /// Removes a file: false if there was none.
  @discardableResult
  package func unlink(_ name: String) throws -> Bool {
    let result = kernel { unsafe Int(unlinkat(descriptor, name, 0)) }
    if Self.isAbsence(result) { return false }
    try checked(result, "unlinkat", name)
    return true
  }

  /// Removes a directory: false if it is not empty or not there.
  @discardableResult
  package func removeDirectory(_ name: String) throws -> Bool {
    let result = kernel { unsafe Int(unlinkat(descriptor, name, AT_REMOVEDIR)) }
    if Self.isAbsence(result) || result == -Int(ENOTEMPTY) || result == -Int(EEXIST) {
      return false
    }
    try checked(result, "unlinkat", name)
    return true
  }

  /// Gives `name` the name `other`, in place of what had it.
  package func rename(_ name: String, to other: String) throws {
    let result = kernel { unsafe Int(renameat(descriptor, name, descriptor, other)) }
    try checked(result, "renameat", other)
  }

  /// Exchanges two names in one step.
  package func exchange(_ name: String, _ other: String) throws {
    let result = kernel { unsafe Int(sunboard_exchange(descriptor, name, descriptor, other)) }
    try checked(result, "renameat2", other)
  }

  /// Makes a symbolic link `name` to `target`.
  package func makeLink(_ name: String, to target: String) throws {
    try checked(kernel { unsafe Int(symlinkat(target, descriptor, name)) }, "symlinkat", name)
  }

  /// Where the symbolic link `name` points.
  package func target(ofLink name: String) throws -> String {
    let limit = 4096
    var result = 0
    let target = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      result = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return 0 }
        return kernel { unsafe readlinkat(descriptor, name, start, limit) }
      }
      count = max(0, result)
    }
    try checked(result, "readlinkat", name)
    return String(decoding: target, as: UTF8.self)
  }

  /// Waits until the names in this directory are on disk.
  package func synchronize() throws {
    try checked(kernel { Int(fsync(descriptor)) }, "fsync", ".")
  }

  /// Waits until all of the file system that holds this directory is on disk.
  package func synchronizeFileSystem() throws {
    try checked(kernel { Int(sunboard_syncfs(descriptor)) }, "syncfs", ".")
  }

  /// Whether something is mounted at `name`; false too where the kernel does not tell.
  func isMountPoint(_ name: String) throws -> Bool {
    let result = kernel { unsafe Int(sunboard_is_mount_root(descriptor, name)) }
    if result == -Int(ENOSYS) || Self.isAbsence(result) { return false }
    return try checked(result, "statx", name) == 1
  }

  /// How many bytes and files the file system still takes; nil files where it sets no limit.
  func room() throws -> (bytes: Int, files: Int?) {
    var raw = statvfs()
    try checked(kernel { unsafe Int(fstatvfs(descriptor, &raw)) }, "fstatvfs", ".")
    let bytes = Int(clamping: UInt64(raw.f_bavail).multipliedClamping(by: UInt64(raw.f_frsize)))
    return (bytes, raw.f_files == 0 ? nil : Int(clamping: raw.f_favail))
  }

  func setPermissions(_ permissions: UInt32, of name: String) throws {
    let result = kernel { unsafe Int(fchmodat(descriptor, name, mode_t(permissions), 0)) }
    try checked(result, "fchmodat", name)
  }

  static func isAbsence(_ result: Int) -> Bool {
    result == -Int(ENOENT) || result == -Int(ENOTDIR)
  }

  @discardableResult
  func checked(_ result: Int, _ call: String, _ name: String) throws -> Int {
    guard result < 0 else { return result }
    throw SystemFailure(
      call: call, path: name == "." ? path : "\(path)/\(name)", errno: Int32(-result))
  }
}

extension UInt64 {
  fileprivate func multipliedClamping(by other: UInt64) -> UInt64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
