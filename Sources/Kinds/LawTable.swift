package import Language
package import Values

/// The jurisdiction's values as records of the language, one for each stretch of unchanged law.
package struct LawTable: Sendable {
  /// The days on which something begins or ceases to be in force, ascending.
  private let boundaries: [CivilDate]
  /// One record for the time before the first boundary and one from each boundary on.
  private let records: [Value]
  private let jurisdiction: Jurisdiction
  private let tree: Branch
  /// Keeps the records.
  private let arena = Arena()

  package init(_ jurisdiction: Jurisdiction) {
    self.jurisdiction = jurisdiction
    var days: Set<CivilDate> = []
    for entry in jurisdiction.values.flatMap(\.entries) {
      if let from = entry.from { days.insert(from) }
      if let to = entry.to, let after = try? to.adding(days: 1) { days.insert(after) }
    }
    boundaries = days.sorted()
    tree = Branch(
      jurisdiction.values.map { ($0.name.split(separator: ".").map(String.init), $0.entries) })
    let tree = self.tree
    let arena = self.arena
    let first = boundaries.first.flatMap { try? $0.adding(days: -1) }
    records = ([first] + boundaries).map { day in tree.record(on: day, in: arena) }
  }

  /// The law as of a day.
  package func record(on day: CivilDate) -> Value {
    records[boundaries.partitioningIndex { day < $0 }]
  }

  /// Source and article of a value in force on a day.
  package func citation(of name: String, on day: CivilDate) -> String? {
    let known = jurisdiction.values.first { $0.name == name }?.entries
    return (known?.last { $0.isInForce(on: day) } ?? known?.last)?.citation
  }

  /// The names of all values.
  package var names: [String] { jurisdiction.values.map(\.name) }

  func addShapes(to schema: inout Schema) -> RecordID {
    tree.addShapes(to: &schema, name: "law")
  }

  /// The values whose names share a beginning.
  private indirect enum Branch: Sendable {
    case leaf([LegalValue])
    case node([(name: String, branch: Branch)])

    init(_ values: [(path: [String], entries: [LegalValue])]) {
      if values.count == 1, values[0].path.isEmpty {
        self = .leaf(values[0].entries)
        return
      }
      var names: [String] = []
      for value in values {
        if let name = value.path.first, !names.contains(name) { names.append(name) }
      }
      self = .node(
        names.map { name in
          let below = values.filter { $0.path.first == name }
          return (name, Branch(below.map { (Array($0.path.dropFirst()), $0.entries) }))
        })
    }

    func record(on day: CivilDate?, in arena: Arena) -> Value {
      switch self {
      case .leaf(let entries):
        guard let value = entries.last(where: { entry in day.map(entry.isInForce) ?? false }) else {
          // What is not in force cannot be compared with, and silences what would.
          var nothing = Value.absent
          nothing.marks = [.tainted, .unreadable]
          return nothing
        }
        return value.content.value(in: arena)
      case .node(let branches):
        return arena.record(branches.map { $0.branch.record(on: day, in: arena) })
      }
    }

    func addShapes(to schema: inout Schema, name: String) -> RecordID {
      var shape = RecordShape(name: name)
      if case .node(let branches) = self {
        for (name, branch) in branches {
          shape.add(Member(name, branch.type(in: &schema, name: name), role: .system))
        }
      }
      return schema.add(shape)
    }

    private func type(in schema: inout Schema, name: String) -> Type {
      switch self {
      case .leaf(let entries): entries.last?.content.type ?? .unknown
      case .node: .record(addShapes(to: &schema, name: "law.\(name)"))
      }
    }
  }
}

extension LegalValue.Content {
  var type: Type {
    switch self {
    case .whole: .int
    case .decimal: .decimal
    case .share: .list(.int)
    case .percent: .percent
    case .money: .money
    case .area: .area
    case .truth: .bool
    case .text: .string
    case .texts: .list(.string)
    }
  }

  fileprivate func value(in arena: Arena) -> Value {
    switch self {
    case .whole(let number): Value(number)
    case .decimal(let number), .percent(let number), .money(let number), .area(let number):
      Value(number)
    case .share(let parts): arena.list(parts.map { Value($0) })
    case .truth(let truth): Value(truth)
    case .text(let text): arena.text(text)
    case .texts(let texts): arena.list(texts.map { arena.text($0) })
    }
  }
}

extension Array {
  /// The index of the first element for which `belongs` holds, where all behind it do too.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if belongs(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
