import Language
import Source
import Testing

@Test func `the default templates and kinds have no finding but fields still to be shown`() throws {
  let place = try Workplace()
  try place.copy("\(Demonstration.repository)/templates", to: "templates")
  try place.copy("\(Demonstration.repository)/kinds", to: "kinds")
  try place.copy("\(Demonstration.repository)/jurisdictions", to: "jurisdictions")
  try place.write("content/site.md", "---\n标题: 网\n网址: https://a.example/\n---\n")
  let run = try place.sunboard("check", "--templates", "--lang", "en")
  #expect(run.exitCode == 0)
  let found = run.output.split(separator: "\n").filter { $0.contains("warning[") }
  // Each of these is filled in by editors and seen by nobody; a template that shows it, or `shown:
  // no` in its kind, takes it from this list.
  let fields = [
    "members.training.date", "members.training.topic", "assessment.uscc", "contact.address",
  ]
  for (line, field) in zip(found, fields) {
    #expect(
      line.hasSuffix(": warning[T046]: field `\(field)` (\(names[field] ?? "")) appears on no page")
    )
  }
  #expect(found.count == fields.count)
}

private let names = [
  "members.training.date": "日期", "members.training.topic": "主题", "assessment.uscc": "信用代码",
  "contact.address": "地址",
]

@Test func `a check of templates looks at no record, but at every jurisdiction`() throws {
  let place = try Workplace()
  try place.write("content/site.md", "---\n标题: 网\n网址: https://a.example/\n---\n")
  try place.write("content/estates/a/b/notices/c.md", "no record at all")
  #expect(try place.sunboard("check", "--templates").exitCode == 0)
  try place.write("jurisdictions/beijing.yml", "jurisdiction: beijing\nextends: chnia\n")
  let run = try place.sunboard("check", "--templates", "--lang", "en", "--quiet")
  #expect(run.exitCode == 65)
  #expect(run.output.hasPrefix("jurisdictions/beijing.yml"))
  #expect(run.output.contains("did you mean `china`?"))
}

@Test func `where the site's own law is missing, templates are read all the same`() throws {
  let place = try Workplace()
  try place.write("content/site.md", "---\n标题: 网\n网址: https://a.example/\n法域: shanghia\n---\n")
  try place.write("templates/notice.html.j2", "{% fro %}")
  let run = try place.sunboard("check", "--templates", "--lang", "en")
  #expect(run.exitCode == 65)
  let heads = run.output.split(separator: "\n").filter { $0.contains(": error[") }
  #expect(heads.map { $0.prefix { $0 != ":" } } == ["content/site.md", "templates/notice.html.j2"])
}

@Test func `without content there is nothing to check templates for`() throws {
  #expect(try Workplace().sunboard("check", "--templates").exitCode == 66)
}
