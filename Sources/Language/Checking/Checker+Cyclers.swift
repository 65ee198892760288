import Source
import Values

// `cycler` and `joiner`: values that remember how often they were asked.
extension Checker {
  /// `cycler('odd', 'even')`.
  func checkCycler(_ arguments: [Argument], _ name: SourceRange, at place: Location)
    -> CheckedExpression
  {
    if let keyword = arguments.lazy.compactMap(\.keyword).first {
      return faulty(
        .unknownArgument(keyword.name, of: "cycler", among: [], at: self.place(keyword.range)))
    }
    let values = arguments.map { check($0.value) }
    guard !values.isEmpty else {
      return faulty(.missingArgument("value", of: "cycler", at: self.place(name)))
    }
    guard let type = commonType(of: values), type != .unknown else { return faulty(at: place) }
    let list = CheckedExpression(.list(type), .list(values), at: place)
    let start = constant(.int, .number(.zero), at: place)
    return CheckedExpression(.cycler(type), .record([list, start]), at: place)
  }

  /// `joiner(', ')`.
  func checkJoiner(_ arguments: [Argument], _ name: Identifier, at place: Location)
    -> CheckedExpression
  {
    let separator = Callable.Parameter(name: "sep", isRequired: false)
    guard let given = match(arguments, to: [separator], of: name) else { return faulty(at: place) }
    let text = given["sep"].map { present($0) } ?? constant(.string, .string(", "), at: place)
    guard text.type != .unknown else { return faulty(at: place) }
    guard text.type == .string else {
      return faulty(
        .argumentType(
          "sep", of: "joiner", wanted: "String", found: self.name(of: text.type), at: text.place))
    }
    let isUsed = constant(.bool, .bool(false), at: place)
    return CheckedExpression(.joiner, .record([text, isUsed]), at: place)
  }

  /// `c.next()` and `c.reset()`.
  func cyclerCall(
    _ method: Identifier, of owner: CheckedExpression, _ element: Type, _ arguments: [Argument],
    at place: Location
  ) -> CheckedExpression {
    guard ["next", "reset"].contains(method.name) else {
      return faulty(noCyclerMember(method))
    }
    if let argument = arguments.first {
      return faulty(.extraArgument(of: method.name, at: self.place(argument.value.range)))
    }
    position.readsState = true
    return method.name == "next"
      ? CheckedExpression(element, .call(Operations.nextOfCycler, [owner]), at: place)
      : CheckedExpression(.none, .call(Operations.resetCycler, [owner]), at: place)
  }

  func noCyclerMember(_ name: Identifier) -> Diagnostic {
    let known = ["current", "next", "reset"]
    return .noSuchMember(
      name.name, of: "cycler", known: known, suggestion: NearMiss.of(name.name, among: known),
      at: place(name.range), origin: [])
  }

  /// `j()`: the separator, except the first time.
  func joinerCall(_ joiner: CheckedExpression, _ arguments: [Argument], at place: Location)
    -> CheckedExpression
  {
    if let argument = arguments.first {
      return faulty(.extraArgument(of: "joiner", at: self.place(argument.value.range)))
    }
    position.readsState = true
    return CheckedExpression(.string, .call(Operations.askJoiner, [joiner]), at: place)
  }
}

extension Operations {
  static let currentOfCycler: Implementation = { _, of throws(Fault) in
    of[0].cells[0].elements[Int(of[0].cells[1].integer)]
  }

  static let nextOfCycler: Implementation = { _, of throws(Fault) in
    let cells = of[0].cells
    let position = Int(cells[1].integer)
    cells[1] = Value((position + 1) % cells[0].elements.count)
    return cells[0].elements[position]
  }

  static let resetCycler: Implementation = { _, of throws(Fault) in
    of[0].cells[1] = Value(0)
    return .absent
  }

  static let askJoiner: Implementation = { machine, of throws(Fault) in
    let cells = of[0].cells
    if cells[1].isTrue { return cells[0] }
    cells[1] = Value(true)
    return machine.scratch.text("")
  }
}
