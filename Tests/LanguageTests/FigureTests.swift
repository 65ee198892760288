import Testing

private let estate = Estate()

@Suite struct `Figures for people` {
  @Test(arguments: [
    ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"), ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
    ("325", "叁佰贰拾伍元整"), ("0.005", "壹分"), ("-3", "负叁元整"), ("home.deposit", "壹拾伍万壹仟柒佰玖拾玖元伍角"),
    ("(home.deposit / 7)", "贰万壹仟陆佰捌拾伍元陆角肆分"), ("(10 / 3)", "叁元叁角叁分"),
  ])
  func `amounts stand in capitals`(amount: String, text: String) {
    #expect(estate.value(of: "\(amount)|money_cn") == .text(text))
  }

  @Test(arguments: [
    ("1409.5|money", "¥1,409.50"), ("1409.505|money", "¥1,409.51"), ("3|money(false)", "3.00"),
    ("-3|money", "−¥3.00"), ("2.5|money(digits=0)", "¥3"), ("2.345|money(digits=3)", "¥2.345"),
    ("3|money(symbol=false, digits=1)", "3.0"), ("(10 / 3)|money", "¥3.33"),
    ("home.fee|default(0|price)|money", "¥2.85"),
    ("0|cnnum", "零"), ("-12|cnnum", "负十二"), ("10203|cnnum", "一万零二百零三"),
    ("105|cnnum('upper')", "壹佰零伍"), ("2026|cnnum(style='digits')", "二〇二六"),
    ("0.846|percent", "84.6%"), ("1|percent(0)", "100%"), ("(2 / 3)|percent(digits=2)", "66.67%"),
    ("home.share|percent(2)", "12.50%"), ("home.area|area", "89.50㎡"),
    ("today|date('%Y年%-m月%-d日')", "2026年10月1日"), ("home.stay.first|date('%m/%d %%')", "03/01 %"),
    ("home.met|date('%-m月%-d日 %H:%M')", "3月1日 09:05"), ("home.met|date('%-H时')", "9时"),
    ("home.met|date", "2026-03-01"), ("home.met|date_cn", "2026年3月1日 09:05"),
    ("home.quarter|period", "2026年第三季度"), ("estate.built|period", "1996年"),
  ])
  func `take every parameter`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("2.5|round", "3"), ("-2.5|round", "-3"), ("2.45|round(1)", "2.5"),
    ("2.45|round(1, 'half_up')", "2.5"), ("2.45|round(1, 'half_even')", "2.4"),
    ("2.41|round(1, method='ceil')", "2.5"), ("-2.41|round(1, 'ceil')", "-2.4"),
    ("-2.41|round(1, 'floor')", "-2.5"), ("-2.49|round(1, 'down')", "-2.4"),
    ("1250|round(-2)", "1300"), ("1250|round(-2, 'half_even')", "1200"), ("3|round(2)", "3"),
    ("(1 / 3)|round(3)", "0.333"), ("(home.deposit / 7)|round", "¥21,686.00"),
    ("home.area|round(1)", "89.5"),
  ])
  func `are rounded by each method`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("name|money", "T014"), ("home.area|money_cn", "T014"), ("2.5|cnnum", "T014"),
    ("25|cnnum('roman')", "T008"), ("25|area", "T014"), ("today|period", "T014"),
    ("today|date('%H')", "T008"), ("today|date('%j')", "T008"), ("today|date(name)", "T008"),
    ("n|date", "T014"), ("home.fee|money", "T013"),
  ])
  func `and refuse what has no such form`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }
}
