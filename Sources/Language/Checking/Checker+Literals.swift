import Source

// Maps as a template writes them: objects with members, and maps where the keys are computed.
extension Checker {
  typealias Entries = [(key: Expression, value: Expression)]

  func checkMap(_ entries: Entries, at place: Location) -> CheckedExpression {
    let values = checkAlike(entries.map(\.value))
    let keys = entries.map { present($0.key) }
    for key in keys where key.type != .string && key.type != .unknown {
      return faulty(
        .argumentType("key", of: "{ }", wanted: "String", found: name(of: key.type), at: key.place))
    }
    guard !values.contains(where: { $0.type == .unknown }) else { return faulty(at: place) }
    if let names = Self.names(of: entries) {
      return object(LiteralShape(names: names, types: values.map(\.type)), values, at: place)
    }
    // A map without any entry is a map of whatever is wanted.
    guard let type = values.isEmpty ? Type.unknown : commonType(of: values) else {
      return faulty(at: place)
    }
    let pairs = zip(keys, values).map { (key: $0, value: $1) }
    return CheckedExpression(.map(type), .map(pairs), at: place)
  }

  /// Values side by side; maps among them are objects of one kind if that is possible.
  func checkAlike(_ elements: [Expression]) -> [CheckedExpression] {
    let maps: [Entries] = elements.compactMap {
      if case .map(let entries) = $0.form { entries } else { nil }
    }
    let names = maps.compactMap { Self.names(of: $0) }
    guard 1 < maps.count, maps.count == elements.count, names.count == maps.count else {
      return elements.map(check)
    }
    let values = columns(of: maps, names)
    guard !values.joined().contains(where: { $0.type == .unknown }),
      let shape = sharedShape(names, values)
    else { return elements.map { faulty(at: place($0.range)) } }
    return zip(elements, zip(names, values)).map { element, object in
      let place = place(element.range)
      let members = shape.names.map { name in
        object.0.firstIndex(of: name).map { object.1[$0] } ?? constant(.none, .none, at: place)
      }
      return self.object(shape, members, at: place)
    }
  }

  /// The values of the maps; those of one key are checked side by side, so that maps inside maps
  /// become one kind of object too.
  private func columns(of maps: [Entries], _ names: [[String]]) -> [[CheckedExpression]] {
    let keys = names.reduce(into: [String]()) { all, names in
      all += names.filter { !all.contains($0) }
    }
    var values = maps.map { $0.map { constant(.none, .none, at: place($0.value.range)) } }
    for key in keys {
      let places = names.enumerated().compactMap { map, names in
        names.firstIndex(of: key).map { (map: map, slot: $0) }
      }
      let column = checkAlike(places.map { maps[$0.map][$0.slot].value })
      for (place, value) in zip(places, column) { values[place.map][place.slot] = value }
    }
    return values
  }

  /// The members of all the objects; those that some lack may be absent.
  private func sharedShape(_ names: [[String]], _ values: [[CheckedExpression]]) -> LiteralShape? {
    var shape = LiteralShape(names: [], types: [])
    for (names, values) in zip(names, values) {
      for (name, value) in zip(names, values) {
        guard let slot = shape.names.firstIndex(of: name) else {
          shape.names.append(name)
          shape.types.append(value.type)
          continue
        }
        guard let both = shape.types[slot].joined(with: value.type) else {
          report(
            .branchTypes(
              self.name(of: value.type), self.name(of: shape.types[slot]), at: value.place,
              other: values[0].place))
          return nil
        }
        shape.types[slot] = both
      }
    }
    for (slot, name) in shape.names.enumerated() where !names.allSatisfy({ $0.contains(name) }) {
      shape.types[slot] = shape.types[slot].orAbsent
      shape.hasAbsent = true
    }
    return shape
  }

  private func object(
    _ shape: LiteralShape, _ values: [CheckedExpression], at place: Location
  ) -> CheckedExpression {
    let id = literalShapes[shape] ?? addShape(shape, at: place)
    let keys = schema[id].mapElement == nil ? [] : shape.names
    return CheckedExpression(.record(id), .record(values, keys: keys), at: place)
  }

  private func addShape(_ shape: LiteralShape, at place: Location) -> RecordID {
    var record = RecordShape(name: "{ }", declaration: place)
    record.isData = true
    for (name, type) in zip(shape.names, shape.types) { record.add(Member(name, type)) }
    // Where some objects lack a key, a map made of all would have it all the same.
    if !shape.hasAbsent { record.mapElement = Self.joined(shape.types) }
    let id = schema.add(record)
    literalShapes[shape] = id
    return id
  }

  /// The keys of a map if each is written out and stands once.
  private static func names(of entries: Entries) -> [String]? {
    let names: [String] = entries.compactMap {
      if case .string(let name) = $0.key.form { name } else { nil }
    }
    guard !entries.isEmpty, names.count == entries.count else { return nil }
    return Set(names).count == names.count ? names : nil
  }

  /// The type that holds all, or nil.
  private static func joined(_ types: [Type]) -> Type? {
    types.dropFirst().reduce(types.first) { $0?.joined(with: $1) }
  }
}

/// The members of an object that a template writes.
struct LiteralShape: Hashable {
  var names: [String]
  var types: [Type]
  /// Whether some objects of a list lack some of them.
  var hasAbsent = false
}
