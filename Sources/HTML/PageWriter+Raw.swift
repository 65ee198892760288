// Appending without escaping: what the program itself writes, or what is safe already.
extension PageWriter {
  /// Appends one byte.
  @inlinable
  package mutating func append(byte: UInt8) {
    reserve(1)
    unsafe base[used] = byte
    used &+= 1
  }

  /// Appends `bytes` as they are.
  @inlinable
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    unsafe append(start, count: bytes.count)
  }

  @inlinable
  mutating func append(_ start: UnsafePointer<UInt8>, count: Int) {
    reserve(count)
    unsafe (base + used).update(from: start, count: count)
    used &+= count
  }

  /// Appends `bytes` as they are.
  @inlinable
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends `bytes` as they are.
  @inlinable
  package mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends `bytes` as they are.
  @inlinable
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends `text` as it is.
  @inlinable
  package mutating func append(_ text: String) {
    append(text.utf8Span.span)
  }

  /// Appends a text known when the program was compiled, as it is.
  @inlinable
  package mutating func append(literal text: StaticString) {
    guard text.hasPointerRepresentation else {
      return append(String(text.unicodeScalar))
    }
    unsafe append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Appends `number` in decimal digits, with `-` before a negative one.
  @inlinable
  package mutating func append(decimal number: Int64) {
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  /// Appends `number` in decimal digits, with `-` before a negative one.
  @inlinable
  package mutating func append(decimal number: Int) {
    append(decimal: Int64(number))
  }

  @inlinable
  mutating func append(digits magnitude: UInt64) {
    var length = 1
    var rest = magnitude
    while 10 <= rest {
      rest /= 10
      length &+= 1
    }
    reserve(length)
    used &+= length
    var place = used
    rest = magnitude
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place &-= 1
      unsafe base[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest != 0
  }
}
