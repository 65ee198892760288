import Glibc

extension DirectoryHandle {
  /// Makes a file that was not there, with all its bytes and final permissions.
  @discardableResult
  package func create(
    _ name: String, _ bytes: Span<UInt8>, permissions: UInt32 = 0o444
  ) throws -> FileStatus {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = try openFile(name, flags, as: "create")
    try file.write(bytes, name)
    try file.setPermissions(permissions, name)
    let status = try file.status(name)
    try file.close("\(path)/\(name)")
    return status
  }

  /// Puts a file in the place of another at once: readers see the old bytes or the new ones, and
  /// so does who looks after a power cut.
  package func replace(_ name: String, _ bytes: Span<UInt8>, permissions: UInt32 = 0o644) throws {
    try replace(name, bytes, permissions, isSynchronized: true)
    try synchronize()
  }

  /// The same without waiting for the disk, where a `synchronizeFileSystem` follows.
  func replaceUnsynchronized(_ name: String, _ bytes: Span<UInt8>) throws {
    try replace(name, bytes, 0o644, isSynchronized: false)
  }

  private func replace(
    _ name: String, _ bytes: Span<UInt8>, _ permissions: UInt32, isSynchronized: Bool
  ) throws {
    let temporary = name + ".tmp"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let file = try openFile(temporary, flags, as: "create")
    try file.write(bytes, temporary)
    try file.setPermissions(permissions, temporary)
    if isSynchronized { try file.synchronize("\(path)/\(temporary)") }
    try file.close("\(path)/\(temporary)")
    try rename(temporary, to: name)
  }

  /// The bytes of a regular file, or nil if there is none; longer than `limit` is a failure.
  package func read(_ name: String, limit: Int) throws -> [UInt8]? {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let result = kernel { unsafe Int(openat(descriptor, name, flags, 0)) }
    if Self.isAbsence(result) { return nil }
    let file = OpenFile(descriptor: Int32(try checked(result, "openat", name)))
    let status = try file.status(name)
    guard status.kind == .file, status.size <= limit else {
      throw SystemFailure(call: "read", path: "\(path)/\(name)", errno: EFBIG)
    }
    let bytes = try file.read(upTo: status.size, "\(path)/\(name)")
    try file.close("\(path)/\(name)")
    return bytes
  }

  /// Opens a file by its bits; `call` is the name by which a failure is told.
  func openFile(_ name: String, _ flags: Int32, as call: String = "openat") throws -> OpenFile {
    let result = kernel { unsafe Int(openat(descriptor, name, flags, 0o644)) }
    return OpenFile(descriptor: Int32(try checked(result, call, name)))
  }

  /// Removes a directory and all below it; links are removed, never followed.
  package func removeTree(_ name: String) throws {
    let folder = try directory(name)
    for entry in try folder.entries() {
      guard let inner = entry.text else {
        try folder.removeUnnamed(entry)
        continue
      }
      if try entry.kind ?? folder.status(of: inner)?.kind == .folder {
        try folder.removeTree(inner)
      } else {
        try folder.unlink(inner)
      }
    }
    try removeDirectory(name)
  }

  /// Removes what has a name that is not UTF-8: a file, or a folder with all below it.
  func removeUnnamed(_ entry: DirectoryEntry) throws {
    let plain = ".sunboard-unnamed"
    let terminated = (entry.name + [0]).map { CChar(bitPattern: $0) }
    let result = unsafe terminated.withUnsafeBufferPointer { characters in
      kernel {
        unsafe Int(renameat(descriptor, characters.baseAddress, descriptor, plain))
      }
    }
    try checked(result, "renameat", entry.printable)
    if try status(of: plain)?.kind == .folder {
      try removeTree(plain)
    } else {
      try unlink(plain)
    }
  }
}

/// One name in a directory.
package struct DirectoryEntry: Sendable {
  /// As the file system has it, which need not be UTF-8.
  package let name: [UInt8]
  /// What it is, if the file system tells it with the name.
  package let kind: FileStatus.Kind?

  /// The name, if it is UTF-8.
  package var text: String? { String(validating: name, as: UTF8.self) }

  /// The name as it may be shown to people: what is not plain text comes out as `\xB9`.
  package var printable: String {
    guard let text, !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
    else {
      return name.map { (32..<127).contains($0) ? String(UnicodeScalar($0)) : Self.escaped($0) }
        .joined()
    }
    return text
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.count < 2 ? "0" : "") + digits
  }
}

extension DirectoryHandle {
  /// The names in this directory, sorted by their bytes; `.` and `..` are left out.
  package func entries() throws -> [DirectoryEntry] {
    let own = try checked(
      kernel { unsafe Int(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)) },
      "openat", ".")
    guard let stream = unsafe fdopendir(Int32(own)) else {
      let reason = errno
      _ = Glibc.close(Int32(own))
      throw SystemFailure(call: "fdopendir", path: path, errno: reason)
    }
    defer { unsafe _ = closedir(stream) }
    var entries: [DirectoryEntry] = []
    while true {
      errno = 0
      guard let raw = unsafe readdir(stream) else { break }
      let name = unsafe Self.name(of: raw)
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      entries.append(DirectoryEntry(name: name, kind: unsafe Self.kind(raw.pointee.d_type)))
    }
    let reason = errno
    guard reason == 0 else { throw SystemFailure(call: "readdir", path: path, errno: reason) }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return entries
  }

  @unsafe private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
      let characters = unsafe UnsafeRawPointer(field).assumingMemoryBound(to: UInt8.self)
      let length = unsafe strlen(
        UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
      return unsafe Array(UnsafeBufferPointer(start: characters, count: length))
    }
  }

  private static func kind(_ type: UInt8) -> FileStatus.Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .symbolicLink
    case Int(DT_FIFO): .pipe
    case Int(DT_SOCK): .socket
    case Int(DT_CHR), Int(DT_BLK): .device
    default: nil
    }
  }
}
