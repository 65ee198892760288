package import Source

extension YAMLTree {
  /// Reads `range` of `file`; never fails, but says what is wrong and how far the tree is usable.
  ///
  /// The bytes must have passed `TextEncoding.check`: libyaml takes U+2028 for the end of a line.
  package static func read(
    file: SourceFile, in range: SourceRange, limits: YAMLLimits = .record
  ) -> (tree: YAMLTree, diagnostics: [Diagnostic]) {
    guard range.upper - range.lower <= limits.bytes else {
      let place = SourceRange(at: file.scalarStart(atOrBefore: range.lower + limits.bytes))
      return (.unusable(file), [Limit.bytes(limits.bytes, at: Location(file, place))])
    }
    var scanner = SlipScanner(file, in: range, limits: limits)
    scanner.run()
    guard !scanner.slips.contains(where: { $0.severity == .error }) else {
      return (.unusable(file), scanner.slips)
    }
    var builder = TreeBuilder(file, in: range, limits: limits)
    builder.read(explainedBy: scanner)
    let diagnostics = scanner.slips + builder.diagnostics
    guard builder.isUsable else { return (.unusable(file), diagnostics) }
    let repeated = builder.markRepeatedKeys()
    let tree = YAMLTree(
      storage: Storage(
        file: file, records: builder.records, decoded: builder.decoded, isUsable: true))
    return (tree, diagnostics + repeated.map { $0.diagnostic(in: tree) })
  }

  /// The tree of a text that could not be read.
  static func unusable(_ file: SourceFile) -> YAMLTree {
    YAMLTree(storage: Storage(file: file, records: [], decoded: [], isUsable: false))
  }
}

/// A tree that grows with libyaml's events.
struct TreeBuilder {
  let file: SourceFile
  let range: SourceRange
  let limits: YAMLLimits
  var records: [YAMLTree.Record] = []
  private(set) var decoded: [UInt8] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var map: CharacterMap
  private var open: [OpenCollection] = []
  private var hasDocument = false
  private var isStopped = false

  /// A collection whose end has not come.
  private struct OpenCollection {
    let index: Int
    let isFlow: Bool
    var children = 0
    /// Where the last of what it holds ends.
    var lastEnd: UInt32 = 0
  }

  init(_ file: SourceFile, in range: SourceRange, limits: YAMLLimits) {
    self.file = file
    self.range = range
    self.limits = limits
    map = CharacterMap(file.bytes, from: range.lower, to: range.upper)
    // A key and its value rarely take less than 16 bytes together.
    records.reserveCapacity(min(limits.nodes, (range.upper - range.lower) / 8 + 4))
  }

  /// Whether what was read may be decoded.
  var isUsable: Bool { diagnostics.isEmpty }

  /// Reads to the end, or to what makes reading on pointless.
  mutating func read(explainedBy scanner: SlipScanner) {
    guard var reader = EventReader(file.bytes[range.lower..<range.upper]) else {
      return stop(ParserRefusal.outOfMemory(at: Location(file, SourceRange(at: range.lower))))
    }
    while !isStopped {
      guard let kind = reader.next() else {
        return refuse(reader.refusal, explainedBy: scanner)
      }
      switch kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd: return
      case .documentStart: beginDocument(reader)
      case .scalar: addScalar(reader)
      case .alias: addAlias(reader)
      case .sequenceStart, .mappingStart: beginCollection(kind, reader)
      case .sequenceEnd, .mappingEnd: endCollection(reader)
      }
    }
  }

  private mutating func refuse(
    _ refusal: EventReader.Refusal, explainedBy scanner: SlipScanner
  ) {
    let place = map.offset(of: refusal.place)
    let explanations = scanner.suspicions(explaining: place)
    guard explanations.isEmpty else {
      diagnostics += explanations
      return
    }
    let start = map.offset(of: refusal.contextPlace)
    stop(
      ParserRefusal(refusal, place: place, contextPlace: start, file: file, range: range)
        .diagnostic)
  }

  private mutating func stop(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    isStopped = true
  }

  private mutating func beginDocument(_ reader: borrowing EventReader) {
    if hasDocument || reader.isExplicit {
      let place = map.offset(of: reader.start)
      stop(
        Slip.secondDocument(
          SourceRange(place, file.lineRange(at: place).upper), in: file))
    }
    hasDocument = true
  }
}

extension TreeBuilder {
  private mutating func addScalar(_ reader: borrowing EventReader) {
    let lower = map.offset(of: reader.start)
    let upper = max(lower, trimmed(map.offset(of: reader.end), from: lower))
    guard admit(.scalar, lower, upper, reader.isMarked(.scalar)) else { return }
    var record = YAMLTree.Record(kind: .scalar, lower: UInt32(lower), upper: UInt32(upper))
    record.isPlain = reader.isPlain
    let inside =
      reader.isQuoted && lower + 2 <= upper ? (lower + 1)..<(upper - 1) : lower..<upper
    if inside.count == reader.textCount, reader.textEquals(file.bytes, from: inside.lowerBound) {
      record.textLower = UInt32(inside.lowerBound)
      record.textUpper = UInt32(inside.upperBound)
    } else {
      record.isInSource = false
      record.textLower = UInt32(decoded.count)
      reader.appendText(to: &decoded)
      record.textUpper = UInt32(decoded.count)
    }
    add(record)
    if open.isEmpty { checkRoot(SourceRange(lower, upper), isEmpty: reader.textCount == 0) }
  }

  /// libyaml ends a block text at the start of the next thing; people end it at its last word.
  private func trimmed(_ upper: Int, from lower: Int) -> Int {
    var upper = upper
    while lower < upper {
      switch file.bytes[upper - 1] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"):
        upper -= 1
      default: return upper
      }
    }
    return upper
  }

  private mutating func addAlias(_ reader: borrowing EventReader) {
    let lower = map.offset(of: reader.start)
    let upper = map.offset(of: reader.end)
    guard admit(.scalar, lower, upper, true) else { return }
    add(YAMLTree.Record(kind: .scalar, lower: UInt32(lower), upper: UInt32(upper)))
  }

  private mutating func beginCollection(
    _ kind: EventReader.Kind, _ reader: borrowing EventReader
  ) {
    let lower = map.offset(of: reader.start)
    let collection: YAMLTree.Kind = kind == .mappingStart ? .mapping : .sequence
    guard admit(collection, lower, lower, reader.isMarked(kind)) else { return }
    guard open.count < limits.levels else {
      let place = Location(file, SourceRange(lower, min(lower + 1, range.upper)))
      return stop(Limit.levels(limits.levels, at: place))
    }
    if open.isEmpty, collection == .sequence {
      return checkRoot(file.lineRange(at: lower), isEmpty: false)
    }
    add(YAMLTree.Record(kind: collection, lower: UInt32(lower), upper: UInt32(lower)))
    open.append(OpenCollection(index: records.count - 1, isFlow: reader.isFlow(kind)))
  }

  private mutating func endCollection(_ reader: borrowing EventReader) {
    guard let collection = open.popLast() else { return }
    // The end of a block is where the next thing begins: its last child ends it.
    let end = collection.isFlow ? UInt32(map.offset(of: reader.end)) : collection.lastEnd
    records[collection.index].upper = max(end, records[collection.index].lower)
    records[collection.index].subtreeEnd = UInt32(records.count)
    noteEnd(records[collection.index].upper)
  }

  private mutating func add(_ record: YAMLTree.Record) {
    var record = record
    record.subtreeEnd = UInt32(records.count + 1)
    records.append(record)
    if !open.isEmpty { open[open.count - 1].children += 1 }
    noteEnd(record.upper)
  }

  /// What is open reaches at least as far as what it holds.
  private mutating func noteEnd(_ upper: UInt32) {
    guard !open.isEmpty else { return }
    open[open.count - 1].lastEnd = max(open[open.count - 1].lastEnd, upper)
  }

  /// Whether the next node may be taken in; what is refused is said, and what stops, stops.
  private mutating func admit(
    _ kind: YAMLTree.Kind, _ lower: Int, _ upper: Int, _ isMarked: Bool
  ) -> Bool {
    guard records.count < limits.nodes else {
      stop(Limit.nodes(limits.nodes, at: Location(file, SourceRange(lower, upper))))
      return false
    }
    if isMarked {
      let word = SourceRange(lower, wordEnd(from: lower))
      diagnostics.append(Refused.mark(at: Location(file, word)))
      if diagnostics.count == SlipScanner.limit { isStopped = true }
      return !isStopped
    }
    guard let parent = open.last, records[parent.index].kind == .mapping,
      parent.children.isMultiple(of: 2)
    else { return true }
    return admitKey(kind, lower, upper)
  }

  private mutating func admitKey(_ kind: YAMLTree.Kind, _ lower: Int, _ upper: Int) -> Bool {
    guard kind == .scalar else {
      stop(Slip.complexKey(SourceRange(lower, min(lower + 1, range.upper)), in: file))
      return false
    }
    if lower == upper {
      stop(Refused.missingKey(at: Location(file, SourceRange(at: lower))))
    } else if file.bytes[lower] == UInt8(ascii: "<"),
      file.bytes[lower..<upper].elementsEqual("<<".utf8)
    {
      diagnostics.append(Refused.merge(at: Location(file, SourceRange(lower, upper))))
    }
    return !isStopped
  }

  /// The end of an anchor, alias or tag that begins at `lower`.
  private func wordEnd(from lower: Int) -> Int {
    let rest = file.bytes[lower..<range.upper]
    let end = rest.firstIndex { byte in
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): true
      default: false
      }
    }
    return end ?? range.upper
  }

  private mutating func checkRoot(_ place: SourceRange, isEmpty: Bool) {
    if isEmpty {
      records.removeAll()
    } else {
      stop(Refused.root(at: Location(file, place)))
    }
  }
}

extension SourceFile {
  /// The start of the scalar that holds the byte at `offset`.
  func scalarStart(atOrBefore offset: Int) -> Int {
    var offset = min(offset, bytes.count)
    while 0 < offset, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
