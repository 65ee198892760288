package import Source

/// What stands in a YAML text, with the place of every node; every scalar is text.
///
/// Absent on purpose: types, tags, anchors and aliases. A value means what its kind says, never what
/// YAML guesses from `no` or `1.20`.
package struct YAMLTree: Sendable {
  let storage: Storage

  /// Whether the text could be read to its end.
  ///
  /// False after any Y error other than Y2; then there is nothing to decode.
  package var isUsable: Bool { storage.isUsable }

  /// The file whose ranges the nodes give.
  package var file: SourceFile { storage.file }

  /// The outermost mapping, or nil if the text is empty or unusable.
  package var root: Node? {
    isUsable && !storage.records.isEmpty ? Node(storage: storage, index: 0) : nil
  }

  /// All nodes of a tree in one run, parents before children.
  ///
  /// A reference, so that a node is a pointer and a number.
  final class Storage: Sendable {
    let file: SourceFile
    let records: [Record]
    /// The text of the scalars that do not stand in the source as they read.
    let decoded: [UInt8]
    let isUsable: Bool

    init(file: SourceFile, records: [Record], decoded: [UInt8], isUsable: Bool) {
      self.file = file
      self.records = records
      self.decoded = decoded
      self.isUsable = isUsable
    }
  }

  /// One node: where it stands, where its text stands, where its subtree ends.
  struct Record: Sendable {
    var kind: Kind
    /// Whether a scalar stands without quotes and not as a block.
    var isPlain = false
    /// Whether a key stood in its mapping before (Y2).
    var isRepeated = false
    /// Whether the text is a run of the source file, not of `decoded`.
    var isInSource = true
    var lower: UInt32
    var upper: UInt32
    var textLower: UInt32 = 0
    var textUpper: UInt32 = 0
    /// The index after the last node below this one.
    var subtreeEnd: UInt32 = 0

    var range: SourceRange { SourceRange(Int(lower), Int(upper)) }
    var textRange: Range<Int> { Int(textLower)..<Int(textUpper) }
  }

  /// What a node is.
  package enum Kind: UInt8, Sendable { case scalar, sequence, mapping }
}

extension YAMLTree {
  /// A scalar, sequence or mapping of a tree.
  package struct Node: Sendable {
    let storage: Storage
    let index: Int

    private var record: Record { storage.records[index] }

    package var kind: Kind { record.kind }
    package var file: SourceFile { storage.file }

    /// Where the node stands: a scalar with its quotes, a collection from its first to its last byte.
    package var range: SourceRange { record.range }

    /// Where the node stands, as a diagnostic wants it.
    package var location: Location { Location(storage.file, record.range) }

    /// Whether a scalar stands without quotes and not as a block.
    package var isPlain: Bool { record.isPlain }

    /// Whether this is the place of a value that was left empty: `电话:`.
    package var isAbsent: Bool { record.isPlain && record.textLower == record.textUpper }

    /// Whether this key stood in its mapping before; its entry is to be passed over (Y2).
    package var isRepeated: Bool { record.isRepeated }

    /// The decoded text of a scalar; empty for collections.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The decoded text of a scalar as UTF-8, without a copy; empty for collections.
    package var bytes: ArraySlice<UInt8> {
      record.isInSource
        ? storage.file.bytes[record.textRange] : storage.decoded[record.textRange]
    }

    /// Whether the text stands in the source byte for byte, so that `bytes` has the file's offsets.
    package var isTextInSource: Bool { record.isInSource }

    /// Where a part of the text stands in the source: that part, or the whole node where quotes with
    /// escapes or several lines keep the two apart.
    package func range(ofText part: Range<Int>) -> SourceRange {
      guard record.isInSource else { return record.range }
      return SourceRange(part.lowerBound, part.upperBound)
    }

    /// The keys of a mapping with their values, in order; empty for other nodes.
    package var entries: Entries { Entries(children: Children(of: self, if: .mapping)) }

    /// The elements of a sequence in order; empty for other nodes.
    package var elements: Children { Children(of: self, if: .sequence) }

    /// The value of the first entry whose key reads exactly `key`.
    package func value(of key: String) -> Node? {
      entries.first { $0.key.reads(key) }?.value
    }

    /// Whether the text of this scalar is exactly `text`, byte for byte.
    package func reads(_ text: String) -> Bool {
      kind == .scalar && bytes.elementsEqual(text.utf8)
    }
  }

  /// The nodes directly below one, in order; counting them takes a walk.
  package struct Children: Collection, Sendable {
    let storage: Storage
    package let startIndex: Int
    package let endIndex: Int

    fileprivate init(of node: Node, if kind: Kind) {
      storage = node.storage
      startIndex = node.index + 1
      endIndex =
        node.kind == kind ? Int(storage.records[node.index].subtreeEnd) : node.index + 1
    }

    package subscript(index: Int) -> Node { Node(storage: storage, index: index) }

    package func index(after index: Int) -> Int { Int(storage.records[index].subtreeEnd) }
  }

  /// The entries of a mapping in order, repeated keys included.
  package struct Entries: Collection, Sendable {
    fileprivate let children: Children

    package var startIndex: Int { children.startIndex }
    package var endIndex: Int { children.endIndex }

    package subscript(index: Int) -> (key: Node, value: Node) {
      (children[index], children[children.index(after: index)])
    }

    package func index(after index: Int) -> Int {
      children.index(after: children.index(after: index))
    }
  }
}
