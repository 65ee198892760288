/// Memory that is given out piece by piece and returned all at once.
///
/// Whoever keeps a value keeps its arena. One task at a time may allocate; reading is free for all
/// once nobody writes any more.
@safe package final class Arena: @unchecked Sendable {
  private var chunks: [UnsafeMutableRawPointer] = unsafe []
  private var next: UnsafeMutableRawPointer
  private var remaining: Int
  private let chunkSize: Int

  package init(chunkSize: Int = 64 * 1024) {
    self.chunkSize = chunkSize
    unsafe next = UnsafeMutableRawPointer.allocate(byteCount: chunkSize, alignment: 16)
    remaining = chunkSize
    unsafe chunks.append(next)
  }

  deinit {
    unsafe chunks.forEach { unsafe $0.deallocate() }
  }

  /// The bytes that stand reserved.
  package private(set) var reserved = 0

  private func allocate(bytes: Int) -> UnsafeMutableRawPointer {
    let size = (bytes + 15) & ~15
    guard size <= remaining else { return unsafe allocateInNewChunk(size) }
    let start = unsafe next
    unsafe next += size
    remaining -= size
    return unsafe start
  }

  private func allocateInNewChunk(_ size: Int) -> UnsafeMutableRawPointer {
    // A large piece gets a chunk of its own, so that the current one is not thrown away half full.
    if chunkSize / 4 < size {
      let own = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      unsafe chunks.insert(own, at: 0)
      reserved += size
      return unsafe own
    }
    unsafe next = UnsafeMutableRawPointer.allocate(byteCount: chunkSize, alignment: 16)
    unsafe chunks.append(next)
    reserved += chunkSize
    let start = unsafe next
    unsafe next += size
    remaining = chunkSize - size
    return unsafe start
  }

  /// Forgets everything given out and keeps one chunk for the next round.
  package func reset() {
    let kept = unsafe chunks.removeLast()
    unsafe chunks.forEach { unsafe $0.deallocate() }
    unsafe chunks = [kept]
    unsafe next = kept
    remaining = chunkSize
    reserved = 0
  }
}

extension Arena {
  /// Room for `count` cells, all absent.
  package func cells(_ count: Int) -> Cells {
    let start = unsafe allocate(bytes: count * MemoryLayout<Value>.stride)
      .bindMemory(to: Value.self, capacity: count)
    unsafe start.initialize(repeating: .absent, count: count)
    return unsafe Cells(start)
  }

  /// A list or map of the elements.
  package func list(_ elements: some Collection<Value>, tag: Value.Tag = .list) -> Value {
    let cells = cells(elements.count)
    var index = 0
    for element in elements {
      cells[index] = element
      index += 1
    }
    return Value(tag: tag, elements: cells.elements(count: elements.count))
  }

  /// A copy of the bytes.
  package func text(_ bytes: TextBytes, tag: Value.Tag = .text) -> Value {
    unsafe copy(bytes.buffer, tag)
  }

  /// A copy of the bytes.
  package func text(_ bytes: [UInt8], tag: Value.Tag = .text) -> Value {
    unsafe bytes.withUnsafeBufferPointer { unsafe copy($0, tag) }
  }

  /// A copy of the bytes.
  package func text(_ bytes: ArraySlice<UInt8>, tag: Value.Tag = .text) -> Value {
    unsafe bytes.withUnsafeBufferPointer { unsafe copy($0, tag) }
  }

  /// A copy of the text.
  package func text(_ string: String, tag: Value.Tag = .text) -> Value {
    text(Array(string.utf8), tag: tag)
  }

  private func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Value.Tag) -> Value {
    let start = unsafe allocate(bytes: bytes.count)
      .bindMemory(to: UInt8.self, capacity: bytes.count)
    if let source = bytes.baseAddress {
      unsafe start.initialize(from: source, count: bytes.count)
    }
    return unsafe Value(
      tag: tag, text: TextBytes(UnsafeBufferPointer(start: start, count: bytes.count)))
  }

  /// A record whose cells are `values`.
  package func record(_ values: [Value]) -> Value {
    let cells = cells(values.count)
    for index in values.indices { cells[index] = values[index] }
    return Value(record: cells)
  }
}
