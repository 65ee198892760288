package import Source
import Values
import YAML

/// Reads `jurisdictions/<name>.yml`.
package enum JurisdictionReader {
  private static let keys: Set<String> = [
    "jurisdiction", "currency", "extends", "values", "holidays", "documents", "notice_days",
    "fee_bands", "duties",
  ]

  /// The jurisdiction, or nil where too much is wrong; never both nil and silent.
  package static func read(_ file: SourceFile)
    -> (jurisdiction: Jurisdiction?, diagnostics: [Diagnostic])
  {
    var declaration = Declaration(file)
    guard let root = declaration.root() else { return (nil, declaration.diagnostics) }
    declaration.allow(keys, in: root)
    guard let name = declaration.required("jurisdiction", of: root)?.text else {
      return (nil, declaration.diagnostics)
    }
    let values = declaration.value("values", of: root).map { node in
      node.entries.map { key, value in
        (name: key.text, entries: entries(value, &declaration))
      }
    }
    let days = declaration.value("holidays", of: root).map { holidays($0, &declaration) }
    let jurisdiction = Jurisdiction(
      name: name, extends: declaration.text("extends", of: root), values: values ?? [],
      daysOff: days?.off ?? [], makeUpDays: days?.makeUp ?? [])
    return (jurisdiction, declaration.diagnostics)
  }

  /// The values of one name over time, all of one type: programs are checked against it.
  private static func entries(_ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> [LegalValue]
  {
    guard node.kind == .sequence else {
      declaration.report(
        Diagnostic(
          "K3", .error,
          Wording(zh: "法定值应写成列表，每项有值和起止", en: "a legal value is a list of values with their days"),
          at: node.location,
          help: [
            Wording(
              zh: "例如 - { value: 15, from: 2026-04-01, source: … }",
              en: "for example - { value: 15, from: 2026-04-01, source: … }")
          ]))
      return []
    }
    var entries: [LegalValue] = []
    for element in node.elements {
      guard let value = value(element, &declaration) else { continue }
      if let first = entries.first, first.content.type != value.content.type {
        declaration.report(
          Diagnostic(
            "K3", .error,
            Wording(
              zh: "同一个名称的值应是同一类，这里和第一个不同类",
              en: "values of one name are of one type; this differs from the first"),
            at: declaration.value("value", of: element)?.location ?? element.location))
        continue
      }
      entries.append(value)
    }
    return entries
  }

  private static func value(_ node: YAMLTree.Node, _ declaration: inout Declaration) -> LegalValue?
  {
    declaration.allow(["value", "from", "to", "source", "article"], in: node)
    guard let value = declaration.required("value", of: node),
      let source = declaration.required("source", of: node)?.text
    else { return nil }
    return LegalValue(
      content: content(value), from: date("from", node, &declaration),
      to: date("to", node, &declaration), source: source,
      article: declaration.text("article", of: node))
  }

  private static func content(_ node: YAMLTree.Node) -> LegalValue.Content {
    if node.kind == .sequence {
      let texts = node.elements.map(\.text)
      let numbers = texts.compactMap { Int64($0) }
      return numbers.count == texts.count ? .share(numbers) : .texts(texts)
    }
    let text = node.text
    if text == "yes" || text == "no" { return .truth(text == "yes") }
    if let whole = Int64(text) { return .whole(whole) }
    if let percent = try? Percent(reading: text) { return .percent(percent.number) }
    if text.hasSuffix("元"), let money = try? Money(reading: text) { return .money(money.yuan) }
    if text.hasSuffix("㎡"), let area = try? Area(reading: text) { return .area(area.squareMetres) }
    if let decimal = try? Decimal(reading: text) { return .decimal(decimal) }
    return .text(text)
  }

  private static func date(_ key: String, _ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> CivilDate?
  {
    guard let value = declaration.value(key, of: node) else { return nil }
    if let date = try? CivilDate(reading: value.text) { return date }
    declaration.report(
      Diagnostic(
        "K3", .error, Wording(zh: "`\(value.text)` 不是日期", en: "`\(value.text)` is no date"),
        at: value.location, key: key))
    return nil
  }

  private static func holidays(_ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> (off: Set<CivilDate>, makeUp: Set<CivilDate>)
  {
    var off: Set<CivilDate> = []
    var makeUp: Set<CivilDate> = []
    for (_, days) in node.entries {
      for day in days.elements {
        guard let date = date("date", day, &declaration) else { continue }
        if declaration.flag("off", of: day) { off.insert(date) } else { makeUp.insert(date) }
      }
    }
    return (off, makeUp)
  }
}
