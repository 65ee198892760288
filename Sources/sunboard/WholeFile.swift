import Glibc

/// Reading files whole and writing to the standard streams.
enum WholeFile {
  /// The bytes of the file, or nil if it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard 0 <= descriptor else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      guard 0 <= count else { return nil }
      guard 0 < count else { return bytes }
      bytes += block[..<count]
    }
  }
}

/// A stream that the process was born with.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes all of `bytes`; what cannot be written is lost, as for any filter whose reader left.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(rawValue, $0.baseAddress, $0.count)
      }
      guard 0 < count else { return }
      rest = rest.dropFirst(count)
    }
  }
}
