import Kinds
import Language
import Source

/// The fields of all kinds that appear on some page.
///
/// A field appears where a template reads it, or where a template reads a derived value or a heading
/// that is computed from it. What only a check or the condition of a page reads does not appear.
struct ShownFields {
  private var shown: Set<MemberID> = []
  private let rulebook: Rulebook

  init(_ programs: PagePrograms, _ rulebook: Rulebook) {
    self.rulebook = rulebook
    var waiting = Set(programs.showing.flatMap(\.readMembers))
    // A record's page has its heading as its title, whoever prints that.
    for (kind, layout) in rulebook.layouts.enumerated() where programs.records[kind] != nil {
      waiting.insert(MemberID(layout.shape, slot: layout.system.heading))
    }
    let headings = Dictionary(
      zip(rulebook.layouts.map { MemberID($0.shape, slot: $0.system.heading) }, rulebook.headings)
    ) { first, _ in first }
    while let member = waiting.popFirst() {
      // Shapes that a program makes for itself have no derived values and no fields of a kind.
      guard member.record.index < rulebook.schema.records.count, shown.insert(member).inserted
      else { continue }
      if let derivation = rulebook.schema[member.record].members[member.slot].derivation {
        waiting.formUnion(rulebook.derivations[derivation].readMembers)
      }
      if let heading = headings[member] { waiting.formUnion(heading?.readMembers ?? []) }
    }
  }

  /// T046: the fields that appear nowhere, at their declarations.
  var missing: [Diagnostic] {
    rulebook.layouts.flatMap { missing(of: $0.fields, in: $0.shape, below: "") }
  }

  private func missing(of fields: [FieldLayout], in shape: RecordID, below path: String)
    -> [Diagnostic]
  {
    fields.filter(\.declaration.isShown).flatMap { field -> [Diagnostic] in
      let name = path + field.declaration.name
      // Of a mapping that is read nowhere nothing more needs to be said.
      guard shown.contains(MemberID(shape, slot: field.slot)) else {
        return [Self.finding(name, field.declaration)]
      }
      var type = rulebook.schema[shape].members[field.slot].type.present
      while case .list(let element) = type { type = element.present }
      guard !field.nested.isEmpty, case .record(let inner) = type else { return [] }
      return missing(of: field.nested, in: inner, below: "\(name).")
    }
  }

  private static func finding(_ name: String, _ field: FieldDeclaration) -> Diagnostic {
    Diagnostic(
      "T046", .warning,
      Wording(
        zh: "字段“\(field.chinese)”（`\(name)`）没有出现在任何页面上",
        en: "field `\(name)` (\(field.chinese)) appears on no page"),
      at: field.location,
      help: [
        Wording(
          zh: "在模板里显示它；不给大家看的，在声明里写 `shown: no`",
          en: "show it in a template, or declare `shown: no` if it is not meant to be seen")
      ])
  }
}
