import Source
import Values

// What a record's kind says of it: labels, and all fields for a layout that fits any kind.
extension Callable {
  /// The label of a field in the site's language; known at compile time.
  static let label = Callable("label", "field") { call in
    guard let input = call.input, let (name, place) = call.literal("field") else { return nil }
    var type = input.type.present
    if case .list(let element) = type { type = element.present }
    guard case .record(var record) = type else { return call.wrongInput() }
    var label = name
    for part in name.split(separator: ".") {
      let shape = call.checker.schema[record]
      guard let slot = shape.slot(of: String(part)) else {
        let names = shape.members.map(\.name)
        return call.fail(
          .noSuchMember(
            String(part), of: shape.name, known: [],
            suggestion: NearMiss.of(String(part), among: names),
            at: place, origin: []))
      }
      let member = call.checker.settledMember(slot, of: record)
      label = member.labels[call.checker.language] ?? member.labels["zh-Hans"] ?? member.name
      var inner = member.type.present
      if case .list(let element) = inner { inner = element.present }
      if case .record(let id) = inner { record = id }
    }
    return call.checker.constant(.string, .string(label), at: call.place)
  }

  /// All fields of a record in the order of its kind, as texts: {label, text?, columns, rows}.
  static let fieldsOf = Callable("fields") { call in
    guard let input = call.presentInput else { return nil }
    guard case .record(let id) = input.type else { return call.wrongInput() }
    let view = call.checker.tuple(
      "Field",
      [
        ("label", .string), ("text", .optional(.string)), ("columns", .list(.string)),
        ("rows", .list(.list(.string))),
      ])
    let shapes = FieldShape.all(of: id, in: call)
    call.checker.noteFieldsRead(of: id)
    return call.result(.list(.record(view)), [input]) { machine, arguments throws(Fault) in
      let cells = arguments[0].cells
      return machine.scratch.list(shapes.map { $0.view(of: cells[$0.slot], machine) })
    }
  }
}

/// How one field is laid out without knowing its kind.
private struct FieldShape: Sendable {
  let slot: Int
  let label: String
  let text: TextShape
  let columns: [(slot: Int, label: String, text: TextShape)]
  let isTable: Bool

  static func all(of id: RecordID, in call: CallSite) -> [FieldShape] {
    let shape = call.checker.schema[id]
    return shape.members.enumerated().compactMap { slot, member in
      guard member.role == .field else { return nil }
      return FieldShape(slot, member, call)
    }
  }

  private init(_ slot: Int, _ member: Member, _ call: CallSite) {
    self.slot = slot
    label = Self.label(of: member, call)
    text = TextShape(member.type, call)
    var element = member.type.present
    isTable =
      if case .list(.record(let id)) = element, call.checker.schema[id].hasOnlyFields { true } else
      { false }
    if case .list(let inner) = element { element = inner }
    guard isTable, case .record(let id) = element else {
      columns = []
      return
    }
    columns = call.checker.schema[id].members.enumerated().map { slot, member in
      (slot, Self.label(of: member, call), TextShape(member.type, call))
    }
  }

  private static func label(of member: Member, _ call: CallSite) -> String {
    member.labels[call.checker.language] ?? member.labels["zh-Hans"] ?? member.name
  }

  func view(of value: Value, _ machine: Machine) -> Value {
    let scratch = machine.scratch
    guard isTable else {
      let shown = text.text(of: value, machine)
      return scratch.record([
        scratch.text(label), shown.map { scratch.text($0) } ?? .absent, scratch.list([]),
        scratch.list([]),
      ])
    }
    let rows = value.isAbsent ? [] : Array(value.elements)
    let used = columns.filter { column in rows.contains { !$0.cells[column.slot].isAbsent } }
    let table = rows.map { row in
      scratch.list(
        used.map { scratch.text($0.text.text(of: row.cells[$0.slot], machine) ?? "") })
    }
    return scratch.record([
      scratch.text(label), .absent, scratch.list(used.map { scratch.text($0.label) }),
      scratch.list(table),
    ])
  }
}

/// How a value of any type reads as one text.
private indirect enum TextShape: Sendable {
  case styled(Instruction.Style)
  case words([String])
  case truth
  case span
  case list(TextShape)
  case record([(slot: Int, label: String, text: TextShape)])
  /// A record of a kind, by its heading.
  case heading(Int)
  case hidden

  /// `outer` are the records around it, for a record inside itself has no end.
  init(_ type: Type, _ call: CallSite, within outer: [RecordID] = []) {
    let schema = call.checker.schema
    switch type.present {
    case .bool: self = .truth
    case .span: self = .span
    case .choice(let id):
      self = .words(
        schema[id].choices.map {
          $0.labels[call.checker.language] ?? $0.labels["zh-Hans"] ?? $0.word
        })
    case .list(let element): self = .list(TextShape(element, call, within: outer))
    case .record(let id) where outer.contains(id): self = .hidden
    case .record(let id):
      if let slot = schema[id].slot(of: "heading") {
        self = .heading(slot)
      } else {
        self = .record(
          schema[id].members.enumerated().map { slot, member in
            let label = member.labels[call.checker.language] ?? member.labels["zh-Hans"] ?? ""
            return (slot, label, TextShape(member.type, call, within: outer + [id]))
          })
      }
    case .map, .loop, .namespace, .cycler, .joiner, .quotient, .unknown, .none: self = .hidden
    case let plain: self = .styled(Instruction.Style(plain, dialect: call.checker.dialect))
    }
  }

  /// The text, or nil where the value is absent.
  func text(of value: Value, _ machine: Machine) -> String? {
    guard !value.isAbsent else { return nil }
    switch self {
    case .styled(let style): return machine.text(of: value, style).string
    case .words(let words): return words[Int(value.bits)]
    case .truth: return value.isTrue ? "是" : "否"
    case .span: return "\(value.spanFirst.chinese)—\(value.spanLast.chinese)"
    case .list(let shape):
      return value.elements.compactMap { shape.text(of: $0, machine) }.joined(separator: "；")
    case .record(let members):
      let parts = members.compactMap { member in
        member.text.text(of: value.cells[member.slot], machine).map { "\(member.label) \($0)" }
      }
      return parts.joined(separator: "，")
    case .heading(let slot): return value.cells[slot].string
    case .hidden: return nil
    }
  }
}

extension RecordShape {
  /// Whether it is a row of a table that an editor wrote, not a record of a kind.
  fileprivate var hasOnlyFields: Bool { members.allSatisfy { $0.role == .field } }
}
