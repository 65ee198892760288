import Kinds
import Language

/// Fills the lists of siblings on the records that hold them, each in the order of its kind.
///
/// Only records for which `belongs` holds are entered, so that pages list what is published.
func fillChildren(
  of records: [SiteRecord], _ rulebook: Rulebook, arena: Arena, where belongs: (Int) -> Bool
) {
  var children: [ChildKey: [Int]] = [:]
  for (index, record) in records.enumerated() where belongs(index) {
    let layout = rulebook.layouts[record.kind]
    guard let parent = layout.parents.first, record.cells[parent.slot].tag == .record else {
      continue
    }
    children[ChildKey(parent: record.cells[parent.slot].bits, kind: record.kind), default: []]
      .append(index)
  }
  for record in records {
    for (name, slot, isList) in rulebook.layouts[record.kind].children {
      guard let kind = rulebook.kind(named: name) else { continue }
      let members = children[ChildKey(parent: record.value.bits, kind: kind)] ?? []
      if isList {
        let ordered = members.inOrder(of: rulebook.layouts[kind], records)
        record.cells[slot] = arena.list(ordered.map { records[$0].value })
      } else {
        record.cells[slot] = members.first.map { records[$0].value } ?? .absent
      }
    }
  }
}

/// A record and a kind of which it holds records.
private struct ChildKey: Hashable {
  let parent: UInt64
  let kind: Int
}

extension [Int] {
  /// The records in the order that their kind declares, equal ones in the order of their paths.
  fileprivate func inOrder(of layout: RecordLayout, _ records: [SiteRecord]) -> [Int] {
    let slots = layout.kind.order.compactMap(layout.slot)
    guard !slots.isEmpty else { return self }
    return sorted { left, right in
      for slot in slots {
        let (first, second) = (records[left].cells[slot], records[right].cells[slot])
        let order = Machine.order(first, second)
        if order != 0 { return order < 0 }
      }
      return left < right
    }
  }
}
