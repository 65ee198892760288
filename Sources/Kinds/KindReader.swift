package import Source
import Values
import YAML

/// Reads `kinds/<kind>.yml`.
package enum KindReader {
  /// The declaration, or nil where too much is wrong; never both nil and silent.
  package static func read(_ file: SourceFile) -> (
    kind: KindDeclaration?, diagnostics: [Diagnostic]
  ) {
    var declaration = Declaration(file)
    let kind = kind(&declaration)
    return (kind, declaration.diagnostics)
  }

  private static let keys: Set<String> = [
    "kind", "place", "folder", "plural", "label", "label_plural", "dated_by", "identity", "order",
    "title",
    "publish_when", "fields", "derived", "checks", "help", "singular",
  ]

  private static func kind(_ declaration: inout Declaration) -> KindDeclaration? {
    guard let root = declaration.root() else { return nil }
    declaration.allow(keys, in: root)
    guard let name = declaration.required("kind", of: root)?.text,
      let pattern = declaration.required("place", of: root)?.text,
      let fields = declaration.required("fields", of: root)
    else { return nil }
    let place = RecordPlace(pattern)
    let folder = place.isMany ? place.folders.last : nil
    let labels = declaration.labels("label", of: root)
    let plurals = declaration.labels("label_plural", of: root)
    let ownFields = KindReader.fields(fields, &declaration)
    checkNames(in: root, fields: ownFields, &declaration)
    return KindDeclaration(
      name: name, place: place, describesFolder: declaration.flag("folder", of: root),
      plural: declaration.text("plural", of: root) ?? folder ?? name, labels: labels,
      pluralLabels: plurals.isEmpty ? labels : plurals,
      datedBy: declaration.text("dated_by", of: root),
      identity: declaration.texts("identity", of: root),
      order: declaration.texts("order", of: root), title: declaration.snippet("title", of: root),
      publishWhen: declaration.snippet("publish_when", of: root),
      fields: ownFields,
      derived: declaration.value("derived", of: root).map { derived($0, &declaration) } ?? [],
      checks: declaration.value("checks", of: root).map { checks($0, &declaration) } ?? [],
      location: Location(declaration.file, root.range))
  }
}

// MARK: - Fields

extension KindReader {
  private static let fieldKeys: Set<String> = [
    "zh", "type", "required", "default", "default_from", "label", "help", "choices", "fields", "to",
    "of", "shown",
  ]

  static func fields(_ node: YAMLTree.Node, _ declaration: inout Declaration) -> [FieldDeclaration]
  {
    var fields: [FieldDeclaration] = []
    for (key, value) in node.entries {
      guard let field = field(key, value, &declaration) else { continue }
      if let twin = fields.first(where: { $0.chinese == field.chinese }) {
        declaration.report(
          Diagnostic(
            "Y2", .error,
            Wording(
              zh: "`\(twin.name)` 和 `\(field.name)` 的中文名都是“\(field.chinese)”",
              en: "`\(twin.name)` and `\(field.name)` share the Chinese name \(field.chinese)"),
            at: key.location))
      }
      fields.append(field)
    }
    return fields
  }

  private static func field(
    _ key: YAMLTree.Node, _ node: YAMLTree.Node, _ declaration: inout Declaration
  ) -> FieldDeclaration? {
    declaration.allow(fieldKeys, in: node)
    guard let type = type(node, &declaration) else { return nil }
    let chinese = declaration.text("zh", of: node) ?? key.text
    var labels = declaration.labels("label", of: node)
    if labels["zh-Hans"] == nil { labels["zh-Hans"] = chinese }
    if labels["en"] == nil { labels["en"] = key.text.split(separator: "_").joined(separator: " ") }
    return FieldDeclaration(
      name: key.text, chinese: chinese, type: type,
      isRequired: declaration.flag("required", of: node),
      defaultText: declaration.text("default", of: node),
      defaultFrom: declaration.text("default_from", of: node),
      isShown: !declaration.isDenied("shown", of: node), labels: labels,
      help: declaration.labels("help", of: node), location: key.location)
  }

  private static func type(_ node: YAMLTree.Node, _ declaration: inout Declaration) -> FieldType? {
    let name = declaration.text("type", of: node) ?? "line"
    switch name {
    case "list":
      if let fields = declaration.value("fields", of: node) {
        return .list(.mapping(KindReader.fields(fields, &declaration)))
      }
      return elementType(node, &declaration).map { .list($0) }
    case "map":
      if let fields = declaration.value("fields", of: node) {
        return .mapping(KindReader.fields(fields, &declaration))
      }
      return elementType(node, &declaration).map { .openMap($0) }
    default: return simpleType(name, node, &declaration)
    }
  }

  private static func elementType(_ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> FieldType?
  {
    guard let name = declaration.required("of", of: node)?.text else { return nil }
    return simpleType(name, node, &declaration)
  }

  private static let simpleTypes: [String: FieldType] = [
    "line": .line, "text": .text, "yesno": .yesNo, "count": .count, "decimal": .decimal,
    "money": .money, "price": .price, "area": .area, "percent": .percent, "date": .date,
    "time": .time, "datetime": .dateTime, "span": .span, "period": .period(nil),
    "month": .period(.month), "quarter": .period(.quarter), "half": .period(.half),
    "year": .period(.year), "file": .file, "url": .url, "phone": .phone, "uscc": .creditCode,
  ]

  private static func simpleType(
    _ name: String, _ node: YAMLTree.Node, _ declaration: inout Declaration
  ) -> FieldType? {
    if let type = simpleTypes[name] { return type }
    switch name {
    case "choice":
      guard let choices = declaration.required("choices", of: node) else { return nil }
      checkChoices(choices, &declaration)
      return .choice(KindReader.choices(choices))
    case "ref":
      return declaration.required("to", of: node).map { .reference(kind: $0.text) }
    default:
      let known = simpleTypes.keys.sorted() + ["choice", "list", "map", "ref"]
      let near = NearMiss.of(name, among: known)
      declaration.report(
        Diagnostic(
          "K4", .error, Wording(zh: "没有类型 `\(name)`", en: "there is no type `\(name)`"),
          at: declaration.value("type", of: node)?.location ?? node.location,
          help: near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? []))
      return nil
    }
  }

  static func choices(_ node: YAMLTree.Node) -> [ChoiceWord] {
    node.entries.map { key, value in
      guard value.kind == .mapping else {
        return ChoiceWord(word: key.text, labels: ["zh-Hans": value.text])
      }
      let labels = value.entries.map { ($0.key.text, $0.value.text) }
      return ChoiceWord(word: key.text, labels: Dictionary(labels) { first, _ in first })
    }
  }
}

// MARK: - Derived values and checks

extension KindReader {
  private static func derived(_ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> [DerivedDeclaration]
  {
    node.entries.compactMap { key, value in
      declaration.allow(["label", "value", "type", "choices", "help"], in: value)
      guard let expression = declaration.required("value", of: value) else { return nil }
      return DerivedDeclaration(
        name: key.text, labels: declaration.labels("label", of: value),
        value: declaration.snippet(expression),
        choices: declaration.value("choices", of: value).map(choices) ?? [],
        location: key.location)
    }
  }

  private static let checkKeys: Set<String> = [
    "level", "each", "once", "let", "when", "at", "that", "expected", "found", "basis", "message",
    "notes", "taints",
  ]

  private static func checks(_ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> [CheckDeclaration]
  {
    node.entries.compactMap { key, value in check(key, value, &declaration) }
  }

  private static func check(
    _ key: YAMLTree.Node, _ node: YAMLTree.Node, _ declaration: inout Declaration
  ) -> CheckDeclaration? {
    declaration.allow(checkKeys, in: node)
    guard let that = declaration.required("that", of: node),
      let place = declaration.required("at", of: node)?.text,
      let message = declaration.required("message", of: node),
      let texts = wording(message, &declaration),
      let severity = severity(node, &declaration)
    else { return nil }
    return CheckDeclaration(
      code: String(key.text.prefix { $0 != "." }), severity: severity,
      each: declaration.each(node), stopsAtFirst: declaration.flag("once", of: node),
      bindings: declaration.value("let", of: node).map { bindings in
        bindings.entries.map { ($0.key.text, declaration.snippet($0.value)) }
      } ?? [],
      when: declaration.snippet("when", of: node), that: declaration.snippet(that),
      place: path(place), expected: declaration.snippet("expected", of: node),
      found: declaration.snippet("found", of: node), basis: basis(node, declaration),
      message: texts,
      notes: declaration.value("notes", of: node).map { notes in
        notes.elements.compactMap { wording($0, &declaration) }
      } ?? [],
      taints: declaration.texts("taints", of: node).map(path), location: key.location)
  }

  private static func path(_ text: String) -> [String] {
    text.split(separator: ".").map(String.init)
  }

  private static func severity(_ node: YAMLTree.Node, _ declaration: inout Declaration) -> Severity?
  {
    guard let level = declaration.required("level", of: node) else { return nil }
    switch level.text {
    case "error": return .error
    case "warning": return .warning
    case "advice": return .advice
    default:
      declaration.report(
        Diagnostic(
          "K4", .error,
          Wording(
            zh: "level 只能是 error、warning 或 advice", en: "level is error, warning or advice"),
          at: level.location))
      return nil
    }
  }

  private static func basis(_ node: YAMLTree.Node, _ declaration: Declaration)
    -> CheckDeclaration.Basis?
  {
    guard let basis = declaration.value("basis", of: node) else { return nil }
    if basis.kind == .scalar, basis.text.hasPrefix("law.") {
      return .law(String(basis.text.dropFirst(4)), at: basis.location)
    }
    let labels = declaration.labels("basis", of: node)
    let chinese = labels["zh-Hans"] ?? basis.text
    return .words(Wording(zh: chinese, en: labels["en"] ?? chinese))
  }

  private static func wording(_ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> (chinese: Snippet, english: Snippet)?
  {
    guard let chinese = declaration.required("zh-Hans", of: node),
      let english = declaration.required("en", of: node)
    else { return nil }
    return (declaration.snippet(chinese), declaration.snippet(english))
  }
}
