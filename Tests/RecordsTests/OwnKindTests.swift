import Language
import Source
import TestSupport
import Testing
import Values

@testable import Records

/// A site's own kinds work as the built-in ones do.
struct OwnKindTests {
  private static let pets = """
    -- kinds/pets.yml --
    kind: pet
    place: estates/*/*/pets/*.md
    label: { zh-Hans: 宠物, en: Pet }
    order: [born, name]
    identity: [name]
    dated_by: born
    title: name
    fields:
      name: { zh: 名字, type: line, required: yes }
      born: { zh: 出生, type: date, required: yes }
      friend: { zh: 朋友, type: ref, to: pet }
      weights:
        zh: 体重
        type: list
        fields:
          day: { zh: 日期, type: date, required: yes }
          kilos: { zh: 公斤, type: decimal, required: yes }
    derived:
      heaviest: { label: { zh-Hans: 最重, en: Heaviest }, value: "weights | default([]) | map(attribute='kilos') | max | round(1) if weights is defined and weights | length > 0 else none" }
    checks:
      D21:
        level: error
        each: "row in weights | default([])"
        at: row.kilos
        that: "row.kilos <= 60"
        expected: "60"
        found: row.kilos
        message:
          zh-Hans: "{{ name }}重 {{ row.kilos }} 公斤，最多 60 公斤。"
          en: "{{ name }} weighs {{ row.kilos }} kilos, 60 at most."
      D22:
        level: warning
        when: "friend is defined"
        at: friend
        that: "friend.born <= born"
        message: { zh-Hans: "{{ friend.name }}更小。", en: "{{ friend.name }} is younger." }
    """

  private static func site(_ records: String) throws -> TestSite {
    let text = GoodSite.text.merging(SiteText(pets)).merging(SiteText(records))
    return try TestSite(text.choosing(.wrong))
  }

  @Test func `a new kind is read, linked, derived and judged`() throws {
    let site = try Self.site(
      """
      -- content/estates/ganquan/xinghe/pets/bai.md --
      ---
      名字: 小白
      出生: 2020-05-01
      体重:
        - { 日期: 2021-01-01, 公斤: 12.25 }
        - { day: 2022-01-01, kilos: «61.5» }
      ---
      -- content/estates/ganquan/xinghe/pets/hei.md --
      ---
      name: 小黑
      born: 2019年5月1日
      朋友: «bai»
      ---
      """)
    #expect(
      site.report == """
        D21 error bai.md 体重[2].kilos
        zh 小白重 61.5 公斤，最多 60 公斤。
        en 小白 weighs 61.5 kilos, 60 at most.
        expected 60
        found 61.5
        """, "the friend is not judged again through the reference")
    #expect(site.heldBack == ["bai"])
    let friend = try site.value("friend", of: "hei.md")
    #expect(friend.isAbsent, "it has no page")
    let pets = try site.value("pets", of: "xinghe/estate.md")
    #expect(pets.elements.count == 1)
    let heading = try site.value("heading", of: "hei.md")
    #expect(heading.string == "小黑")
  }

  @Test func `a new kind in order has no finding and its derived values`() throws {
    let site = try Self.site(
      """
      -- content/estates/ganquan/xinghe/pets/bai.md --
      ---
      名字: 小白
      出生: 2020-05-01
      体重: [{ 日期: 2021-01-01, 公斤: 12.25 }, { 日期: 2022-01-01, 公斤: 14.25 }]
      ---
      -- content/estates/ganquan/xinghe/pets/hei.md --
      ---
      名字: 小黑
      出生: 2021-05-01
      朋友: bai
      ---
      """)
    #expect(site.report == "")
    let heaviest = try site.value("heaviest", of: "bai.md")
    #expect(heaviest.decimal.description == "14.3")
    let none = try site.value("heaviest", of: "hei.md")
    #expect(none.isAbsent)
    let pets = try site.value("pets", of: "xinghe/estate.md")
    #expect(pets.elements.count == 2)
  }

  @Test func `slips in a new kind are named as in the built-in ones`() throws {
    let site = try Self.site(
      """
      -- content/estates/ganquan/xinghe/pets/bai.md --
      ---
      名字: 小白
      «出身»: 2020-05-01
      朋友: «baii»
      ---
      -- content/estates/ganquan/xinghe/pets/hei.md --
      ---
      名字: «小白»
      出生: 2021-05-01
      ---
      """)
    #expect(site.codes == ["K1", "K5", "K7"])
    #expect(site.places == site.marks)
  }

  @Test func `a kind of the site's takes the place of the built-in one`() throws {
    let text = SiteText(
      """
      -- kinds/programme.yml --
      kind: programme
      place: programmes/*.md
      fields:
        name: { zh: 名称, type: line, required: yes }
        budget: { zh: 预算, type: money, required: yes }
      -- content/programmes/112.md --
      «»---
      名称: “112”工程
      «总目标»: 112
      ---
      """)
    let site = try TestSite(GoodSite.text.merging(text))
    #expect(site.codes == ["K2", "K1"])
    #expect(site.places == site.marks)
    #expect(site.findings[0].key == "预算")
  }
}
