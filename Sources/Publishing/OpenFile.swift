import CLinux
import Glibc

/// An open file, closed at the latest when it goes out of use.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Closes, and says whether the kernel had anything to complain about.
  consuming func close(_ path: String) throws {
    let descriptor = self.descriptor
    discard self
    // After EINTR Linux has closed the descriptor all the same, so the call is never repeated.
    guard Glibc.close(descriptor) < 0, errno != EINTR else { return }
    throw SystemFailure(call: "close", path: path, errno: errno)
  }

  /// Writes all of `bytes`, however short the single writes are.
  func write(_ bytes: Span<UInt8>, _ path: String) throws {
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written..<bytes.count)
      let count = unsafe rest.withUnsafeBytes { rest in
        kernel { unsafe Glibc.write(descriptor, rest.baseAddress, rest.count) }
      }
      guard count != 0 else { throw SystemFailure(call: "write", path: path, errno: EIO) }
      written += try Self.checked(count, "write", path)
    }
  }

  /// Reads up to `size` bytes, fewer only at the end of the file.
  func read(upTo size: Int, _ path: String) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = unsafe UnsafeMutableRawBufferPointer(buffer)[count...]
        let rebased = unsafe UnsafeMutableRawBufferPointer(rebasing: rest)
        let read = kernel {
          unsafe Glibc.read(descriptor, rebased.baseAddress, rebased.count)
        }
        guard 0 < (try Self.checked(read, "read", path)) else { return }
        count += read
      }
    }
  }

  /// What the kernel says of the open file.
  func status(_ path: String) throws -> FileStatus {
    var raw = stat()
    let result = kernel { unsafe Int(fstat(descriptor, &raw)) }
    _ = try Self.checked(result, "fstat", path)
    return FileStatus(raw)
  }

  /// Sets the permissions, whatever the umask is.
  func setPermissions(_ permissions: UInt32, _ path: String) throws {
    let result = kernel { Int(fchmod(descriptor, mode_t(permissions))) }
    _ = try Self.checked(result, "fchmod", path)
  }

  /// Cuts the file to nothing.
  func empty(_ path: String) throws {
    _ = try Self.checked(kernel { Int(ftruncate(descriptor, 0)) }, "ftruncate", path)
  }

  /// Waits until the file is on disk.
  func synchronize(_ path: String) throws {
    _ = try Self.checked(kernel { Int(fsync(descriptor)) }, "fsync", path)
  }

  /// Takes the one lock of this file: false if somebody holds it.
  func lock(_ path: String) throws -> Bool {
    let result = kernel { Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
    if result == -Int(EWOULDBLOCK) { return false }
    _ = try Self.checked(result, "flock", path)
    return true
  }

  private static func checked(_ result: Int, _ call: String, _ path: String) throws -> Int {
    guard 0 <= result else { throw SystemFailure(call: call, path: path, errno: Int32(-result)) }
    return result
  }
}
