package import HTML

// The only doors to an arena's memory. Each keeps to the bounds it was made with; that the arena
// still stands is the promise of whoever keeps the value.

/// The cells of one record, or registers in a row.
@safe @frozen @usableFromInline package struct Cells: Sendable {
  @usableFromInline nonisolated(unsafe) let start: UnsafeMutablePointer<Value>

  @inlinable init(_ start: UnsafeMutablePointer<Value>) { unsafe self.start = unsafe start }

  @inlinable package subscript(slot: Int) -> Value {
    get { unsafe start[slot] }
    nonmutating set { unsafe start[slot] = newValue }
  }

  /// The cells from `slot` on.
  @inlinable package func from(_ slot: Int) -> Cells { unsafe Cells(start + slot) }

  /// The first so many cells as the elements of a list.
  @inlinable package func elements(count: Int) -> Elements { unsafe Elements(start, count: count) }
}

/// The elements of a list.
@safe @frozen @usableFromInline package struct Elements: RandomAccessCollection, Sendable {
  @usableFromInline nonisolated(unsafe) let start: UnsafeMutablePointer<Value>?
  @usableFromInline package let count: Int

  @inlinable init(_ start: UnsafeMutablePointer<Value>?, count: Int) {
    unsafe self.start = unsafe start
    self.count = count
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  @inlinable package subscript(index: Int) -> Value {
    precondition(index >= 0 && index < count, "a list has only its elements")
    return unsafe start.unsafelyUnwrapped[index]
  }
}

/// The bytes of a text.
@safe @frozen @usableFromInline package struct TextBytes: RandomAccessCollection, Sendable {
  @usableFromInline nonisolated(unsafe) let buffer: UnsafeBufferPointer<UInt8>

  @inlinable init(_ buffer: UnsafeBufferPointer<UInt8>) { unsafe self.buffer = unsafe buffer }

  @inlinable package var count: Int { unsafe buffer.count }
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { unsafe buffer.count }

  @inlinable package subscript(index: Int) -> UInt8 { unsafe buffer[index] }

  /// The part of the text.
  @inlinable package func bytes(in range: Range<Int>) -> TextBytes {
    unsafe TextBytes(UnsafeBufferPointer(rebasing: buffer[range]))
  }
}

extension PageWriter {
  /// Appends a text as it is.
  package mutating func append(_ text: TextBytes) { unsafe append(text.buffer) }
  /// Appends a text escaped for HTML.
  package mutating func appendEscaped(_ text: TextBytes) { unsafe appendEscaped(text.buffer) }
  /// Appends an address, or a piece of one, encoded and escaped for the attribute around it.
  package mutating func appendEscaped(_ text: TextBytes, encoding: PercentEncoding) {
    unsafe appendEscaped(text.buffer, encoding: encoding)
  }
}

extension Value {
  /// A record by its cells.
  @inlinable package init(record cells: Cells) {
    unsafe self.init(tag: .record, bits: UInt64(UInt(bitPattern: cells.start)))
  }

  /// The cells of a record; only for a value of tag `record`.
  @inlinable package var cells: Cells {
    unsafe Cells(UnsafeMutablePointer(bitPattern: UInt(bits)).unsafelyUnwrapped)
  }

  @inlinable package init(tag: Tag, elements: Elements) {
    unsafe self.init(
      tag: tag, bits: UInt64(UInt(bitPattern: elements.start)),
      count: UInt32(truncatingIfNeeded: tag == .map ? elements.count / 2 : elements.count))
  }

  /// The elements of a list, or key, value, key, value … of a map.
  @inlinable package var elements: Elements {
    unsafe Elements(
      UnsafeMutablePointer(bitPattern: UInt(bits)), count: Int(count) * (tag == .map ? 2 : 1))
  }

  @inlinable package init(tag: Tag = .text, text: TextBytes) {
    unsafe self.init(
      tag: tag, bits: UInt64(UInt(bitPattern: text.buffer.baseAddress)),
      count: UInt32(truncatingIfNeeded: text.count))
  }

  @inlinable package var text: TextBytes {
    unsafe TextBytes(
      UnsafeBufferPointer(
        start: UnsafePointer(bitPattern: UInt(bits)), count: Int(count)))
  }

  /// The text as a `String`, for messages and tests.
  package var string: String { String(decoding: text, as: UTF8.self) }
}
