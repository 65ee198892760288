import Testing

/// N1 to N8: notices.
struct NoticeTests {
  static let numbers: [FaultyCase] = [
    ("round brackets", "星河业委（2026）9号"), ("square brackets", "星河业委[2026]9号"),
    ("a leading zero", "星河业委〔2026〕09号"), ("the word 第", "星河业委〔2026〕第9号"),
    ("a short year", "星河业委〔26〕9号"), ("no 号", "星河业委〔2026〕9"), ("no agency", "〔2026〕9号"),
  ].map { name, number in
    FaultyCase(
      name,
      .replace("星河业委〔2026〕9号", "«⟦\(number)⇒星河业委〔2026〕9号⟧»", in: "watertank.md"),
      says: """
        N1 warning 2026-11-watertank.md 发文字号
        zh 发文字号“\(number)”的写法应是“机关代字〔2026〕9号”：年份写全、放在六角括号〔〕里，序号不补零、前面不加“第”、后面有“号”。
        en The document number \(number) should be written like 机关代字〔2026〕9号: the full year in 〔〕, then a number without leading zeros and without 第, then 号.
        found \(number)
        basis GB/T 9704-2012发文字号
        """)
  }

  @Test(arguments: numbers)
  func `a document number has one form`(faulty: FaultyCase) throws { try faulty.verify() }

  static let faulty: [FaultyCase] = [
    FaultyCase(
      "N2: a disclosure without a period",
      .replace("类别: 公告", "类别: 公示", in: "watertank.md"),
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("公示期: { days: 7 }", "⟦⇒公示期: { days: 7 }⟧", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N2: a disclosure without places and with an empty contact",
      .replace("类别: 公告", "类别: 公示", in: "watertank.md"),
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("张贴地点: [公告栏, 各门牌幢入口]", "⟦⇒张贴地点: [公告栏, 各门牌幢入口]⟧", in: "watertank.md"),
      .replace("{ 姓名: 物业接待处, 电话: 021-52340001 }", "«{ 姓名: 物业接待处⟦⇒, 地址: 示例路1号⟧ }»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N4: a period that ends before publication",
      .replace("{ days: 7 }", "«{ 起: 2026-11-10, 止: ⟦2026-11-17⇒2026-11-18⟧ }»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N4: a disclosure that is a day short",
      .replace("类别: 公告", "类别: 公示", in: "watertank.md"),
      .replace("{ days: 7 }", "«{ 止: ⟦2026-11-24⇒2026-11-25⟧ }»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N4: a tender that is a day short",
      .replace("类别: 公告", "类别: 招标", in: "watertank.md"),
      .replace("{ days: 7 }", "«{ 止: ⟦2026-11-22⇒2026-11-23⟧ }»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N4: a meeting that is called a day late",
      .replace("类别: 公告", "类别: 会议通知", in: "watertank.md"),
      .replace("海报: A4", "会议: { 开始: «⟦2026-12-02 19:00⇒2026-12-03 19:00⟧», 地点: 会所 }", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N6: cutting water against payment",
      .replace("定于**11月28日**清洗生活水箱，8:00 至 17:00 停水，请提前储水。",
        "⟦«定于**11月28日**对欠费户停水。»⇒定于**11月28日**停水，请提前储水。⟧", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "N8: a later notice superseded by an earlier one",
      .replace("海报: A4", "替代: «2026-11-new»", in: "watertank.md"),
      .file(
        "content/estates/ganquan/xinghe/notices/2026-11-new.md",
        "---\n标题: 新公告\n类别: 公告\n发布单位: 业委会\n发布日期: ⟦2026-11-19⇒2026-11-18⟧\n---\n"),
      says: "@"),
    FaultyCase(
      "N8: two notices of one day that supersede each other",
      .replace("海报: A4", "⟦替代: «2026-11-new»⇒⟧", in: "watertank.md"),
      .file(
        "content/estates/ganquan/xinghe/notices/2026-11-new.md",
        "---\n标题: 新公告\n类别: 公告\n发布单位: 业委会\n发布日期: 2026-11-18\n替代: «2026-11-watertank»\n---\n"),
      says: "@"),
  ]

  @Test(arguments: faulty)
  func `a rule on notices is kept or named`(faulty: FaultyCase) throws { try faulty.verify() }
}
