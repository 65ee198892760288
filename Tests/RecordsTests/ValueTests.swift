import Testing

/// K3, K4, S3: values that their types cannot read.
struct ValueTests {
  static let unreadable: [FaultyCase] = [
    FaultyCase(
      "a day the calendar lacks",
      .replace("发布日期: 2026-11-18", "发布日期: «⟦2026-02-30⇒2026-11-18⟧»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "an amount finer than a fen, in a sum",
      .replace("地面停车, 金额: 36000.00", "地面停车, 金额: «⟦36000.005⇒36000.00⟧»", in: "2026-Q3.md"),
      says: "@"),
    FaultyCase(
      "a period of another kind",
      .replace("2026年第三季度", "«⟦2026年9月⇒2026年第三季度⟧»", in: "2026-Q3.md"),
      says: "@"),
    FaultyCase(
      "a wrong check digit",
      .replace("91310107MA1G000032", "«⟦91310107MA1G000033⇒91310107MA1G000032⟧»", in: "wanhe.md"),
      says: "@"),
    FaultyCase(
      "no telephone number",
      .replace("021-52340001", "«⟦5234⇒021-52340001⟧»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "no web address",
      .replace("https://gongshi.example/", "«⟦ftp://gongshi.example/⇒https://gongshi.example/⟧»",
        in: "site.md"),
      says: "@"),
    FaultyCase(
      "neither yes nor no",
      .replace("示例: 是", "示例: «⟦on⇒是⟧»", in: "site.md"),
      says: "@"),
    FaultyCase(
      "a value where a list belongs",
      .replace("[公告栏, 各门牌幢入口]", "«⟦公告栏、各门牌幢入口⇒[公告栏, 各门牌幢入口]⟧»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a list where a value belongs",
      .replace("151799.50元", "«⟦[151799.50元]⇒151799.50元⟧»", in: "2026-Q3.md"),
      says: "@"),
    FaultyCase(
      "a value where keys belong",
      .replace(
        "{ 姓名: 物业接待处, 电话: 021-52340001 }",
        "«⟦物业接待处⇒{ 姓名: 物业接待处, 电话: 021-52340001 }⟧»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a value where a span belongs",
      .replace("{ days: 7 }", "«⟦7天⇒{ days: 7 }⟧»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a span with a last day and a number of days",
      .replace("{ days: 7 }", "«{ 止: 2026-11-26⟦, 天数: 7⇒⟧ }»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a date in a span that cannot be read",
      .replace("{ days: 7 }", "{ 起: 2026-11-18, 止: «⟦11月26日⇒2026-11-26⟧» }", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "several lines where one belongs",
      .replace("示例路100弄", "«⟦|\n  示例路\n  100弄⇒示例路100弄⟧»", in: "estate.md"),
      says: "@"),
    FaultyCase(
      "two bad elements of one list",
      .replace("应到: 12, 实到: 12", "应到: «⟦十二⇒12⟧», 实到: «⟦012⇒12⟧»", in: "committee.md"),
      says: "@"),
  ]

  @Test(arguments: unreadable)
  func `a value that its type cannot read is refused, and nothing is built on it`(
    faulty: FaultyCase
  ) throws {
    try faulty.verify()
  }

  static let choices: [FaultyCase] = [
    FaultyCase(
      "near a choice",
      .replace("职务: 主任", "职务: «⟦主仁⇒主任⟧»", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "near an English choice",
      .replace("类别: 公告", "类别: «⟦publicty⇒publicity⟧»", in: "watertank.md"),
      .replace("海报: A4", "海报: A4", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "near none",
      .replace("售后公房", "«⟦别墅⇒售后公房⟧»", in: "estate.md"),
      says: "@"),
    FaultyCase(
      "in the settings of checks",
      .replace("示例: 是", "示例: 是\n检查: { N1: «⟦不查⇒关闭⟧» }", in: "site.md"),
      says: "@"),
  ]

  @Test(arguments: choices)
  func `a choice is one of those declared`(faulty: FaultyCase) throws { try faulty.verify() }

  static let hidden: [FaultyCase] = [
    FaultyCase(
      "in a single line",
      .replace("标题: 关于清洗", "标题: 关于«⟦\u{200B}⇒⟧»清洗", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "twice in a single line of a list",
      .replace("[公告栏, 各门牌幢入口]", "[公告«⟦\u{FEFF}⇒⟧»栏, 各门牌幢⟦\u{200D}⇒⟧入口]", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "in a text of several lines",
      .replace("接待日:", "会议:\n  - { 日期: 2026-05-06, 到会: 4, 议题: 预算, 决定: 同意«⟦\u{200B}⇒⟧» }\n接待日:",
        in: "committee.md"),
      says: "@"),
  ]

  @Test(arguments: hidden)
  func `a character that nobody sees is named`(faulty: FaultyCase) throws { try faulty.verify() }
}
