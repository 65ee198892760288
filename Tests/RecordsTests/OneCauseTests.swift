import Source
import TestSupport
import Testing

@testable import Records

/// One cause, one finding: nothing is said that only follows from what was said already.
struct OneCauseTests {
  private static let estate = "content/estates/ganquan/xinghe"

  /// What is wrong, by edits of the good site, and the only codes that are said.
  static let cases: [(name: String, file: String, old: String, new: String, codes: [String])] = [
    ("an unreadable figure of a sum", "2026-Q3.md", "金额: 9000.00 }\n支出", "金额: 九千 }\n支出", ["K3"]),
    ("a missing figure of a sum", "2026-Q3.md", ", 金额: 4200.50", "", ["K2"]),
    ("a misspelt figure of a sum", "2026-Q3.md", "金额: 4200.50", "金頟: 4200.50", ["K1"]),
    ("an element that is no mapping", "2026-Q3.md", "{ 项目: 公共照明, 金额: 4200.50 }", "公共照明", ["K3"]),
    ("an opening balance in no known form", "2026-Q3.md", "120,000.00", "12万0000", ["K3"]),
    ("a date of no calendar in a notice", "watertank.md", "2026-11-18", "2026-11-31", ["K3"]),
    ("a misspelt category of a notice without period", "watertank.md", "类别: 公告", "类别: 公式", ["K4"]),
    ("an unreadable year of election", "committee.md", "2024年6月16日", "2024年6月31日", ["K3"]),
    ("an unreadable post", "committee.md", "职务: 副主任", "职务: 付主任", ["K4"]),
    (
      "an unreadable day of leaving", "committee.md", "任职: 2024-06-16 }\n  - { 姓名: 何伟",
      "任职: 2024-06-16, 离任: 昨天 }\n  - { 姓名: 何伟", ["K3"]
    ),
    ("an unreadable floor area", "estate.md", "84210.50㎡", "84210.505㎡", ["K3"]),
    ("an unreadable price", "fees.md", "单价: 1.20", "单价: 1,2", ["Y6"]),
    ("a misspelt vote", "fees.md", "表决: 2026-fee", "表决: 2026-fees", ["K5"]),
    (
      "a size that is even, with members that fit no size", "committee.md", "委员数: 5", "委员数: 2",
      ["R1"]
    ),
    ("a total that cannot be read", "112.md", "总目标: 112", "总目标: 一百一十二", ["K3"]),
    ("a full-width colon", "2026-Q3.md", "期末余额: ", "期末余额：", ["Y6"]),
    (
      "a closing that is wrong in a record misspelt elsewhere", "2026-Q3.md",
      "151799.50元\n公示日期", "151799.00元\n公示日", ["F1", "K1"]
    ),
  ]

  @Test(arguments: cases)
  func `one cause has one finding`(
    name: String, file: String, old: String, new: String, codes: [String]
  ) throws {
    var text = GoodSite.text
    #expect(text.replace(old, by: new, in: file) == 1)
    let site = try TestSite(text)
    #expect(site.codes == codes, "\(site.report)")
  }

  @Test func `a vote with an error is not judged again through the fee that names it`() throws {
    var text = GoodSite.text
    // Not a fee vote, and its date cannot be read: only the latter is said.
    _ = text.replace("公告日期: 2026-01-20", by: "公告日期: 一月", in: "2026-fee.md")
    _ = text.replace("事项: 物业费调整", by: "事项: 选聘物业", in: "2026-fee.md")
    let site = try TestSite(text)
    #expect(site.codes == ["K3"])
    #expect(site.heldBack == ["2026-fee"])
  }

  @Test func `a held-back estate keeps its records, which have no page to hang on`() throws {
    var text = GoodSite.text
    _ = text.replace("电梯数: 12", by: "电梯数: 十二", in: "estate.md")
    let site = try TestSite(text)
    #expect(site.codes == ["K3"])
    #expect(site.heldBack == ["xinghe"])
    #expect(
      site.unpublished == [
        "committee", "xinghe", "fees", "2026-Q3", "2026-11-watertank", "2026-fee",
      ])
  }

  @Test func `a warning that the site has switched off is not said, an error is`() throws {
    var text = GoodSite.text
    _ = text.replace("示例: 是", by: "示例: 是\n检查: { N1: off, F1: 关闭 }", in: "site.md")
    _ = text.replace("〔2026〕9号", by: "（2026）9号", in: "watertank.md")
    _ = text.replace("151799.50元", by: "151799.00元", in: "2026-Q3.md")
    let site = try TestSite(text)
    #expect(site.codes == ["F1"])
  }

  @Test func `a warning holds a record back only under the strict rule`() throws {
    var text = GoodSite.text
    _ = text.replace("〔2026〕9号", by: "（2026）9号", in: "watertank.md")
    let lenient = try TestSite(text)
    #expect(lenient.unpublished == [])
    let strict = try TestSite(text, isStrict: true)
    #expect(strict.unpublished == ["2026-11-watertank"])
  }

  @Test func `the order of files and slices does not show`() throws {
    var text = GoodSite.text
    _ = text.replace("151799.50元", by: "151799.00元", in: "2026-Q3.md")
    _ = text.replace("〔2026〕9号", by: "（2026）9号", in: "watertank.md")
    _ = text.replace("委员数: 5", by: "委员数: 6", in: "committee.md")
    var reversed = SiteText("")
    for (path, content) in text.files.reversed() { reversed.set(path, content) }
    let (one, other) = (try TestSite(text), try TestSite(reversed))
    #expect(one.report == other.report)
    #expect(one.codes == ["R1", "F1", "N1"])
  }
}
