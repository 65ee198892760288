import Source

extension Checker {
  func checkFilter(
    _ operand: Expression, _ name: Identifier, _ arguments: [Argument], at place: Location
  ) -> CheckedExpression {
    let input = check(operand)
    guard let filter = library.filters[name.name] else {
      return faulty(
        .unknownFilter(
          name.name, among: library.filters.keys.sorted(), at: self.place(name.range)))
    }
    guard input.type != .unknown else {
      return faulty(at: place)
    }
    return call(filter, name, input: input, arguments, at: place)
  }

  func checkTest(
    _ operand: Expression, _ name: Identifier, _ arguments: [Argument], negated: Bool,
    at place: Location
  ) -> CheckedExpression {
    let input = check(operand)
    guard let test = library.tests[name.name] else {
      return faulty(
        .unknownTest(name.name, among: library.tests.keys.sorted(), at: self.place(name.range)))
    }
    guard input.type != .unknown else { return faulty(at: place) }
    let value = call(test, name, input: input, arguments, at: place)
    return negated && value.type == .bool ? CheckedExpression(.bool, .not(value), at: place) : value
  }

  func checkCall(_ function: Expression, _ arguments: [Argument], at place: Location)
    -> CheckedExpression
  {
    switch function.form {
    case .name(let name):
      guard let callable = library.functions[name] else {
        return faulty(
          .unknownFunction(
            name, among: library.functions.keys.sorted(), at: self.place(function.range)))
      }
      return call(
        callable, Identifier(name: name, range: function.range), input: nil, arguments, at: place)
    case .member(let operand, let method):
      let owner = check(operand)
      if case .loop(let element) = owner.type {
        return loopCall(method, of: owner, element, arguments, at: place)
      }
      return faulty(.leftOut(.methods(method.name), at: self.place(method.range)))
    default: return faulty(.notCallable(at: self.place(function.range)))
    }
  }

  private func call(
    _ callable: Callable, _ name: Identifier, input: CheckedExpression?, _ arguments: [Argument],
    at place: Location
  ) -> CheckedExpression {
    guard let matched = match(arguments, to: callable, name) else { return faulty(at: place) }
    let site = CallSite(
      callable, input: input, arguments: matched, checker: self, place: place,
      namePlace: self.place(name.range))
    return callable.check(site) ?? faulty(at: place)
  }

  /// The arguments by parameter, or nil after a finding.
  func match(_ arguments: [Argument], to callable: Callable, _ name: Identifier)
    -> [String: Expression]?
  {
    var matched: [String: Expression] = [:]
    var position = 0
    for argument in arguments {
      let valuePlace = place(argument.value.range)
      if let keyword = argument.keyword {
        guard callable.parameters.contains(where: { $0.name == keyword.name }) else {
          report(
            .unknownArgument(
              keyword.name, of: callable.name, among: callable.parameters.map(\.name),
              at: place(keyword.range)))
          return nil
        }
        matched[keyword.name] = argument.value
      } else {
        guard position < callable.parameters.count else {
          report(.extraArgument(of: callable.name, at: valuePlace))
          return nil
        }
        matched[callable.parameters[position].name] = argument.value
        position += 1
      }
    }
    for parameter in callable.parameters
    where parameter.isRequired && matched[parameter.name] == nil {
      report(.missingArgument(parameter.name, of: callable.name, at: place(name.range)))
      return nil
    }
    return matched
  }

  /// `loop.cycle(…)`: one of the arguments after another.
  private func loopCall(
    _ method: Identifier, of owner: CheckedExpression, _ element: Type, _ arguments: [Argument],
    at place: Location
  ) -> CheckedExpression {
    guard method.name == "cycle", case .variable(let loop) = owner.form, !arguments.isEmpty else {
      return faulty(
        .noSuchMember(
          method.name, of: "loop", known: [],
          suggestion: NearMiss.of(method.name, among: ["cycle"]),
          at: self.place(method.range), origin: []))
    }
    let values = arguments.map { check($0.value) }
    guard let type = commonType(of: values), type != .unknown else { return faulty(at: place) }
    let position = CheckedExpression(.int, .loopMember(.index0, loop: loop), at: place)
    let list = CheckedExpression(.list(type), .list(values), at: place)
    return CheckedExpression(type, .call(Operations.cycled, [list, position]), at: place)
  }
}
