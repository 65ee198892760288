import Source

extension Checker {
  /// The functions that are no callables: some remember something, one takes any keyword.
  static let stateful = ["namespace", "cycler", "joiner", "dict"]

  private var macroNames: [String] {
    scopes.flatMap(\.names).compactMap { name, binding in
      if case .macro = binding { name } else { nil }
    }
  }

  func checkFilter(
    _ operand: Expression, _ name: Identifier, _ arguments: [Argument], at place: Location
  ) -> CheckedExpression {
    checkFilter(check(operand), name, arguments, at: place)
  }

  func checkFilter(
    _ input: CheckedExpression, _ name: Identifier, _ arguments: [Argument], at place: Location
  ) -> CheckedExpression {
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
    if case .name("caller") = operand.form, let macro = position.macro,
      binding(of: "caller") == nil, ["defined", "undefined"].contains(name.name)
    {
      macro.call?.isUsed = true
      let isDefined = (macro.call != nil) == (name.name == "defined")
      return constant(.bool, .bool(isDefined != negated), at: place)
    }
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
    if let piece = target(of: function) { return capture(piece, arguments, at: place) }
    switch function.form {
    case .name("namespace") where binding(of: "namespace") == nil:
      return checkNamespace(arguments, at: place)
    case .name("cycler") where binding(of: "cycler") == nil:
      return checkCycler(arguments, function.range, at: place)
    case .name("joiner") where binding(of: "joiner") == nil:
      return checkJoiner(
        arguments, Identifier(name: "joiner", range: function.range), at: place)
    case .name("dict") where binding(of: "dict") == nil:
      return checkDictionary(
        arguments, Identifier(name: "dict", range: function.range), at: place)
    case .name(let name) where isFaulty(name): return faulty(at: place)
    case .name(let name) where isJoiner(name):
      return joinerCall(check(function), arguments, at: place)
    case .name(let name):
      guard let callable = library.functions[name] else {
        return faulty(
          .unknownFunction(
            name, among: library.functions.keys + Self.stateful + macroNames,
            at: self.place(function.range)))
      }
      return call(
        callable, Identifier(name: name, range: function.range), input: nil, arguments, at: place)
    case .member(let operand, let method):
      let owner = checkOwner(operand)
      if case .loop(let element) = owner.type {
        return loopCall(method, of: owner, element, arguments, at: place)
      }
      if case .cycler(let element) = owner.type {
        return cyclerCall(method, of: owner, element, arguments, at: place)
      }
      if case .namespace(let id) = owner.type,
        namespaceMember(method, of: owner, id, at: place).type == .joiner
      {
        return joinerCall(check(function), arguments, at: place)
      }
      guard owner.type != .unknown else { return faulty(at: place) }
      return faulty(.leftOut(.methods(method.name), at: self.place(method.range)))
    default: return faulty(.notCallable(at: self.place(function.range)))
    }
  }

  private func call(
    _ callable: Callable, _ name: Identifier, input: CheckedExpression?, _ arguments: [Argument],
    at place: Location
  ) -> CheckedExpression {
    guard let matched = match(arguments, to: callable.parameters, of: name) else {
      return faulty(at: place)
    }
    let site = CallSite(
      callable, input: input, arguments: matched, checker: self, place: place,
      namePlace: self.place(name.range))
    guard let result = callable.check(site), result.type != .unknown else {
      return faulty(at: place)
    }
    return result
  }

  /// Whether a finding has told about a name already.
  private func isFaulty(_ name: String) -> Bool {
    if case .faulty? = binding(of: name) { true } else { false }
  }

  /// Whether a name stands for a joiner here.
  private func isJoiner(_ name: String) -> Bool {
    guard case .variable(let variable)? = binding(of: name) else { return false }
    return flow.assigned[variable] == .joiner
  }

  /// The arguments by parameter, or nil after a finding.
  func match(
    _ arguments: [Argument], to parameters: [Callable.Parameter], of name: Identifier
  ) -> [String: Expression]? {
    var matched: [String: Expression] = [:]
    var position = 0
    for argument in arguments {
      let valuePlace = place(argument.value.range)
      if let keyword = argument.keyword {
        guard parameters.contains(where: { $0.name == keyword.name }) else {
          report(
            .unknownArgument(
              keyword.name, of: name.name, among: parameters.map(\.name),
              at: place(keyword.range)))
          return nil
        }
        guard matched[keyword.name] == nil else {
          report(.argumentTwice(keyword.name, of: name.name, at: place(keyword.range)))
          return nil
        }
        matched[keyword.name] = argument.value
      } else {
        guard position < parameters.count else {
          report(.extraArgument(of: name.name, at: valuePlace))
          return nil
        }
        matched[parameters[position].name] = argument.value
        position += 1
      }
    }
    for parameter in parameters
    where parameter.isRequired && matched[parameter.name] == nil {
      report(.missingArgument(parameter.name, of: name.name, at: place(name.range)))
      return nil
    }
    return matched
  }

  private func loopCall(
    _ method: Identifier, of owner: CheckedExpression, _ element: Type, _ arguments: [Argument],
    at place: Location
  ) -> CheckedExpression {
    guard ["cycle", "changed"].contains(method.name), case .variable(let loop) = owner.form else {
      let known = ["cycle", "changed"]
      return faulty(
        .noSuchMember(
          method.name, of: "loop", known: known, suggestion: NearMiss.of(method.name, among: known),
          at: self.place(method.range), origin: []))
    }
    if let keyword = arguments.lazy.compactMap(\.keyword).first {
      return faulty(
        .unknownArgument(
          keyword.name, of: method.name, among: [], at: self.place(keyword.range)))
    }
    let values = arguments.map { check($0.value) }
    guard !values.contains(where: { $0.type == .unknown }) else { return faulty(at: place) }
    return method.name == "cycle"
      ? cycled(values, loop, method, at: place) : changed(values, loop, method, at: place)
  }

  /// `loop.cycle(…)`: one of the arguments after another.
  private func cycled(
    _ values: [CheckedExpression], _ loop: Int, _ method: Identifier, at place: Location
  ) -> CheckedExpression {
    guard !values.isEmpty else {
      return faulty(.missingArgument("value", of: "cycle", at: self.place(method.range)))
    }
    guard let type = commonType(of: values), type != .unknown else { return faulty(at: place) }
    let position = CheckedExpression(.int, .loopMember(.index0, loop: loop), at: place)
    let list = CheckedExpression(.list(type), .list(values), at: place)
    return CheckedExpression(type, .call(Operations.cycled, [list, position]), at: place)
  }

  /// `loop.changed(…)`: whether the values are others than when it was last asked.
  private func changed(
    _ values: [CheckedExpression], _ loop: Int, _ method: Identifier, at place: Location
  ) -> CheckedExpression {
    for value in values where !hasEquality(value.type) {
      return faulty(.operand("loop.changed", name(of: value.type), at: value.place))
    }
    guard let memory = frames[position.frame].loopMemories.removeValue(forKey: loop) else {
      // All such questions of a loop share one memory in Jinja, which helps nobody.
      return faulty(.secondChanged(at: self.place(method.range)))
    }
    let list = CheckedExpression(.list(.unknown), .list(values), at: place)
    return CheckedExpression(.bool, .changed(list, memory: memory), at: place)
  }
}
