import Crypto

/// The SHA-256 of a file's bytes.
package struct ContentHash: Hashable, Sendable, BitwiseCopyable {
  // Four words instead of an array: a hundred thousand of them lie in one block of memory.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  package init(of bytes: Span<UInt8>) {
    var function = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe function.update(bufferPointer: $0) }
    self.init(function.finalize())
  }

  init(_ digest: SHA256.Digest) {
    words = unsafe digest.withUnsafeBytes { bytes in
      unsafe (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      )
    }
  }

  package static func == (left: ContentHash, right: ContentHash) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
  }

  /// The 32 bytes in the order of the standard.
  package var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word.littleEndian >> (8 * UInt64($0))) }
    }
  }

  /// 64 hexadecimal digits.
  package var hexadecimal: String { hexadecimalDigits(bytes) }
}

/// Two lower-case digits for each byte.
func hexadecimalDigits(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
