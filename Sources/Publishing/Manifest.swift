import Glibc

/// The list of all files of one published tree, sorted by the bytes of their paths.
///
/// All paths lie in one block of bytes and all entries in one array of 64 bytes each, so that the
/// 160,000 files of a city cost 20 MB and no allocation of their own.
package struct Manifest: Sendable {
  /// Entries in the order of their paths.
  private(set) var entries: [Entry]
  private(set) var pathBytes: [UInt8]

  /// Whether a file's bytes are text, which scans may read, or something else.
  package enum Form: Sendable { case text, binary }

  /// One file, as it lies in memory and in the manifest's own file.
  struct Entry: Sendable, BitwiseCopyable {
    var pathOffset: UInt32
    var pathLength: UInt16
    var marks: UInt16
    var size: UInt64
    var hash: ContentHash
    var identity: FileIdentity

    static let binary: UInt16 = 1
    /// Written by this very run, so that it cannot be had from the old tree.
    static let fresh: UInt16 = 2

    var pathRange: Range<Int> {
      let start = Int(pathOffset)
      return start..<start + Int(pathLength)
    }

    var isFresh: Bool { marks & Self.fresh != 0 }

    /// Whether the file that `status` speaks of is the one that was published.
    func isSame(as status: FileStatus) -> Bool {
      status.kind == .file && UInt64(status.size) == size && status.identity == identity
        && status.permissions == Self.permissions
    }

    /// Published files cannot be written, not even by their owner: two trees share them.
    static let permissions: UInt32 = 0o444
  }

  /// The manifest of a tree without files.
  package static let empty = Manifest(entries: [], pathBytes: [])

  /// Trusts the caller that entries are sorted and within the bytes.
  init(entries: [Entry], pathBytes: [UInt8]) {
    self.entries = entries
    self.pathBytes = pathBytes
  }

  /// How many files there are.
  package var count: Int { entries.count }

  /// The address of a file in the tree.
  package func path(_ index: Int) -> String {
    String(decoding: pathBytes[entries[index].pathRange], as: UTF8.self)
  }

  /// All addresses, sorted by their bytes.
  package var paths: some Sequence<String> & Sendable {
    (0..<count).lazy.map { [self] in path($0) }
  }

  /// The number of bytes of a file.
  package func size(_ index: Int) -> Int { Int(entries[index].size) }

  /// The hash of a file's bytes.
  package func hash(_ index: Int) -> ContentHash { entries[index].hash }

  /// Whether a file is text.
  package func form(_ index: Int) -> Form {
    entries[index].marks & Entry.binary != 0 ? .binary : .text
  }

  /// Where `path` stands, or nil if the tree has no such file.
  package func index(of path: String) -> Int? {
    let wanted = path.utf8Span.span
    let index = firstIndex(notBefore: wanted)
    guard index < count, order(index, wanted) == 0 else { return nil }
    return index
  }

  /// Whether any file lies below `path`.
  package func hasFolder(_ path: String) -> Bool {
    let prefix = path + "/"
    let index = firstIndex(notBefore: prefix.utf8Span.span)
    guard index < count else { return false }
    return pathBytes[entries[index].pathRange].starts(with: prefix.utf8)
  }

  mutating func setIdentity(_ identity: FileIdentity, at index: Int) {
    entries[index].identity = identity
    entries[index].marks |= Entry.fresh
  }

  private func firstIndex(notBefore wanted: Span<UInt8>) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if order(middle, wanted) < 0 { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  private func order(_ index: Int, _ other: Span<UInt8>) -> Int {
    byteOrder(pathBytes.span.extracting(entries[index].pathRange), other)
  }

  static func order(_ left: Entry, _ right: Entry, in pathBytes: [UInt8]) -> Int {
    byteOrder(
      pathBytes.span.extracting(left.pathRange), pathBytes.span.extracting(right.pathRange))
  }

  /// The indices of files that `other` does not have.
  func indices(missingIn other: Manifest) -> [Int] {
    var missing: [Int] = []
    var there = 0
    for index in 0..<count {
      let path = entries[index].pathRange
      var order = 1
      while there < other.count {
        order = other.order(there, pathBytes.span.extracting(path))
        guard order < 0 else { break }
        there += 1
      }
      if there == other.count || order != 0 { missing.append(index) }
    }
    return missing
  }
}

/// Less than, equal to or greater than nought, as `left` comes before, with or after `right`.
func byteOrder(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
  let shared = min(left.count, right.count)
  let order = unsafe left.withUnsafeBufferPointer { left in
    unsafe right.withUnsafeBufferPointer { right in
      guard let left = left.baseAddress, let right = right.baseAddress else {
        return Int32(0)
      }
      return unsafe memcmp(left, right, shared)
    }
  }
  return order == 0 ? left.count - right.count : Int(order)
}
