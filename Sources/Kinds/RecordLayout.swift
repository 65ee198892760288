package import Language

/// Where everything about records of one kind lies: the slots that reading, linking, judging and
/// rendering fill and read.
///
/// A reference: it is asked for at every record, and a copy would count a dozen references.
package final class RecordLayout: Sendable {
  package let kind: KindDeclaration
  package let shape: RecordID
  package let cellCount: Int
  /// The slot of the first field; the others follow in the order of the declaration.
  package let firstField: Int
  /// How the fields of each mapping inside the kind are laid out, in the order of the fields.
  package let fields: [FieldLayout]
  /// The slots that every record has.
  package let system: SystemSlots
  /// The records that hold this one, by the name of their kind, nearest first.
  package let parents: [(kind: String, slot: Int)]
  /// The lists and single records that lie below a record of this kind.
  package let children: [(kind: String, slot: Int, isList: Bool)]
  /// The slots of derived values with the numbers of their derivations.
  package let derived: [(name: String, slot: Int, derivation: Int)]
  /// Whether such records lie in a folder below which there are only records.
  package let isInnermost: Bool

  init(
    kind: KindDeclaration, shape: RecordID, cellCount: Int, firstField: Int,
    fields: [FieldLayout], system: SystemSlots, parents: [(kind: String, slot: Int)],
    children: [(kind: String, slot: Int, isList: Bool)],
    derived: [(name: String, slot: Int, derivation: Int)], isInnermost: Bool
  ) {
    self.kind = kind
    self.shape = shape
    self.cellCount = cellCount
    self.firstField = firstField
    self.fields = fields
    self.system = system
    self.parents = parents
    self.children = children
    self.derived = derived
    self.isInnermost = isInnermost
  }

  /// The slot of a field by its English name.
  package func slot(of field: String) -> Int? {
    kind.fields.firstIndex { $0.name == field }.map { firstField + $0 }
  }

  /// Whether such a record says what its folder is.
  package var isFolder: Bool { kind.describesFolder }
}

/// The slots of what every record has, whatever its kind.
package struct SystemSlots: Sendable {
  package let record: Int
  package let url: Int
  package let id: Int
  package let body: Int
  package let bodyText: Int
  package let law: Int
  package let heading: Int
}

/// One field with the types that reading needs; a reference for the same reason.
package final class FieldLayout: Sendable {
  package let declaration: FieldDeclaration
  package let slot: Int
  /// The layout of a mapping, or of the mappings in a list.
  package let nested: [FieldLayout]

  init(declaration: FieldDeclaration, slot: Int, nested: [FieldLayout]) {
    self.declaration = declaration
    self.slot = slot
    self.nested = nested
  }
}

extension FieldLayout {
  /// The kinds to which the field, or something in it, refers.
  package var referredKinds: [String] {
    guard nested.isEmpty else { return nested.flatMap(\.referredKinds) }
    switch declaration.type {
    case .reference(let kind), .list(.reference(let kind)): return [kind]
    default: return []
    }
  }
}

extension [RecordLayout] {
  /// For each kind how deep its references lead; those it refers to have lower ranks.
  var referenceRanks: [Int] {
    var ranks = Array<Int>(repeating: 0, count: count)
    // Kinds may refer in a circle; as many rounds as there are kinds settle all that can settle.
    for _ in indices {
      for (index, layout) in enumerated() {
        for kind in layout.fields.flatMap(\.referredKinds) where kind != layout.kind.name {
          guard let target = firstIndex(where: { $0.kind.name == kind }) else { continue }
          ranks[index] = Swift.min(count, Swift.max(ranks[index], ranks[target] + 1))
        }
      }
    }
    return ranks
  }
}
