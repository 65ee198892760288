package import Source

/// One value of each row of a list, found by a path such as 'estate.name'.
package struct RowValues {
  /// The argument in which the path stands.
  package let name: String
  /// The values as a list, in the order of the rows.
  package let values: CheckedExpression
  /// The type of one value.
  package let type: Type
  /// Where the path is written.
  package let place: Location
  /// What the kind calls the member at the end of the path; nil where no kind names it.
  package let heading: String?
}

// What functions of other rooms ask of lists of records.
extension CallSite {
  /// What `body` makes of the list in the argument `name`, which is computed once.
  package func rows(
    _ name: String, _ body: (CheckedExpression, _ element: Type) -> CheckedExpression?
  ) -> CheckedExpression? {
    guard let (list, element) = list(name) else { return nil }
    return sharing(list) { body($0, element) }
  }

  /// The argument `name` as a list, with the type of its elements; nil after a finding.
  package func list(_ name: String) -> (values: CheckedExpression, element: Type)? {
    guard let given = argument(name) else { return nil }
    let list = checker.requirePresent(given)
    let element = checker.elementType(of: list)
    guard list.type != .unknown, element != .unknown || list.type == .list(.unknown) else {
      return nil
    }
    return (list, element)
  }

  /// What the path in the argument `name` reads from each row; nil after a finding.
  ///
  /// Each member on the way is checked inside the string, as in `map(attribute=…)`.
  package func column(_ name: String, of rows: CheckedExpression, _ element: Type) -> RowValues? {
    guard let (_, place) = literal(name) else { return nil }
    guard element != .unknown else {
      return RowValues(name: name, values: rows, type: .unknown, place: place, heading: nil)
    }
    let (variable, row) = self.element(element)
    guard let read = attribute(name, of: row) else { return nil }
    return RowValues(
      name: name, values: each(read, of: rows, in: variable), type: read.type, place: place,
      heading: checker.heading(of: read))
  }

  /// The column's values as texts, written as they would be printed; nil after a finding.
  package func texts(_ column: RowValues) -> CheckedExpression? {
    guard column.type.present != .string, column.type != .unknown else { return column.values }
    guard column.type.present != .html else { return refuse(column, wanted: [.string]) }
    let (variable, value) = element(column.type)
    let present = CheckedExpression(column.type.present, value.form, at: column.place)
    let printable = checker.requirePrintable(present)
    guard printable.type != .unknown else { return nil }
    var text = CheckedExpression(.string, .text([printable]), at: column.place)
    if column.type.isOptional {
      let isPresent = CheckedExpression(.bool, .isPresent(value), at: column.place)
      let nothing = checker.constant(.none, .none, at: column.place)
      text = CheckedExpression(
        .optional(.string), .conditional(isPresent, then: text, otherwise: nothing),
        at: column.place)
    }
    return each(text, of: column.values, in: variable)
  }

  /// Reports that a path leads to none of the `wanted` types; nil, to be returned at once.
  package func refuse(_ column: RowValues, wanted: [Type]) -> CheckedExpression? {
    refuse(column.name, column.type, wanted: wanted, at: column.place)
  }

  /// Reports that an argument is of none of the `wanted` types; nil, to be returned at once.
  package func refuse(_ name: String, _ found: Type, wanted: [Type], at place: Location)
    -> CheckedExpression?
  {
    if case .quotient = found.present { return fail(.unroundedQuotient(at: place)) }
    let names = wanted.map { checker.name(of: $0) }.joined(separator: " | ")
    return fail(
      .argumentType(
        name, of: callable.name, wanted: names, found: checker.name(of: found), at: place))
  }

  /// Whether the argument is a text that is written out, as paths are.
  package func isWrittenOut(_ name: String) -> Bool {
    if case .string = written(name)?.form { true } else { false }
  }
}

extension Checker {
  /// What the kind calls the member that an expression reads, in the site's language.
  fileprivate func heading(of read: CheckedExpression) -> String? {
    switch read.form {
    case .conditional(_, let then, _): return heading(of: then)
    case .cell(let owner, let slot, _):
      guard case .record(let record) = owner.type.present else { return nil }
      let labels = schema[record][slot].labels
      return labels[language] ?? labels["zh-Hans"]
    default: return nil
    }
  }
}
