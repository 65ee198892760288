import Source
import TestSupport
import Testing

@testable import YAML

/// S1 to S3.
struct TextEncodingTests {
  @Test(
    arguments: [
      ([0xFF], "不存在的字节", "a byte of no character", "FF 0A"),
      ([0xC0, 0xAF], "过长的编码形式", "an overlong form", "C0 AF"),
      ([0xE0, 0x80, 0xAF], "过长的编码形式", "an overlong form", "E0 80"),
      ([0xED, 0xA0, 0x80], "代理码位", "a surrogate", "ED A0"),
      ([0x80], "多出来的后续字节", "a stray continuation byte", "80 0A"),
      ([0xE4, 0xB8], "不完整的字符", "an incomplete character", "E4 B8"),
      ([0xF4, 0x90, 0x80, 0x80], "不存在的字节", "a byte of no character", "F4 90"),
    ] as [([UInt8], String, String, String)])
  func `bytes that are not UTF-8 are named at the first`(
    fault: [UInt8], chinese: String, english: String, found: String
  ) throws {
    let file = SourceFile(path: "a.md", bytes: Array("---\n标题: ".utf8) + fault + Array("\nx".utf8))
    let diagnostics = TextEncoding.check(file)
    #expect(diagnostics.map(\.code) == ["S1"])
    let range = try #require(diagnostics.first?.location.range)
    #expect(range.lower == 12)
    #expect(file.position(at: range.lower) == Position(line: 2, column: 5))
    #expect(
      diagnostics.first?.message
        == Wording(
          zh: "这份文件不是 UTF-8 编码：这一行有读不出的字节（\(chinese)）",
          en: "this file is not UTF-8: a byte of this line cannot be read (\(english))"))
    #expect(diagnostics.first?.found == Wording(found))
  }

  @Test func `a file saved by an old editor is recognised, with the command that converts it`() {
    // 标题: 关于清洗生活水箱的公告
    let bytes: [UInt8] =
      Array("---\n".utf8) + [0xB1, 0xEA, 0xCC, 0xE2] + Array(": ".utf8) + [
        0xB9, 0xD8, 0xD3, 0xDA, 0xC7, 0xE5, 0xCF, 0xB4, 0xC9, 0xFA, 0xBB, 0xEE, 0xCB, 0xAE, 0xCF,
        0xE4,
        0xB5, 0xC4, 0xB9, 0xAB, 0xB8, 0xE6,
      ] + Array("\n---\n".utf8)
    let diagnostics = TextEncoding.check(SourceFile(path: "content/it's.md", bytes: bytes))
    #expect(diagnostics.map(\.code) == ["S2"])
    #expect(diagnostics.first?.location.range == nil)
    #expect(
      diagnostics.first?.message
        == Wording(
          zh: "这份文件是 GB18030（GBK）编码，要转成 UTF-8",
          en: "this file is in GB18030 (GBK) and must be converted to UTF-8"))
    let command =
      "iconv -f GB18030 -t UTF-8 -o converted.md 'content/it'\\''s.md' && mv converted.md 'content/it'\\''s.md'"
    #expect(
      diagnostics.first?.help == [
        Wording(
          zh: "用编辑器另存为 UTF-8；或者运行：\(command)",
          en: "save it as UTF-8 in your editor; or run: \(command)")
      ])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x07, 0x68], "UTF-16LE"), ([0xFE, 0xFF, 0x68, 0x07], "UTF-16BE"),
    ] as [([UInt8], String)])
  func `UTF-16 with its byte order mark is recognised`(bytes: [UInt8], name: String) {
    let diagnostics = TextEncoding.check(SourceFile(path: "a.md", bytes: bytes))
    #expect(diagnostics.map(\.code) == ["S2"])
    #expect(
      diagnostics.first?.message
        == Wording(
          zh: "这份文件是 \(name) 编码，要转成 UTF-8",
          en: "this file is in \(name) and must be converted to UTF-8"))
    #expect(diagnostics.first?.help.first?.english.contains("iconv -f UTF-16 -t UTF-8") == true)
  }

  @Test func `random bytes are not taken for Chinese`() {
    let bytes: [UInt8] = [0x4D, 0x5A, 0x90, 0x41, 0x81, 0x40, 0xA8, 0xBC, 0x84, 0x31, 0x95, 0x33]
    #expect(TextEncoding.check(SourceFile(path: "a", bytes: bytes)).map(\.code) == ["S1"])
  }

  @Test func `plain text in any script passes, with a byte order mark, tabs and CR LF`() {
    let text = "\u{FEFF}---\r\n标题: a\tb\r\n---\r\nคำ العربية 🏠 café 〔2026〕\n"
    #expect(TextEncoding.check(SourceFile(path: "a", text: text)).isEmpty)
  }

  @Test(arguments: [
    ("\u{0}", "U+0000", "控制字符", "a control character"),
    ("\u{7}", "U+0007", "控制字符", "a control character"),
    ("\u{1B}", "U+001B", "控制字符", "a control character"),
    ("\u{7F}", "U+007F", "控制字符", "a control character"),
    ("\u{9B}", "U+009B", "控制字符", "a control character"),
    ("\u{85}", "U+0085", "编辑器里看不到的换行", "a line break that editors do not show"),
    ("\u{2028}", "U+2028", "编辑器里看不到的换行", "a line break that editors do not show"),
    ("\u{2029}", "U+2029", "编辑器里看不到的换行", "a line break that editors do not show"),
    ("\u{202A}", "U+202A", "会颠倒文字的阅读方向", "it turns the reading direction around"),
    ("\u{202E}", "U+202E", "会颠倒文字的阅读方向", "it turns the reading direction around"),
    ("\u{2066}", "U+2066", "会颠倒文字的阅读方向", "it turns the reading direction around"),
    ("\u{2069}", "U+2069", "会颠倒文字的阅读方向", "it turns the reading direction around"),
  ])
  func `a hidden character is refused at its very place and named`(
    character: String, name: String, chinese: String, english: String
  ) {
    let text = MarkedText("标题: 甲«\(character)»乙\n")
    let diagnostics = TextEncoding.check(text.file)
    #expect(diagnostics.map(\.code) == ["S3"])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.map(\.location.range) == text.marks)
    #expect(
      diagnostics.first?.message
        == Wording(
          zh: "这里藏着一个看不见的字符 \(name)（\(chinese)）",
          en: "an invisible character \(name) is hidden here (\(english))"))
    let shown = TextReport(language: .chinese).text(of: diagnostics)
    #expect(shown.contains("甲<\(name)>乙"))
    #expect(!shown.unicodeScalars.contains { $0 != "\n" && HiddenCharacter.kind(of: $0) != nil })
  }

  @Test(arguments: [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}",
    "\u{E0041}", "\u{E007F}",
  ])
  func `a zero-width character is found on request, at the severity asked for`(character: String) {
    let text = MarkedText("甲«\(character)»乙\n")
    #expect(TextEncoding.check(text.file).isEmpty)
    for severity in [Severity.warning, .error] {
      let found = TextEncoding.checkInvisible(
        in: text.file.wholeRange, of: text.file, severity: severity)
      #expect(found.map(\.code) == ["S3"])
      #expect(found.map(\.severity) == [severity])
      #expect(found.map(\.location.range) == text.marks)
      #expect(found.first?.message.chinese.contains("没有宽度") == true)
    }
  }

  @Test func `a byte order mark in front and the joiners of an emoji are no hidden characters`() {
    let file = SourceFile(path: "a", text: "\u{FEFF}👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}\u{200D}🔥")
    #expect(
      TextEncoding.checkInvisible(in: file.wholeRange, of: file, severity: .warning).isEmpty)
  }

  @Test func `a file full of hidden characters tells twenty`() {
    let file = SourceFile(path: "a", bytes: [UInt8](repeating: 0, count: 500))
    #expect(TextEncoding.check(file).count == 20)
  }
}
