import Source

// Filters that go through a list with a condition or an attribute.
extension Callable {
  /// An attribute of each element, or what a filter makes of each.
  static let map = Callable("map", parameters: ["filter?"] + places(6) + mapKeywords) { call in
    guard let (list, element) = call.listInput else { return nil }
    guard element != .unknown else { return list }
    if !call.has("filter") {
      guard call.has("attribute") else {
        return call.fail(.missingArgument("attribute", of: "map", at: call.namePlace))
      }
      guard let mapped = call.mapped(list, element, attribute: "attribute") else { return nil }
      guard call.has("default"), case .list(let read) = mapped.type else { return mapped }
      return call.withDefault(list, element, read)
    }
    guard let (name, place) = call.literal("filter") else { return nil }
    let (variable, value) = call.element(element, of: list)
    guard let result = call.apply(filter: name, to: value, at: place) else { return nil }
    return CheckedExpression(
      .list(result.type),
      .comprehension(list, variable: variable, condition: nil, element: result), at: call.place)
  }

  /// What `map` may be told by name: its own, and whatever the filters that it applies take.
  private static let mapKeywords: [String] = {
    let own = ["attribute", "default"]
    let names = Set(filtersButMap.flatMap { $0.parameters.map(\.name) })
    return (own + names.filter { !$0.contains(" ") && !own.contains($0) }.sorted()).map { $0 + "?" }
  }()

  /// The elements that pass the test, or are true if none is named.
  static let select = selecting("select", keeps: true)
  /// The elements that do not pass the test, or are false if none is named.
  static let reject = selecting("reject", keeps: false)

  private static func selecting(_ name: String, keeps: Bool) -> Callable {
    Callable(name, "test?", "value?") { call in
      guard let (list, element) = call.listInput else { return nil }
      guard element != .unknown else { return list }
      let (variable, value) = call.element(element, of: list)
      guard let condition = call.condition(on: value, keeps: keeps) else { return nil }
      let selected = call.selected(list, variable: variable, value: value, where: condition)
      // What is left after `select('defined')` is there.
      let removesAbsent =
        keeps ? call.testName == "defined" : ["none", "undefined"].contains(call.testName)
      guard removesAbsent else { return selected }
      return CheckedExpression(.list(element.present), selected.form, at: call.place)
    }
  }

  /// The elements whose attribute passes the test, or is true.
  static let selectAttribute = selectingAttribute("selectattr", keeps: true)
  /// The elements whose attribute does not pass the test, or is false.
  static let rejectAttribute = selectingAttribute("rejectattr", keeps: false)

  private static func selectingAttribute(_ name: String, keeps: Bool) -> Callable {
    Callable(name, "attribute", "test?", "value?") { call in
      guard let (list, element) = call.listInput else { return nil }
      guard element != .unknown else { return list }
      let (variable, value) = call.element(element, of: list)
      guard let read = call.attribute("attribute", of: value),
        let condition = call.condition(on: read, keeps: keeps)
      else { return nil }
      return call.selected(list, variable: variable, value: value, where: condition)
    }
  }

  /// Whether some element, or attribute, is true.
  static let anyOf = quantified("any", empty: false)
  /// Whether all elements, or attributes, are true.
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
      guard let test = checker.library.tests[name] else {
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

  private func apply(
    _ callable: Callable, to value: CheckedExpression, argument: Expression?, at place: Location
  ) -> CheckedExpression? {
    var arguments: [String: Expression] = [:]
    if let argument {
      guard let parameter = callable.parameters.first else {
        return fail(.extraArgument(of: callable.name, at: checker.place(argument.range)))
      }
      arguments[parameter.name] = argument
    }
    return apply(callable, to: value, arguments, at: place)
  }

  private func apply(
    _ callable: Callable, to value: CheckedExpression, _ arguments: [String: Expression],
    at place: Location
  ) -> CheckedExpression? {
    for parameter in callable.parameters
    where parameter.isRequired && arguments[parameter.name] == nil {
      return fail(.missingArgument(parameter.name, of: callable.name, at: place))
    }
    let site = CallSite(
      callable, input: value, arguments: arguments, checker: checker, place: self.place,
      namePlace: place)
    let result = callable.check(site)
    return result?.type == .unknown ? nil : result
  }

  /// A filter on a value, with the arguments that `map` was given for it.
  fileprivate func apply(filter name: String, to value: CheckedExpression, at place: Location)
    -> CheckedExpression?
  {
    guard let filter = checker.library.filters[name] else {
      return fail(.unknownFilter(name, among: checker.library.filters.keys.sorted(), at: place))
    }
    var arguments: [String: Expression] = [:]
    for (position, argument) in unnamed.enumerated() {
      guard position < filter.parameters.count else {
        return fail(.extraArgument(of: name, at: checker.place(argument.range)))
      }
      arguments[filter.parameters[position].name] = argument
    }
    for (keyword, argument) in named(besides: "filter") {
      let place = checker.place(argument.range)
      guard filter.parameters.contains(where: { $0.name == keyword }) else {
        return fail(
          .unknownArgument(keyword, of: name, among: filter.parameters.map(\.name), at: place))
      }
      guard arguments[keyword] == nil else {
        return fail(.argumentTwice(keyword, of: name, at: place))
      }
      arguments[keyword] = argument
    }
    return apply(filter, to: value, arguments, at: place)
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
