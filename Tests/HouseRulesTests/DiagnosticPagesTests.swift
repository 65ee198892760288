import Testing

@Test func `every code in the sources and the kinds has its page`() throws {
  let pages = Set(try Repository.files(below: "docs/diagnostics", ending: ".md").map(\.path))
  for (file, codes) in try usedCodes() {
    let missing = codes.filter { !pages.contains("docs/diagnostics/\($0).md") }
    expectNone(missing.sorted(), in: file, "no page in docs/diagnostics")
  }
}

@Test func `every page has the one form`() throws {
  for page in try Repository.files(below: "docs/diagnostics", ending: ".md") {
    let code = page.path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
    var expected = ["# \(code) ", "## 中文", "## English"][...]
    for line in page.lines where line.text.hasPrefix("#") {
      guard let next = expected.first, line.text.hasPrefix(next) else {
        expectNone(["line \(line.number): \(line.text)"], in: page.path, "a heading too many")
        break
      }
      expected.removeFirst()
    }
    let parts = ["级别 Level: ", "错误写法：", "正确写法：", "怎么办：", "Wrong:", "Right:", "What to do:"]
    let missing = parts.filter { part in !page.lines.contains { $0.text.hasPrefix(part) } }
    expectNone(Array(expected) + missing, in: page.path, "parts are missing")
  }
}

@Test func `a page names the level that the kind gives its check`() throws {
  for kind in try KindFile.all() {
    let wrong = try kind.checks.filter { check in
      let page = try Repository.file("docs/diagnostics/\(check.code).md")
      return !page.lines.contains {
        $0.text.hasPrefix("级别 Level: ") && $0.text.contains(check.level)
      }
    }
    expectNone(
      wrong.map { "\($0.code): \($0.level)" }, in: kind.file.path, "not the level of its page")
  }
}

/// The public codes that each source and each kind can give.
private func usedCodes() throws -> [(file: String, codes: Set<String>)] {
  let sources = try Repository.sources().map { file, swift in
    (file.path, Set(swift.literals.map(\.text).filter(isCode)))
  }
  let kinds = try KindFile.all().map { ($0.file.path, Set($0.checks.map(\.code))) }
  let used = sources + kinds
  try #require(used.contains { $0.1.contains("T001") } && used.contains { $0.1.contains("F1") })
  return used.map { (file: $0.0, codes: $0.1) }
}

/// `S1`, `K10`, `T001`: a letter of the catalogue and one to three digits.
private func isCode(_ text: String) -> Bool {
  guard let letter = text.first, "SYKMTVCFRNDP".contains(letter) else { return false }
  let digits = text.dropFirst()
  return (1...3).contains(digits.count) && digits.allSatisfy(\.isNumber) && digits.first != "0"
    || (letter == "T" && digits.count == 3 && digits.allSatisfy(\.isNumber))
}
