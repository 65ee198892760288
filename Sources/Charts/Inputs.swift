import Language
import Source
import Values

/// The arguments of a drawing: checked here, and asked for again when it is drawn.
struct Inputs {
  let call: CallSite
  let words: Words
  /// The list of records that is drawn, if the drawing is of one.
  private let rows: Rows?
  private(set) var expressions: [CheckedExpression] = []

  /// Where an argument lies when the drawing runs.
  struct Slot: Sendable {
    fileprivate let index: Int
  }

  init(_ call: CallSite, rows: Rows? = nil) {
    self.call = call
    self.rows = rows
    words = Words(call.checker.language)
  }

  /// Enters a checked value, to be asked for when the drawing runs.
  mutating func enter(_ value: CheckedExpression) -> Slot {
    expressions.append(value)
    return Slot(index: expressions.count - 1)
  }

  /// An argument of one of the types; nil after a finding.
  ///
  /// Those of `others` are taken too, without being named where neither fits.
  mutating func value(_ name: String, _ types: [Type], orElse others: [Type] = [])
    -> (slot: Slot, type: Type)?
  {
    guard let value = call.argument(name), value.type != .unknown else { return nil }
    guard !value.type.isOptional else {
      // What may be absent is told as everywhere else in the language.
      _ = call.checker.requirePresent(value)
      return nil
    }
    guard (types + others).contains(where: value.type.fits) else {
      _ = call.refuse(name, value.type, wanted: types, at: value.place)
      return nil
    }
    return (enter(value), value.type)
  }

  /// A yes or no, no where it is left out; nil after a finding.
  mutating func flag(_ name: String) -> Slot? {
    guard call.has(name) else {
      return call.argument(name, .bool, else: .bool(false)).map { enter($0) }
    }
    return value(name, [.bool])?.slot
  }

  /// A figure; nil after a finding.
  ///
  /// It must be of the `known` measure if there is one, or a bare number.
  mutating func figure(_ name: String, like known: Measure? = nil)
    -> (slot: Slot, measure: Measure)?
  {
    let types = known.map { [$0.type] } ?? Measure.types
    let bare: [Type] = [.int, .decimal]
    guard let (slot, type) = value(name, types, orElse: bare), let measure = Measure(type) else {
      return nil
    }
    return (slot, known ?? measure)
  }
}

// MARK: - Columns

extension Inputs {
  /// A list of records that drawings read paths from.
  struct Rows {
    let values: CheckedExpression
    let element: Type
  }

  /// The list in the argument `name`; nil after a finding.
  func listed(_ name: String) -> Rows? {
    call.list(name).map { Rows(values: $0.values, element: $0.element) }
  }

  /// A column of texts; nil after a finding.
  mutating func texts(_ name: String, of other: Rows? = nil) -> (slot: Slot, heading: String?)? {
    guard let rows = other ?? rows,
      let column = call.column(name, of: rows.values, rows.element), let texts = call.texts(column)
    else { return nil }
    return (enter(texts), column.heading)
  }

  /// A column of figures, some of them absent; nil after a finding.
  ///
  /// Where the figures beside them are of a `known` measure these must be too; bare numbers count
  /// as of any.
  mutating func figures(
    _ name: String, of other: Rows? = nil, like known: Measure? = nil
  ) -> FigureColumn? {
    guard let rows = other ?? rows,
      let column = call.column(name, of: rows.values, rows.element)
    else { return nil }
    guard let measure = Measure(column.type) else {
      _ = call.refuse(column, wanted: known.map { [$0.type] } ?? Measure.types)
      return nil
    }
    guard measure == .number || measure == known ?? measure else {
      _ = call.refuse(column, wanted: known.map { [$0.type] } ?? [])
      return nil
    }
    return FigureColumn(
      slot: enter(column.values), measure: known ?? measure, heading: column.heading)
  }

  struct FigureColumn: Sendable {
    let slot: Slot
    let measure: Measure
    let heading: String?
  }

  /// A column of values of one of the types, some of them absent; nil after a finding.
  mutating func column(_ name: String, _ types: [Type]) -> (slot: Slot, column: RowValues)? {
    guard let rows, let column = call.column(name, of: rows.values, rows.element) else {
      return nil
    }
    guard column.type == .unknown || types.contains(where: column.type.present.fits) else {
      _ = call.refuse(column, wanted: types)
      return nil
    }
    return (enter(column.values), column)
  }

  /// Which of the rows are the reader's own: by a path to a yes or no, or by the record itself.
  mutating func ownership() -> Ownership? {
    guard let rows, call.has("own") else { return .some(.nobody) }
    if call.isWrittenOut("own") {
      return column("own", [.bool]).map { .marked($0.slot) }
    }
    guard let own = call.argument("own"), own.type != .unknown else { return nil }
    guard own.type == .none || rows.element == .unknown || own.type.present == rows.element,
      own.type == .none || own.type.present.isRecord
    else {
      _ = call.refuse("own", own.type, wanted: [rows.element, .bool], at: own.place)
      return nil
    }
    return .same(rows: enter(rows.values), own: enter(own))
  }

  enum Ownership: Sendable {
    case nobody
    case marked(Slot)
    case same(rows: Slot, own: Slot)
  }
}

extension Type {
  fileprivate var isRecord: Bool { if case .record = self { true } else { false } }
}

// MARK: - Captions

extension Inputs {
  /// The title and what is said beside it; nil after a finding.
  mutating func caption() -> Caption? {
    guard let title = text("title") else { return nil }
    var caption = Caption(title: title, words: words)
    for (name, member) in [
      ("unit", \Caption.unit), ("note", \Caption.note), ("noun", \Caption.noun),
    ] as [(String, WritableKeyPath<Caption, Slot?>)] where call.has(name) {
      guard let slot = text(name) else { return nil }
      caption[keyPath: member] = slot
    }
    return caption
  }

  /// A text; nil after a finding.
  mutating func text(_ name: String) -> Slot? { value(name, [.string])?.slot }

  /// A text that may be left out; nil after a finding.
  mutating func optionalText(_ name: String) -> Slot?? {
    guard call.has(name) else { return .some(nil) }
    return text(name).map { .some($0) }
  }

  struct Caption: Sendable {
    let title: Slot
    let words: Words
    var unit: Slot?
    var note: Slot?
    /// What the rows are, such as 小区.
    var noun: Slot?
  }
}

// MARK: - When it is drawn

/// The values of a drawing's arguments.
struct Given {
  let arguments: Cells

  subscript(slot: Inputs.Slot) -> Value { arguments[slot.index] }

  func text(_ slot: Inputs.Slot?) -> String? { slot.map { self[$0].string } }

  func figure(_ slot: Inputs.Slot) -> Decimal { self[slot].decimal }

  func texts(_ slot: Inputs.Slot) -> [String?] {
    self[slot].elements.map { $0.isAbsent ? nil : $0.string }
  }

  func figures(_ slot: Inputs.Slot) -> [Decimal?] {
    self[slot].elements.map { $0.isAbsent ? nil : $0.decimal }
  }

  func days(_ slot: Inputs.Slot) -> [CivilDate?] {
    self[slot].elements.map { $0.isAbsent ? nil : $0.tag == .period ? $0.period.first : $0.date }
  }

  func own(_ ownership: Inputs.Ownership, count: Int) -> [Bool] {
    switch ownership {
    case .nobody: Array(repeating: false, count: count)
    case .marked(let slot): self[slot].elements.map { !$0.isAbsent && $0.isTrue }
    case .same(let rows, let own):
      self[rows].elements.map { !self[own].isAbsent && $0.bits == self[own].bits }
    }
  }

  /// The figure's frame, with how many rows are drawn and how many are not.
  func figure(_ caption: Inputs.Caption, drawn: Int? = nil, absent: Int = 0) -> Figure {
    let words = caption.words
    var subtitle = [text(caption.unit) ?? "", text(caption.note) ?? ""]
    if let drawn { subtitle.append(count(drawn, caption)) }
    if 0 < absent {
      subtitle.append(
        text(caption.noun).map { words(.absentOf, "\(absent)", $0) }
          ?? words(.absent, "\(absent)"))
    }
    return Figure(title: text(caption.title) ?? "", subtitle: subtitle)
  }

  func count(_ number: Int, _ caption: Inputs.Caption) -> String {
    text(caption.noun).map { caption.words(.countOf, "\(number)", $0) }
      ?? caption.words(.count, "\(number)")
  }
}

extension Callable {
  /// A drawing as a function: `prepare` checks its arguments and gives what draws it.
  ///
  /// Where `rows` names an argument, that is the list of records which is drawn.
  static func drawing(
    _ name: String, _ parameters: String..., rows: String? = nil,
    prepare: @escaping @Sendable (inout Inputs) -> Painter?
  ) -> Callable {
    Callable(name, parameters: parameters) { call in
      guard call.checker.dialect == .html else {
        return call.fail(.drawingOutsidePages(name, at: call.namePlace))
      }
      guard let rows else { return call.painted(Inputs(call), prepare) }
      return call.rows(rows) { values, element in
        call.painted(Inputs(call, rows: Inputs.Rows(values: values, element: element)), prepare)
      }
    }
  }

  /// Makes the bytes of a figure whose number on the page is given.
  typealias Painter = @Sendable (Given, _ number: Int) throws(Fault) -> [UInt8]
}

extension CallSite {
  fileprivate func painted(
    _ inputs: Inputs, _ prepare: (inout Inputs) -> Callable.Painter?
  ) -> CheckedExpression? {
    var inputs = inputs
    guard let painter = prepare(&inputs) else { return nil }
    return result(.html, inputs.expressions) { machine, arguments throws(Fault) in
      let bytes = try painter(Given(arguments: arguments), machine.nextNumber())
      return machine.scratch.text(bytes, tag: .html)
    }
  }
}

extension Diagnostic {
  fileprivate static func drawingOutsidePages(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      "T007", .error,
      Wording(zh: "`\(name)` 是图，只能画在页面里", en: "`\(name)` is a drawing, which only pages have"),
      at: place)
  }
}
