package import Language

extension Schema {
  /// A copy of a value that lives as long as `arena`.
  ///
  /// Records of kinds stay where they are; only what a program has made is copied.
  package func kept(_ value: Value, of type: Type, in arena: Arena) -> Value {
    switch value.tag {
    case .text, .html: return value.count == 0 ? value : arena.text(value.text, tag: value.tag)
    case .list:
      var element = Type.unknown
      if case .list(let inner) = type.present { element = inner }
      return arena.list(value.elements.map { kept($0, of: element, in: arena) })
    case .record:
      guard case .record(let id) = type.present, self[id].isTuple else { return value }
      let members = self[id].members
      return arena.record(
        members.indices.map { kept(value.cells[$0], of: members[$0].type, in: arena) })
    case .quotient: return arena.quotient(value.quotient)
    default: return value
    }
  }
}
