import Source
import TestSupport
import Testing

@testable import Records

/// The samples that every version must judge alike.
struct SampleTests {
  @Test func `the good samples have no finding`() throws {
    let site = try TestSite(GoodSite.text)
    #expect(site.report == "")
    #expect(site.site.records.count == 11)
    #expect(site.unpublished == [])
  }

  @Test func `the good samples have no finding under the strict rule either`() throws {
    let site = try TestSite(GoodSite.text, isStrict: true)
    #expect(site.unpublished == [])
  }

  static let faulty: [(FaultyCase, line: Int)] = [
    (
      FaultyCase(
        "finance-closing",
        .replace("期末余额: 151799.50元", "期末余额: «⟦151799.00元⇒151799.50元⟧»", in: "2026-Q3.md"),
        says: """
          F1 error 2026-Q3.md 期末余额
          zh 期末余额应为 151,799.50：120,000.00 + 45,000.00 − 13,200.50，写的是 151,799.00。请核对收支明细或期初余额。
          en The closing balance should be 151,799.50: 120,000.00 + 45,000.00 − 13,200.50; it is given as 151,799.00. Please check the items or the opening balance.
          expected 151,799.50
          found 151,799.00
          basis 上海市住宅物业管理规定第五十一条第二款
          """), line: 10
    ),
    (
      FaultyCase(
        "notice-colon",
        .replace("标题: 关于清洗", "标题⟦«：»⇒: ⟧关于清洗", in: "watertank.md"),
        says: """
          Y6 error 2026-11-watertank.md
          zh 「标题」后面是全角冒号「：」，要用半角冒号加一个空格
          en '标题' is followed by a full-width colon '：'; it needs ':' and a space
          expected 标题: 
          found 标题：
          help 写成「标题: 」 | write '标题: '
          fix ： → : 
          """), line: 2
    ),
    (
      FaultyCase(
        "notice-key",
        .replace("发布日期: 2026-11-18", "«⟦发布日⇒发布日期⟧»: 2026-11-18", in: "watertank.md"),
        says: """
          K1 error 2026-11-watertank.md 发布日
          zh 没有 `发布日` 这个键，是不是 `发布日期`？
          en unknown key `发布日`, did you mean `发布日期`?
          expected 发布日期
          found 发布日
          note `发布日期` 是必填项 | `发布日期` is required
          fix 发布日 → 发布日期
          """), line: 6
    ),
  ]

  @Test(arguments: faulty)
  func `a faulty sample has exactly the finding of its list`(faulty: FaultyCase, line: Int) throws {
    try faulty.verify()
    let lines = try faulty.lines()
    #expect(lines == [line])
  }
}
