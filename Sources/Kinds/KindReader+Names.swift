import Source
import YAML

// Names in a declaration that must be names of its fields, or of nothing else.
extension KindReader {
  /// K5 where a declaration speaks of a field that it does not have.
  static func checkNames(
    in root: YAMLTree.Node, fields: [FieldDeclaration], _ declaration: inout Declaration
  ) {
    for key in ["dated_by", "identity", "order"] {
      guard let value = declaration.value(key, of: root) else { continue }
      for name in value.kind == .sequence ? Array(value.elements) : [value] {
        check(name, [name.text], fields, &declaration)
      }
    }
    guard let checks = declaration.value("checks", of: root) else { return }
    for entry in checks.entries { checkPlace(of: entry.value, fields, &declaration) }
  }

  /// The place of a check: a field, a field of the element at hand, or the body.
  private static func checkPlace(
    of check: YAMLTree.Node, _ fields: [FieldDeclaration], _ declaration: inout Declaration
  ) {
    guard let place = declaration.value("at", of: check), place.text != "body" else { return }
    let path = place.text.split(separator: ".").map(String.init)
    let each = declaration.value("each", of: check)?.text.split(separator: " ").map(String.init)
    guard let each, each.first == path.first else {
      return self.check(place, path, fields, &declaration)
    }
    // What a list of derived values holds, only the checker of types knows.
    guard 2 < each.count, let list = fields.first(where: { $0.name == each[2] }) else { return }
    self.check(place, Array(path.dropFirst()), list.inner, &declaration)
  }

  private static func check(
    _ node: YAMLTree.Node, _ path: [String], _ fields: [FieldDeclaration],
    _ declaration: inout Declaration
  ) {
    guard let name = path.first else { return }
    if let field = fields.first(where: { $0.name == name }) {
      return check(node, Array(path.dropFirst()), field.inner, &declaration)
    }
    let near = NearMiss.of(name, among: fields.map(\.name))
    declaration.report(
      Diagnostic(
        "K5", .error, Wording(zh: "没有字段 `\(name)`", en: "there is no field `\(name)`"),
        at: node.location,
        help: near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? []))
  }

  /// Y2 where two choices are written alike, so that nobody could tell which is meant.
  static func checkChoices(_ node: YAMLTree.Node, _ declaration: inout Declaration) {
    var known: Set<String> = []
    for (key, choice) in zip(node.entries.map(\.key), choices(node)) {
      let words = Set([choice.word, choice.chinese])
      if let twin = words.sorted().first(where: known.contains) {
        declaration.report(
          Diagnostic(
            "Y2", .error,
            Wording(zh: "两个选项都写作“\(twin)”", en: "two choices are written \(twin)"),
            at: key.location))
      }
      known.formUnion(words)
    }
  }
}

extension FieldDeclaration {
  /// The fields of a mapping, or of the mappings in a list.
  fileprivate var inner: [FieldDeclaration] {
    switch type {
    case .mapping(let fields), .list(.mapping(let fields)): fields
    default: []
    }
  }
}
