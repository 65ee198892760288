@_spi(_Unicode) import Swift

/// What is asked of Unicode text before it is compared or shown.
package enum UnicodeText {
  /// The NFC form of UTF-8 text, or nil where the text is in that form already.
  ///
  /// Nearly every text of a site is answered by one walk over its bytes, without memory.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8]? {
    guard !isPlainlyNormal(text) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    let normal = slowlyNormalized(bytes)
    return normal == bytes ? nil : normal
  }

  /// The NFC form by the tables of the standard library.
  static func slowlyNormalized(_ bytes: [UInt8]) -> [UInt8] {
    var normal: [UInt8] = []
    normal.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self)._nfc {
      normal.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return normal
  }

  /// The NFC form of a text outside hot paths.
  package static func normalized(_ text: String) -> String {
    normalized(text.utf8Span.span).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// Whether text is in NFC.
  package static func isNormalized(_ text: Span<UInt8>) -> Bool { normalized(text) == nil }

  /// Whether every scalar is one that normalisation never changes, joins or moves.
  private static func isPlainlyNormal(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      guard 0x80 <= text[index] else {
        index += 1
        continue
      }
      let (scalar, length) = FoldedText.decode(text, at: index)
      guard isInert(scalar) else { return false }
      index += length
    }
    return true
  }

  /// Whether a scalar is among those that stay as they are beside any other.
  static func isInert(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF00...0xFFEF, ..<0x0300: true
    case 0x2010...0x206F, 0x3030...0x3098, 0x309B...0x30FF, 0x3400...0x4DFF: true
    case 0x2150...0x2328, 0x2460...0x27BF, 0x3200...0x33FF: true
    case 0x1F300...0x1FAFF, 0x20000...0x2F7FF: true
    default: false
    }
  }
}
