import Language
import Testing

private let estate = Estate()

@Suite struct `Values print` {
  @Test(arguments: [
    ("n", "3", "3"), ("x", "2.50", "2.50"), ("home.ratio", "1.10", "1.10"), ("name", "Zoe", "Zoe"),
    ("s", "a&lt;b&gt;&amp;&#39;&#34;", "a<b>&'\""), ("home.area", "89.50", "89.50"),
    ("home.share", "12.5%", "12.5%"), ("home.deposit", "¥151,799.50", "151,799.50"),
    ("-home.deposit", "−¥151,799.50", "−151,799.50"), ("-home.share", "−12.5%", "−12.5%"),
    ("home.kind", "住宅", "住宅"),
    ("other.kind", "车位&lt;地下&gt;", "车位<地下>"), ("today", "2026-10-01", "2026-10-01"),
    ("home.quarter", "2026-Q3", "2026-Q3"), ("estate.built", "1996", "1996"),
    ("home.met", "2026-03-01 09:05", "2026-03-01 09:05"), ("home.opens", "08:30", "08:30"),
    ("home.body", "<p>好</p>", "<p>好</p>"),
    ("home.page", "/ganquan/xinghe/?a=1&amp;b=2", "/ganquan/xinghe/?a=1&b=2"),
    ("'<' ~ n", "&lt;3", "<3"), ("name|e ~ '>'", "Zoe&gt;", "Zoe&gt;"),
    ("'<'|e|e", "&lt;", "&lt;"),
    ("home.kind ~ '·' ~ home.area", "住宅·89.50", "住宅·89.50"),
    ("home.deposit ~ ''", "¥151,799.50", "151,799.50"),
    ("2 ~ 2.0 ~ 2.00", "22.02.00", "22.02.00"),
  ])
  func `in their own form, escaped on pages only`(
    expression: String, page: String, message: String
  ) {
    #expect(estate.value(of: expression) == .text(page))
    #expect(estate.value(of: expression, dialect: .plain) == .text(message))
  }

  @Test(arguments: [
    ("1409.50|money", "¥1,409.50"), ("home.deposit|money(symbol=false)", "151,799.50"),
    ("home.deposit|money(digits=0)", "¥151,800"), ("(home.deposit / 7)|money", "¥21,685.64"),
    ("(home.deposit / home.area)|round(2)", "1696.08"), ("home.deposit|money_cn", "壹拾伍万壹仟柒佰玖拾玖元伍角"),
    ("25|cnnum", "二十五"), ("25|cnnum(style='upper')", "贰拾伍"), ("2025|cnnum('digits')", "二〇二五"),
    ("(1 / 3)|percent", "33.3%"), ("0.846|percent(0)", "85%"), ("(1 / 3)|percent(2)", "33.33%"),
    ("home.share|percent(0)", "13%"), ("home.area|area", "89.50㎡"), ("home.share|signed", "+12.5%"),
    ("(-home.share)|signed", "−12.5%"), ("0.55|signed", "+0.55"), ("0|signed", "0"),
    ("today|date_cn", "2026年10月1日"), ("today|date('%Y/%m/%-d')", "2026/10/1"),
    ("today|date", "2026-10-01"), ("home.quarter|period", "2026年第三季度"),
    ("today|add_months(1)", "2026-11-01"), ("today + 31", "2026-11-01"),
    ("today - 1", "2026-09-30"),
    ("today - home.stay.first", "214"), ("home.stay.days", "30"), ("home.stay.last", "2026-03-31"),
    ("today.year ~ '.' ~ today.month ~ '.' ~ today.day", "2026.10.1"),
    ("home.quarter.first", "2026-07-01"),
    ("home.quarter.previous", "2026-Q2"), ("home.met.time", "09:05"),
    ("home.met.date", "2026-03-01"),
  ])
  func `through the filters for people`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }
}

@Suite struct `Units` {
  @Test(arguments: [
    ("home.deposit + other.deposit", "¥303,599.00"), ("home.deposit * 2", "¥303,599.00"),
    ("2 * home.deposit", "¥303,599.00"), ("home.area + home.area", "179.00"),
    ("(home.deposit / 2)|round(2)", "¥75,899.75"),
    ("(home.deposit / other.deposit)|round(1)", "1.0"),
    ("(home.area / 2)|round(1)", "44.8"), ("home.deposit * home.share", "¥18,974.93750"),
    ("(home.deposit * home.share)|round(2)", "¥18,974.94"),
    ("home.area * home.share", "11.18750"),
    ("home.rooms|sum(attribute='area')", "33.30"),
    ("estate.homes|sum(attribute='deposit')", "¥303,599.00"),
  ])
  func `go together where they make sense`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    "home.deposit + 1", "home.deposit + home.area", "home.deposit * home.deposit",
    "home.area * home.area",
    "today + today", "today * 2", "home.share + 1", "home.deposit == 5", "home.area > 5",
    "home.area < home.share",
    "home.deposit // 2", "home.deposit % 2", "home.quarter + 1", "home.kind + home.kind",
    "today - 'a'",
    "home.deposit / home.quarter", "home.area / home.deposit",
  ])
  func `and are refused where they do not`(expression: String) {
    #expect(estate.value(of: "'J' if (\(expression)) is defined else 'N'") == .findings(["T014"]))
  }

  @Test(arguments: [
    ("(7 / 2)|round", "4"), ("(7 / 2)|round(1)", "3.5"), ("(2 / 3)|round(4)", "0.6667"),
    ("2.5|round", "3"),
    ("-2.5|round", "-3"), ("2.5|round(0, 'half_even')", "2"), ("2.345|round(2)", "2.35"),
    ("1.1|round(2)", "1.10"),
    ("7|round", "7"), ("7|round(2)", "7"), ("15|round(-1)", "20"), ("2.1|round(0, 'ceil')", "3"),
    ("2.9|round(0, 'floor')", "2"), ("((7 / 2) * 2)|round", "7"), ("(7 / 2 + 1 / 2)|round", "4"),
    ("(7 / 2 / 2)|round(2)", "1.75"), ("(n / 2)|percent", "150.0%"),
  ])
  func `and quotients must be rounded`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("7 / 2", "T017"), ("(7 / 2) ~ ''", "T017"), ("(7 / 2) == 3.5", "T014"),
    ("(7 / 2)|string", "T017"),
    ("[7 / 2]|join", "T017"), ("(7 / 2)|tojson", "T015"), ("(7 / 2) % 2", "T014"),
    ("-(7 / 2)|round", "T014"), ("'a' if 7 / 2 else 'b'", "T016"),
  ])
  func `before they are seen`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }
}
