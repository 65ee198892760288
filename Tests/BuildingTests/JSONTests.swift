import Language
import Source
import Testing

@Test(arguments: ["bodies", "no-site", "template-typo", "odd-records", "options", "foreign-output"])
func `the JSON form is one document with every key, on standard output alone`(golden: String) throws
{
  for command in ["build", "check"] {
    let place = try Golden(golden).copied()
    let run = try place.sunboard(command, "--as-of", "2026-11-20", "--format", "json")
    let document = try JSONReader.read(SourceFile(path: "output", text: run.output)).get()
    #expect(run.output.hasSuffix("}\n"))
    #expect(!run.output.hasSuffix("\n\n"))
    #expect(!run.errors.contains("\"code\""))
    #expect(document.keys == ["version", "diagnostics", "summary"])
    #expect(document["summary"]?.keys == summaryKeys)
    for finding in document["diagnostics"]?.elements ?? [] {
      #expect(finding.keys == findingKeys)
      for note in finding["notes"]?.elements ?? [] {
        #expect(note.keys == ["message", "path", "line", "column"])
      }
      for fix in finding["fixes"]?.elements ?? [] {
        #expect(fix.keys == ["title", "replacement", "confidence"])
      }
      #expect(["error", "warning", "advice"].contains(finding["severity"]?.string))
    }
  }
}

private let summaryKeys = [
  "records", "errors", "warnings", "advice", "held_back", "held_back_paths",
]

private let findingKeys = [
  "code", "severity", "message", "path", "line", "column", "end_line", "end_column", "key",
  "expected", "found", "basis", "notes", "fixes",
]

@Test func `a finding about a whole file has no line, and one about a word counts characters`()
  throws
{
  let place = try Golden("odd-records").copied()
  let run = try place.sunboard("check", "--as-of", "2026-11-20", "--format", "json")
  let document = try JSONReader.read(SourceFile(path: "output", text: run.output)).get()
  let findings = try #require(document["diagnostics"]?.elements)
  let name = try #require(findings.first { $0["code"]?.string == "K8" })
  for key in ["line", "column", "end_line", "end_column", "expected"] {
    #expect(name[key]?.isNull == true)
  }
  let bodies = try Golden("bodies").copied()
  let second = try bodies.sunboard("check", "--as-of", "2026-11-20", "--format", "json")
  let others = try JSONReader.read(SourceFile(path: "output", text: second.output)).get()
  let dead = try #require(
    others["diagnostics"]?.elements.first { $0["code"]?.string == "M3" })
  // The link stands after 请看[水箱](../tank/)、 and is 16 characters long.
  #expect(dead["line"]?.integer == 8)
  #expect(dead["column"]?.integer == 18)
  #expect(dead["end_column"]?.integer == 33)
  #expect(dead["found"]?.string == "/ganquan/xinghe/notices/tonk/")
}

@Test func `the summary counts what the findings are and names what is held back`() throws {
  let place = try Golden("odd-records").copied()
  let run = try place.sunboard("build", "--as-of", "2026-11-20", "--format", "json")
  #expect(run.exitCode == 3)
  let document = try JSONReader.read(SourceFile(path: "output", text: run.output)).get()
  let findings = try #require(document["diagnostics"]?.elements)
  let summary = try #require(document["summary"])
  let errors = findings.count { $0["severity"]?.string == "error" }
  #expect(summary["errors"]?.integer == Int64(errors))
  let paths = summary["held_back_paths"]?.elements.compactMap(\.string) ?? []
  #expect(summary["held_back"]?.integer == Int64(paths.count))
  #expect(
    paths.map { $0.split(separator: "/").last } == [
      "dashes.md", "empty.md", "nothing.md", "plain.md",
    ])
}

extension JSONNode {
  fileprivate var keys: [String] {
    if case .object(let members) = form { members.map(\.key) } else { [] }
  }

  fileprivate var elements: [JSONNode] {
    if case .array(let elements) = form { elements } else { [] }
  }

  fileprivate var integer: Int64? {
    if case .integer(let number) = form { number } else { nil }
  }

  fileprivate var isNull: Bool {
    if case .null = form { true } else { false }
  }
}
