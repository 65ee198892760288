import Source
import TestSupport
import Testing

@testable import Records

/// A record is judged by the law of its own day.
struct LawInForceTests {
  private static func notice(on day: String, days: Int) -> String {
    """
    ---
    标题: 公示
    类别: 公示
    发布单位: 业委会
    发布日期: \(day)
    公示期: { 起: \(day), 止: \(day.prefix(8))\(10 + days) }
    张贴地点: [公告栏]
    联系方式: { 电话: 021-52340001 }
    ---
    """
  }

  private static let law = """
    jurisdiction: shanghai
    extends: china
    values:
      notice.publicity:
        - { value: 7, from: 2010-01-01, to: 2024-09-30, source: 旧规, article: 第一条 }
        - { value: 10, from: 2024-10-01, to: 2025-12-31, source: 新规, article: 第二条 }
      committee.min_size: [ { value: 5, source: 规定 } ]
      committee.small_size: [ { value: 3, source: 规定 } ]
      committee.small_area: [ { value: 10000㎡, source: 规定 } ]
      committee.min_years: [ { value: 3, source: 规定 } ]
    """

  static let days: [(day: String, days: Int, basis: String?)] = [
    ("2024-09-10", 6, "旧规第一条"), ("2024-09-10", 7, nil), ("2024-10-10", 7, "新规第二条"),
    ("2024-10-10", 9, "新规第二条"), ("2024-10-10", 10, nil), ("2025-12-10", 9, "新规第二条"),
    // Before and after there is no such value, and what reads it says nothing.
    ("2009-12-10", 1, nil), ("2026-01-10", 1, nil),
  ]

  @Test(arguments: days)
  func `the value of its day decides, and where there is none nothing is said`(
    day: String, days: Int, basis: String?
  ) throws {
    var text = GoodSite.text
    let path = "content/estates/ganquan/xinghe/notices/publicity.md"
    text.set("jurisdictions/shanghai.yml", Self.law)
    text.set(path, Self.notice(on: day, days: days))
    let findings = try TestSite(text).findings.filter { $0.location.file.path == path }
    #expect(findings.map(\.code) == (basis == nil ? [] : ["N4"]))
    #expect(findings.map(\.basis?.chinese) == (basis == nil ? [] : [basis]))
  }
}
