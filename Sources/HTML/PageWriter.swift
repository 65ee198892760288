/// The bytes of one page while it is being written.
///
/// One writer serves page after page: `removeAll()` keeps its room. All unsafe code of this room is
/// in this type; its members are inlinable because the template machine, in another module, calls
/// them millions of times, and a call across modules costs more than the append itself.
@safe
@usableFromInline
package struct PageWriter: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int

  /// Makes a writer with room for `capacity` bytes, which grows when it must.
  @inlinable
  package init(capacity: Int = 64 * 1024) {
    precondition(0 <= capacity, "a writer cannot have less than no room")
    self.capacity = max(capacity, 64)
    self.used = 0
    unsafe self.base = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe base.deallocate()
  }

  /// How many bytes have been written.
  @inlinable
  package var count: Int { used }

  /// Whether nothing has been written yet.
  @inlinable
  package var isEmpty: Bool { used == 0 }

  /// Forgets everything written, and its room too unless `keepingCapacity`.
  @inlinable
  package mutating func removeAll(keepingCapacity: Bool = true) {
    used = 0
    guard !keepingCapacity else { return }
    unsafe base.deallocate()
    capacity = 64
    unsafe base = .allocate(capacity: capacity)
  }

  /// Forgets everything after the first `count` bytes.
  @inlinable
  package mutating func truncate(to count: Int) {
    precondition(0 <= count && count <= used, "a page can only be cut where it has been written")
    used = count
  }

  /// Makes sure that `additional` more bytes fit.
  @inlinable
  package mutating func reserve(_ additional: Int) {
    if capacity &- used < additional { grow(by: additional) }
  }

  @usableFromInline
  @inline(never)
  mutating func grow(by additional: Int) {
    precondition(0 <= additional, "a page cannot grow by less than nothing")
    let larger = max(capacity * 2, used + additional)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: base, count: used)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}

extension PageWriter {
  /// Lends the written bytes to `body`.
  @inlinable
  package func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let written = unsafe UnsafeBufferPointer(start: base, count: used)
    return try unsafe body(written.span)
  }

  /// A copy of the bytes from `start` to the end.
  package func bytes(from start: Int = 0) -> [UInt8] {
    precondition(0 <= start && start <= used, "only what was written can be read")
    return unsafe Array(UnsafeBufferPointer(start: base + start, count: used - start))
  }

  /// A copy of what was written from `start` to the end, as text.
  package func text(from start: Int = 0) -> String {
    String(decoding: bytes(from: start), as: UTF8.self)
  }

  /// The last byte written, if any.
  @inlinable
  package var last: UInt8? { used == 0 ? nil : unsafe base[used &- 1] }
}

// The buffer belongs to one writer alone, and a writer cannot be copied.
extension PageWriter: @unchecked Sendable {}
