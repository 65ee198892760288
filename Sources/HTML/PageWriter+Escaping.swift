// Appending what people wrote: safe between tags and inside quoted attribute values.
extension PageWriter {
  /// Appends `bytes` with `& < > " '` written as Jinja2 writes them.
  @inlinable
  package mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    unsafe appendEscaped(start, count: bytes.count)
  }

  /// Appends `bytes` with `& < > " '` written as Jinja2 writes them.
  @inlinable
  package mutating func appendEscaped(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe appendEscaped($0) }
  }

  /// Appends `bytes` with `& < > " '` written as Jinja2 writes them.
  @inlinable
  package mutating func appendEscaped(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe appendEscaped($0) }
  }

  /// Appends `bytes` with `& < > " '` written as Jinja2 writes them.
  @inlinable
  package mutating func appendEscaped(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe appendEscaped($0) }
  }

  /// Appends `text` with `& < > " '` written as Jinja2 writes them.
  @inlinable
  package mutating func appendEscaped(_ text: String) {
    appendEscaped(text.utf8Span.span)
  }

  // Not inlinable: it is long, and a call for each text costs nothing beside the text.
  @usableFromInline
  mutating func appendEscaped(_ start: UnsafePointer<UInt8>, count: Int) {
    // Room for a text with nothing to escape; each reference makes its own.
    reserve(count)
    var index = unsafe appendClean(start, count: count)
    while index < count {
      append(literal: Self.reference(for: unsafe start[index]))
      index &+= 1
      reserve(count &- index)
      index &+= unsafe appendClean(start + index, count: count &- index)
    }
  }

  /// Copies the bytes up to the first that needs a reference, into room that is there already, and
  /// gives their number.
  @inline(__always)
  mutating func appendClean(_ start: UnsafePointer<UInt8>, count: Int) -> Int {
    let source = unsafe UnsafeRawPointer(start)
    let target = unsafe UnsafeMutableRawPointer(base + used)
    var index = 0
    // Eight at a time: most text of an estate has no such byte for hundreds.
    while index &+ 8 <= count {
      let word = unsafe source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard !Self.holdsSpecialByte(word) else { break }
      unsafe target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    while index < count, unsafe !Self.needsReference(start[index]) {
      unsafe base[used &+ index] = start[index]
      index &+= 1
    }
    used &+= index
    return index
  }

  /// Whether any of eight bytes needs a reference.
  ///
  /// `<` and `>` differ in one bit, as do `&` and `'`, so three comparisons find all five.
  @inline(__always)
  private static func holdsSpecialByte(_ word: UInt64) -> Bool {
    let angles = (word & (0xFD &* everyByte)) ^ (0x3C &* everyByte)
    let ampersands = (word | everyByte) ^ (0x27 &* everyByte)
    let quotes = word ^ (0x22 &* everyByte)
    // A byte that became 0 borrows its highest bit when 1 is taken from it.
    let found =
      ((angles &- everyByte) & ~angles) | ((ampersands &- everyByte) & ~ampersands)
      | ((quotes &- everyByte) & ~quotes)
    return found & (0x80 &* everyByte) != 0
  }

  private static var everyByte: UInt64 { 0x0101_0101_0101_0101 }

  private static var specialBytes: UInt64 { 0x5000_00C4_0000_0000 }

  @inline(__always)
  static func needsReference(_ byte: UInt8) -> Bool {
    byte < 64 && (specialBytes >> UInt64(byte)) & 1 == 1
  }

  static func reference(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&#34;"
    default: "&#39;"
    }
  }
}
