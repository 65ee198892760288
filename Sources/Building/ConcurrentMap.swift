import Synchronization

/// The results of `body` for 0, 1, 2 … in that order, computed on `jobs` tasks.
///
/// The one place of the house that is concurrent: each task takes the next number that nobody has.
@concurrent
func concurrentMap<Result: Sendable>(
  count: Int, jobs: Int, _ body: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  guard 1 < jobs, 1 < count else { return try (0..<count).map(body) }
  let counter = Counter()
  return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<min(jobs, count) {
      group.addTask {
        var results: [(Int, Result)] = []
        while let index = counter.take(below: count) { results.append((index, try body(index))) }
        return results
      }
    }
    var all: [(Int, Result)] = []
    for try await results in group { all += results }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Gives out numbers, each once.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func take(below limit: Int) -> Int? {
    let number = next.add(1, ordering: .relaxed).oldValue
    return number < limit ? number : nil
  }
}

extension Range<Int> {
  /// The range cut into at most `pieces` runs of nearly equal length.
  func cut(into pieces: Int) -> [Range<Int>] {
    let pieces = Swift.max(1, Swift.min(pieces, count))
    return (0..<pieces).map { piece in
      let lower = lowerBound + count * piece / pieces
      return lower..<(lowerBound + count * (piece + 1) / pieces)
    }
  }
}
