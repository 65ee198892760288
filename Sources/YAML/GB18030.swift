import Glibc

/// The encoding of old Windows editors, recognised only to be named.
enum GB18030 {
  /// Whether `bytes` are valid GB18030 and, read so, look like Chinese.
  ///
  /// Valid alone means little: most random bytes are. Of what is not ASCII, three in four characters
  /// must be Han or full-width punctuation.
  static func isPlausible(_ bytes: [UInt8]) -> Bool {
    guard let text = decoded(bytes) else { return false }
    var chinese = 0
    var foreign = 0
    for scalar in text.unicodeScalars where !scalar.isASCII {
      switch scalar.value {
      case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF00...0xFFEF, 0x2010...0x2027: chinese += 1
      default: foreign += 1
      }
    }
    return 0 < chinese && foreign * 3 <= chinese
  }

  /// The text, or nil if the bytes are not GB18030 or the C library does not know it.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    guard unsafe converter != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    defer { unsafe iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // Two bytes of GB18030 become at most three of UTF-8, and four become four.
    var target = [CChar](repeating: 0, count: bytes.count * 2 + 4)
    var left = source.count
    var room = target.count
    let result = unsafe source.withUnsafeMutableBufferPointer { source in
      unsafe target.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return unsafe iconv(converter, &from, &left, &to, &room)
      }
    }
    guard result != .max, left == 0 else { return nil }
    let written = target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
    return String(decoding: written, as: UTF8.self)
  }
}
