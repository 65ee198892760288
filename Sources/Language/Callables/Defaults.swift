import Source

// `default`: something in the place of what is absent.
extension Callable {
  /// Another value where there is none; with `boolean` also where it is false or empty.
  static let defaultValue = fallingBack("default")
  /// Another value where there is none; with `boolean` also where it is false or empty.
  static let defaultShort = fallingBack("d")

  private static func fallingBack(_ name: String) -> Callable {
    Callable(name, "default_value?", "boolean?") { call in
      guard let input = call.input, let boolean = call.flag("boolean") else { return nil }
      guard
        let other = call.has("default_value")
          ? call.argument("default_value")
          : call.checker.constant(.string, .string(""), at: call.place)
      else { return nil }
      guard other.type != .unknown else { return nil }
      // What is never absent needs no other value, of whatever type that is.
      guard boolean || input.type.isOptional else {
        if case .constant = other.form { return input }
        return call.result(input.type, [input, other]) { _, arguments throws(Fault) in arguments[0]
        }
      }
      guard let type = input.type.present.joined(with: other.type), input.type != .none else {
        if input.type == .none { return other }
        return boolean ? call.differ(input, other) : call.mismatch(input, other)
      }
      if boolean {
        return call.checker.once(input, type) { input in
          let truth = call.checker.truth(of: input)
          guard truth.type != .unknown else { return nil }
          return CheckedExpression(
            type, .conditional(truth, then: input, otherwise: other), at: call.place)
        }
      }
      if case .constant = other.form {
        return CheckedExpression(type, .otherwise(input, other), at: call.place)
      }
      // Computed whether it is needed or not, so that what fails fails here as in Jinja.
      return call.result(type, [input, other]) { _, arguments throws(Fault) in
        arguments[0].isAbsent ? arguments[1] : arguments[0]
      }
    }
  }
}

extension CallSite {
  fileprivate func mismatch(_ input: CheckedExpression, _ other: CheckedExpression)
    -> CheckedExpression?
  {
    // A text such as 未填报 may stand for a number where only its text is wanted.
    if other.type == .string, input.type.present != .html,
      checker.requirePrintable(present(input)).type != .unknown
    {
      let text = CheckedExpression(.string, .text([present(input)]), at: input.place)
      let isPresent = CheckedExpression(.bool, .isPresent(input), at: place)
      return CheckedExpression(
        .string, .conditional(isPresent, then: text, otherwise: other), at: place)
    }
    return differ(input, other)
  }

  fileprivate func differ(_ input: CheckedExpression, _ other: CheckedExpression)
    -> CheckedExpression?
  {
    fail(
      .branchTypes(
        checker.name(of: other.type), checker.name(of: input.type), at: other.place,
        other: input.place))
  }

  private func present(_ input: CheckedExpression) -> CheckedExpression {
    CheckedExpression(input.type.present, input.form, at: input.place)
  }
}
