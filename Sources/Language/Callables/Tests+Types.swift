import Source

// Tests whose answer follows from the type, and of letters.
extension Callable {
  static let isString = typeTest("string") { type, _ in type == .string || type == .html }
  static let isNumber = typeTest("number") { type, _ in type.isNumber || type == .bool }
  static let isInteger = typeTest("integer") { type, _ in type == .int }
  static let isBoolean = typeTest("boolean") { type, _ in type == .bool }
  static let isMapping = typeTest("mapping") { type, schema in isObject(type, schema) }
  static let isSequence = typeTest("sequence", isMany)
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

  static let isTrue = truthTest("true", true)
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

  static let isLowerCase = caseTest("lower") { $0.properties.isLowercase }
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
