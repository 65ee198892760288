import Source
import Values

// Attribute paths such as 'owner.name': resolved and checked inside the string, then compiled as
// ordinary member reads over each element, so that they know derived values and taint.
extension CallSite {
  /// A register for the elements of a list, with an expression that reads it.
  func element(_ type: Type, of list: CheckedExpression? = nil)
    -> (variable: Int, value: CheckedExpression)
  {
    let variable = checker.newVariable()
    if let list { checker.assumeSelection(list, of: variable) }
    return (variable, CheckedExpression(type, .variable(variable), at: place))
  }

  /// What the path in the argument `name` reads from `value`; `value` itself if it was left out.
  ///
  /// An absence on the way makes the result absent.
  func attribute(_ name: String, of value: CheckedExpression) -> CheckedExpression? {
    guard has(name) else { return value }
    if case .integer(let index) = written(name)?.form, 0 <= index {
      return step(
        "\(index)", from: value, at: written(name).map { checker.place($0.range) } ?? place)
    }
    guard let (path, place) = literal(name) else { return nil }
    return attribute(Path(text: path[...], offset: (place.range?.lower ?? 0) + 1), of: value, place)
  }

  /// A path and where it begins in the template.
  private struct Path {
    let text: Substring
    let offset: Int
  }

  private func attribute(_ path: Path, of value: CheckedExpression, _ place: Location)
    -> CheckedExpression?
  {
    var value = value
    var offset = path.offset
    for part in path.text.split(separator: ".", omittingEmptySubsequences: false) {
      let range = SourceRange(offset, offset + part.utf8.count)
      // A path with escapes in it is longer in the file than it reads.
      let isWritten = place.range.map { range.upper < $0.upper } == true
      let isSame = isWritten && place.file.text(in: range) == part
      let partPlace = isSame ? Location(place.file, range) : place
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
    if let element = numbered(name, of: present, at: place) {
      member = element
    } else if case .record(let record) = present.type {
      member = checker.member(name, of: present, record, at: place, nameAt: place)
    } else if case .map = present.type, LeftOut(methodOfMap: name) == nil {
      let key = checker.constant(.string, .string(name), at: place)
      member = checker.entry(key, of: present, at: place)
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

  /// A part of a tuple or an element of a list, which digits in a path mean.
  private func numbered(_ digits: String, of value: CheckedExpression, at place: Location)
    -> CheckedExpression?
  {
    guard let index = Int(digits), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    switch value.type {
    case .record(let id) where checker.schema[id].isTuple:
      let members = checker.schema[id].members
      guard index < members.count else { return nil }
      return checker.member(members[index].name, of: value, id, at: place, nameAt: place)
    case .list(let element) where element != .unknown:
      let position = checker.constant(.int, .number(Decimal(Int64(index))), at: place)
      return CheckedExpression(element, .call(Operations.element, [value, position]), at: place)
    case .record(let id) where checker.schema[id].isData:
      // The key of an object is a text, which Jinja does not find by a number.
      checker.report(.noMembers(digits, of: checker.name(of: value.type), at: place))
      return checker.faulty(at: place)
    default: return nil
    }
  }

  /// Each element's attribute as a list of its own.
  func mapped(_ list: CheckedExpression, _ element: Type, attribute name: String)
    -> CheckedExpression?
  {
    guard has(name), element != .unknown else { return list }
    let (variable, value) = self.element(element, of: list)
    guard let read = attribute(name, of: value) else { return nil }
    return each(read, of: list, in: variable)
  }

  /// Each of the attributes, joined with commas, as a list of its own.
  func columns(_ list: CheckedExpression, _ element: Type, attribute name: String)
    -> [CheckedExpression]?
  {
    guard case .string(let paths) = written(name)?.form, paths.contains(","), element != .unknown,
      let (_, place) = literal(name)
    else { return mapped(list, element, attribute: name).map { [$0] } }
    var columns: [CheckedExpression] = []
    var offset = (place.range?.lower ?? 0) + 1
    for path in paths.split(separator: ",", omittingEmptySubsequences: false) {
      let (variable, value) = self.element(element)
      guard let read = attribute(Path(text: path, offset: offset), of: value, place) else {
        return nil
      }
      columns.append(each(read, of: list, in: variable))
      offset += path.utf8.count + 1
    }
    return columns
  }

  func each(_ read: CheckedExpression, of list: CheckedExpression, in variable: Int)
    -> CheckedExpression
  {
    CheckedExpression(
      .list(read.type),
      .comprehension(list, variable: variable, condition: nil, element: read), at: place)
  }

  /// What `body` makes of the list, which is computed once however often that reads it.
  package func sharing(_ list: CheckedExpression, _ body: (CheckedExpression) -> CheckedExpression?)
    -> CheckedExpression?
  {
    let (variable, shared) = element(list.type)
    guard let result = body(shared) else { return nil }
    return CheckedExpression(
      result.type, .letting([(variable, list)], then: result), at: result.place)
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

extension CallSite {
  /// The member of a record, or nil if it has none of that name.
  package func member(_ name: String, of value: CheckedExpression) -> CheckedExpression? {
    guard case .record(let id) = value.type, checker.schema[id].slot(of: name) != nil else {
      return nil
    }
    return checker.member(name, of: value, id, at: place, nameAt: place)
  }
}
