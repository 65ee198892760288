import Source
import TestSupport
import Testing

@testable import Records

/// K7 to K10: identities, names and places.
struct PlaceTests {
  private static let estate = "content/estates/ganquan/xinghe"

  static let faulty: [FaultyCase] = [
    FaultyCase(
      "K7: two accounts of one quarter and book",
      .file(
        "\(estate)/finance/2026-third.md",
        "---\n期间: «⟦2026-Q3⇒2026-Q2⟧»\n期初余额: 0\n收入: []\n支出: []\n期末余额: 0\n公示日期: 2026-10-12\n---\n"),
      says: """
        K7 error 2026-third.md 期间
        zh 两条公共收益的期间相同，另一条是 content/estates/ganquan/xinghe/finance/2026-Q3.md
        en two records of kind finance share their period; the other is content/estates/ganquan/xinghe/finance/2026-Q3.md
        note 另一条在这里 | the other one
        help 改正其中一条，或删去重复的文件 | correct one of them or delete the copy
        """),
    FaultyCase(
      "K7: two notices of one number",
      .file(
        "\(estate)/notices/2026-11-other.md",
        "---\n标题: 另一则\n发文字号: 星河业委〔2026〕⟦9⇒10⟧号\n类别: 公告\n发布单位: 业委会\n发布日期: 2026-11-18\n---\n"),
      .replace("发文字号: 星河业委〔2026〕9号", "发文字号: «星河业委〔2026〕9号»", in: "watertank.md"),
      says: """
        K7 error 2026-11-watertank.md 发文字号
        zh 两条公告的发文字号相同，另一条是 content/estates/ganquan/xinghe/notices/2026-11-other.md
        en two records of kind notice share their number; the other is content/estates/ganquan/xinghe/notices/2026-11-other.md
        note 另一条在这里 | the other one
        help 改正其中一条，或删去重复的文件 | correct one of them or delete the copy
        """),
  ]

  @Test(arguments: faulty)
  func `two records never say they are the same`(faulty: FaultyCase) throws {
    try faulty.verify()
  }

  @Test func `records with one identity are both held back`() throws {
    let site = try TestSite(
      GoodSite.text.merging(
        SiteText(
          """
          -- content/companies/wanhe2.md --
          ---
          名称: 万和
          信用代码: 91310107MA1G000032
          ---
          """)))
    #expect(site.codes == ["K7"])
    let held = site.site.records.filter(\.isHeldBack).map(\.file.path)
    #expect(held == ["content/companies/wanhe.md", "content/companies/wanhe2.md"])
  }

  @Test func `a folder without the file that describes it is named once`() throws {
    let notice = "---\n标题: 公告\n类别: 公示\n发布单位: 业委会\n发布日期: 2026-11-18\n---\n"
    var text = GoodSite.text
    text.set("content/estates/ganquan/xincun/notices/1.md", notice)
    text.set("content/estates/ganquan/xincun/notices/2.md", notice)
    let site = try TestSite(text)
    #expect(
      site.report == """
        K2 error xincun
        zh 这个文件夹缺少 `estate.md`
        en this folder has no `estate.md`
        help 新建 content/estates/ganquan/xincun/estate.md | make content/estates/ganquan/xincun/estate.md
        """)
    #expect(site.findings[0].location.file.path == "content/estates/ganquan/xincun")
    #expect(site.findings[0].location.range == nil)
    #expect(site.site.records.filter(\.isHeldBack).map(\.id) == ["1", "2"])
  }

  static let places: [(path: String, said: String)] = [
    ("content/estates/ganquan/xing he/estate.md", "K8 error content/estates/ganquan/xing he"),
    (
      "content/estates/ganquan/xinghe/notices/a(1).md",
      "K8 error content/estates/ganquan/xinghe/notices/a(1).md"
    ),
    (
      "content/estates/ganquan/xinghe/notices/CON.md",
      "K8 error content/estates/ganquan/xinghe/notices/CON.md"
    ),
    (
      "content/estates/ganquan/xinghe/notices/-a.md",
      "K8 error content/estates/ganquan/xinghe/notices/-a.md"
    ),
    ("content/estates/compare/street.md", "K9 error content/estates/compare"),
    ("content/estates/Q/street.md", "K9 error content/estates/Q"),
    ("content/estates/companies/street.md", "K9 error content/estates/companies"),
    ("content/readme.md", "K10 error content/readme.md"),
    (
      "content/estates/ganquan/xinghe/notice/a.md",
      "K10 error content/estates/ganquan/xinghe/notice/a.md"
    ),
    (
      "content/estates/ganquan/xinghe/notices/2026/a.md",
      "K10 error content/estates/ganquan/xinghe/notices/2026"
    ),
    (
      "content/estates/ganquan/xinghe/plan.pdf",
      "K10 warning content/estates/ganquan/xinghe/plan.pdf"
    ),
    ("content/estates/ganquan/xinghe/files/plan.pdf", ""),
    ("content/estates/ganquan/xinghe/notices/2026年〇五.v2_清洗-水箱.md", "K2"),
  ]

  @Test(arguments: places)
  func `what lies in no place of a record is said once`(path: String, said: String) throws {
    var text = GoodSite.text
    text.set(path, "---\n---\n")
    let findings = try TestSite(text).findings
    let summary = findings.map { "\($0.code) \($0.severity) \($0.location.file.path)" }
    if said == "K2" {
      #expect(Set(findings.map(\.code)) == ["K2"], "a record, though an empty one")
    } else {
      #expect(summary == (said.isEmpty ? [] : [said]))
    }
  }

  static let words: [(path: String, said: String)] = [
    (
      "content/estates/ganquan/xing he/estate.md",
      """
      K8 error xing he
      zh 文件或文件夹名称不合规则：名称里不能有“ ”
      en the name breaks the rules: a name cannot have ` `
      help 只用文字、数字、-、_ 和 . | use letters, digits, -, _ and . only
      """
    ),
    (
      "content/estates/compare/street.md",
      """
      K9 error compare
      zh 街镇文件夹不能叫这个名字，本站自己要用
      en a street folder cannot have this name; the site itself uses it
      help 换一个文件夹名 | rename the folder
      """
    ),
    (
      "content/estates/ganquan/xinghe/notice/a.md",
      """
      K10 error a.md
      zh 这里不放记录，这个文件不会公开
      en no kind of record lives here; the file is not published
      help 是不是 content/estates/ganquan/xinghe/notices/a.md？ | did you mean content/estates/ganquan/xinghe/notices/a.md?
      """
    ),
    (
      "content/readme.md",
      """
      K10 error readme.md
      zh 这里不放记录，这个文件不会公开
      en no kind of record lives here; the file is not published
      help 核对文件夹的名字和位置 | check the folder's name and place
      """
    ),
    (
      "content/estates/ganquan/xinghe/notices/2026/a.md",
      """
      K10 error 2026
      zh 记录文件夹里不能再有文件夹
      en a folder of records holds no other folder
      help 附件请放进 files 文件夹 | put attachments into a folder called files
      """
    ),
    (
      "content/estates/ganquan/xinghe/plan.pdf",
      """
      K10 warning plan.pdf
      zh 没有记录提到这个文件，它不会公开
      en no record names this file; it is not published
      help 附件请放进 files 文件夹，并在记录里写上 | put attachments into files and name them in a record
      """
    ),
  ]

  @Test(arguments: words)
  func `the way out is said`(path: String, said: String) throws {
    var text = GoodSite.text
    text.set(path, "---\n---\n")
    let site = try TestSite(text)
    #expect(site.report == said)
  }
}
