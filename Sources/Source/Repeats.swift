extension Sequence<Diagnostic> {
  /// The findings of programs that share files, each place told once.
  ///
  /// A shared file is checked anew for each of its users, and what is wrong with it is met as often;
  /// even in other words, where the users differ in types. The first stays, with the way by which
  /// its file came in and a note on how many more ways lead there.
  package func withoutRepeats() -> [Diagnostic] {
    var firsts: [Diagnostic] = []
    var indices: [Occurrence: Int] = [:]
    var ways: [Set<[Occurrence]>] = []
    for diagnostic in self {
      let way = diagnostic.notes.map { Occurrence($0.location, code: $0.message.english) }
      if let index = indices[Occurrence(diagnostic.location, code: diagnostic.code)] {
        ways[index].insert(way)
      } else {
        indices[Occurrence(diagnostic.location, code: diagnostic.code)] = firsts.count
        firsts.append(diagnostic)
        ways.append([way])
      }
    }
    for index in firsts.indices where 1 < ways[index].count {
      firsts[index].notes.append(.moreUsers(ways[index].count - 1))
    }
    return firsts
  }
}

extension Note {
  fileprivate static func moreUsers(_ count: Int) -> Note {
    Note(
      Wording(
        zh: "另有 \(count) 处用到这里，情况相同",
        en: count == 1
          ? "and 1 more place that uses this" : "and \(count) more places that use this"))
  }
}

/// A code at a place, by which a finding met again is known.
private struct Occurrence: Hashable {
  let path: String
  let lower: Int
  let upper: Int
  let code: String

  init(_ location: Location?, code: String) {
    path = location?.file.path ?? ""
    lower = location?.range?.lower ?? -1
    upper = location?.range?.upper ?? -1
    self.code = code
  }
}

extension Sequence<Diagnostic> {
  /// The gravest findings, as many as `limit`, in reading order, and how many others there are.
  package func gravest(_ limit: Int) -> (shown: [Diagnostic], others: Int) {
    let ordered = inReadingOrder()
    guard limit < ordered.count else { return (ordered, 0) }
    let byGravity = ordered.enumerated().sorted { left, right in
      (right.element.severity, left.offset) < (left.element.severity, right.offset)
    }
    let kept = Set(byGravity.prefix(limit).map(\.offset))
    return (ordered.indices.filter(kept.contains).map { ordered[$0] }, ordered.count - limit)
  }
}
