import Source
import Testing

@Test(arguments: ["zh-Hans", "en"])
func `a build says on demand where its time went, in columns`(language: String) throws {
  let place = try Golden("small").copied()
  let run = try place.sunboard("build", "--as-of", "2026-11-20", "--metrics", "--lang", language)
  #expect(run.exitCode == 0)
  let lines = run.errors.split(separator: "\n").map(String.init)
  let table = lines.dropLast(2)
  #expect(Set(table.map { DisplayWidth.of($0) }).count == 1)
  let rows = table.dropFirst().map { $0.split(separator: " ") }
  // One page each, and a row for all.
  let names = ["404.html.j2", "estate.html.j2", "notice.html.j2", "site.html.j2", "street.html.j2"]
  #expect(rows.dropLast().map { String($0[0]) }.sorted() == names)
  #expect(rows.dropLast().allSatisfy { $0[1] == "1" })
  #expect(rows.last?[1] == "5")
  #expect(rows.last?.last == "100.0%")
  let shares = rows.dropLast().compactMap { $0.last.flatMap { Double($0.dropLast()) } }
  #expect(shares == shares.sorted(by: >))
  #expect(abs(shares.reduce(0, +) - 100) < 0.5)
  let phases = lines.suffix(2).joined(separator: "\n")
  let expected =
    language == "en"
    ? [
      "rendering", "writing", "compiling", "reading", "judging", "planning", "pages", "publishing",
    ]
    : ["渲染", "写入", "编译", "读取", "核对", "排页", "出页", "发布"]
  var rest = phases[...]
  for name in expected {
    let place = try #require(rest.firstRange(of: name), "\(name) in \(phases)")
    rest = rest[place.upperBound...]
  }
}

@Test func `a build that is not asked says nothing of time on standard error`() throws {
  let place = try Golden("small").copied()
  #expect(try place.sunboard("build", "--as-of", "2026-11-20").errors.isEmpty)
}

@Test func `the table keeps out of the JSON document`() throws {
  let place = try Golden("small").copied()
  let plain = try place.sunboard("build", "--as-of", "2026-11-20", "--format", "json")
  let measured = try place.sunboard(
    "build", "--as-of", "2026-11-20", "--format", "json", "--metrics")
  #expect(measured.output == plain.output)
  #expect(measured.errors.contains("notice.html.j2"))
}
