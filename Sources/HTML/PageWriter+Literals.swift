// Appending a template's own text together with a value, which is most of what a page is made of.
//
// The texts lie one behind the other in memory that reads on for sixteen bytes behind the last, so
// that a short one is copied at a stroke: most are short, and a call would cost more.
extension PageWriter {
  /// Appends `count` bytes of a template's text.
  package mutating func append(literal start: UnsafePointer<UInt8>, count: Int) {
    reserve(count &+ 16)
    var end = unsafe base + used
    unsafe Self.write(literal: start, count: count, to: &end)
    used = unsafe end - base
  }

  /// Appends `before` bytes of a template's text, a number, and the `behind` bytes that follow.
  package mutating func append(
    decimal number: Int64, amid start: UnsafePointer<UInt8>, before: Int, behind: Int
  ) {
    reserve(before &+ behind &+ 53)
    var end = unsafe base + used
    unsafe Self.write(literal: start, count: before, to: &end)
    if number < 0 {
      unsafe end.pointee = UInt8(ascii: "-")
      unsafe end += 1
    }
    unsafe Self.write(digits: number.magnitude, to: &end)
    unsafe Self.write(literal: start + before, count: behind, to: &end)
    used = unsafe end - base
  }

  /// Appends `before` bytes of a template's text, a text with references for `& < > " '`, and the
  /// `behind` bytes that follow.
  package mutating func appendEscaped(
    _ text: UnsafeBufferPointer<UInt8>, amid start: UnsafePointer<UInt8>, before: Int, behind: Int
  ) {
    reserve(before &+ text.count &+ behind &+ 32)
    var end = unsafe base + used
    unsafe Self.write(literal: start, count: before, to: &end)
    used = unsafe end - base
    if let source = text.baseAddress {
      let clean = unsafe appendClean(source, count: text.count)
      if clean < text.count {
        unsafe appendEscaped(source + clean, count: text.count &- clean)
        reserve(behind &+ 16)
      }
    }
    unsafe end = unsafe base + used
    unsafe Self.write(literal: start + before, count: behind, to: &end)
    used = unsafe end - base
  }

  /// Writes text from `end` on, where there is room for sixteen bytes more.
  @inline(__always)
  private static func write(
    literal start: UnsafePointer<UInt8>, count: Int, to end: inout UnsafeMutablePointer<UInt8>
  ) {
    if count <= 16 {
      typealias Block = SIMD16<UInt8>
      let block = unsafe UnsafeRawPointer(start).loadUnaligned(as: Block.self)
      unsafe UnsafeMutableRawPointer(end).storeBytes(of: block, as: Block.self)
    } else {
      unsafe end.update(from: start, count: count)
    }
    unsafe end += count
  }
}
