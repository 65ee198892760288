/// Which bytes of an address stand for themselves; all others become `%XX` of their UTF-8.
package enum PercentEncoding: Sendable {
  /// One name in a path: only the unreserved characters of RFC 3986 stay, so `/` does not.
  case segment
  /// Names joined by `/`.
  case path
  /// A name or value in a query.
  case query
  /// What stands behind `mailto:` or `tel:`.
  case mailbox
  /// An address that somebody typed: reserved characters and `%` keep their meaning.
  case address

  /// `text` with everything else encoded.
  package func encode(_ text: String) -> String {
    var writer = PageWriter(capacity: text.utf8.count * 3)
    writer.append(text, encoding: self)
    return writer.text()
  }

  private static let unreserved = ASCIISet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  private static let unreservedAndSlash = unreserved.union("/")
  private static let unreservedAndMailbox = unreserved.union("@+,;=")
  // No `[ ] | ^ {}` and no quotes: those are never literal in an address.
  private static let written = unreserved.union("/:?#@!$&()*+,;=%")

  fileprivate var kept: ASCIISet {
    switch self {
    case .segment, .query: Self.unreserved
    case .mailbox: Self.unreservedAndMailbox
    case .path: Self.unreservedAndSlash
    case .address: Self.written
    }
  }
}

extension PageWriter {
  /// Appends `text` percent-encoded; what comes out still has to be escaped if `&` may stay in it.
  package mutating func append(_ text: String, encoding: PercentEncoding) {
    let kept = encoding.kept
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      if kept.contains(byte) {
        append(byte: byte)
      } else {
        append(byte: UInt8(ascii: "%"))
        append(byte: Self.upperHexDigit(byte >> 4))
        append(byte: Self.upperHexDigit(byte & 15))
      }
    }
  }

  /// Appends an address or a piece of one, encoded and then escaped for the attribute around it.
  package mutating func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, encoding: PercentEncoding
  ) {
    let kept = encoding.kept
    // The longest reference takes five bytes; addresses are short.
    reserve(bytes.count &* 5)
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if !kept.contains(byte) {
        append(byte: UInt8(ascii: "%"))
        append(byte: Self.upperHexDigit(byte >> 4))
        append(byte: Self.upperHexDigit(byte & 15))
      } else if Self.needsReference(byte) {
        append(literal: Self.reference(for: byte))
      } else {
        unsafe base[used] = byte
        used &+= 1
      }
    }
  }

  private static func upperHexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// A set of ASCII characters as two words of bits.
private struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: String) {
    for byte in members.utf8 {
      precondition(byte < 128, "an ASCII set holds only ASCII")
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func union(_ members: String) -> ASCIISet {
    var joined = ASCIISet(members)
    joined.low |= low
    joined.high |= high
    return joined
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return byte < 64 ? low >> UInt64(byte) & 1 == 1 : high >> UInt64(byte - 64) & 1 == 1
  }
}
