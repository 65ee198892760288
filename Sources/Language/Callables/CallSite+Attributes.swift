import Source

// Attribute paths such as 'owner.name': resolved and checked inside the string, then compiled as
// ordinary member reads over each element, so that they know derived values and taint.
extension CallSite {
  /// A register for the elements of a list, with an expression that reads it.
  func element(_ type: Type) -> (variable: Int, value: CheckedExpression) {
    let variable = checker.newVariable()
    return (variable, CheckedExpression(type, .variable(variable), at: place))
  }

  /// What the path in the argument `name` reads from `value`; `value` itself if it was left out.
  ///
  /// An absence on the way makes the result absent.
  func attribute(_ name: String, of value: CheckedExpression) -> CheckedExpression? {
    guard has(name) else { return value }
    guard let (path, place) = literal(name) else { return nil }
    var value = value
    var offset = (place.range?.lower ?? 0) + 1
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let range = SourceRange(offset, offset + part.utf8.count)
      let partPlace = Location(place.file, range)
      guard let next = step(String(part), from: value, at: partPlace) else { return nil }
      value = next
      offset = range.upper + 1
    }
    return value
  }

  private func step(_ name: String, from value: CheckedExpression, at place: Location)
    -> CheckedExpression?
  {
    let isOptional = value.type.isOptional
    let present =
      isOptional
      ? CheckedExpression(value.type.present, value.form, at: value.place) : value
    let member: CheckedExpression
    if case .record(let record) = present.type {
      member = checker.member(name, of: present, record, at: place, nameAt: place)
    } else if let read = checker.valueMember(name, of: present, at: place) {
      member = read
    } else {
      return fail(.noMembers(name, of: checker.name(of: present.type), at: place))
    }
    guard member.type != .unknown else { return nil }
    guard isOptional else { return member }
    let nothing = checker.constant(.none, .none, at: place)
    let isPresent = CheckedExpression(.bool, .isPresent(value), at: place)
    return CheckedExpression(
      member.type.orAbsent, .conditional(isPresent, then: member, otherwise: nothing), at: place)
  }

  /// Each element's attribute as a list of its own.
  func mapped(_ list: CheckedExpression, _ element: Type, attribute name: String)
    -> CheckedExpression?
  {
    guard has(name), element != .unknown else { return list }
    let (variable, value) = self.element(element)
    guard let read = attribute(name, of: value) else { return nil }
    return CheckedExpression(
      .list(read.type),
      .comprehension(list, variable: variable, condition: nil, element: read), at: place)
  }

  /// The elements for which `condition` holds.
  func selected(
    _ list: CheckedExpression, variable: Int, value: CheckedExpression,
    where condition: CheckedExpression
  ) -> CheckedExpression {
    CheckedExpression(
      list.type,
      .comprehension(list, variable: variable, condition: condition, element: value), at: place)
  }
}
