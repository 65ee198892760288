import Source
import TestSupport
import Testing

@testable import YAML

struct RecordTextTests {
  @Test(arguments: [
    "---\n«标题: 甲\n»---\n«\n正文\n»", "\u{FEFF}---\n«标题: 甲\n»---\n«正文»",
    "---\r\n«标题: 甲\r\n»---\r\n«正文\r\n»", "--- \t\n«a: 1\n»---  \n«»", "---\n«»---\n«»",
    "---\n«a: 1\n»---«»",
    "---\n«a: 1\n»---\n«x\n---\ny\n»", "---\n«a: |\n  ---\n»---\n«»",
  ])
  func `front matter stands between the first two fences`(marked: String) {
    let text = MarkedText(marked)
    let (frontMatter, body, diagnostics) = RecordText.split(file: text.file)
    #expect(frontMatter == text.marks[0])
    #expect(body == text.marks[1])
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "«»", "文件开头没有信息块：第一行应当是 ---",
      "the file does not begin with front matter: its first line should be ---"
    ),
    (
      "«正文»\n", "文件开头没有信息块：第一行应当是 ---",
      "the file does not begin with front matter: its first line should be ---"
    ),
    (
      "«标题: 甲»\n---\n正文\n", "文件开头没有信息块：第一行应当是 ---",
      "the file does not begin with front matter: its first line should be ---"
    ),
    ("«———»\n标题: 甲\n---\n", "第一行应当是三个半角减号 ---", "the first line should be three hyphens, ---"),
    ("«－－－»\n标题: 甲\n---\n", "第一行应当是三个半角减号 ---", "the first line should be three hyphens, ---"),
    ("«----»\n标题: 甲\n---\n", "第一行应当是三个半角减号 ---", "the first line should be three hyphens, ---"),
    ("« ---»\n标题: 甲\n---\n", "第一行应当是三个半角减号 ---", "the first line should be three hyphens, ---"),
    (
      "«»\n\n---\n标题: 甲\n---\n", "--- 之前有空行，它应当是文件的第一行",
      "empty lines stand before the ---, which should be the file's first line"
    ),
    (
      "«---»\n标题: 甲\n", "信息块没有结束：后面还缺一行 ---",
      "the front matter never ends: a second line --- is missing"
    ),
    ("«---»", "信息块没有结束：后面还缺一行 ---", "the front matter never ends: a second line --- is missing"),
  ])
  func `front matter that is missing or open is Y7`(
    marked: String, chinese: String, english: String
  ) {
    let text = MarkedText(marked)
    let (frontMatter, _, diagnostics) = RecordText.split(file: text.file)
    #expect(frontMatter == nil)
    #expect(diagnostics.map(\.code) == ["Y7"])
    #expect(diagnostics.map(\.location.range) == text.marks)
    #expect(diagnostics.first?.message == Wording(zh: chinese, en: english))
    #expect(diagnostics.first?.help.first?.english.contains("---\ntitle:") == true)
  }

  @Test(arguments: [
    "标题: 甲\n---\n正文\n", "———\n标题: 甲\n---\n正文\n", "\n \n---\n标题: 甲\n---\n正文\n",
    "---\n标题: 甲\n－－－\n正文\n",
  ])
  func `the fix of a fence makes the record whole`(text: String) throws {
    let file = SourceFile(path: "a.md", text: text)
    let fix = try #require(RecordText.split(file: file).diagnostics.first?.fixes.first)
    let mended =
      file.text(in: SourceRange(0, fix.range.lower)) + fix.replacement
      + file.text(in: SourceRange(fix.range.upper, file.bytes.count))
    #expect(mended == "---\n标题: 甲\n---\n正文\n")
  }

  @Test func `an open front matter notes the line that looks like its end`() throws {
    let text = MarkedText("---\n标题: 甲\n«———»\n正文\n")
    let diagnostic = try #require(RecordText.split(file: text.file).diagnostics.first)
    #expect(diagnostic.notes.map(\.location?.range) == text.marks)
    #expect(
      diagnostic.notes.map(\.message) == [Wording(zh: "是不是想写在这里？", en: "was it meant to be here?")])
  }

  @Test func `a body beyond 64 KiB is S4 where it no longer fits`() {
    let line = String(repeating: "甲", count: 1_000) + "\n"
    let fits = String(repeating: line, count: 21)
    let rest = String(repeating: "乙", count: 838)
    #expect(
      RecordText.split(file: MarkedText("---\n---\n" + fits + rest + "x").file).diagnostics.count
        == 0)
    let text = MarkedText("---\n---\n" + fits + rest + "«»业丁")
    let diagnostics = RecordText.split(file: text.file).diagnostics
    #expect(diagnostics.map(\.code) == ["S4"])
    #expect(diagnostics.map(\.location.range) == text.marks)
    #expect(
      diagnostics.first?.message
        == Wording(
          zh: "正文超过 64 KiB，从这里开始放不下", en: "the body is over 64 KiB; what follows does not fit"))
  }

  @Test func `a body line beyond 12,000 bytes is S4, each of them`() {
    let long = String(repeating: "甲", count: 4_000)
    let text = MarkedText("---\n---\n\(long)\r\n短\n\(long)«»x\n\(long)«»乙\n")
    let diagnostics = RecordText.split(file: text.file).diagnostics
    #expect(diagnostics.map(\.code) == ["S4", "S4"])
    #expect(diagnostics.map(\.location.range) == text.marks)
    #expect(
      diagnostics.first?.message
        == Wording(zh: "这一行超过 12000 字节", en: "this line is over 12000 bytes"))
  }

  @Test func `a record is read whole`() {
    let text = MarkedText("\u{FEFF}---\r\n标题: 甲\r\n---\r\n«正文\r\n»")
    let reading = RecordReading(text.file)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.tree.root?.value(of: "标题")?.text == "甲")
    #expect(reading.body == text.marks[0])
  }

  @Test func `bytes that are no text keep everything else silent`() {
    let file = SourceFile(path: "a.md", bytes: Array("标题：\u{1B}x\n".utf8))
    let reading = RecordReading(file)
    #expect(reading.diagnostics.map(\.code) == ["S3"])
    #expect(reading.body == nil)
    #expect(!reading.tree.isUsable)
  }

  @Test func `a zero-width character in a body is a warning and the record stays usable`() {
    let text = MarkedText("---\n标题: 甲\n---\n正«\u{200B}»文\n")
    let reading = RecordReading(text.file)
    #expect(reading.diagnostics.map(\.code) == ["S3"])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.map(\.location.range) == text.marks)
    #expect(reading.tree.isUsable)
  }

  @Test func `front matter with a slip leaves the body found`() {
    let text = MarkedText("---\n标题«：»甲\n---\n«正文»\n")
    let reading = RecordReading(text.file)
    #expect(reading.diagnostics.map(\.code) == ["Y6"])
    #expect(reading.diagnostics.map(\.location.range) == [text.marks[0]])
    #expect(reading.body?.lower == text.marks[1].lower)
  }
}
