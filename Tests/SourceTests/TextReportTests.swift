import TestSupport
import Testing

@testable import Source

struct TextReportTests {
  /// A finding with everything a finding can have.
  static func full() -> Diagnostic {
    let text = MarkedText(
      "---\n期初余额: «120,000.00»\n期末余额: «151799.00元»\n---\n",
      path: "content/estates/ganquan/xinghe/finance/2026-Q3.md")
    return Diagnostic(
      "F1", .error,
      Wording(zh: "期末余额应为 151,799.50", en: "closing should be 151,799.50"),
      at: Location(text.file, text.marks[1]), key: "期末余额", expected: Wording("151,799.50"),
      found: Wording("151,799.00"),
      basis: Wording(zh: "沪房规范〔2025〕8号 第十四条", en: "沪房规范〔2025〕8号, article 14"),
      notes: [
        Note(
          Wording(zh: "期初余额写在这里", en: "the opening balance stands here"),
          at: Location(text.file, text.marks[0])),
        Note(Wording(zh: "收入合计 45,000.00", en: "income is 45,000.00")),
      ],
      help: [Wording(zh: "核对凭证\n再改数字", en: "check the vouchers\nthen the figure")],
      fixes: [
        Fix(
          Wording(zh: "改成算出的余额", en: "use the computed balance"), replacing: text.marks[1],
          with: "151799.50元", confidence: .likely)
      ])
  }

  @Test func `a finding is told in Chinese`() {
    #expect(
      TextReport(language: .chinese).text(of: Self.full()) == """
        content/estates/ganquan/xinghe/finance/2026-Q3.md:3:7: error[F1]: 期末余额应为 151,799.50
          |
        3 | 期末余额: 151799.00元
          |           ^^^^^^^^^^^
          = 应为：151,799.50
          = 写的是：151,799.00
          = 依据：沪房规范〔2025〕8号 第十四条
        content/estates/ganquan/xinghe/finance/2026-Q3.md:2:7: note: 期初余额写在这里
          |
        2 | 期初余额: 120,000.00
          |           ^^^^^^^^^^
          = 说明：收入合计 45,000.00
          = 怎么办：核对凭证
            再改数字
          = 可以改成：改成算出的余额
        3 + 期末余额: 151799.50元

        """)
  }

  @Test func `a finding is told in English`() {
    #expect(
      TextReport(language: .english).text(of: Self.full()) == """
        content/estates/ganquan/xinghe/finance/2026-Q3.md:3:7: error[F1]: closing should be 151,799.50
          |
        3 | 期末余额: 151799.00元
          |           ^^^^^^^^^^^
          = expected: 151,799.50
          = found: 151,799.00
          = basis: 沪房规范〔2025〕8号, article 14
        content/estates/ganquan/xinghe/finance/2026-Q3.md:2:7: note: the opening balance stands here
          |
        2 | 期初余额: 120,000.00
          |           ^^^^^^^^^^
          = note: income is 45,000.00
          = help: check the vouchers
            then the figure
          = fix: use the computed balance
        3 + 期末余额: 151799.50元

        """)
  }

  @Test func `a concealed finding prints neither line nor value`() {
    var finding = Self.full()
    finding.code = "P2"
    finding.concealsText = true
    #expect(
      TextReport(language: .english).text(of: finding) == """
        content/estates/ganquan/xinghe/finance/2026-Q3.md:3:7: error[P2]: closing should be 151,799.50
          = basis: 沪房规范〔2025〕8号, article 14
        content/estates/ganquan/xinghe/finance/2026-Q3.md:2:7: note: the opening balance stands here
          = note: income is 45,000.00
          = help: check the vouchers
            then the figure

        """)
  }

  @Test(arguments: [
    ("甲\t«乙»x", "1 | 甲\t乙x\n  |   \t^^\n"), ("«»", "1 | \n  | ^\n"),
    ("甲«\n»乙", "1 | 甲\n  |   ^\n"), ("甲«乙\n丙»", "1 | 甲乙\n  |   ^^\n"),
    ("a\u{202E}«b»", "1 | a<U+202E>b\n  |          ^\n"),
    ("«\u{202E}»b", "1 | <U+202E>b\n  | ^^^^^^^^\n"), ("e\u{301}«x»", "1 | e\u{301}x\n  |  ^\n"),
    ("\u{FEFF}«标题»", "1 | 标题\n  | ^^^^\n"), ("🏠«x»\r\n", "1 | 🏠x\n  |   ^\n"),
  ])
  func `the caret stands below what is meant, by display width`(marked: String, shown: String) {
    let text = MarkedText(marked)
    let finding = Diagnostic(
      "X1", .advice, Wording("m"), at: Location(text.file, text.marks[0]))
    let report = TextReport(language: .english).text(of: finding)
    let column = text.file.position(at: text.marks[0].lower).column
    #expect(report == "test.md:1:\(column): advice[X1]: m\n  |\n" + shown)
  }

  @Test func `a long line is cut around the caret`() {
    let text = MarkedText(
      String(repeating: "甲", count: 500) + "«乙»" + String(repeating: "丙", count: 500))
    let finding = Diagnostic("X1", .warning, Wording("m"), at: Location(text.file, text.marks[0]))
    let lines = TextReport(language: .english).text(of: finding).split(separator: "\n")
    let before = "…" + String(repeating: "甲", count: 29)
    #expect(lines[0] == "test.md:1:501: warning[X1]: m")
    #expect(lines[2] == "1 | \(before)乙" + String(repeating: "丙", count: 29) + "…")
    #expect(lines[3] == "  | " + String(repeating: " ", count: 59) + "^^")
  }

  @Test func `a finding about a whole file has neither line nor excerpt`() {
    let finding = Diagnostic(
      "K2", .error, Wording("m"), at: Location(path: "content/estates/a"), help: [Wording("h")])
    #expect(
      TextReport(language: .english).text(of: finding)
        == "content/estates/a: error[K2]: m\n  = help: h\n")
  }

  @Test func `colour changes nothing but the colour`() {
    let report = TextReport(language: .chinese, usesColour: true).text(of: Self.full())
    #expect(
      report.hasPrefix(
        "content/estates/ganquan/xinghe/finance/2026-Q3.md:3:7: \u{1B}[1;31merror[F1]\u{1B}[0m:"))
    var plain = report
    while let start = plain.range(of: "\u{1B}["), let end = plain[start...].firstIndex(of: "m") {
      plain.removeSubrange(start...end)
    }
    #expect(plain == TextReport(language: .chinese).text(of: Self.full()))
  }

  @Test func `a message and a path never bring hidden characters to the terminal`() {
    let finding = Diagnostic(
      "K1", .error, Wording("a\u{1B}[2J\nb"), at: Location(path: "x\u{202E}y.md"),
      found: Wording("\u{7}"))
    #expect(
      TextReport(language: .english).text(of: finding)
        == "x<U+202E>y.md: error[K1]: a<U+001B>[2J b\n  = found: <U+0007>\n")
  }

  @Test func `findings stand in reading order with an empty line between`() {
    let text = MarkedText("«a»\n«b»\n")
    let findings = text.marks.reversed().map {
      Diagnostic("X1", .error, Wording("m"), at: Location(text.file, $0))
    }
    let report = TextReport(language: .english).text(of: findings)
    #expect(
      report == """
        test.md:1:1: error[X1]: m
          |
        1 | a
          | ^

        test.md:2:1: error[X1]: m
          |
        2 | b
          | ^

        """)
  }
}

extension String {
  fileprivate func range(of text: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
