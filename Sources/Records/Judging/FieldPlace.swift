package import Kinds
package import Language
package import Source
import YAML

/// Where a value stands in its file, looked up again when a finding needs it.
///
/// Places are not kept while records are read: findings are few and records are many.
struct FieldPlace {
  let location: Location
  /// The key as the editor typed it.
  let key: String?

  /// A step from a record to one of its values.
  enum Step: Hashable {
    case field(String)
    case element(Int)
  }

  /// The place of the value at the end of `steps`, or of the nearest thing around it.
  static func find(_ steps: [Step], of record: SiteRecord, _ layout: RecordLayout) -> FieldPlace {
    if steps == [.field("body")] {
      return FieldPlace(location: Location(record.file, firstLine(of: record)), key: nil)
    }
    let tree = RecordReading(record.file).tree
    guard var node = tree.root else {
      return FieldPlace(location: Location(record.file, nil), key: nil)
    }
    var fields = layout.fields
    var path = NodePath.root
    for step in steps {
      switch step {
      case .field(let name):
        guard let next = entry(name, of: node, fields) else {
          return missing(name, node, fields, path, record.file)
        }
        path = path.key(next.key.text)
        fields = fields.first { $0.declaration.name == name }?.nested ?? []
        node = next.value
      case .element(let index):
        guard let element = node.entriesOfList.dropFirst(index).first else { break }
        path = path.element(element.index)
        node = element.node
      }
    }
    return FieldPlace(location: node.location, key: path.description)
  }

  private static func entry(_ name: String, of node: YAMLTree.Node, _ fields: [FieldLayout])
    -> (key: YAMLTree.Node, value: YAMLTree.Node)?
  {
    let chinese = fields.first { $0.declaration.name == name }?.declaration.chinese
    return node.entries.first { entry in
      !entry.key.isRepeated && (entry.key.reads(name) || chinese.map(entry.key.reads) ?? false)
    }
  }

  /// The mapping that lacks the field, or the file's first line for a record as a whole.
  private static func missing(
    _ name: String, _ node: YAMLTree.Node, _ fields: [FieldLayout], _ path: NodePath,
    _ file: SourceFile
  ) -> FieldPlace {
    let isRoot = path == .root
    let chinese = fields.first { $0.declaration.name == name }?.declaration.chinese ?? name
    return FieldPlace(
      location: isRoot ? Location(file, SourceRange(at: 0)) : node.location,
      key: path.key(chinese).description)
  }

  private static func firstLine(of record: SiteRecord) -> SourceRange {
    let bytes = record.file.bytes
    let start =
      bytes[record.body.lower..<record.body.upper].firstIndex { $0 > 0x20 } ?? record.body.lower
    return record.file.lineRange(at: start)
  }
}

extension Diagnostic {
  /// A failure while something of the record ran, at the value with which it went wrong, else at the
  /// record's first line.
  static func failure(_ failure: RunFailure, in record: SiteRecord, by rulebook: Rulebook)
    -> Diagnostic
  {
    let layout = rulebook.layouts[record.kind]
    guard let culprit = failure.culprit, culprit.record == layout.shape else {
      return .failure(failure, at: Location(record.file, SourceRange(at: 0)), key: nil)
    }
    // A page may call its record by the name of its kind, which leads to the record itself.
    let names = culprit.names.drop { $0 == "record" }
    let place = FieldPlace.find(names.map { .field($0) }, of: record, layout)
    return .failure(failure, at: place.location, key: place.key)
  }
}

extension Site {
  /// What there is to say of a record's page that could not be rendered.
  package func diagnostic(of failure: RunFailure, record: Int, by rulebook: Rulebook) -> Diagnostic
  {
    .failure(failure, in: records[record], by: rulebook)
  }
}
