import Source

// Objects of JSON data: records that may also be used as maps.
extension Checker {
  /// The value as a map, if it is one or an object whose values have one type.
  func asMap(_ value: CheckedExpression) -> CheckedExpression? {
    switch value.type {
    case .map: return value
    case .record(let id):
      guard let element = schema[id].mapElement else { return nil }
      let form = CheckedExpression.Form.cell(
        value, slot: schema[id].mapSlot, derivation: nil)
      return CheckedExpression(.map(element), form, at: value.place)
    default: return nil
    }
  }

  /// Whether values of the type can be told apart by what they hold; records that a program makes,
  /// and objects of data, are only told apart by where they lie.
  func hasEquality(_ type: Type) -> Bool {
    switch type {
    case .record(let id): !schema[id].isData && !schema[id].isTuple
    case .list(let inner), .map(let inner), .optional(let inner): hasEquality(inner)
    default: true
    }
  }

  /// The value of a key in a map, which may be absent.
  func entry(
    _ key: CheckedExpression, of map: CheckedExpression, at place: Location
  ) -> CheckedExpression {
    guard case .map(let element) = map.type else { return faulty(at: place) }
    let form = CheckedExpression.Form.entry(map, key: key)
    let value = CheckedExpression(element.orAbsent, form, at: place)
    guard let path = path(of: value) else { return value }
    return CheckedExpression(narrowed(value.type, path), form, at: place)
  }

  /// The number by which paths know a key of a map; below all slots and loop members.
  func pathSlot(ofKey key: String) -> Int {
    if let known = keySlots[key] { return known }
    let slot = -1000 - keySlots.count
    keySlots[key] = slot
    return slot
  }
}
