/// Values by which others are ordered, made comparable once.
struct SortKeys {
  private let columns: [Column]
  private let count: Int

  /// How the values of one column are compared.
  struct Way: Sendable {
    var foldsCase = false
    var collation: Collation?

    /// The same, but with capitals apart from small letters where that is wanted.
    func sensitive(if wanted: Bool) -> Way {
      Way(foldsCase: foldsCase && !wanted, collation: collation)
    }
  }

  /// Rows by their columns, the first of which counts most.
  init(_ columns: [(values: Elements, way: Way)]) {
    self.columns = columns.map { Column($0.values, $0.way) }
    count = columns.first?.values.count ?? 0
  }

  init(_ values: some Collection<Value>, foldingCase: Bool) {
    columns = [Column(values, Way(foldsCase: foldingCase))]
    count = values.count
  }

  /// The places of the values in order; equal ones keep theirs either way, as in Python.
  func sorted(reversed: Bool = false) -> [Int] {
    (0..<count).sorted { first, second in
      let order = order(first, second)
      return order == 0 ? first < second : reversed ? 0 < order : order < 0
    }
  }

  /// Below, at or above zero as the first stands before, with or after the second.
  func order(_ first: Int, _ second: Int) -> Int {
    for column in columns {
      let order = column.order(first, second)
      if order != 0 { return order }
    }
    return 0
  }
}

/// The values of one attribute.
private struct Column {
  private let values: [Value]
  private let keys: Keys

  private enum Keys {
    case values
    case folded([[UInt8]])
    case collated([[UInt64]])
  }

  init(_ values: some Sequence<Value>, _ way: SortKeys.Way) {
    guard way.foldsCase || way.collation != nil else {
      self.values = Array(values)
      keys = .values
      return
    }
    self.values = Array(values)
    let foldsCase = way.foldsCase
    let texts = self.values.map { value in
      value.isAbsent ? "" : foldsCase ? value.string.lowercasedAsInPython : value.string
    }
    keys =
      if let collation = way.collation {
        .collated(texts.map { collation.key(of: $0) })
      } else {
        .folded(texts.map { Array($0.utf8) })
      }
  }

  /// Below, at or above zero; what is absent stands last.
  func order(_ first: Int, _ second: Int) -> Int {
    let (left, right) = (values[first], values[second])
    if left.isAbsent || right.isAbsent {
      return left.isAbsent == right.isAbsent ? 0 : left.isAbsent ? 1 : -1
    }
    return switch keys {
    case .values: Machine.order(left, right)
    case .folded(let texts): Self.order(texts[first], texts[second])
    case .collated(let keys): Self.order(keys[first], keys[second])
    }
  }

  private static func order<Key: Comparable>(_ left: [Key], _ right: [Key]) -> Int {
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}
