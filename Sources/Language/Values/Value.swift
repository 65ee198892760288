/// A value of the language as the machine holds it: sixteen bytes without a reference count.
///
/// What the bits mean follows from the static type; the tag only tells apart what must be told
/// apart at run time. Text, lists and records live in an `Arena`, which must outlive the value.
@frozen @usableFromInline package struct Value: @unchecked Sendable {
  /// A coefficient, a day, an index, or the address of what lies in an arena.
  @usableFromInline package var bits: UInt64
  /// The bytes of a text, the elements of a list, the pairs of a map, the scale of a number.
  @usableFromInline package var count: UInt32
  @usableFromInline package var tag: Tag
  @usableFromInline package var marks: Marks
  @usableFromInline package var spare: UInt16 = 0

  /// What kind of thing a value is, or that there is none.
  @frozen @usableFromInline package enum Tag: UInt8, Sendable {
    case absent, bool, number, text, html, markdown, list, map, record, date, time, dateTime
    case period, span, choice, quotient, pending
  }

  /// What judging has found out about the value.
  @frozen @usableFromInline package struct Marks: OptionSet, Sendable {
    @usableFromInline package let rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A finding names it, so checks that read it stay silent.
    @inlinable package static var tainted: Marks { Marks(rawValue: 1) }
    /// It was written but could not be read, so there is nothing to compute with.
    @inlinable package static var unreadable: Marks { Marks(rawValue: 2) }
  }

  @inlinable package init(tag: Tag, bits: UInt64 = 0, count: UInt32 = 0) {
    self.tag = tag
    self.bits = bits
    self.count = count
    self.marks = []
  }

  @inlinable package static var absent: Value { Value(tag: .absent) }
  /// A derived value that nobody has asked for yet.
  @inlinable package static var pending: Value { Value(tag: .pending) }
  @inlinable package var isAbsent: Bool { tag == .absent }
}

extension Value {
  @inlinable package init(_ truth: Bool) { self.init(tag: .bool, bits: truth ? 1 : 0) }
  @inlinable package var isTrue: Bool { bits != 0 }

  @inlinable package init(_ integer: Int64) {
    self.init(tag: .number, bits: UInt64(bitPattern: integer))
  }
  @inlinable package init(_ integer: Int) { self.init(Int64(integer)) }

  /// A number, of whatever unit, as coefficient ÷ 10^scale.
  @inlinable package init(coefficient: Int64, scale: UInt8) {
    self.init(tag: .number, bits: UInt64(bitPattern: coefficient), count: UInt32(scale))
  }
  @inlinable package var integer: Int64 { Int64(bitPattern: bits) }
  @inlinable package var scale: UInt8 { UInt8(truncatingIfNeeded: count) }

  @inlinable package init(choice index: Int) { self.init(tag: .choice, bits: UInt64(index)) }
}

/// The cells of a record or the elements of a list, in an arena.
package typealias Cells = UnsafeMutablePointer<Value>
/// The bytes of a text, in an arena.
package typealias TextBytes = UnsafeBufferPointer<UInt8>

extension Value {
  @inlinable package init(record cells: Cells) {
    unsafe self.init(tag: .record, bits: UInt64(UInt(bitPattern: cells)))
  }

  /// The cells of a record; only for a value of tag `record`.
  @inlinable package var cells: Cells {
    unsafe UnsafeMutablePointer(bitPattern: UInt(bits)).unsafelyUnwrapped
  }

  @inlinable package init(tag: Tag, elements: Cells, count: Int) {
    unsafe self.init(
      tag: tag, bits: UInt64(UInt(bitPattern: elements)), count: UInt32(truncatingIfNeeded: count))
  }

  /// The elements of a list, or key, value, key, value … of a map.
  @inlinable package var elements: UnsafeMutableBufferPointer<Value> {
    unsafe UnsafeMutableBufferPointer(
      start: UnsafeMutablePointer(bitPattern: UInt(bits)),
      count: Int(count) * (tag == .map ? 2 : 1))
  }

  @inlinable package init(tag: Tag = .text, text bytes: TextBytes) {
    unsafe self.init(
      tag: tag, bits: UInt64(UInt(bitPattern: bytes.baseAddress)),
      count: UInt32(truncatingIfNeeded: bytes.count))
  }

  @inlinable package var text: TextBytes {
    unsafe UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(bits)), count: Int(count))
  }

  /// The text as a `String`, for messages and tests.
  package var string: String { unsafe String(decoding: text, as: UTF8.self) }
}
