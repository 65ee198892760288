import Glibc
import Testing

@Test(arguments: try Golden.all())
func `a site says and writes what is expected of it`(golden: Golden) throws {
  let results = try golden.results()
  if unsafe getenv("UPDATE_GOLDENS") != nil {
    try golden.record(results)
    // Who records must look at what was recorded; a pass would hide that nothing was compared.
    Issue.record("recorded \(golden.name)")
    return
  }
  let expected = try golden.expected()
  for path in Set(results.keys).union(expected.keys).sorted() {
    let difference = firstDifference(results[path], expected[path])
    #expect(difference == nil, "\(golden.name)/\(path)")
  }
}

/// The first line that differs, with what was expected.
private func firstDifference(_ found: String?, _ expected: String?) -> String? {
  guard found != expected else { return nil }
  guard let found, let expected else { return found == nil ? "not written" : "not expected" }
  let lines = found.split(separator: "\n", omittingEmptySubsequences: false)
  let others = expected.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(lines.count, others.count) {
    let line = index < lines.count ? String(lines[index]) : "(end)"
    let other = index < others.count ? String(others[index]) : "(end)"
    if line != other { return "line \(index + 1): '\(line)' instead of '\(other)'" }
  }
  return "the same lines, other bytes"
}
