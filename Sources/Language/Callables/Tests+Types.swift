import Source

// Tests whose answer follows from the type, and of letters.
extension Callable {
  /// Whether the value is a text.
  static let isString = typeTest("string") { type, _ in type == .string || type == .html }
  /// Whether the value is a number or, as in Python, a truth value.
  static let isNumber = typeTest("number") { type, _ in type.isNumber || type == .bool }
  /// Whether the value is a number with decimals.
  static let isDecimal = typeTest("float") { type, _ in type == .decimal }
  /// Whether the value is HTML, which is not escaped again.
  static let isEscaped = typeTest("escaped") { type, _ in type == .html }
  /// Whether the value can be called; none can, since functions are no values here.
  static let isCallable = typeTest("callable") { _, _ in false }
  /// Whether the value is a whole number.
  static let isInteger = typeTest("integer") { type, _ in type == .int }
  /// Whether the value is a truth value.
  static let isBoolean = typeTest("boolean") { type, _ in type == .bool }
  /// Whether the value is a map.
  static let isMapping = typeTest("mapping") { type, schema in isObject(type, schema) }
  /// Whether the value has elements in an order.
  static let isSequence = typeTest("sequence", isMany)
  /// Whether a loop can go through the value.
  static let isIterable = typeTest("iterable", isMany)

  private static func isObject(_ type: Type, _ schema: Schema) -> Bool {
    switch type {
    case .map: true
    case .record(let id): schema[id].isData
    default: false
    }
  }

  private static func isMany(_ type: Type, _ schema: Schema) -> Bool {
    switch type {
    case .list, .string, .html: true
    case .record(let id) where schema[id].isTuple: true
    default: isObject(type, schema)
    }
  }

  /// True for what is there and of such a type.
  private static func typeTest(_ name: String, _ holds: @escaping @Sendable (Type, Schema) -> Bool)
    -> Callable
  {
    Callable(name) { call in
      guard let input = call.input else { return nil }
      guard holds(input.type.present, call.checker.schema) else {
        // Computed all the same, since what fails must fail.
        return call.result(.bool, [input]) { _, _ throws(Fault) in Value(false) }
      }
      return CheckedExpression(.bool, .isPresent(input), at: call.place)
    }
  }

  /// Whether there is a filter of the name that is written out.
  static let isFilter = Callable("filter") { call in
    guard let name = call.writtenInput else { return nil }
    let known = call.checker.library.filters
    guard known[name] != nil || LeftOutNames.filter(name) == nil else {
      // Jinja has it.
      return call.fail(.unknownFilter(name, among: [], at: call.place))
    }
    return call.checker.constant(.bool, .bool(known[name] != nil), at: call.place)
  }

  /// Whether there is a test of the name that is written out.
  static let isTest = Callable("test") { call in
    guard let name = call.writtenInput else { return nil }
    let isKnown = call.checker.library.tests[name] != nil
    return call.checker.constant(.bool, .bool(isKnown), at: call.place)
  }

  /// Whether the value is the truth value `true`.
  static let isTrue = truthTest("true", true)
  /// Whether the value is the truth value `false`.
  static let isFalse = truthTest("false", false)

  /// True for this truth value alone, not for what counts as one in a condition.
  private static func truthTest(_ name: String, _ wanted: Bool) -> Callable {
    Callable(name) { call in
      guard let input = call.input else { return nil }
      let isBool = input.type.present == .bool
      return call.result(.bool, [input]) { _, arguments throws(Fault) in
        Value(isBool && !arguments[0].isAbsent && arguments[0].isTrue == wanted)
      }
    }
  }

  /// Whether all letters are small ones.
  static let isLowerCase = caseTest("lower") { $0.properties.isLowercase }
  /// Whether all letters are capitals.
  static let isUpperCase = caseTest("upper") { $0.properties.isUppercase }

  /// Whether there are letters with a case and all of them have this one.
  private static func caseTest(
    _ name: String, _ holds: @escaping @Sendable (Unicode.Scalar) -> Bool
  )
    -> Callable
  {
    Callable(name) { call in
      guard let input = call.textInput else { return nil }
      return call.result(.bool, [input]) { _, arguments throws(Fault) in
        let cased = arguments[0].string.unicodeScalars.filter {
          $0.properties.isLowercase || $0.properties.isUppercase
            || $0.properties.generalCategory == .titlecaseLetter
        }
        return Value(!cased.isEmpty && cased.allSatisfy(holds))
      }
    }
  }
}

extension CallSite {
  /// The text that stands before `is`, which must be written out.
  fileprivate var writtenInput: String? {
    guard let input = presentInput else { return nil }
    guard case .constant(.string(let text)) = input.form else {
      checker.report(.literalWanted(callable.name, at: input.place))
      return nil
    }
    return text
  }
}
