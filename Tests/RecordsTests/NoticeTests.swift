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
        basis GB/T 9704-2012，发文字号
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
      says: """
        N2 warning 2026-11-watertank.md 公示期
        zh 公示应写公示期：起和止，或天数（至少 7 天）。长期张贴的内容，类别请写公告。
        en A disclosure needs a period: from and to, or days (at least 7). What is posted for good is a notice, not a disclosure.
        basis 沪房规范〔2024〕7号，六（三）
        """),
    FaultyCase(
      "N2: a disclosure without places and with an empty contact",
      .replace("类别: 公告", "类别: 公示", in: "watertank.md"),
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("张贴地点: [公告栏, 各门牌幢入口]", "⟦⇒张贴地点: [公告栏, 各门牌幢入口]⟧", in: "watertank.md"),
      .replace(
        "{ 姓名: 物业接待处, 电话: 021-52340001 }", "«{ 姓名: 物业接待处⟦⇒, 地址: 示例路1号⟧ }»", in: "watertank.md"),
      says: """
        N2 warning 2026-11-watertank.md 张贴地点
        zh 公示应写张贴地点，例如物业服务接待处、公告栏、各门牌幢入口。
        en A disclosure needs the places where it is posted, such as the reception desk, the notice board and every entrance.
        basis 沪房规范〔2024〕7号，六（三）
        N2 warning 2026-11-watertank.md 联系方式
        zh 公示应写联系方式，让业主知道意见向谁提：至少有办公电话或者地址。
        en A disclosure needs a contact, so that owners know where to object: an office telephone or an address at least.
        basis 沪房规范〔2024〕7号，六（三）
        """),
    FaultyCase(
      "N4: a period that ends before publication",
      .replace(
        "{ days: 7 }", "«{ 起: 2026-11-10, 止: ⟦2026-11-17⇒2026-11-18⟧ }»", in: "watertank.md"),
      says: """
        N4 error 2026-11-watertank.md 公示期
        zh 公示期到2026年11月17日为止，早于发布日期2026年11月18日，请核对。
        en The period ends on 2026-11-17, before the notice is published on 2026-11-18. Please check both dates.
        expected 2026-11-18
        found 2026-11-17
        basis 公示口径：止日不早于发布日期 | House rule: a period does not end before publication
        """),
    FaultyCase(
      "N4: a disclosure that is a day short",
      .replace("类别: 公告", "类别: 公示", in: "watertank.md"),
      .replace("{ days: 7 }", "«{ 止: ⟦2026-11-24⇒2026-11-25⟧ }»", in: "watertank.md"),
      says: """
        N4 warning 2026-11-watertank.md 公示期
        zh 公示期从2026年11月18日到2026年11月24日，第一天不算是 6 天，至少要 7 天。
        en The period runs from 2026-11-18 to 2026-11-24, 6 days without the first; at least 7 are needed.
        expected 7
        found 6
        basis 沪房规范〔2024〕7号，六（三）
        """),
    FaultyCase(
      "N4: a tender that is a day short",
      .replace("类别: 公告", "类别: 招标", in: "watertank.md"),
      .replace("{ days: 7 }", "«{ 止: ⟦2026-11-22⇒2026-11-23⟧ }»", in: "watertank.md"),
      says: """
        N4 warning 2026-11-watertank.md 公示期
        zh 招标公告从2026年11月18日到2026年11月22日，第一天不算是 4 天，至少要 5 天。
        en The tender is open from 2026-11-18 to 2026-11-22, 4 days without the first; at least 5 are needed.
        expected 5
        found 4
        basis 沪房规范〔2025〕6号第二十一条
        """),
    FaultyCase(
      "N4: a meeting that is called a day late",
      .replace("类别: 公告", "类别: 会议通知", in: "watertank.md"),
      .replace(
        "海报: A4", "会议: { 开始: «⟦2026-12-02 19:00⇒2026-12-03 19:00⟧», 地点: 会所 }", in: "watertank.md"),
      says: """
        N4 warning 2026-11-watertank.md 会议.开始
        zh 会议2026年12月2日召开，2026年11月18日才通知，只提前 14 天：业主大会会议应提前 15 天通知全体业主。
        en The meeting is on 2026-12-02 and the notice of 2026-11-18 comes 14 days before: owners must be told 15 days ahead.
        expected 15
        found 14
        basis 物业管理条例第十四条
        """),
    FaultyCase(
      "N6: cutting water against payment",
      .replace(
        "定于**11月28日**清洗生活水箱，8:00 至 17:00 停水，请提前储水。",
        "⟦«定于**11月28日**对欠费户停水。»⇒定于**11月28日**停水，请提前储水。⟧", in: "watertank.md"),
      says: """
        N6 warning 2026-11-watertank.md
        zh 正文把停水、停电、停气同缴费写在了一起：物业服务人不得以停止供电、供水、供热、供燃气等方式催交物业费。如果只是检修停水，请把两件事分开发布。
        en The text speaks of cutting water, power or gas and of payment together: a company may not press for fees by cutting supplies. If the cut is for repairs, publish the two matters apart.
        basis 中华人民共和国民法典第九百四十四条第三款
        """),
    FaultyCase(
      "N8: a later notice superseded by an earlier one",
      .replace("海报: A4", "替代: «2026-11-new»", in: "watertank.md"),
      .file(
        "content/estates/ganquan/xinghe/notices/2026-11-new.md",
        "---\n标题: 新公告\n类别: 公告\n发布单位: 业委会\n发布日期: ⟦2026-11-19⇒2026-11-18⟧\n---\n"),
      says: """
        N8 error 2026-11-watertank.md 替代
        zh 被替代的“新公告”发布于2026年11月19日，比本公告的2026年11月18日还晚：只能用新的替代旧的。
        en 新公告, which this notice supersedes, was published on 2026-11-19, after this one of 2026-11-18: only a later notice can supersede an earlier one.
        expected 2026-11-18
        found 2026-11-19
        basis 公示口径：新公告替代旧公告 | House rule: a later notice supersedes an earlier one
        """),
    FaultyCase(
      "N8: two notices of one day that supersede each other",
      .replace("海报: A4", "⟦替代: 2026-11-new⇒⟧", in: "watertank.md"),
      .file(
        "content/estates/ganquan/xinghe/notices/2026-11-new.md",
        "---\n标题: 新公告\n类别: 公告\n发布单位: 业委会\n发布日期: 2026-11-18\n替代: «2026-11-watertank»\n---\n"),
      says: """
        N8 error 2026-11-new.md 替代
        zh 替代关系绕成了一圈：关于清洗生活水箱的公告 → 新公告。请去掉其中一处“替代”。
        en These notices supersede each other in a circle: 关于清洗生活水箱的公告 → 新公告. Please remove one of them from the chain.
        basis 公示口径：替代关系不成环 | House rule: superseding forms no loop
        """),
  ]

  @Test(arguments: faulty)
  func `a rule on notices is kept or named`(faulty: FaultyCase) throws { try faulty.verify() }
}
