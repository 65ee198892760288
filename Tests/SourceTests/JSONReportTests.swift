import TestSupport
import Testing

@testable import Source

struct JSONReportTests {
  private let none = JSONReport.Summary(records: 0)

  @Test func `a finding has every key, in one fixed order`() {
    let document = JSONReport(language: .chinese).document(
      [TextReportTests.full()],
      summary: JSONReport.Summary(records: 7, heldBackPaths: ["content/b.md", "content/a.md"]))
    let path = "content/estates/ganquan/xinghe/finance/2026-Q3.md"
    #expect(
      document
        == "{\"version\":1,\"diagnostics\":[\n"
        + "{\"code\":\"F1\",\"severity\":\"error\",\"message\":\"期末余额应为 151,799.50\","
        + "\"path\":\"\(path)\",\"line\":3,\"column\":7,\"end_line\":3,\"end_column\":17,"
        + "\"key\":\"期末余额\",\"expected\":\"151,799.50\",\"found\":\"151,799.00\","
        + "\"basis\":\"沪房规范〔2025〕8号 第十四条\","
        + "\"notes\":[{\"message\":\"期初余额写在这里\",\"path\":\"\(path)\",\"line\":2,\"column\":7},"
        + "{\"message\":\"收入合计 45,000.00\",\"path\":null,\"line\":null,\"column\":null},"
        + "{\"message\":\"核对凭证\\n再改数字\",\"path\":null,\"line\":null,\"column\":null}],"
        + "\"fixes\":[{\"title\":\"改成算出的余额\",\"replacement\":\"151799.50元\",\"confidence\":\"likely\"}]}\n"
        + "],\"summary\":{\"records\":7,\"errors\":1,\"warnings\":0,\"advice\":0,\"held_back\":2,"
        + "\"held_back_paths\":[\"content/a.md\",\"content/b.md\"]}}\n")
  }

  @Test func `what is unknown is null`() {
    let finding = Diagnostic("K2", .warning, Wording("m"), at: Location(path: "content/x"))
    #expect(
      JSONReport(language: .english).document([finding], summary: none)
        == "{\"version\":1,\"diagnostics\":[\n"
        + "{\"code\":\"K2\",\"severity\":\"warning\",\"message\":\"m\",\"path\":\"content/x\","
        + "\"line\":null,\"column\":null,\"end_line\":null,\"end_column\":null,\"key\":null,"
        + "\"expected\":null,\"found\":null,\"basis\":null,\"notes\":[],\"fixes\":[]}\n"
        + "],\"summary\":{\"records\":0,\"errors\":0,\"warnings\":1,\"advice\":0,\"held_back\":0,"
        + "\"held_back_paths\":[]}}\n")
  }

  @Test func `nothing to say is a whole document too`() {
    #expect(
      JSONReport(language: .english).document([], summary: none)
        == "{\"version\":1,\"diagnostics\":[],\"summary\":{\"records\":0,\"errors\":0,"
        + "\"warnings\":0,\"advice\":0,\"held_back\":0,\"held_back_paths\":[]}}\n")
  }

  @Test func `a concealed finding gives neither value nor fix`() {
    var finding = TextReportTests.full()
    finding.concealsText = true
    let document = JSONReport(language: .english).document([finding], summary: none)
    #expect(document.contains("\"expected\":null,\"found\":null"))
    #expect(document.contains("\"fixes\":[]"))
    #expect(document.contains("\"line\":3,\"column\":7"))
    #expect(!document.contains("151799"))
  }

  @Test func `findings are sorted and counted by severity`() {
    let text = MarkedText("«a»\n«b»\n«c»\n")
    let findings = zip([Severity.advice, .error, .error], text.marks).map {
      Diagnostic("X1", $0, Wording("m"), at: Location(text.file, $1))
    }
    let document = JSONReport(language: .english).document(findings.reversed(), summary: none)
    let lines = document.split(separator: "\n").dropFirst().prefix(3)
    #expect(lines.allSatisfy { $0.contains("\"code\":\"X1\"") })
    #expect(lines.map { $0.contains("\"advice\"") } == [true, false, false])
    #expect(document.contains("\"errors\":2,\"warnings\":0,\"advice\":1"))
  }

  @Test(arguments: [
    ("\"", "\\\""), ("\\", "\\\\"), ("\n\r\t", "\\n\\r\\t"), ("\u{0}\u{1B}", "\\u0000\\u001b"),
    ("\u{2028}\u{202E}\u{200B}", "\\u2028\\u202e\\u200b"), ("\u{E0041}", "\\udb40\\udc41"),
    ("业🏠/", "业🏠/"), ("\u{7F}", "\\u007f"),
  ])
  func `a string is escaped so that nothing hides in it`(text: String, escaped: String) {
    let finding = Diagnostic("X1", .error, Wording(text), at: Location(path: "p"))
    let document = JSONReport(language: .english).document([finding], summary: none)
    #expect(document.contains("\"message\":\"\(escaped)\",\"path\""))
  }
}
