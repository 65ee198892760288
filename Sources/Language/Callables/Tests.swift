import Source
import Values

// What may stand behind `is`.
extension Callable {
  /// Whether there is a value.
  static let isDefined = Callable("defined") { call in
    call.input.map { CheckedExpression(.bool, .isPresent($0), at: call.place) }
  }

  /// Whether there is no value.
  static let isUndefined = absence("undefined")
  /// Whether there is no value.
  static let isNone = absence("none")

  private static func absence(_ name: String) -> Callable {
    Callable(name) { call in
      call.input.map { input in
        let present = CheckedExpression(.bool, .isPresent(input), at: call.place)
        return CheckedExpression(.bool, .not(present), at: call.place)
      }
    }
  }

  /// Whether a whole number is odd.
  static let isOdd = integerTest("odd") { $0 % 2 != 0 }
  /// Whether a whole number is even.
  static let isEven = integerTest("even") { $0 % 2 == 0 }

  private static func integerTest(_ name: String, _ holds: @escaping @Sendable (Int64) -> Bool)
    -> Callable
  {
    Callable(name) { call in
      guard let input = call.presentInput else { return nil }
      guard input.type == .int else { return call.wrongInput() }
      return call.result(.bool, [input]) { _, arguments throws(Fault) in
        Value(holds(arguments[0].integer))
      }
    }
  }

  /// Whether `num` divides a whole number.
  static let isDivisible = Callable("divisibleby", "num") { call in
    guard let input = call.presentInput, let divisor = call.argument("num", .int) else {
      return nil
    }
    guard input.type == .int else { return call.wrongInput() }
    return call.result(.bool, [input, divisor]) { _, arguments throws(Fault) in
      let divisor = arguments[1].integer
      guard divisor != 0 else { throw .arithmetic(.divisionByZero) }
      return Value(divisor == -1 || arguments[0].integer % divisor == 0)
    }
  }

  /// The comparing tests in all spellings of Jinja; signs only stand in quotes: `select('>', 1)`.
  static let comparisons: [Callable] = [
    comparing("eq", .equal), comparing("==", .equal), comparing("equalto", .equal),
    comparing("ne", .notEqual), comparing("!=", .notEqual),
    comparing("lt", .less), comparing("<", .less), comparing("lessthan", .less),
    comparing("le", .lessOrEqual), comparing("<=", .lessOrEqual),
    comparing("gt", .greater), comparing(">", .greater), comparing("greaterthan", .greater),
    comparing("ge", .greaterOrEqual), comparing(">=", .greaterOrEqual), comparing("in", .in),
  ]

  /// Whether two truth values are the same, or the value is absent.
  ///
  /// Only there is what Python calls the same object the same as equality.
  static let isSame = Callable("sameas", "other") { call in
    guard let input = call.input, let other = call.argument("other") else { return nil }
    switch (input.type, other.type) {
    case (_, .unknown): return nil
    case (_, .none), (.bool, .bool):
      let result = call.checker.compare(input, .equal, other)
      return result.type == .unknown ? nil : result
    case (_, .bool) where input.type.present != .bool, (.none, _):
      return call.result(.bool, [input, other]) { _, _ throws(Fault) in Value(false) }
    default:
      return call.wrongInput(help: [Wording(zh: "请用 `==` 比较", en: "compare with `==`")])
    }
  }

  private static func comparing(_ name: String, _ comparison: ComparisonOperator) -> Callable {
    Callable(name, "value") { call in
      guard let input = call.input, let value = call.argument("value") else { return nil }
      // An absent attribute is less than nothing and equal to nothing.
      let isEquality = comparison == .equal || comparison == .notEqual
      guard input.type.isOptional, !isEquality, input.type != .none else {
        let result = call.checker.compare(input, comparison, value)
        return result.type == .unknown ? nil : result
      }
      let present = CheckedExpression(input.type.present, input.form, at: input.place)
      let result = call.checker.compare(present, comparison, value)
      guard result.type != .unknown else { return nil }
      let isPresent = CheckedExpression(.bool, .isPresent(input), at: call.place)
      return CheckedExpression(.bool, .and(isPresent, result), at: call.place)
    }
  }

  /// Whether a text begins with another.
  static let startsWith = textTest("startingwith") { text, part in
    Machine.find(part, in: text.bytes(in: 0..<min(part.count, text.count))) == 0
  }

  /// Whether a text ends with another.
  static let endsWith = textTest("endingwith") { text, part in
    part.count <= text.count
      && Machine.find(part, in: text.bytes(in: (text.count - part.count)..<text.count)) == 0
  }

  private static func textTest(
    _ name: String, _ holds: @escaping @Sendable (TextBytes, TextBytes) -> Bool
  ) -> Callable {
    Callable(name, "value") { call in
      guard let input = call.textInput, let part = call.argument("value", .string) else {
        return nil
      }
      return call.result(.bool, [input, part]) { _, arguments throws(Fault) in
        Value(holds(arguments[0].text, arguments[1].text))
      }
    }
  }
}
