import Testing

/// Every written form that records.md allows, and what is kept of it.
struct AcceptedFormTests {
  static let forms: [(key: String, written: String, kept: String)] = [
    ("line", "关于", "关于"), ("line", "no", "no"), ("line", "null", "null"), ("line", "~", "~"),
    ("line", "1.20", "1.20"), ("line", "0123", "0123"), ("line", "2026-03-01", "2026-03-01"),
    ("line", "true", "true"), ("line", "'1e3'", "1e3"), ("line", "\"a\\u4e8c\"", "a二"),
    ("line", "e\u{301}", "é"), ("line", "\"  a　 \"", "a"), ("line", "8:00-17:00", "8:00-17:00"),
    ("line", "＜script＞", "＜script＞"), ("line", "=", "="), ("line", "a - b", "a - b"),
    ("line", "<script>", "<script>"), ("line", ">\n  一\n  二", "一 二"),
    ("text", "|\n  一\n  二", "一\n二"), ("text", "一行", "一行"),
    ("yesno", "yes", "true"), ("yesno", "true", "true"), ("yesno", "是", "true"),
    ("yesno", "no", "false"), ("yesno", "false", "false"), ("yesno", "否", "false"),
    ("count", "1286", "1286"), ("count", "1,286", "1286"), ("count", "１２８６", "1286"),
    ("count", "0", "0"), ("count", "'1286'", "1286"),
    (
      "count", "9223372036854775807",
      "9223372036854775807"
    ),
    ("decimal", "12.50", "12.50"), ("decimal", "-1.20", "-1.20"), ("decimal", "−1.20", "-1.20"),
    ("decimal", "１．２０", "1.20"), ("decimal", "1,234.5", "1234.5"),
    ("money", "128400.50", "128400.50"), ("money", "128,400.50", "128400.50"),
    ("money", "¥128,400.50", "128400.50"), ("money", "￥128400.5", "128400.50"),
    ("money", "128400.50元", "128400.50"), ("money", "128400.50 元", "128400.50"),
    ("money", "12.84005万元", "128400.50"), ("money", "1.2亿元", "120000000.00"),
    ("money", "-5元", "-5.00"), ("money", "１００元", "100.00"),
    ("price", "1.20", "1.20"), ("price", "1.20元/㎡·月", "1.20"),
    ("price", "1.20元/平方米/月", "1.20"), ("price", "1.20元每平方米每月", "1.20"),
    ("price", "1.2345元/m²·月", "1.2345"),
    ("area", "84210.5", "84210.50"), ("area", "84,210.50㎡", "84210.50"),
    ("area", "84210.5平方米", "84210.50"), ("area", "84210.5 m²", "84210.50"),
    ("percent", "64.84%", "64.84"), ("percent", "64.84％", "64.84"), ("percent", "0%", "0"),
    ("date", "2026-03-01", "2026-03-01"), ("date", "2026/3/1", "2026-03-01"),
    ("date", "2026年3月1日", "2026-03-01"), ("date", "2026-3-1", "2026-03-01"),
    ("date", "２０２６年３月１日", "2026-03-01"), ("date", "2024-02-29", "2024-02-29"),
    ("date", "1900-01-01", "1900-01-01"), ("date", "2199-12-31", "2199-12-31"),
    ("time", "19:30", "19:30"), ("time", "9:05", "09:05"), ("time", "１９：３０", "19:30"),
    ("datetime", "2026-03-08 19:30", "2026-03-08 19:30"),
    ("datetime", "2026年3月8日 19:30", "2026-03-08 19:30"),
    ("month", "2026-03", "2026-03"), ("month", "2026年3月", "2026-03"),
    ("quarter", "2026-Q1", "2026-Q1"), ("quarter", "2026年第一季度", "2026-Q1"),
    ("quarter", "2026年1季度", "2026-Q1"), ("quarter", "2026年第4季度", "2026-Q4"),
    ("half", "2026-H1", "2026-H1"), ("half", "2026年上半年", "2026-H1"),
    ("half", "2026年下半年", "2026-H2"),
    ("year", "2026", "2026"), ("year", "1996年", "1996"),
    ("period", "2026", "2026"), ("period", "2026-H2", "2026-H2"), ("period", "2026-Q2", "2026-Q2"),
    ("period", "2026年3月", "2026-03"),
    ("choice", "two", "choice 1"), ("choice", "二", "choice 1"), ("choice", "' one '", "choice 0"),
    ("ref", "a/b/c", "reference"), ("file", "plan.pdf", "record"),
    ("url", "https://a.cn/b?c=d#e", "https://a.cn/b?c=d#e"), ("url", "http://a.cn", "http://a.cn"),
    ("phone", "021-52340001", "021-52340001"), ("phone", "12345", "12345"),
    ("phone", "400-820-1234", "400-820-1234"),
    ("uscc", "91310107MA1G000032", "91310107MA1G000032"),
    ("uscc", "９１３１０１０７ＭＡ１Ｇ００００３２", "91310107MA1G000032"),
    ("lines", "[a, 二]", "[a, 二]"), ("lines", "[]", "[]"),
    ("lines", "\n  - a\n  -\n  - b", "[a, b]"),
    ("counts", "['1,286', ２]", "[1286, 2]"), ("options", "{ a: 1, 二: 2 }", "map [a, 1, 二, 2]"),
    ("span", "{ from: 2026-03-01, to: 2026-03-08 }", "2026-03-01 to 2026-03-08"),
    ("span", "{ 起: 2026-03-01, 止: 2026-03-08 }", "2026-03-01 to 2026-03-08"),
    ("span", "{ 起: 2026年3月1日, days: 15 }", "2026-03-01 to 2026-03-16"),
    // The last day is a Saturday, a Sunday, a day off; the Saturday 9 May is worked.
    ("span", "{ 起: 2026-03-01, 天数: 6 }", "2026-03-01 to 2026-03-09"),
    ("span", "{ 起: 2026-03-01, 天数: 7 }", "2026-03-01 to 2026-03-09"),
    ("span", "{ 起: 2026-04-24, 天数: 7 }", "2026-04-24 to 2026-05-05"),
    ("span", "{ 起: 2026-05-02, 天数: 7 }", "2026-05-02 to 2026-05-09"),
    ("span", "{ 止: 2026-03-08 }\ndate: 2026-03-01", "2026-03-01 to 2026-03-08"),
    ("span", "{ 天数: 1 }\n日期: 2026-03-02", "2026-03-02 to 2026-03-03"),
  ]

  @Test(arguments: forms)
  func `an allowed form is read as it is meant`(key: String, written: String, kept: String) throws {
    let decoded = try Decoded("\(key): \(written)")
    #expect(decoded.codes == [])
    let value = try decoded.value(key)
    #expect(value.unicodeScalars.elementsEqual(kept.unicodeScalars), "\(value)")
  }

  @Test func `keys of both languages stand side by side`() throws {
    let decoded = try Decoded("金额: 1元\ncount: 2\n公示期: { from: 2026-03-01, 止: 2026-03-02 }")
    #expect(decoded.codes == [])
    let values = try ["money", "count", "span"].map(decoded.value)
    #expect(values == ["1.00", "2", "2026-03-01 to 2026-03-02"])
  }

  static let empty = ["", " ", "\"\"", "''", "\"　\""]

  @Test(arguments: empty)
  func `an empty value is absent`(written: String) throws {
    for key in ["line", "text", "money", "date", "choice", "ref", "file", "url", "phone", "lines"] {
      let decoded = try Decoded("\(key): \(written)")
      #expect(decoded.codes == [], "\(key)")
      let value = try decoded.value(key)
      #expect(value == "absent", "\(key)")
    }
  }

  @Test func `a default stands for what is not written, and only for that`() throws {
    let preset = try Decoded("line: a").value("preset")
    let empty = try Decoded("preset:").value("preset")
    let written = try Decoded("预设: 0").value("preset")
    let misspelt = try Decoded("presett: 5").value("preset")
    #expect([preset, empty, written, misspelt] == ["10000.00", "10000.00", "0.00", "unreadable"])
  }

  @Test func `zero is not absent`() throws {
    let decoded = try Decoded("money: 0\ncount: 0\npercent: 0%\nlines: []")
    let values = try ["money", "count", "percent", "lines", "decimal"].map(decoded.value)
    #expect(values == ["0.00", "0", "0", "[]", "absent"])
  }
}
