import Language
import Source

/// Turns declarations into the record shapes that programs are checked against.
struct SchemaBuilder {
  private(set) var schema = Schema()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var layouts: [RecordLayout] = []
  /// Each derived value with the kind and slot that it fills.
  private(set) var derivations: [(kind: Int, slot: Int, declaration: DerivedDeclaration)] = []
  let kinds: [KindDeclaration]
  /// The shape of a published attachment.
  let fileShape: RecordID
  let law: RecordID

  init(_ kinds: [KindDeclaration], law: LawTable) {
    self.kinds = kinds
    var file = RecordShape(name: "File")
    file.add(Member("url", .url))
    file.add(Member("name", .string))
    file.add(Member("size", .int))
    file.add(Member("type", .string))
    fileShape = schema.add(file)
    self.law = law.addShapes(to: &schema)
    for kind in kinds {
      _ = schema.add(RecordShape(name: kind.name, declaration: kind.location))
    }
    for index in kinds.indices { layOut(index) }
  }

  private mutating func layOut(_ index: Int) {
    let kind = kinds[index]
    guard let id = schema.record(named: kind.name) else { return }
    var shape = schema[id]
    let system = addSystem(to: &shape, id)
    let parents = addParents(of: kind, to: &shape)
    let firstField = shape.members.count
    let fields = kind.fields.map { addField($0, to: &shape, owner: kind.name) }
    let children = addChildren(of: kind, to: &shape)
    var derived: [(name: String, slot: Int, derivation: Int)] = []
    for declaration in kind.derived {
      let slot = addDerived(declaration, to: &shape, owner: kind.name)
      derived.append((declaration.name, slot, derivations.count))
      derivations.append((index, slot, declaration))
    }
    schema[id] = shape
    layouts.append(
      RecordLayout(
        kind: kind, shape: id, cellCount: shape.members.count, firstField: firstField,
        fields: fields, system: system, parents: parents, children: children, derived: derived,
        isInnermost: isInnermost(kind)))
  }

  private func addSystem(to shape: inout RecordShape, _ id: RecordID) -> SystemSlots {
    func add(_ name: String, _ type: Type) -> Int {
      shape.add(Member(name, type, role: .system))
    }
    return SystemSlots(
      record: add("record", .record(id)), url: add("url", .url), id: add("id", .string),
      body: add("body", .html), bodyText: add("body_text", .string), law: add("law", .record(law)),
      heading: add("heading", .string))
  }

  /// The kinds whose folders lie around a place, nearest first.
  private func parents(of kind: KindDeclaration) -> [KindDeclaration] {
    let folders = kind.place.folders
    return
      kinds
      .filter { other in
        guard other.name != kind.name, other.describesFolder else {
          return false
        }
        return folders.starts(with: other.place.folders)
      }
      .sorted { $0.place.folders.count > $1.place.folders.count }
  }

  private mutating func addParents(of kind: KindDeclaration, to shape: inout RecordShape)
    -> [(kind: String, slot: Int)]
  {
    parents(of: kind).compactMap { parent in
      guard let id = schema.record(named: parent.name) else { return nil }
      let member = Member(parent.name, .record(id), role: .system, labels: parent.labels)
      return (parent.name, shape.add(member))
    }
  }

  private mutating func addChildren(of kind: KindDeclaration, to shape: inout RecordShape)
    -> [(kind: String, slot: Int, isList: Bool)]
  {
    guard kind.describesFolder else { return [] }
    return kinds.compactMap { child in
      guard child.name != kind.name, parents(of: child).first?.name == kind.name,
        let id = schema.record(named: child.name)
      else { return nil }
      let isFolder = child.describesFolder
      let isList = child.place.isMany || isFolder
      let name = isList ? child.plural : child.name
      let type: Type = isList ? .list(.record(id)) : .optional(.record(id))
      // Through these a program leaves the folder of its record.
      let member = Member(
        name, type, role: .system, labels: isList ? child.pluralLabels : child.labels,
        reachesOutside: isFolder)
      return (child.name, shape.add(member), isList)
    }
  }

  /// Whether nothing but records lies below the folder of such a record, as in an estate.
  private func isInnermost(_ kind: KindDeclaration) -> Bool {
    let folder = kind.describesFolder ? kind : parents(of: kind).first
    return !kinds.contains { child in
      child.describesFolder && parents(of: child).first?.name == folder?.name
    }
  }

  // MARK: Fields

  private mutating func addField(
    _ field: FieldDeclaration, to shape: inout RecordShape, owner: String
  ) -> FieldLayout {
    let name = "\(owner).\(field.name)"
    if shape.slot(of: field.name) != nil { reportTaken(field.name, at: field.location) }
    let (type, nested) = type(of: field.type, named: name, location: field.location)
    let isPresent = field.isRequired || field.defaultText != nil
    let slot = shape.add(
      Member(
        field.name, isPresent ? type : type.orAbsent, labels: field.labels,
        declaration: field.location))
    return FieldLayout(declaration: field, slot: slot, nested: nested)
  }

  private mutating func type(of type: FieldType, named name: String, location: Location)
    -> (Type, [FieldLayout])
  {
    switch type {
    case .line, .text, .phone, .creditCode: return (.string, [])
    case .yesNo: return (.bool, [])
    case .count: return (.int, [])
    case .decimal: return (.decimal, [])
    case .money: return (.money, [])
    case .price: return (.price, [])
    case .area: return (.area, [])
    case .percent: return (.percent, [])
    case .date: return (.date, [])
    case .time: return (.time, [])
    case .dateTime: return (.dateTime, [])
    case .span: return (.span, [])
    case .period(let kind): return (.period(kind), [])
    case .url: return (.url, [])
    case .file: return (.record(fileShape), [])
    case .choice(let words): return (.choice(schema.add(Self.choices(words, named: name))), [])
    case .reference(let kind): return (reference(to: kind, at: location), [])
    case .list(let element):
      let (inner, nested) = self.type(of: element, named: name, location: location)
      return (.list(inner), nested)
    case .openMap(let value):
      return (.map(self.type(of: value, named: name, location: location).0), [])
    case .mapping(let fields):
      var shape = RecordShape(name: name, declaration: location)
      let nested = fields.map { addField($0, to: &shape, owner: name) }
      return (.record(schema.add(shape)), nested)
    }
  }

  private static func choices(_ words: [ChoiceWord], named name: String) -> ChoiceSet {
    ChoiceSet(
      name: name, choices: words.map { ChoiceSet.Choice(word: $0.word, labels: $0.labels) })
  }

  private mutating func reference(to kind: String, at location: Location) -> Type {
    if let id = schema.record(named: kind) { return .record(id) }
    let near = NearMiss.of(kind, among: kinds.map(\.name))
    diagnostics.append(
      Diagnostic(
        "K5", .error, Wording(zh: "没有种类 `\(kind)`", en: "there is no kind `\(kind)`"), at: location,
        help: near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? []))
    return .unknown
  }

  private mutating func reportTaken(_ name: String, at place: Location) {
    diagnostics.append(
      Diagnostic(
        "Y2", .error,
        Wording(zh: "`\(name)` 已经是字段或别的名称", en: "`\(name)` is taken already"), at: place,
        help: [Wording(zh: "换一个名字", en: "give it another name")]))
  }

  private mutating func addDerived(
    _ declaration: DerivedDeclaration, to shape: inout RecordShape, owner: String
  ) -> Int {
    if shape.slot(of: declaration.name) != nil {
      reportTaken(declaration.name, at: declaration.location)
    }
    let type: Type =
      declaration.choices.isEmpty
      ? .unknown
      : .choice(
        schema.add(Self.choices(declaration.choices, named: "\(owner).\(declaration.name)")))
    return shape.add(
      Member(
        declaration.name, type, role: .derived, labels: declaration.labels,
        declaration: declaration.location, derivation: derivations.count))
  }

  /// Notes what checking has found out about a derived value; true if that was new.
  mutating func settle(
    _ index: Int, type: Type, readsToday: Bool, reachesOutside: Bool
  ) -> Bool {
    let (kind, slot, declaration) = derivations[index]
    let id = layouts[kind].shape
    // What is not of an innermost folder is derived when all of those are done.
    let reachesOutside = reachesOutside || !isInnermost(kinds[kind])
    var member = schema[id][slot]
    let isNew =
      (declaration.choices.isEmpty && member.type != type) || member.readsToday != readsToday
      || member.reachesOutside != reachesOutside
    if declaration.choices.isEmpty { member.type = type }
    member.readsToday = readsToday
    member.reachesOutside = reachesOutside
    schema[id][slot] = member
    return isNew
  }

  /// Takes over shapes that checking a program has added.
  mutating func adopt(_ schema: Schema) { self.schema = schema }
}
