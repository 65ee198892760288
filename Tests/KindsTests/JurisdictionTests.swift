import Defaults
import Language
import Source
import TestSupport
import Testing
import Values

@testable import Kinds

/// The law as dated values.
struct JurisdictionTests {
  private static func read(_ text: String) throws -> Jurisdiction {
    let (jurisdiction, findings) = JurisdictionReader.read(SourceFile(path: "law.yml", text: text))
    #expect(findings.isEmpty)
    return try #require(jurisdiction)
  }

  private static let law = """
    jurisdiction: test
    values:
      fee.max:
        - { value: 5, from: 2020-01-01, to: 2025-12-31, source: 甲法, article: 第一条 }
        - { value: 7, from: 2026-01-01, source: 乙法, article: 附则 }
      fee.open: [ { value: yes, source: 甲法 } ]
    """

  static let days: [(day: String, value: LegalValue.Content?, citation: String?)] = [
    ("2019-12-31", nil, nil), ("2020-01-01", .whole(5), "甲法第一条"),
    ("2025-12-31", .whole(5), "甲法第一条"), ("2026-01-01", .whole(7), "乙法，附则"),
    ("2199-12-31", .whole(7), "乙法，附则"),
  ]

  @Test(arguments: days)
  func `a value holds from its first to its last day`(
    day: String, value: LegalValue.Content?, citation: String?
  ) throws {
    let law = try Self.read(Self.law)
    let date = try CivilDate(reading: day)
    let found = law.value("fee.max", on: date)
    #expect(found?.content == value)
    #expect(found?.citation == citation)
    #expect(law.value("fee.open", on: date)?.content == .truth(true))
    #expect(law.value("fee.min", on: date) == nil)
  }

  static let contents: [(written: String, content: LegalValue.Content)] = [
    ("15", .whole(15)), ("[2, 3]", .share([2, 3])),
    ("50%", .percent(Decimal(coefficient: 50, scale: 0))),
    ("1.00元", .money(Decimal(coefficient: 100, scale: 2))),
    ("10000㎡", .area(Decimal(coefficient: 1_000_000, scale: 2))),
    ("0.80", .decimal(Decimal(coefficient: 80, scale: 2))), ("yes", .truth(true)),
    ("no", .truth(false)), ("公告栏", .text("公告栏")), ("[公告栏, 入口]", .texts(["公告栏", "入口"])),
  ]

  @Test(arguments: contents)
  func `what kind of value it is follows from how it is written`(
    written: String, content: LegalValue.Content
  ) throws {
    let law = try Self.read(
      "jurisdiction: test\nvalues:\n  a.b: [ { value: \(written), source: 甲法 } ]\n")
    let day = try CivilDate(reading: "2026-01-01")
    #expect(law.value("a.b", on: day)?.content == content)
  }

  @Test func `a jurisdiction replaces the values of the one it extends, name by name`() throws {
    let child = try Self.read(
      """
      jurisdiction: child
      extends: test
      values:
        fee.max: [ { value: 9, from: 2026-01-01, source: 丙法 } ]
      holidays: { 2026: [ { date: 2026-05-01, off: yes } ] }
      """)
    let law = child.extending(try Self.read(Self.law))
    let (before, after) = (
      try CivilDate(reading: "2025-01-01"), try CivilDate(reading: "2026-01-01")
    )
    #expect(law.value("fee.max", on: after)?.content == .whole(9))
    #expect(law.value("fee.max", on: before) == nil)
    #expect(law.value("fee.open", on: after)?.content == .truth(true))
    let holiday = try CivilDate(reading: "2026-05-01")
    #expect(law.daysOff == [holiday])
  }

  @Test func `the records of the law change on the days on which it changes`() throws {
    let table = LawTable(try Self.read(Self.law))
    func bits(_ day: String) throws -> UInt64 { table.record(on: try CivilDate(reading: day)).bits }
    #expect(try bits("2019-12-31") != bits("2020-01-01"))
    #expect(try bits("2020-01-01") == bits("2025-12-31"))
    #expect(try bits("2025-12-31") != bits("2026-01-01"))
    let day = try CivilDate(reading: "2026-03-01")
    #expect(table.citation(of: "fee.max", on: day) == "乙法，附则")
  }

  static let faults: [(text: String, code: String, zh: String)] = [
    ("jurisdiction: t\n«valus»: {}\n", "K1", "声明里没有 `valus` 这个键"),
    ("«currency: CNY»\n", "K2", "缺少 `jurisdiction`"),
    ("jurisdiction: t\nvalues:\n  a: [ «{ value: 1 }» ]\n", "K2", "缺少 `source`"),
    ("jurisdiction: t\nvalues:\n  a: [ { value: 1, from: «昨天», source: 甲 } ]\n", "K3", "`昨天` 不是日期"),
    ("jurisdiction: t\nvalues:\n  a: «15»\n", "K3", "法定值应写成列表，每项有值和起止"),
    (
      "jurisdiction: t\nvalues:\n  a: [ { value: 1, source: 甲 }, { value: «1.5», source: 甲 } ]\n",
      "K3", "同一个名称的值应是同一类，这里和第一个不同类"
    ),
    ("jurisdiction: t\nholidays: { 2026: [ { date: «五一», off: yes } ] }\n", "K3", "`五一` 不是日期"),
  ]

  @Test(arguments: faults)
  func `a fault of a jurisdiction is named at its place`(text: String, code: String, zh: String) {
    let marked = MarkedText(text)
    let findings = JurisdictionReader.read(marked.file).diagnostics
    #expect(findings.map(\.code) == [code])
    #expect(findings.compactMap(\.location.range) == marked.marks)
    #expect(findings.map(\.message.chinese) == [zh])
    #expect(findings.allSatisfy { $0.message.english != zh })
  }

  @Test func `the built-in kinds and law have no fault`() throws {
    let kinds = Defaults.files(in: "kinds").map { name, text in
      KindReader.read(SourceFile(path: "kinds/\(name)", text: text))
    }
    let laws = Defaults.files(in: "jurisdictions").map { name, text in
      JurisdictionReader.read(SourceFile(path: "jurisdictions/\(name)", text: text))
    }
    #expect((kinds.flatMap(\.diagnostics) + laws.flatMap(\.diagnostics)).isEmpty)
    for law in laws.compactMap(\.jurisdiction) {
      let parent = laws.compactMap(\.jurisdiction).first { $0.name == law.extends }
      let (_, findings) = Rulebook.compile(
        kinds.compactMap(\.kind), jurisdiction: parent.map(law.extending) ?? law,
        language: "zh-Hans")
      #expect(findings.map(\.message.chinese) == [], "\(law.name)")
    }
  }
}
