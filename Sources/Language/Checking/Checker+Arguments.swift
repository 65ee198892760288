import Source

// What a call gives to the parameters of a macro.
extension Checker {
  /// The values by parameter, nil where the parameter's own is taken; nil after a finding.
  func matched(
    _ arguments: [Argument], to parameters: [Statement.Parameter], of name: Identifier,
    _ file: SourceFile
  ) -> [CheckedExpression?]? {
    let called = parameters.map {
      Callable.Parameter(name: $0.name.name, isRequired: $0.standard == nil)
    }
    guard let given = match(arguments, to: called, of: name) else { return nil }
    var values: [CheckedExpression?] = []
    for parameter in parameters {
      guard let written = given[parameter.name.name] else {
        values.append(nil)
        continue
      }
      guard let value = argument(written, for: parameter, of: name, file) else { return nil }
      values.append(value)
    }
    return values
  }

  private func argument(
    _ written: Expression, for parameter: Statement.Parameter, of name: Identifier,
    _ file: SourceFile
  ) -> CheckedExpression? {
    let value = check(written)
    guard value.type != .unknown else { return nil }
    guard let typeName = parameter.type else { return value }
    var declaration = position
    declaration.file = file
    guard let type = at(declaration, { declared(typeName) }) else { return nil }
    guard value.type.fits(type) else {
      var finding = Diagnostic.argumentType(
        parameter.name.name, of: name.name, wanted: self.name(of: type),
        found: self.name(of: value.type), at: value.place)
      finding.notes.append(
        Note(Wording(zh: "参数在这里声明", en: "declared here"), at: Location(file, typeName.range)))
      report(finding)
      return nil
    }
    // A value of a narrower type counts as one of the declared type.
    return CheckedExpression(type, value.form, at: value.place)
  }

  /// The type that a template names, or nil after a finding.
  func declared(_ written: TypeName) -> Type? {
    let place = place(written.range)
    let inner: Type
    if let element = written.arguments.first {
      guard let type = declared(element) else { return nil }
      switch written.name {
      case "List": inner = .list(type)
      case "Map": inner = .map(type)
      default: return unknownType(written, at: place)
      }
    } else if let type = plainType(written.name) {
      inner = type
    } else {
      return unknownType(written, at: place)
    }
    return written.isOptional ? inner.orAbsent : inner
  }

  private func unknownType(_ written: TypeName, at place: Location) -> Type? {
    let known =
      Self.plainTypes.map(\.name) + schema.records.map(\.name) + schema.choices.map(\.name)
    report(.unknownType(written.name, among: known, at: place))
    return nil
  }

  private func plainType(_ name: String) -> Type? {
    if let plain = Self.plainTypes.first(where: { $0.name == name }) { return plain }
    if let record = schema.record(named: name) { return .record(record) }
    return schema.choices.firstIndex { $0.name == name }.map { .choice(ChoiceID(index: $0)) }
  }

  private static let plainTypes: [Type] = [
    .bool, .int, .decimal, .percent, .money, .price, .area, .string, .html, .url, .asset, .date,
    .time, .dateTime, .span, .period(nil),
  ]
}
