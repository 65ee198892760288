/// A value of the language as the machine holds it: sixteen bytes without a reference count.
///
/// What the bits mean follows from the static type; the tag only tells apart what must be told
/// apart at run time. Text, lists and records live in an `Arena`, which must outlive the value.
@frozen @usableFromInline package struct Value: Sendable {
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
