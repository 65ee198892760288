extension Sequence<Diagnostic> {
  /// The findings of programs that share files, each place told once.
  ///
  /// Each kind of page is a program of its own, which checks the files that it shares with others
  /// anew and meets what is wrong with them again; even in other words, where types differ. The
  /// first stays, with the way by which its file came in and a note on how many more pages it hurts.
  package func withoutRepeats() -> [Diagnostic] {
    var firsts: [Diagnostic] = []
    var repeats: [Int] = []
    var indices: [Occurrence: Int] = [:]
    for diagnostic in self {
      let occurrence = Occurrence(diagnostic)
      if let index = indices[occurrence] {
        repeats[index] += 1
      } else {
        indices[occurrence] = firsts.count
        firsts.append(diagnostic)
        repeats.append(0)
      }
    }
    for index in firsts.indices where 0 < repeats[index] {
      firsts[index].notes.append(.morePages(repeats[index]))
    }
    return firsts
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of them has the same code and place.
  package func tell(_ diagnostic: Diagnostic) -> Bool {
    contains { Occurrence($0) == Occurrence(diagnostic) }
  }
}

extension Note {
  fileprivate static func morePages(_ count: Int) -> Note {
    Note(
      Wording(
        zh: "另有 \(count) 种页面用到这里，情况相同",
        en: "the same on \(count) more \(count == 1 ? "kind" : "kinds") of page"))
  }
}

/// A code at a place, by which a finding met again is known.
private struct Occurrence: Hashable {
  let path: String
  let lower: Int
  let upper: Int
  let code: String

  init(_ diagnostic: Diagnostic) {
    path = diagnostic.location.file.path
    lower = diagnostic.location.range?.lower ?? -1
    upper = diagnostic.location.range?.upper ?? -1
    code = diagnostic.code
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
