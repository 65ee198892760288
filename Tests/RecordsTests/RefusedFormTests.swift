import Source
import TestSupport
import Testing

/// The forms that must never be converted in silence.
struct RefusedFormTests {
  private static let dates = [
    "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-45", "2024-00-10", "2024-1-1x", "24-01-01",
    "20240101", "2024.01.01", "01/02/2024", "2024-01-01T00:00", "2024年13月1日", "民国114年7月8日",
    "二〇二四年一月一日", "明天", "1899-12-31", "2200-01-01", "2024-01-01 ~ 2024-01-02",
  ]

  private static let numbers = [
    "010020", "0x1F", "0o17", "0b11", "1e3", "1E-2", "1_000", "1:30", "12:30:45", ".5", "5.",
    "1.2.3", "1,23", "12,34,567", "1，000", "--5", "+-5", "1/3", ".inf", "-.inf", ".nan", "NaN",
    "∞", "1 000", "约100", "100左右", "100~200", "一百", "壹佰元整", "①②③",
    "99999999999999999999", "$100", "100USD",
  ]

  private static let others: [(String, String)] = [
    ("count", "9223372036854775808"), ("count", "-1"), ("count", "1.5"), ("count", "3户"),
    ("money", "0.001元"), ("money", "1.234"), ("money", "12.8400555万元"), ("money", "一万元"),
    ("price", "1.20元"), ("price", "1.20元/户·月"), ("price", "1.20001"), ("price", "-1.20"),
    ("area", "100.005"), ("area", "100亩"), ("area", "-1"), ("percent", "50"),
    ("percent", "0.5"), ("percent", "50‰"), ("yesno", "on"), ("yesno", "off"), ("yesno", "NO"),
    ("yesno", "y"), ("yesno", "对"), ("yesno", "1"), ("time", "24:00"), ("time", "7点半"),
    ("datetime", "2026-03-08"), ("datetime", "2026-03-08T19:30"), ("datetime", "19:30"),
    ("month", "2026-13"), ("month", "2026"), ("quarter", "2026-Q5"), ("quarter", "2026年第三季"),
    ("quarter", "2026-03"), ("half", "2026-H3"), ("year", "26"), ("year", "2026-03"),
    ("period", "2026-Q5"), ("period", "第三季度"), ("uscc", "91310107MA1G00003"),
    ("uscc", "91310107MA1G000033"), ("uscc", "91310107MA1G00003O"), ("url", "www.a.cn"),
    ("url", "javascript:alert(1)"), ("url", "https://"), ("url", "//a.cn"),
    ("url", "https://a@b.cn/"), ("phone", "办公室"), ("phone", "1"), ("lines", "a, b"),
    ("options", "a"), ("span", "2026-03-01 至 2026-03-08"),
  ]

  static let forms: [(key: String, written: String)] =
    dates.map { ("date", $0) }
    + ["count", "decimal", "money"].flatMap { key in
      numbers.map { (key, $0) }
    } + others

  @Test(arguments: forms)
  func `a form that could mean something else is refused at its place`(
    key: String, written: String
  ) throws {
    let decoded = try Decoded("line: 甲\n\(key): «\(written)»")
    #expect(decoded.codes == ["K3"])
    #expect(decoded.places == decoded.text.marks)
    let value = try decoded.value(key)
    #expect(value == "unreadable")
    let finding = try #require(decoded.findings.first)
    #expect(finding.key == key)
    #expect(finding.found?.chinese == written)
    #expect(finding.message.chinese != finding.message.english)
  }

  static let notText: [(written: String, code: String)] = [
    ("!!str 1", "Y3"), ("*a", "Y3"), ("&a 1", "Y3"), ("%甲", "Y1"), ("@甲", "Y1"), ("`甲", "Y1"),
    ("甲: 乙", "Y1"), ("甲 #乙", "Y6"), ("甲\u{2028}乙", "S3"), ("甲\u{85}乙", "S3"),
    ("\"\\u202E\"", "S3"), ("甲\u{200B}乙", "S3"), ("? 甲", "Y3"), ("\"\\0\"", "S3"),
    ("|\n  甲\u{202E}\n  乙", "S3"), ("\"甲\\r乙\"", "K3"),
  ]

  @Test(arguments: notText)
  func `a text that YAML would take for something else is named`(written: String, code: String)
    throws
  {
    let decoded = try Decoded("line: \(written)")
    #expect(decoded.codes == [code])
  }

  static let elements: [(written: String, codes: [String], value: String)] = [
    ("[1, «二», 3, «四»]", ["K3", "K3"], "unreadable"),
    ("[«[1]»]", ["K3"], "unreadable"), ("[«{ a: 1 }»]", ["K3"], "unreadable"),
  ]

  @Test(arguments: elements)
  func `every bad element of a list is named`(written: String, codes: [String], value: String)
    throws
  {
    let decoded = try Decoded("counts: \(written)")
    #expect(decoded.codes == codes)
    #expect(decoded.places == decoded.text.marks)
    let read = try decoded.value("counts")
    #expect(read == value)
  }

  static let spans: [(written: String, code: String)] = [
    ("«{ 起: 2026-03-01, 止: 2026-03-08, 天数: 7 }»", "K3"), ("«{ 起: 2026-03-01 }»", "K2"),
    ("«{ 止: 2026-03-01 }»", "K2"), ("{ 起: «3月1日», 止: 2026-03-08 }", "K3"),
    ("{ 起: 2026-03-01, 止: «[2026-03-08]» }", "K3"), ("{ 起: 2026-03-01, 天数: «七» }", "K3"),
    ("{ 起: 2026-03-01, 天数: «-7» }", "K3"), ("{ 起: 2026-03-01, 天数: «4000» }", "K3"),
    ("{ 起: 2026-03-01, «止日»: 2026-03-08 }", "K1"), ("«[2026-03-01, 2026-03-08]»", "K3"),
  ]

  @Test(arguments: spans)
  func `a span that says too little or too much is refused at its place`(
    written: String, code: String
  ) throws {
    let decoded = try Decoded("bare: \(written)")
    #expect(decoded.codes == [code])
    #expect(decoded.places == decoded.text.marks)
    let value = try decoded.value("bare")
    #expect(value == "unreadable")
  }

  @Test func `a span that begins at a date that cannot be read has no finding of its own`() throws {
    let decoded = try Decoded("span: { 天数: 7 }\ndate: «明天»")
    #expect(decoded.codes == ["K3"])
    #expect(decoded.places == decoded.text.marks)
  }
}
