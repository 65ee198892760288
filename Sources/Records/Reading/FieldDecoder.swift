import Kinds
import Language
import Source
import Values
import YAML

/// Reads front matter into cells by the fields of a kind, and notes every fault on the way.
struct FieldDecoder {
  let rulebook: Rulebook
  let file: SourceFile
  let record: Int
  /// How many references the records before this one have left.
  let referenceBase: Int
  let folder: String
  let files: ContentFiles
  let arena: Arena
  private(set) var diagnostics: [Diagnostic] = []
  var references: [PendingReference] = []
  var attachments: [Attachment] = []

  init(
    _ rulebook: Rulebook, file: SourceFile, record: Int, referenceBase: Int, folder: String,
    files: ContentFiles,
    arena: Arena
  ) {
    self.rulebook = rulebook
    self.file = file
    self.record = record
    self.referenceBase = referenceBase
    self.folder = folder
    self.files = files
    self.arena = arena
  }

  mutating func report(_ more: [Diagnostic]) { diagnostics += more }
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reads the whole front matter of a record.
  mutating func decode(_ tree: YAMLTree, _ layout: RecordLayout, into cells: Cells) {
    guard tree.isUsable else {
      markUnreadable(layout.fields, in: cells)
      return
    }
    // Without a single key there is no mapping, and what is missing is missing from the file.
    let scope = Scope(node: tree.root, path: .root, start: Location(file, SourceRange(at: 0)))
    decode(scope, layout.fields, into: cells)
  }

  /// A mapping that is being read and the way to it.
  struct Scope {
    let node: YAMLTree.Node?
    let path: NodePath
    /// Where a key that it lacks is missed.
    let start: Location
  }

  private func markUnreadable(_ fields: [FieldLayout], in cells: Cells) {
    for field in fields { cells[field.slot] = .unreadable }
  }
}

// MARK: - Mappings

extension FieldDecoder {
  mutating func decode(_ scope: Scope, _ fields: [FieldLayout], into cells: Cells) {
    var seen: [Int: YAMLTree.Node] = [:]
    var misspelt: Set<Int> = []
    var spans: [(FieldLayout, YAMLTree.Node, NodePath)] = []
    let entries = scope.node.map { Array($0.entries) } ?? []
    for (key, value) in entries where !key.isRepeated {
      guard let index = fields.firstIndex(where: { $0.isNamed(key) }) else {
        reportUnknown(key, scope, fields, misspelt: &misspelt)
        continue
      }
      if let first = seen[index] {
        report(.twoNames(key, first, path: scope.path))
        continue
      }
      seen[index] = key
      let path = scope.path.key(key.text)
      guard !value.isBlank else {
        seen[index] = nil
        continue
      }
      if case .span = fields[index].declaration.type {
        spans.append((fields[index], value, path))
        continue
      }
      cells[fields[index].slot] = self.value(value, fields[index], path)
    }
    finish(fields, scope, seen: seen, misspelt: misspelt, cells)
    // Spans may begin at a date that stands in another field.
    for (field, node, path) in spans {
      cells[field.slot] = span(node, field, path, beside: fields, in: cells)
    }
  }

  /// Defaults, and required keys that are not there.
  private mutating func finish(
    _ fields: [FieldLayout], _ scope: Scope, seen: [Int: YAMLTree.Node], misspelt: Set<Int>,
    _ cells: Cells
  ) {
    for (index, field) in fields.enumerated() where seen[index] == nil {
      if misspelt.contains(index) {
        cells[field.slot] = .unreadable
      } else if let text = field.declaration.defaultText {
        cells[field.slot] = defaultValue(text, of: field)
      } else if field.declaration.isRequired {
        cells[field.slot] = .unreadable
        report(.missingKey(field, scope, chineseFirst: writesChinese(scope, fields)))
      }
    }
  }

  /// Whether the editor writes Chinese keys here, so that a missing one is named in Chinese.
  private func writesChinese(_ scope: Scope, _ fields: [FieldLayout]) -> Bool {
    let keys = scope.node?.entries.map(\.key) ?? []
    guard let first = keys.first(where: { key in fields.contains { $0.isNamed(key) } }) else {
      return rulebook.language != MessageLanguage.english.rawValue
    }
    return first.bytes.contains { $0 >= 0x80 }
  }

  private mutating func reportUnknown(
    _ key: YAMLTree.Node, _ scope: Scope, _ fields: [FieldLayout], misspelt: inout Set<Int>
  ) {
    // What stands here already, or was meant by another key, cannot be meant by this one.
    let keys = scope.node?.entries.map(\.key) ?? []
    let open = fields.indices.filter { index in
      !misspelt.contains(index) && !keys.contains { fields[index].isNamed($0) }
    }
    let names = open.flatMap { [fields[$0].declaration.chinese, fields[$0].declaration.name] }
    let near = NearMiss.of(key.text, among: names)
    let meant = near.flatMap { name in
      open.first {
        fields[$0].declaration.chinese == name || fields[$0].declaration.name == name
      }
    }
    if let meant {
      misspelt.insert(meant)
    } else {
      // It may have meant any of them, so nothing is concluded from their absence.
      misspelt.formUnion(open.filter { !fields[$0].declaration.isRequired })
    }
    let isMissing = meant.map { fields[$0].declaration.isRequired } ?? false
    report(.unknownKey(key, near: near, isMissing: isMissing, path: scope.path, file: file))
  }

  private mutating func defaultValue(_ text: String, of field: FieldLayout) -> Value {
    let (tree, _) = YAMLTree.readWhole(SourceFile(path: file.path, text: "d: \"\(text)\""))
    guard let node = tree.root?.value(of: "d") else { return .unreadable }
    return value(node, field, .root.key(field.declaration.name))
  }
}

extension FieldLayout {
  /// Whether a key names this field, in either language.
  func isNamed(_ key: YAMLTree.Node) -> Bool {
    let bytes = key.bytes
    let names = declaration.typedNames
    return bytes.elementsEqual(names.chinese) || bytes.elementsEqual(names.english)
  }
}

extension Value {
  /// The mark of a value that was written but says nothing.
  static var unreadable: Value {
    var value = Value.absent
    value.marks = [.unreadable, .tainted]
    return value
  }
}
