import Testing

/// K7 to K10: identities, names and places.
struct PlaceTests {
  private static let estate = "content/estates/ganquan/xinghe"
  private static let good = "⟦⇒---\n名称: 新企业\n信用代码: 91310107MA1G00004X\n---\n⟧"

  static let faulty: [FaultyCase] = [
    FaultyCase(
      "K7: two accounts of one quarter and book",
      .file("\(estate)/finance/2026-third.md",
        "---\n期间: «⟦2026-Q3⇒2026-Q2⟧»\n期初余额: 0\n收入: []\n支出: []\n期末余额: 0\n公示日期: 2026-10-12\n---\n"),
      says: "@"),
    FaultyCase(
      "K7: two notices of one number",
      .file("\(estate)/notices/2026-11-other.md",
        "---\n标题: 另一则\n发文字号: 星河业委〔2026〕⟦9⇒10⟧号\n类别: 公告\n发布单位: 业委会\n发布日期: 2026-11-18\n---\n"),
      .replace("发文字号: 星河业委〔2026〕9号", "发文字号: «星河业委〔2026〕9号»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "K2: a folder without the file that describes it",
      .file("content/estates/ganquan/xincun/fees.md",
        "---\n收费项目:\n  - { 类别: 其他, 名称: 卡, 单价: 5, 单位: 元/次, 起: 2026-04-01 }\n---\n"),
      .file("content/estates/ganquan/xincun/notices/2026-11-other.md",
        "---\n标题: 另一则\n类别: 公告\n发布单位: 业委会\n发布日期: 2026-11-18\n---\n"),
      .file("⟦content/estates/ganquan/xincun/readme.txt⇒content/estates/ganquan/xincun/estate.md⟧",
        "---\n名称: 新村\n户数: 10\n建筑面积: 1000\n车位数: 5\n---\n"),
      says: "@"),
  ]

  @Test(arguments: faulty)
  func `two records never say they are the same, and a folder says what it is`(
    faulty: FaultyCase
  ) throws {
    try faulty.verify()
  }
}
