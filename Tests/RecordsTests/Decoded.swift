import Kinds
import Language
import Source
import TestSupport
import Testing
import Values
import YAML

@testable import Records

/// A record of a kind with a field of every type, as it is read.
struct Decoded {
  let text: MarkedText
  let findings: [Diagnostic]
  private let record: SiteRecord
  private let layout: RecordLayout
  private let arena: Arena

  /// Reads front matter, which may have marks.
  init(_ frontMatter: String) throws {
    text = MarkedText("---\n\(frontMatter)\n---\n", path: "content/all/one.md")
    var read = ReadRecords()
    let files = ContentFiles(
      sizes: ["content/all/files/plan.pdf": 9], firstBytes: { _ in Array("%PDF-1.7\n".utf8) })
    Self.rulebook.read(text.file, path: ["all", "one.md"], kind: 0, files: files, into: &read)
    findings = read.diagnostics.inReadingOrder()
    record = try #require(read.records.first)
    layout = Self.rulebook.layouts[0]
    arena = read.arena
  }

  /// The codes of the findings, each with whether it is at its mark.
  var codes: [String] { findings.map(\.code) }

  var places: [SourceRange] { findings.compactMap(\.location.range) }

  /// What a field holds, written out.
  func value(_ field: String) throws -> String {
    let slot = try #require(layout.slot(of: field))
    return Self.describe(record.cells[slot])
  }

  private static func describe(_ value: Value) -> String {
    if value.marks.contains(.unreadable) { return "unreadable" }
    switch value.tag {
    case .absent: return "absent"
    case .bool: return value.isTrue ? "true" : "false"
    case .number: return value.decimal.description
    case .text: return value.string
    case .date: return value.date.description
    case .time: return value.time.description
    case .dateTime: return value.dateTime.description
    case .period: return value.period.description
    case .span: return "\(value.spanFirst) to \(value.spanLast)"
    case .choice: return "choice \(value.bits)"
    case .list: return "[\(value.elements.map(describe).joined(separator: ", "))]"
    case .map: return "map [\(value.elements.map(describe).joined(separator: ", "))]"
    case .pending: return "reference"
    default: return "\(value.tag)"
    }
  }

  private static let declaration = """
    kind: everything
    place: all/*.md
    fields:
      line: { zh: 行, type: line }
      text: { zh: 文, type: text }
      yesno: { zh: 是否, type: yesno }
      count: { zh: 个数, type: count }
      decimal: { zh: 数, type: decimal }
      money: { zh: 金额, type: money }
      price: { zh: 单价, type: price }
      area: { zh: 面积, type: area }
      percent: { zh: 百分数, type: percent }
      date: { zh: 日期, type: date }
      time: { zh: 时间, type: time }
      datetime: { zh: 日时, type: datetime }
      month: { zh: 月, type: month }
      quarter: { zh: 季, type: quarter }
      half: { zh: 半年, type: half }
      year: { zh: 年, type: year }
      period: { zh: 期间, type: period }
      span: { zh: 公示期, type: span, default_from: date }
      bare: { zh: 起讫, type: span }
      choice: { zh: 选, type: choice, choices: { one: 一, two: { zh-Hans: 二, en: Two } } }
      ref: { zh: 引用, type: ref, to: everything }
      file: { zh: 文件, type: file }
      url: { zh: 网址, type: url }
      phone: { zh: 电话, type: phone }
      uscc: { zh: 代码, type: uscc }
      lines: { zh: 多行, type: list, of: line }
      counts: { zh: 多数, type: list, of: count }
      options: { zh: 设置, type: map, of: count }
      preset: { zh: 预设, type: money, default: 1万元 }
    """

  private static let rulebook: Rulebook = {
    let (kind, faults) = KindReader.read(
      SourceFile(path: "kinds/everything.yml", text: declaration))
    guard let kind, faults.isEmpty else { preconditionFailure("the kind is sound") }
    let days = try? [CivilDate(reading: "2026-05-01"), CivilDate(reading: "2026-05-04")]
    let works = try? [CivilDate(reading: "2026-05-09")]
    let law = Jurisdiction(
      name: "test", extends: nil, values: [], daysOff: Set(days ?? []),
      makeUpDays: Set(works ?? []))
    return Rulebook.compile([kind], jurisdiction: law, language: "zh-Hans").rulebook
  }()
}
