import Kinds
import Language
import Source

/// Two records of one folder and kind never say they are the same.
enum Identities {
  struct Repeated {
    let records: [Int]
    let diagnostic: Diagnostic
  }

  /// K7: every later record whose identity stood before; both are held back.
  static func repeated(among records: [SiteRecord], _ rulebook: Rulebook) -> [Repeated] {
    var first: [Key: Int] = [:]
    var found: [Repeated] = []
    for (index, record) in records.enumerated() {
      guard let key = Key(record, rulebook.layouts[record.kind]) else { continue }
      guard let known = first[key] else {
        first[key] = index
        continue
      }
      found.append(
        Repeated(
          records: [known, index],
          diagnostic: diagnostic(record, records[known], rulebook.layouts[record.kind])))
    }
    return found
  }

  /// What makes a record this one and no other, as text.
  private struct Key: Hashable {
    let kind: Int
    let folder: String
    let values: [String]

    init?(_ record: SiteRecord, _ layout: RecordLayout) {
      guard !layout.kind.identity.isEmpty else { return nil }
      var values: [String] = []
      for name in layout.kind.identity {
        guard let slot = layout.slot(of: name) else { return nil }
        let value = record.cells[slot]
        guard !value.isAbsent else { return nil }
        values.append(
          value.tag == .text ? value.string : "\(value.tag.rawValue) \(value.count) \(value.bits)")
      }
      kind = record.kind
      folder = record.folder
      self.values = values
    }
  }

  private static func diagnostic(
    _ record: SiteRecord, _ first: SiteRecord, _ layout: RecordLayout
  ) -> Diagnostic {
    let field = layout.kind.identity[0]
    let label = layout.kind.fields.first { $0.name == field }?.chinese ?? field
    let place = FieldPlace.find([.field(field)], of: record, layout)
    let other = FieldPlace.find([.field(field)], of: first, layout)
    let name = layout.kind.labels["zh-Hans"] ?? layout.kind.name
    return Diagnostic(
      "K7", .error,
      Wording(
        zh: "两条\(name)的\(label)相同，另一条是 \(first.file.path)",
        en:
          "two records of kind \(layout.kind.name) share their \(field); the other is \(first.file.path)"
      ),
      at: place.location, key: place.key,
      notes: [Note(Wording(zh: "另一条在这里", en: "the other one"), at: other.location)],
      help: [Wording(zh: "改正其中一条，或删去重复的文件", en: "correct one of them or delete the copy")])
  }
}
