/// The known name that somebody probably meant.
package enum NearMiss {
  /// The candidate nearest to `typed`, or nil if none is near; the earlier of two equally near wins.
  ///
  /// Near means: the same but for letter case, the same words in another order, or at most
  /// max(1, length ÷ 3) insertions, deletions, replacements and swaps away (rustc's threshold).
  package static func of(_ typed: String, among candidates: some Sequence<String>) -> String? {
    let folded = typed.lowercased()
    let words = sortedWords(folded)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != typed {
      let other = candidate.lowercased()
      if other == folded { return candidate }
      let distance = sortedWords(other) == words ? 1 : editDistance(folded, other)
      guard distance <= max(1, max(folded.count, other.count) / 3) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func sortedWords(_ name: String) -> [Substring] {
    name.split(whereSeparator: { $0 == "_" || $0 == "-" }).sorted()
  }

  /// The Damerau–Levenshtein distance with adjacent swaps (optimal string alignment).
  package static func editDistance(_ left: String, _ right: String) -> Int {
    let a = Array(left.unicodeScalars)
    let b = Array(right.unicodeScalars)
    guard !a.isEmpty else { return b.count }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var distance = min(
          last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if 0 < i, 0 < j, a[i] == b[j - 1], a[i - 1] == b[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
