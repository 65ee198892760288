import Markdown
import Source
import TestSupport
import Testing

@Suite struct GuardTests {
  static func check(_ marked: String) -> (codes: [String], rightPlaces: Bool) {
    let text = MarkedText(marked)
    let found = MarkdownGuard.check(text.file.wholeRange, of: text.file)
    return (found.map { "\($0.code) \($0.severity)" }, found.map(\.location.range) == text.marks)
  }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let refused: [String] = [
    times(8191, "1234567\n") + "«一二三»\n",
    "a\n«" + times(12_001, "a") + "»\nb",
    "a\n\n|" + times(51, "a|") + "\n«|" + times(51, "-|") + "»",
    times(200, "[a]: b\n\n") + "[a«]:» b",
    "«" + times(21, "> ") + "a»",
    "«" + times(21, "- ") + "a»",
    (0..<20).map { times($0, "  ") + "- a\n" }.joined() + "«" + times(20, "  ") + "- a»\nb",
    "«" + times(10, "> - ") + "1. a»",
    times(500, "<?") + "«<?»",
    times(250, "<!A <?") + "«<!»[",
    "a|b\n-|-\n«" + times(501, "|") + "»\n",
    "1. a\n" + times(1_264, "1. \n|-|-|\n") + "1. \n«|-|-|»\n",
    "a|b\n" + times(1_413, "x\n|-|-|\n") + "y\n«|-|-|»\n",
    "«" + times(2, times(10_000, "[") + "\n" + times(10_000, "]") + "\n") + "»",
    "«" + times(4, times(3_900, "*a_") + "\n") + times(3, times(500, "![[]()") + "\n") + "»",
  ]

  @Test(arguments: refused)
  func `a body beyond a limit is refused at its place`(marked: String) {
    let (codes, rightPlaces) = Self.check(marked)
    #expect(codes == ["S4 error"])
    #expect(rightPlaces)
  }

  @Test func `S4 says the limit and the way out`() throws {
    let text = MarkedText(Self.times(21, "> ") + "a")
    let finding = try #require(MarkdownGuard.check(text.file.wholeRange, of: text.file).first)
    #expect(
      finding.message == Wording(zh: "列表或引用套得太深", en: "lists or quotations are nested too deeply"))
    #expect(finding.expected == Wording(zh: "不超过 20", en: "at most 20"))
    #expect(finding.found == Wording("21"))
    #expect(
      finding.help == [
        Wording(zh: "减少行首的 >、- 和缩进", en: "use fewer '>', '-' and less indentation at line starts")
      ])
  }

  @Test func `short rows cannot blow a table up`() throws {
    let table = "|" + Self.times(50, "a|") + "\n|" + Self.times(50, "-|") + "\n"
    let file = SourceFile(path: "a.md", text: table + Self.times(390, "x\n"))
    #expect(
      MarkdownGuard.check(file.wholeRange, of: file).map(\.message.english) == [
        "this body would become far too large a page"
      ])
    let long = SourceFile(
      path: "a.md", text: table + Self.times(401, "|" + Self.times(50, "a|") + "\n"))
    #expect(
      MarkdownGuard.check(long.wholeRange, of: long).map(\.message.english) == [
        "the table has too many cells"
      ])
  }

  @Test func `one long address cannot be used a thousand times`() {
    let text = MarkedText("[a«]: /" + Self.times(5_000, "u") + "»\n\n" + Self.times(1_000, "[a] "))
    let found = MarkdownGuard.check(text.file.wholeRange, of: text.file)
    #expect(found.map(\.code) == ["S4"] && found.map(\.location.range) == text.marks)
  }

  static let ordinary: [String] = [
    times(1_500, "水箱清洗，请业主提前储水。\n"),
    (1...400).map { "| \($0) | 物业费收入 | 1,234.50 | 12.3% |\n" }.joined(),
    "| a | b |\n|---|---|\n" + (1...900).map { "| \($0) | 物业费收入 |\n" }.joined(),
    times(40, "- - - - - - - - - - - - - - - - - - - - - - -\n\n"),
    "```\n" + times(30, times(60, " ") + "- x\n") + "```\n",
    (1...150).map { "[链接\($0)][r\($0)] 正文\n" }.joined()
      + (1...150).map { "[r\($0)]: https://example.cn/a/long/path/\($0)\n" }.joined(),
    (1...1_000).map { "见[第 \($0) 页](/a/\($0)/) **重**\n" }.joined(),
    "1. a\n\n段\n\n   - b\n\n段\n\n     - c\n",
    (0..<20).map { times($0, "  ") + "- a\n" }.joined(),
    "|" + times(50, "a|") + "\n|" + times(50, "-|") + "\n"
      + times(200, "|" + times(50, "12|") + "\n"),
  ]

  @Test(arguments: ordinary)
  func `an ordinary body passes`(body: String) {
    let file = SourceFile(path: "a.md", text: body)
    #expect(MarkdownGuard.check(file.wholeRange, of: file).map(\.message.english).isEmpty)
  }
}
