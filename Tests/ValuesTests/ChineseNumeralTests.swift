import Testing
import Values

@Suite struct `Chinese numerals` {
  @Test(arguments: [
    (0, "零", "零"), (5, "五", "伍"), (10, "十", "壹拾"), (15, "十五", "壹拾伍"), (25, "二十五", "贰拾伍"),
    (100, "一百", "壹佰"), (110, "一百一十", "壹佰壹拾"), (105, "一百零五", "壹佰零伍"),
    (1010, "一千零一十", "壹仟零壹拾"), (1005, "一千零五", "壹仟零伍"), (2237, "二千二百三十七", "贰仟贰佰叁拾柒"),
    (10_000, "一万", "壹万"), (107_000, "十万七千", "壹拾万柒仟"), (100_500, "十万零五百", "壹拾万零伍佰"),
    (1_000_001, "一百万零一", "壹佰万零壹"), (100_000_000, "一亿", "壹亿"),
    (100_010_000, "一亿零一万", "壹亿零壹万"), (150_000_000, "一亿五千万", "壹亿伍仟万"),
    (1_200_000_000_000, "一万二千亿", "壹万贰仟亿"), (-12, "负十二", "负壹拾贰"),
  ])
  func `are spoken and in capitals`(number: Int64, lower: String, upper: String) {
    #expect(ChineseNumeral.lower(number) == lower)
    #expect(ChineseNumeral.upper(number) == upper)
  }

  @Test(arguments: [(2025, "二〇二五"), (0, "〇"), (1908, "一九〇八"), (-7, "负七")])
  func `go digit by digit`(number: Int64, expected: String) {
    #expect(ChineseNumeral.digits(number) == expected)
  }

  @Test func `reach as far as whole numbers do`() {
    #expect(ChineseNumeral.lower(.max).hasPrefix("九百二十二亿三千三百七十二万零三百六十八亿"))
    #expect(ChineseNumeral.lower(.min).hasPrefix("负九百二十二亿"))
  }
}

@Suite struct `Money in capitals` {
  @Test(arguments: [
    ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"), ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
    ("0", "零元整"), ("1", "壹元整"), ("10", "壹拾元整"), ("100.05", "壹佰元零伍分"),
    ("10.50", "壹拾元零伍角"), ("0.50", "伍角"), ("0.05", "伍分"), ("0.53", "伍角叁分"),
    ("128400.50", "壹拾贰万捌仟肆佰元零伍角"), ("-12.30", "负壹拾贰元叁角"),
    ("100000000", "壹亿元整"), ("4459435", "肆佰肆拾伍万玖仟肆佰叁拾伍元整"),
  ])
  func `is written as bills want it`(text: String, expected: String) throws {
    #expect(try Money(reading: text).inCapitals == expected)
  }
}
