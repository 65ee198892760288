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
    reserve(20)
    var end = unsafe base + used
    unsafe Self.write(digits: magnitude, to: &end)
    used = unsafe end - base
  }

  /// Writes a number from `end` on, where there is room for twenty bytes.
  @inlinable @inline(__always)
  static func write(digits magnitude: UInt64, to end: inout UnsafeMutablePointer<UInt8>) {
    guard magnitude < 100 else { return unsafe write(manyDigits: magnitude, to: &end) }
    // Two bytes at once; what stands behind the end is written over by what follows.
    let tens = UInt16(truncatingIfNeeded: (magnitude &* 205) >> 11)
    let ones = UInt16(truncatingIfNeeded: magnitude) &- tens &* 10
    let isTwo = 10 <= magnitude
    let both = ((isTwo ? tens : ones) | ones &<< 8) &+ 0x3030
    unsafe UnsafeMutableRawPointer(end).storeBytes(of: both.littleEndian, as: UInt16.self)
    unsafe end += isTwo ? 2 : 1
  }

  @usableFromInline @inline(never)
  static func write(manyDigits magnitude: UInt64, to end: inout UnsafeMutablePointer<UInt8>) {
    var length = 1
    var rest = magnitude
    while 10 <= rest {
      rest /= 10
      length &+= 1
    }
    unsafe end += length
    var place = unsafe end
    rest = magnitude
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      unsafe place -= 1
      unsafe place.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest != 0
  }
}
