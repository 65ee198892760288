package import Source

/// A filter, a test or a function: how its use is checked and what it does.
package struct Callable: Sendable {
  let name: String
  let parameters: [Parameter]
  /// Gives the checked call, or nil after a finding.
  let check: @Sendable (CallSite) -> CheckedExpression?

  /// A parameter by name; arguments may be given in this order or by keyword.
  struct Parameter: Sendable {
    let name: String
    let isRequired: Bool
  }

  /// `parameters` are names in order; one that ends in `?` may be left out.
  package init(
    _ name: String, _ parameters: String...,
    check: @escaping @Sendable (CallSite) -> CheckedExpression?
  ) {
    self.init(name, parameters: parameters, check: check)
  }

  /// The same with the parameters as a list.
  package init(
    _ name: String, parameters: [String],
    check: @escaping @Sendable (CallSite) -> CheckedExpression?
  ) {
    self.name = name
    self.parameters = parameters.map { parameter in
      parameter.hasSuffix("?")
        ? Parameter(name: String(parameter.dropLast()), isRequired: false)
        : Parameter(name: parameter, isRequired: true)
    }
    self.check = check
  }

  /// Places for so many values without names of their own; their names cannot be written.
  static func places(_ count: Int) -> [String] { (1...count).map { "value \($0)?" } }
}

/// The filters, tests and functions that programs may use.
package struct Library: Sendable {
  let filters: [String: Callable]
  let tests: [String: Callable]
  let functions: [String: Callable]

  /// Whether `safe` may turn any text into HTML: only where a designer renders data of their own,
  /// never where editors write the texts.
  let trustsTexts: Bool

  /// The language's own, and those that other rooms add.
  package init(
    trustingTexts: Bool = false, filters: [Callable] = [], tests: [Callable] = [],
    functions: [Callable] = []
  ) {
    trustsTexts = trustingTexts
    self.filters = Self.byName(Callable.filters + filters)
    self.tests = Self.byName(Callable.tests + tests)
    self.functions = Self.byName(Callable.functions + functions)
  }

  private static func byName(_ callables: [Callable]) -> [String: Callable] {
    Dictionary(callables.map { ($0.name, $0) }) { _, later in later }
  }
}

/// One use of a callable, as its checking function sees it.
package final class CallSite {
  package let checker: Checker
  /// What stands before the bar or before `is`; nil for a function.
  package let input: CheckedExpression?
  let callable: Callable
  /// The whole call.
  package let place: Location
  /// The name alone.
  package let namePlace: Location
  private let arguments: [String: Expression]
  private var checked: [String: CheckedExpression] = [:]

  init(
    _ callable: Callable, input: CheckedExpression?, arguments: [String: Expression],
    checker: Checker, place: Location, namePlace: Location
  ) {
    self.callable = callable
    self.input = input
    self.arguments = arguments
    self.checker = checker
    self.place = place
    self.namePlace = namePlace
  }
}

extension CallSite {
  /// Whether the argument was given.
  package func has(_ name: String) -> Bool { arguments[name] != nil }

  /// The arguments in the places without names, in order.
  var unnamed: [Expression] {
    (1...max(1, arguments.count)).map { arguments["value \($0)"] }.prefix { $0 != nil }
      .compactMap { $0 }
  }

  /// The arguments that have names, in the order in which they stand.
  func named(besides others: String...) -> [(name: String, value: Expression)] {
    arguments.filter { !$0.key.contains(" ") && !others.contains($0.key) }
      .sorted { $0.value.range.lower < $1.value.range.lower }.map { ($0.key, $0.value) }
  }

  /// The argument as written.
  func written(_ name: String) -> Expression? { arguments[name] }

  /// The argument, whatever its type, or nil if it was left out.
  package func argument(_ name: String) -> CheckedExpression? {
    if let known = checked[name] { return known }
    guard let expression = arguments[name] else { return nil }
    let value = checker.check(expression)
    checked[name] = value
    return value
  }

  /// The argument as a value of `type`; the default where it was left out; nil after a finding.
  package func argument(_ name: String, _ type: Type, else constant: Constant? = nil)
    -> CheckedExpression?
  {
    guard let value = argument(name) else {
      return constant.map { checker.constant(type, $0, at: place) }
    }
    guard value.type != .unknown else { return nil }
    // Where nothing is what stands for a missing argument, nothing may also be written.
    if value.type == .none, constant == Constant.none { return value }
    guard value.type.fits(type) else {
      return fail(
        .argumentType(
          name, of: callable.name, wanted: type.name, found: checker.name(of: value.type),
          at: value.place))
    }
    return value
  }

  /// The text of an argument that must be written out.
  package func literal(_ name: String) -> (text: String, place: Location)? {
    guard let expression = arguments[name] else { return nil }
    guard case .string(let text) = expression.form else {
      checker.report(.literalWanted(name, at: checker.place(expression.range)))
      return nil
    }
    return (text, checker.place(expression.range))
  }

  /// A yes or no, which may be computed.
  func truth(_ name: String, else missing: Bool = false) -> CheckedExpression? {
    argument(name, .bool, else: .bool(missing))
  }

  /// The text of an argument that is written out, and nil without a finding if it is something else.
  package func writtenText(_ name: String) -> (text: String, place: Location)? {
    guard let expression = arguments[name], case .string(let text) = expression.form else {
      return nil
    }
    return (text, checker.place(expression.range))
  }

  /// Says that an argument is not what is wanted.
  package func wrongArgument(_ name: String, _ value: CheckedExpression, wanted: Wording)
    -> CheckedExpression?
  {
    let found = checker.name(of: value.type)
    return fail(
      .template(
        "T020",
        Wording(
          zh: "`\(callable.name)` 的 \(name) 应为\(wanted.chinese)，这里是 \(found)",
          en: "\(name) of `\(callable.name)` must be \(wanted.english), this is \(found)"),
        at: value.place))
  }

  /// The yes or no of an argument that must be written out.
  package func flag(_ name: String) -> Bool? {
    guard let expression = arguments[name] else { return false }
    guard case .bool(let flag) = expression.form else {
      checker.report(.literalWanted(name, at: checker.place(expression.range)))
      return nil
    }
    return flag
  }

  /// The whole number of an argument that must be written out.
  package func integer(_ name: String, else missing: Int) -> Int? {
    guard let expression = arguments[name] else { return missing }
    switch expression.form {
    case .integer(let value): return Int(value)
    case .negative(let inner):
      if case .integer(let value) = inner.form { return -Int(value) }
    default: break
    }
    checker.report(.literalWanted(name, at: checker.place(expression.range)))
    return nil
  }

  /// Reports a finding; nil, so that it can be returned at once.
  package func fail(_ diagnostic: Diagnostic) -> CheckedExpression? {
    checker.report(diagnostic)
    return nil
  }

  /// The input, which must not be absent.
  package var presentInput: CheckedExpression? {
    guard let input else { return nil }
    let present = checker.requirePresent(input)
    return present.type == .unknown ? nil : present
  }

  /// The input as a list, with the type of its elements.
  package var listInput: (list: CheckedExpression, element: Type)? {
    guard let list = presentInput else { return nil }
    let element = checker.elementType(of: list)
    return list.type == .unknown || (element == .unknown && list.type != .list(.unknown))
      ? nil : (list, element)
  }

  /// Says that the callable does not go with its input.
  package func wrongInput(help: [Wording] = []) -> CheckedExpression? {
    guard let input else { return nil }
    var finding = Diagnostic.operand(
      (isTest ? "is " : "|") + callable.name, checker.name(of: input.type), at: input.place)
    finding.help = help
    return fail(finding)
  }

  /// Whether the name stands behind `is`, or is that of a test alone.
  private var isTest: Bool {
    guard checker.library.tests[callable.name] != nil else { return false }
    guard checker.library.filters[callable.name] != nil, let start = namePlace.range?.lower else {
      return true
    }
    let before = namePlace.file.text(in: SourceRange(0, start))
    let word = before.split(whereSeparator: \.isWhitespace).last ?? ""
    return word == "is" || word == "not"
  }

  /// The call as an expression of `type`.
  package func result(
    _ type: Type, _ arguments: [CheckedExpression], _ implementation: @escaping Implementation
  ) -> CheckedExpression {
    CheckedExpression(type, .call(implementation, arguments), at: place)
  }
}

extension CallSite {
  /// A text that is known already, as a value of `type`.
  package func constant(_ text: String, _ type: Type) -> CheckedExpression {
    checker.constant(type, .string(text), at: place)
  }
}
