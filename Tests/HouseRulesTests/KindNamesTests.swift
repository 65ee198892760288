import Testing

@Test func `no field of a kind stands in a source by name`() throws {
  let kinds = try KindFile.all().filter { $0.kind != "site" }
  let names = Set(kinds.flatMap(\.fieldNames)).subtracting(formatWords)
  try #require(names.contains("households") && names.contains("户数"))
  for (file, swift) in try Repository.sources() where file.room != "embed-defaults" {
    let own = roomWords[file.room] ?? []
    let found = swift.literals.filter { names.contains($0.text) && !own.contains($0.text) }
    expectNone(
      found.map { "line \($0.line): \"\($0.text)\"" }, in: file.path,
      "fields belong to kinds/*.yml")
  }
}

@Test func `no rule that lives in a kind stands in a source by its code`() throws {
  for (file, swift) in try Repository.sources() {
    let found = swift.literals.filter { literal in
      guard let letter = literal.text.first, "VCFRND".contains(letter) else { return false }
      let digits = literal.text.dropFirst().prefix { $0 != "." }
      return (1...2).contains(digits.count) && digits.allSatisfy(\.isNumber)
    }
    expectNone(
      found.map { "line \($0.line): \"\($0.text)\"" }, in: file.path,
      "V, C, F, R, N and D rules belong to kinds/*.yml")
  }
}

/// Names of fields that are also keys of a declaration or a jurisdiction, for every room.
private let formatWords: Set<String> = [
  "name", "title", "label", "value", "type", "from", "to", "date", "at", "kind", "text", "file",
  "item", "line", "source", "url", "number", "period",
]

/// Names of fields that are also words of one room's own trade.
private let roomWords: [String: Set<String>] = [
  // Types of fields, keys of a declaration, and the members of every file and every record.
  "Kinds": [
    "count", "price", "area", "year", "phone", "uscc", "place", "derived", "basis", "size", "body",
  ],
  // Tags, filters and their arguments, members of periods; attributes of HTML.
  "Language": [
    "for", "items", "count", "price", "area", "signed", "start", "end", "year", "base", "poster",
    "lines", "target", "size",
  ],
  // Arguments of drawings; the words that drawings bring along.
  "Charts": [
    "unit", "area", "before", "after", "due", "opening", "closing", "income", "expense",
    "owners", "名称", "起", "期初余额", "期末余额", "项目", "金额", "总数", "面积", "结果", "期限",
  ],
  // The folder of estates, the body, the keys of a span, and what messages call the types.
  "Records": ["estates", "body", "起", "止", "金额", "单价", "面积", "日期", "期间", "电话"],
  // Where a declared page lies, and what a link leads to.
  "Pages": ["address", "target"],
  // The lines of a finding.
  "Source": ["basis", "依据", "fix"],
]
