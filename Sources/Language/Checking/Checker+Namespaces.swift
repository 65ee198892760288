import Source

// Namespaces: records that a template makes and changes, typed by their first values.
extension Checker {
  /// `namespace(count=0)`.
  func checkNamespace(_ arguments: [Argument], at place: Location) -> CheckedExpression {
    var shape = RecordShape(name: "Namespace", declaration: place)
    var values: [CheckedExpression] = []
    for argument in arguments {
      guard let name = argument.keyword else {
        return faulty(.namespaceValue(at: self.place(argument.value.range)))
      }
      guard shape.slot(of: name.name) == nil else {
        return faulty(
          .argumentTwice(name.name, of: "namespace", at: self.place(name.range)))
      }
      let value = check(argument.value)
      guard value.type != .unknown else { return faulty(at: place) }
      let key = WidenedMember(file: file.path, place: place.range?.lower ?? 0, name: name.name)
      shape.add(
        Member(
          name.name, widened[key] ?? value.type, role: .derived, declaration: self.place(name.range)
        ))
      values.append(value)
    }
    let id = schema.add(shape)
    return CheckedExpression(.namespace(id), .record(values), at: place)
  }

  /// `set ns.count = …`.
  func checkSetMember(_ owner: Identifier, _ name: Identifier, _ value: Expression)
    -> [CheckedStatement]
  {
    let namespace = checkName(owner.name, at: owner.range)
    let checked = check(value)
    guard namespace.type != .unknown, checked.type != .unknown else { return [] }
    guard case .namespace(let id) = namespace.type else {
      report(.notNamespace(owner.name, self.name(of: namespace.type), at: place(owner.range)))
      hasFaults = true
      return []
    }
    let shape = schema[id]
    guard let slot = shape.slot(of: name.name) else {
      let names = shape.members.map(\.name)
      report(
        .notInNamespace(name.name, of: owner.name, among: names, at: place(name.range)))
      hasFaults = true
      return []
    }
    widen(id, slot, to: checked, owner: owner, name: name)
    flow.forgetMutable()
    return [.setMember(namespace, slot: slot, checked)]
  }

  /// Makes the member's type hold the value too; all is then checked again with the wider type.
  private func widen(
    _ id: RecordID, _ slot: Int, to value: CheckedExpression, owner: Identifier, name: Identifier
  ) {
    let member = schema[id][slot]
    guard !value.type.fits(member.type) else { return }
    guard let wider = member.type.joined(with: value.type), let made = schema[id].declaration else {
      report(
        .namespaceType(
          "\(owner.name).\(name.name)", self.name(of: member.type), self.name(of: value.type),
          at: value.place, first: member.declaration))
      hasFaults = true
      return
    }
    let key = WidenedMember(file: made.file.path, place: made.range?.lower ?? 0, name: name.name)
    widened[key] = wider
    schema[id][slot].type = wider
    hasWidened = true
  }

  /// A member of a namespace as it is now.
  func namespaceMember(
    _ name: Identifier, of owner: CheckedExpression, _ id: RecordID, at whole: Location
  ) -> CheckedExpression {
    position.readsState = true
    let shape = schema[id]
    guard let slot = shape.slot(of: name.name) else {
      let names = shape.members.map(\.name)
      return faulty(
        .noSuchMember(
          name.name, of: sourceText(owner), known: names,
          suggestion: NearMiss.of(name.name, among: names), at: place(name.range), origin: []))
    }
    let cell = CheckedExpression(
      shape[slot].type, .cell(owner, slot: slot, derivation: nil), at: whole)
    guard let path = path(of: cell) else { return cell }
    return CheckedExpression(narrowed(cell.type, path), cell.form, at: whole)
  }
}

/// A member of a namespace, known by where the namespace is made.
struct WidenedMember: Hashable {
  let file: String
  let place: Int
  let name: String
}
