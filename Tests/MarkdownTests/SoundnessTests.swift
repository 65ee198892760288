import Markdown
import Source
import Testing

@Suite struct SoundnessTests {
  static func isSound(_ body: String) -> Bool { Markdown.isPlainlySound(Array(body.utf8)[...]) }

  @Test(arguments: [
    "", "水箱清洗通知\n\n请业主提前储水。\n", "# 一\n## 二\n### 三\n\n- 甲\n- 乙\n\n1. 丙\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "## 甲\n\n**重**要 *事* https://a.cn\n", "甲\n---\n乙\n",
    "```\n# x\n```\n",
  ])
  func `an ordinary body without links is sound at a glance`(body: String) {
    #expect(Self.isSound(body))
  }

  @Test(arguments: [
    "<b>", "[a](b)", "&#8203;", "## a\n#### b", "- ```\n### x\n```\n",
    String(repeating: "> ", count: 21) + "a",
    "# a\n### b", "1. # a\n   ### b", "1. ```\n# c\n1. ### d",
    String(repeating: "a", count: 12_001),
    String(repeating: "*a ", count: 101),
  ])
  func `what a glance cannot tell is not called sound`(body: String) {
    #expect(!Self.isSound(body))
  }

  static let tokens = [
    "# ", "## ", "### ", "#### ", "a", "字 ", "\n", "\n", "\n\n", "- ", "1. ", "> ", "    ", "  ",
    "```", "~~~", "---", "===", "\t", "*", "**", "_", "|", "|-|-|", "`", "\r\n", "#", "+ ", "2) ",
    "-",
    "=", "\\", "x\n", "\u{A0}",
  ]

  @Test func `a body called sound has no finding when it is read in full`() {
    var random = SplitMix(state: 11)
    var sound = 0
    for _ in 0..<20_000 {
      let body = (0..<Int.random(in: 1...24, using: &random))
        .map { _ in Self.tokens.randomElement(using: &random) ?? "" }.joined()
      guard Self.isSound(body) else { continue }
      sound += 1
      let file = SourceFile(path: "a.md", text: body)
      let examination = Markdown.examine(file.wholeRange, of: file, knows: { _ in false })
      #expect(
        examination.diagnostics.isEmpty && examination.links.isEmpty, "\(body.debugDescription)")
    }
    #expect(2_000 < sound)
  }
}
