import Source

// Filters that go through a list with a condition or an attribute.
extension Callable {
  static let map = Callable("map", "filter?", "attribute?", "default?") { call in
    guard let (list, element) = call.listInput else { return nil }
    guard element != .unknown else { return list }
    if call.has("attribute") {
      guard let mapped = call.mapped(list, element, attribute: "attribute") else { return nil }
      guard call.has("default"), case .list(let read) = mapped.type else { return mapped }
      return call.withDefault(list, element, read)
    }
    guard let (name, place) = call.literal("filter") else {
      return call.fail(.missingArgument("attribute", of: "map", at: call.namePlace))
    }
    let (variable, value) = call.element(element)
    guard let result = call.apply(filter: name, to: value, at: place) else { return nil }
    return CheckedExpression(
      .list(result.type),
      .comprehension(list, variable: variable, condition: nil, element: result), at: call.place)
  }

  static let select = selecting("select", keeps: true)
  static let reject = selecting("reject", keeps: false)

  private static func selecting(_ name: String, keeps: Bool) -> Callable {
    Callable(name, "test?", "value?") { call in
      guard let (list, element) = call.listInput else { return nil }
      guard element != .unknown else { return list }
      let (variable, value) = call.element(element)
      guard let condition = call.condition(on: value, keeps: keeps) else { return nil }
      let selected = call.selected(list, variable: variable, value: value, where: condition)
      // What is left after `select('defined')` is there.
      let removesAbsent =
        keeps ? call.testName == "defined" : ["none", "undefined"].contains(call.testName)
      guard removesAbsent else { return selected }
      return CheckedExpression(.list(element.present), selected.form, at: call.place)
    }
  }

  static let selectAttribute = selectingAttribute("selectattr", keeps: true)
  static let rejectAttribute = selectingAttribute("rejectattr", keeps: false)

  private static func selectingAttribute(_ name: String, keeps: Bool) -> Callable {
    Callable(name, "attribute", "test?", "value?") { call in
      guard let (list, element) = call.listInput else { return nil }
      guard element != .unknown else { return list }
      let (variable, value) = call.element(element)
      guard let read = call.attribute("attribute", of: value),
        let condition = call.condition(on: read, keeps: keeps)
      else { return nil }
      return call.selected(list, variable: variable, value: value, where: condition)
    }
  }

  static let anyOf = quantified("any", empty: false)
  static let allOf = quantified("all", empty: true)

  /// Whether some, or each, element or attribute is true.
  private static func quantified(_ name: String, empty: Bool) -> Callable {
    Callable(name, "attribute?") { call in
      guard let (list, element) = call.listInput,
        let values = call.mapped(list, element, attribute: "attribute"),
        case .list(let read) = values.type
      else { return nil }
      guard read != .unknown else {
        return call.checker.constant(.bool, .bool(empty), at: call.place)
      }
      let (variable, value) = call.element(read)
      let truth = call.checker.truth(of: value)
      guard truth.type != .unknown else { return nil }
      let truths = CheckedExpression(
        .list(.bool),
        .comprehension(values, variable: variable, condition: nil, element: truth), at: call.place)
      return call.result(.bool, [truths]) { _, arguments throws(Fault) in
        let truths = arguments[0].elements
        return Value(empty ? truths.allSatisfy(\.isTrue) : truths.contains(where: \.isTrue))
      }
    }
  }
}

extension CallSite {
  /// The name of the test that a selection asks, if it is written out.
  var testName: String? {
    guard case .string(let name) = written("test")?.form else { return nil }
    return name
  }

  /// The test named by the argument `test` on a value, or its truth.
  func condition(on value: CheckedExpression, keeps: Bool) -> CheckedExpression? {
    var condition: CheckedExpression
    if has("test") {
      guard let (name, place) = literal("test") else { return nil }
      guard let test = checker.library.tests[Self.testAliases[name] ?? name] else {
        return fail(
          .unknownTest(name, among: checker.library.tests.keys.sorted(), at: place))
      }
      guard let result = apply(test, to: value, argument: written("value"), at: place) else {
        return nil
      }
      condition = result
    } else {
      condition = checker.truth(of: value)
    }
    guard condition.type != .unknown else { return nil }
    if !keeps { condition = CheckedExpression(.bool, .not(condition), at: place) }
    return condition
  }

  /// How Jinja also spells its comparing tests.
  static let testAliases = [
    "==": "eq", "!=": "ne", "<": "lt", "lessthan": "lt", "<=": "le", ">": "gt",
    "greaterthan": "gt", ">=": "ge", "equalto": "eq",
  ]

  private func apply(
    _ callable: Callable, to value: CheckedExpression, argument: Expression?, at place: Location
  ) -> CheckedExpression? {
    var arguments: [String: Expression] = [:]
    if let argument {
      guard let parameter = callable.parameters.first else {
        return fail(.extraArgument(of: callable.name, at: checker.place(argument.range)))
      }
      arguments[parameter.name] = argument
    } else if let missing = callable.parameters.first, missing.isRequired {
      return fail(.missingArgument(missing.name, of: callable.name, at: place))
    }
    let site = CallSite(
      callable, input: value, arguments: arguments, checker: checker, place: self.place,
      namePlace: place)
    return callable.check(site)
  }

  /// A filter without arguments on each element.
  func apply(filter name: String, to value: CheckedExpression, at place: Location)
    -> CheckedExpression?
  {
    guard let filter = checker.library.filters[name] else {
      return fail(.unknownFilter(name, among: checker.library.filters.keys.sorted(), at: place))
    }
    let result = apply(filter, to: value, argument: nil, at: place)
    return result?.type == .unknown ? nil : result
  }

  /// Each attribute, or the argument `default` where it is absent.
  func withDefault(_ list: CheckedExpression, _ element: Type, _ read: Type) -> CheckedExpression? {
    let (variable, value) = self.element(element)
    guard let attribute = attribute("attribute", of: value),
      let other = argument("default", read.present)
    else { return nil }
    return CheckedExpression(
      .list(read.present),
      .comprehension(
        list, variable: variable, condition: nil,
        element: CheckedExpression(read.present, .otherwise(attribute, other), at: place)),
      at: place)
  }
}
