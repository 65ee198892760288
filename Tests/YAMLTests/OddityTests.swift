import Source
import TestSupport
import Testing

@testable import YAML

/// The forms of facts/rules.md that YAML 1.1 converts in silence.
struct OddityTests {
  @Test(arguments: [
    "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-45", "2024-00-10", "2024-1-1x", "24-01-01",
    "20240101", "2024.01.01", "01/02/2024", "2024-01-01T00:00", "2024年13月1日", "民国114年7月8日",
    "二〇二四年一月一日", "明天", "010020", "0x1F", "0o17", "0b11", "1e3", "1E-2", "1_000", "1:30",
    "12:30:45", ".5", "5.", "1.2.3", "1，000", "--5", "+-5", "1/3", "50", ".inf", "-.inf", ".nan",
    "NaN", "∞", "1 000", "约100", "100左右", "100~200", "一百", "壹佰元整", "①②③",
    "9223372036854775808", "99999999999999999999", "0.001元", "$100", "100USD", "no", "NO", "off",
    "on", "y", "n", "null", "~", "Null", "true", "=", "1.20", "0123", "1e400", "yes", "是",
    "<<", "-", "a:b", "a#b", "http://example.cn/a?b=c#d", "08:30", "8:00 至 17:00", "标题：甲，乙",
    "＜script＞", "100%", "a, b", "x - y", "a [b] {c}", "- ", "…", "\u{2014}\u{2014}说明",
  ])
  func `a plain value stays the text that was typed`(value: String) {
    let reading = Reading("值: \(value)\n尾: 终\n")
    let text = value == "- " ? "-" : value
    guard value != "-", value != "- " else {
      // A lone hyphen begins a list, which cannot stand beside its key.
      #expect(reading.codes == ["Y1"])
      return
    }
    #expect(reading.codes == [])
    #expect(reading.outline == "{值: ‹\(text)›, 尾: ‹终›}")
  }

  @Test(arguments: [
    ("*a", "Y3"), ("&a 1", "Y3"), ("!!str 1", "Y3"), ("!!anything x", "Y3"), ("? x", "Y3"),
    ("%x", "Y1"), ("@x", "Y1"), ("`x`", "Y1"), ("- x", "Y1"), ("甲: 乙", "Y1"), ("甲 #3", "Y6"),
    ("关于:", "Y1"), ("\tx\ty: z", "Y1"),
  ])
  func `a value with signs of YAML is refused, never changed`(value: String, code: String) {
    let reading = Reading("值: \(value)\n")
    #expect(reading.codes == [code])
    #expect(!reading.tree.isUsable)
  }

  @Test(arguments: ["1,23", "12,34,567", "1,000"])
  func `a number with commas stays whole outside brackets and is refused inside`(value: String) {
    #expect(Reading("值: \(value)\n").outline == "{值: ‹\(value)›}")
    #expect(Reading("值: { 金额: \(value) }\n").codes == ["Y6"])
  }

  @Test(arguments: ["\u{2028}", "\u{85}", "\u{2029}"])
  func `a line break that editors do not show never makes a key`(lineBreak: String) {
    let file = SourceFile(path: "a.md", text: "---\na: x\(lineBreak)c: z\n---\n")
    let reading = RecordReading(file)
    #expect(reading.diagnostics.map(\.code) == ["S3"])
    #expect(reading.tree.root == nil)
  }

  @Test func `keys that differ only in their normal form are one key`() {
    let reading = Reading("caf\u{E9}: 1\n«cafe\u{301}»: 2\n")
    #expect(reading.codes == ["Y2"])
    #expect(reading.ranges == reading.text.marks)
  }

  @Test func `an escape that hides a character is found in the decoded text`() throws {
    let reading = Reading("值: \"甲\\u202E乙\"\n")
    let value = try #require(reading.tree.root?.value(of: "值"))
    #expect(HiddenCharacter.find(in: value.bytes).map(\.name) == ["U+202E"])
  }
}
