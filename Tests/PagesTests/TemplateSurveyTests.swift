import Kinds
import Language
import Pages
import Source
import TestSupport
import Testing

/// A kind of site and a kind of gift, whose fields templates may show or not.
private let site = """
  kind: site
  place: site.md
  folder: yes
  title: title
  fields:
    title: { zh: 标题, type: line, required: yes }
  """

private let gift = """
  kind: gift
  place: gifts/*.md
  plural: gifts
  dated_by: day
  title: "name ~ donor.name"
  publish_when: "ready"
  fields:
    name: { zh: 名称, type: line, required: yes }
    day: { zh: 日期, type: date, required: yes }
    donor:
      zh: 捐赠人
      type: map
      required: yes
      fields:
        name: { zh: 姓名, type: line, required: yes }
        «phone»: { zh: 电话, type: phone }
    «ready»: { zh: 可以公布, type: yesno, required: yes }
    parts:
      zh: 明细
      type: list
      required: yes
      fields:
        price: { zh: 单价, type: money, required: yes }
        count: { zh: 数量, type: count, required: yes }
        «maker»: { zh: 厂家, type: line }
    «stated»: { zh: 合计, type: money }
    secret: { zh: 备注, type: line, shown: no }
    whole:
      zh: 组
      type: map
      shown: no
      fields:
        inner: { zh: 项, type: line }
  derived:
    total: { value: "parts|sum(attribute='price')" }
    sentence: { value: "'' ~ total" }
    unread: { value: "stated" }
  checks:
    X1:
      level: error
      that: "stated == total if stated is defined else true"
      at: stated
      message: { zh-Hans: 不符, en: wrong }
  """

private func survey(
  _ templates: KeyValuePairs<String, String>, pages: String = "pages: {}", gift: String = gift,
  isComplete: Bool = true, own: Set<String>? = nil
) throws -> [Diagnostic] {
  let kinds = [("site", site), ("gift", gift)].compactMap { name, text in
    KindReader.read(MarkedText(text, path: "kinds/\(name).yml").file).kind
  }
  let law = Jurisdiction(name: "none", extends: nil, values: [], daysOff: [], makeUpDays: [])
  let (rulebook, findings) = Rulebook.compile(kinds, jurisdiction: law, language: "zh-Hans")
  try #require(findings.isEmpty)
  let sources = templates.map { name, text in
    (name: name, file: MarkedText(text, path: name).file)
  }
  let declared = PageDeclarationReader.read(SourceFile(path: "pages.yml", text: pages))
  try #require(declared.diagnostics.isEmpty)
  return TemplateSurvey(
    TemplateSet(sources), declared.pages, by: rulebook, isComplete: isComplete
  ) { own?.contains($0) ?? true }.diagnostics.inReadingOrder()
}

private let sitePage = "{{ site.title }}"
private let giftPage = """
  {{ gift.day }}{{ gift.sentence }}{{ gift|label('stated') }}
  {% for part in gift.parts|sort(attribute='count') %}{{ part.price }}{% endfor %}
  """

@Suite struct `A field that appears on no page` {
  @Test func `is told where it is declared, whatever only checks and conditions read`() throws {
    let found = try survey(["gift.html.j2": giftPage, "site.html.j2": sitePage])
    let marks = MarkedText(gift).marks
    #expect(found.map(\.code) == ["T046", "T046", "T046", "T046"])
    #expect(found.map(\.location.range) == marks)
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(
      found.map(\.message.english) == [
        "field `donor.phone` (电话) appears on no page", "field `ready` (可以公布) appears on no page",
        "field `parts.maker` (厂家) appears on no page", "field `stated` (合计) appears on no page",
      ])
    #expect(found[0].message.chinese == "字段“电话”（`donor.phone`）没有出现在任何页面上")
  }

  @Test func `is one finding where all of a mapping is unread`() throws {
    let found = try survey(
      ["gift.html.j2": "{{ gift.day }}", "site.html.j2": sitePage],
      gift: gift.replacing("title: \"name ~ donor.name\"\n", with: "title: name\n"))
    #expect(
      found.map(\.message.english).filter { $0.contains("donor") || $0.contains("parts") } == [
        "field `donor` (捐赠人) appears on no page", "field `parts` (明细) appears on no page",
      ])
  }

  @Test func `is none where a template shows all fields`() throws {
    let all = "{% for field in record|fields %}{{ field.label }}{% endfor %}"
    #expect(try survey(["record.html.j2": all, "site.html.j2": sitePage]).isEmpty)
  }

  @Test(arguments: [
    "{% for field in gift|fields %}{{ field.label }}{% endfor %}",
    "{{ gift.stated|default(gift.total) }}{{ gift.donor.phone|default('') }}"
      + "{{ 'a' if gift.ready else 'b' }}{{ gift.parts|map(attribute='maker')|list|length }}",
  ])
  func `may be shown by an included part`(part: String) throws {
    let found = try survey([
      "_part.html.j2": part, "gift.html.j2": giftPage + "{% include '_part.html.j2' %}",
      "site.html.j2": sitePage,
    ])
    #expect(found.isEmpty)
  }

  @Test func `is not looked for while there are errors`() throws {
    let found = try survey(["gift.html.j2": "{{ gift.nmae }}", "site.html.j2": sitePage])
    #expect(found.map(\.code) == ["T012"])
  }
}

@Suite struct `A template that no page uses` {
  private static let used: [(String, String)] = [
    ("gift.html.j2", "{% for field in gift|fields %}{{ field.label }}{% endfor %}"),
    ("site.html.j2", sitePage),
  ]

  private func found(_ name: String, _ text: String, own: Set<String>? = nil) throws
    -> [Diagnostic]
  {
    let gift = Self.used[0].1
    return try survey(
      ["gift.html.j2": gift, "site.html.j2": sitePage, name: text], own: own)
  }

  @Test(arguments: [
    ("gfit.html.j2", "did you mean `gift.html.j2`?"),
    ("gift_list.html.j2", "did you mean `gift-list.html.j2`?"),
    ("site-list.html.j2", "did you mean `gift-list.html.j2`?"),
    ("about-us-and-more.html.j2", nil),
    ("_part.html.j2", nil),
  ])
  func `is told, with the kind that may be meant`(name: String, help: String?) throws {
    let finding = try #require(try found(name, "a").first)
    #expect(finding.code == "T047")
    #expect(finding.severity == .warning)
    #expect(finding.location.range == nil)
    #expect(finding.message == Wording(zh: "没有页面用到这个模板", en: "no page uses this template"))
    #expect(finding.help.map(\.english).first { $0.hasPrefix("did") } == help)
  }

  @Test func `is not told of what stands in for others, or of what the site cannot change`() throws
  {
    #expect(try found("record.html.j2", "{{ record.heading }}").isEmpty)
    #expect(try found("records.html.j2", "{% for r in records %}{{ r.url }}{% endfor %}").isEmpty)
    #expect(try found("gfit.html.j2", "{% set x = 1 %}", own: ["gift.html.j2"]).isEmpty)
  }

  @Test func `is checked as far as that goes without a user`() throws {
    let page = MarkedText("{{ gift.name|«uper» }}{{ n + m }}{{ site.«titel» }}<b title=«»")
    let codes = try found("gfit.html.j2", "{{ gift.name|«uper» }}{{ n + m }}{{ site.«titel» }}")
    #expect(codes.map(\.code) == ["T047", "T005", "T012"])
    #expect(codes.dropFirst().map(\.location.range) == Array(page.marks.prefix(2)))
  }

  @Test(arguments: [
    "{{ name }}{{ other.thing|upper }}{% for i in list %}{{ i.x }}{% endfor %}",
    "{% if a %}{% set b = c %}{% else %}{% set b = d %}{% endif %}{{ b|round(2) }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(thing) }}{% set y %}{{ z }}{% endset %}{{ y }}",
    "{% include '_part.html.j2' %}", "{% block x required %}{% endblock %}{{ nobody|knows }}",
    "{% set ns = namespace(n=a) %}{% set ns.n = b %}{{ ns.n }}",
  ])
  func `may read any name`(text: String) throws {
    let gift = Self.used[0].1
    let found = try survey([
      "gift.html.j2": gift, "site.html.j2": sitePage, "_part.html.j2": "{{ q.r }}",
      "p.html.j2": text,
    ])
    #expect(found.filter { $0.code != "T047" }.map(\.code) == [])
  }

  @Test func `is no longer one when it is declared, extended, included or imported`() throws {
    let found = try survey(
      [
        "_inner.html.j2": "a", "_macros.html.j2": "{% macro m() %}b{% endmacro %}",
        "_part.html.j2": "{% include '_inner.html.j2' %}",
        "base.html.j2": "{% block a %}{% include '_part.html.j2' %}{% endblock %}",
        "gift.html.j2": Self.used[0].1,
        "page.html.j2":
          "{% extends 'base.html.j2' %}{% from '_macros.html.j2' import m %}"
          + "{% block a %}{{ m() }}{% endblock %}",
        "site.html.j2": sitePage,
      ],
      pages: "pages: { a: { address: /a/, title: A, template: page.html.j2 } }")
    #expect(found.map(\.code) == [])
  }
}

@Suite struct `All templates` {
  @Test func `are checked in one run, whatever is wrong with what they are given`() throws {
    let found = try survey(
      [
        "gift.html.j2": "{{ gift.nmae }}", "page.html.j2": "{{ a|uper }}{{ b.c }}{{ sitee }}",
        "site.html.j2": "{{ site.titel }}",
      ],
      pages: """
        pages:
          a:
            each: "a in site.title"
            let: { b: "site.nothing" }
            address: /a/
            title: A
            template: page.html.j2
        """)
    #expect(
      found.map { "\($0.location.file.path) \($0.code)" } == [
        "gift.html.j2 T012", "page.html.j2 T005", "page.html.j2 T004", "pages.yml T018",
        "pages.yml T012", "site.html.j2 T012",
      ])
  }

  @Test func `are not called useless where something could not be read`() throws {
    let lost = [("gift.html.j2", "{% fro %}"), ("gfit.html.j2", "{% set x = 1 %}")]
    let found = try survey(["gift.html.j2": lost[0].1, "gfit.html.j2": lost[1].1])
    #expect(found.map(\.code) == ["T003"])
    let rest = try survey(
      ["gfit.html.j2": lost[1].1, "site.html.j2": sitePage], isComplete: false)
    #expect(rest.isEmpty)
  }
}
