package import Source

/// A JSON object as the inputs of a template: a schema inferred from it and values of that schema.
///
/// Each shape of object is a record type of its own. Where all values of an object have one type
/// the record has a map beside its cells, so that `items`, `dictsort` and `[key]` work on it.
package struct DataModel {
  package private(set) var schema = Schema()
  /// The members of the root, in order: the names that a template sees.
  package private(set) var inputs: [(name: String, type: Type)] = []
  private var records: [DataShape: RecordID] = [:]
  private var nesting = 0

  /// A map in which maps lie again is made only so deep; deeper ones are records alone.
  private static let deepestMap = 3

  /// Infers the types of all that `root`, an object, holds.
  package init(_ root: JSONNode, in file: SourceFile) throws(JSONRefusal) {
    guard case .object(let keys) = try DataShape(of: root, in: file) else {
      let message = Wording(zh: "数据必须是一个 JSON 对象 { }", en: "the data must be a JSON object { }")
      throw JSONRefusal(diagnostic: .invalidJSON(message, at: Location(file, root.range)))
    }
    for key in keys { inputs.append((key.name, type(of: key.shape, at: key.name))) }
  }

  private mutating func type(of shape: DataShape, at path: String) -> Type {
    switch shape {
    case .nothing: .none
    case .bool: .bool
    case .int: .int
    case .decimal: .decimal
    case .string: .string
    case .list(let element): .list(element.map { type(of: $0, at: path + "[]") } ?? .unknown)
    case .optional(let inner): type(of: inner, at: path).orAbsent
    case .object(let keys): .record(record(shape, keys, at: path))
    }
  }

  private mutating func record(_ shape: DataShape, _ keys: [DataShape.Key], at path: String)
    -> RecordID
  {
    if let known = records[shape] { return known }
    var record = RecordShape(name: path)
    record.isData = true
    let id = schema.add(record)
    records[shape] = id
    for key in keys {
      record.add(Member(key.name, type(of: key.shape, at: "\(path).\(key.name)")))
    }
    if nesting < Self.deepestMap, let common = DataShape.common(of: keys) {
      nesting += 1
      record.mapElement = type(of: common, at: path + "{}")
      nesting -= 1
    }
    schema[id] = record
    return id
  }
}

// MARK: - Values

extension DataModel {
  /// The values of the root's members, kept in `arena`.
  package func values(of root: JSONNode, in arena: Arena) -> [Value] {
    guard case .object(let members) = root.form else { return [] }
    return zip(members, inputs).map { value(of: $0.value, as: $1.type, in: arena) }
  }

  private func value(of node: JSONNode, as type: Type, in arena: Arena) -> Value {
    switch node.form {
    case .null: .absent
    case .bool(let truth): Value(truth)
    case .integer(let number): Value(number)
    case .decimal(let number): Value(number)
    case .string(let text): arena.text(text)
    case .array(let elements): list(of: elements, as: type.present, in: arena)
    case .object(let members): object(members, as: type.present, in: arena)
    }
  }

  private func list(of elements: [JSONNode], as type: Type, in arena: Arena) -> Value {
    guard case .list(let element) = type else {
      preconditionFailure("the type was inferred from the value")
    }
    return arena.list(elements.map { value(of: $0, as: element, in: arena) })
  }

  private func object(
    _ members: [(key: String, value: JSONNode)], as type: Type, in arena: Arena
  ) -> Value {
    guard case .record(let id) = type else {
      preconditionFailure("the type was inferred from the value")
    }
    let shape = schema[id]
    var cells = Array(repeating: Value.absent, count: shape.members.count + 1)
    for (key, node) in members {
      guard let slot = shape.slot(of: key) else { continue }
      cells[slot] = value(of: node, as: shape[slot].type, in: arena)
    }
    if let element = shape.mapElement {
      let entries = members.flatMap { key, node in
        [arena.text(key), value(of: node, as: element, in: arena)]
      }
      cells[shape.mapSlot] = arena.list(entries, tag: .map)
    }
    return arena.record(cells)
  }
}
