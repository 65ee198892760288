import Language
import Source
import TestSupport
import Testing

@testable import Records

/// Where references lead, and what becomes of them when their target has no page.
struct LinkingTests {
  private static let fees =
    "---\n收费项目:\n  - { 类别: 其他, 名称: 卡, 单价: 5, 单位: 元/次, 起: 2026-04-01, 表决: REF }\n---\n"
  private static let newEstate = "---\n名称: 新村\n户数: 10\n建筑面积: 1000\n---\n"

  static let ways: [(from: String, written: String)] = [
    ("content/estates/ganquan/xinghe/fees.md", "2026-fee"),
    ("content/estates/ganquan/xinghe/fees.md", "ganquan/xinghe/2026-fee"),
    ("content/estates/ganquan/xincun/fees.md", "ganquan/xinghe/2026-fee"),
  ]

  @Test(arguments: ways)
  func `a record is reached as a sibling and from outside`(from: String, written: String) throws {
    var text = GoodSite.text
    text.set("content/estates/ganquan/xincun/estate.md", Self.newEstate)
    text.set(from, Self.fees)
    #expect(text.replace("REF", by: written, in: from) == 1)
    let site = try TestSite(text)
    #expect(site.codes == [])
    let items = try site.value("items", of: from)
    let vote = try site.record("2026-fee.md")
    let cells = items.elements[0].cells
    #expect((0..<7).contains { cells[$0].tag == .record && cells[$0].bits == vote.value.bits })
  }

  @Test func `a street, an estate and a district record are reached by their ids`() throws {
    var text = GoodSite.text
    _ = text.replace("范围: ", by: "街镇: ganquan\n范围: ", in: "wujiaochang-complaints.md")
    _ = text.replace("目标: 12 }", by: "目标: 12, 小区: [ganquan/xinghe] }", in: "112.md")
    let site = try TestSite(text)
    #expect(site.codes == [])
    let street = try site.value("street", of: "wujiaochang-complaints.md")
    let ganquan = try site.record("ganquan/street.md")
    let company = try site.value("company", of: "xinghe/estate.md")
    let wanhe = try site.record("wanhe.md")
    #expect(street.bits == ganquan.value.bits)
    #expect(company.bits == wanhe.value.bits)
  }

  @Test func `a sibling wins over a record elsewhere`() throws {
    var text = GoodSite.text
    text.set("content/estates/ganquan/xincun/estate.md", Self.newEstate)
    let own = text.files.first { $0.path.hasSuffix("2026-fee.md") }?.text ?? ""
    text.set("content/estates/ganquan/xincun/votes/2026-fee.md", own)
    text.set("content/estates/ganquan/xincun/fees.md", Self.fees)
    _ = text.replace("REF", by: "2026-fee", in: "xincun/fees.md")
    let site = try TestSite(text)
    #expect(site.codes == [])
    let items = try site.value("items", of: "xincun/fees.md")
    let vote = try site.record("xincun/votes/2026-fee.md")
    #expect((0..<7).contains { items.elements[0].cells[$0].bits == vote.value.bits })
  }

  @Test func `a reference to what is held back stays valid and is left out of pages`() throws {
    var text = GoodSite.text
    _ = text.replace("信用代码: 91310107MA1G000032", by: "信用代码: 9131", in: "wanhe.md")
    let site = try TestSite(text)
    #expect(site.codes == ["K3"])
    #expect(site.heldBack == ["wanhe"])
    let company = try site.value("company", of: "xinghe/estate.md")
    #expect(company.isAbsent)
  }

  @Test func `so are references inside lists and mappings`() throws {
    var text = GoodSite.text
    text.set("content/estates/ganquan/xincun/estate.md", "---\n名称: 新村\n户数: 十\n建筑面积: 1000\n---\n")
    _ = text.replace("公告日期: 2026-01-20", by: "公告日期: 一月", in: "2026-fee.md")
    _ = text.replace(
      "目标: 12 }", by: "目标: 12, 小区: [ganquan/xincun, ganquan/xinghe] }", in: "112.md")
    let site = try TestSite(text)
    #expect(site.codes == ["K3", "K3"])
    #expect(site.heldBack == ["xincun", "2026-fee"])
    let votes = try site.value("items", of: "fees.md").elements.map { item in
      (0..<7).contains { item.cells[$0].tag == .record }
    }
    #expect(votes == [false, false, false])
    let parts = try site.value("parts", of: "112.md").elements
    let estates = (0..<3).map { parts[1].cells[$0] }.first { $0.tag == .list }
    #expect(estates?.elements.count == 1)
  }

  @Test func `what is not due yet has no page and no list names it`() throws {
    var text = GoodSite.text
    _ = text.replace("发布日期: 2026-11-18", by: "发布日期: 2026-11-21", in: "watertank.md")
    let before = try TestSite(text)
    #expect(before.codes == [])
    #expect(before.unpublished == ["2026-11-watertank"])
    #expect(before.heldBack == [])
    let notices = try before.value("notices", of: "xinghe/estate.md")
    #expect(notices.elements.isEmpty)
    let after = try TestSite(text, on: "2026-11-21")
    #expect(after.unpublished == [])
    let listed = try after.value("notices", of: "xinghe/estate.md")
    #expect(listed.elements.count == 1)
  }

  @Test func `siblings stand in the order of their kind, equal ones by path`() throws {
    var text = GoodSite.text
    let notice = "---\n标题: 公告\n类别: 公告\n发布单位: 业委会\n发布日期: DAY\n---\n"
    for (name, day) in [("a", "2026-05-03"), ("b", "2026-05-01"), ("c", "2026-05-03")] {
      let path = "content/estates/ganquan/xinghe/notices/\(name).md"
      text.set(path, notice)
      _ = text.replace("DAY", by: day, in: path)
    }
    let site = try TestSite(text)
    let listed = try site.value("notices", of: "xinghe/estate.md").elements.map { notice in
      site.site.records.first { $0.value.bits == notice.bits }?.id
    }
    #expect(listed == ["b", "a", "c", "2026-11-watertank"])
  }
}
