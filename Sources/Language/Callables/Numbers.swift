import Source
import Values

// Filters that compute.
extension Callable {
  /// The number without its sign.
  static let absolute = Callable("abs") { call in
    guard let input = call.presentInput else { return nil }
    guard input.type.isNumber || input.type.isQuotient else { return call.wrongInput() }
    return call.result(input.type, [input]) { machine, arguments throws(Fault) in
      let value = arguments[0]
      if value.tag == .quotient { return machine.scratch.quotient(value.quotient.magnitude) }
      return Value(
        try Fault.catching { () throws(ArithmeticFault) in try value.decimal.magnitude() })
    }
  }

  /// To a number of decimals, half up unless another method is named.
  static let round = Callable("round", "precision?", "method?") { call in
    guard let input = call.presentInput else { return nil }
    guard let rounded = input.type.rounded else { return call.wrongInput() }
    guard let precision = call.argument("precision", .int, else: .number(.zero)),
      let method = call.rounding
    else { return nil }
    // A whole number has no decimals to fill, only tens to lose.
    let isWhole = input.type == .int
    return call.result(rounded, [input, precision]) { _, arguments throws(Fault) in
      let places = Int(clamping: arguments[1].integer)
      if isWhole, 0 <= places { return arguments[0] }
      return try arguments[0].rounded(to: places, method)
    }
  }

  /// The sum of the elements, or of an attribute of each, from `start` on.
  static let sum = Callable("sum", "attribute?", "start?") { call in
    guard let (list, element) = call.listInput,
      let values = call.mapped(list, element, attribute: "attribute"),
      case .list(let read) = values.type
    else { return nil }
    guard read.isNumber || read == .unknown else {
      if read.isOptional {
        return call.fail(.elementMayBeAbsent("sum", at: call.namePlace))
      }
      return call.fail(.operand("|sum", call.checker.name(of: read), at: call.place))
    }
    let type: Type = read == .unknown ? .int : read
    guard let start = call.argument("start", type, else: .number(.zero)) else { return nil }
    return call.result(type, [values, start]) { _, arguments throws(Fault) in
      var total = arguments[1]
      for value in arguments[0].elements {
        total = try Machine.arithmetic(.add, total, value)
      }
      return total
    }
  }

  /// The middle value, or the mean of the two in the middle: exact, so it must be rounded.
  static let median = quantileFilter("median") { _ in (1, 2) }

  /// The part of a hundred or of four below which so many of the values lie.
  static let quantile = quantileFilter("quantile", "part", "of") { call in
    guard let part = call.integer("part", else: 1), let whole = call.integer("of", else: 2) else {
      return nil
    }
    return (part, whole)
  }

  /// By linear interpolation between neighbours.
  private static func quantileFilter(
    _ name: String, _ parameters: String..., fraction: @escaping @Sendable (CallSite) -> (Int, Int)?
  ) -> Callable {
    let check: @Sendable (CallSite) -> CheckedExpression? = { call in
      guard let (list, element) = call.listInput, let (part, whole) = fraction(call) else {
        return nil
      }
      guard let unit = element.unit else { return call.wrongInput() }
      guard 0 <= part, part <= whole, 0 < whole else {
        return call.fail(.operand("|\(name)", "\(part)/\(whole)", at: call.place))
      }
      return call.result(.quotient(of: unit), [list]) { machine, arguments throws(Fault) in
        let values = arguments[0].elements.sorted { Machine.order($0, $1) < 0 }
        guard !values.isEmpty else { throw .indexOutOfRange }
        let position = (values.count - 1) * part
        let lower = values[position / whole].decimal
        let upper = values[min(position / whole + 1, values.count - 1)].decimal
        return try Fault.catching { () throws(ArithmeticFault) in
          let share = try Quotient(Decimal(Int64(position % whole)), over: Decimal(Int64(whole)))
          let step = try share.multiplying(try upper.subtracting(lower))
          return machine.scratch.quotient(try step.adding(lower))
        }
      }
    }
    return parameters.isEmpty
      ? Callable(name, check: check) : Callable(name, parameters[0], parameters[1], check: check)
  }
}

extension CallSite {
  /// The method of rounding that is written out, half up if none is.
  var rounding: Rounding? {
    guard has("method") else { return .halfUp }
    guard let (name, place) = literal("method") else { return nil }
    switch name {
    case "common", "half_up": return .halfUp
    case "half_even": return .halfEven
    case "ceil": return .ceil
    case "floor": return .floor
    case "down": return .down
    default:
      _ = fail(
        .unknownArgument(
          name, of: "round", among: ["common", "ceil", "floor", "half_even", "down"], at: place))
      return nil
    }
  }
}

extension Type {
  var isQuotient: Bool { if case .quotient = self { true } else { false } }

  /// What rounding gives.
  var rounded: Type? {
    switch self {
    case .int: .int
    case .decimal: .decimal
    case .percent, .money, .price, .area: self
    case .quotient(of: .number): .decimal
    case .quotient(of: .money): .money
    case .quotient(of: .price): .price
    case .quotient(of: .area): .area
    default: nil
    }
  }

  /// The unit that a quotient of the type has.
  var unit: Type.Unit? {
    switch self {
    case .int, .decimal, .percent, .quotient(of: .number): .number
    case .money, .quotient(of: .money): .money
    case .price, .quotient(of: .price): .price
    case .area, .quotient(of: .area): .area
    default: nil
    }
  }
}

extension Value {
  /// A number or quotient with so many decimals.
  func rounded(to places: Int, _ method: Rounding) throws(Fault) -> Value {
    try Fault.catching { () throws(ArithmeticFault) in
      if tag == .quotient { return Value(try quotient.rounded(to: places, method)) }
      return Value(try decimal.rounded(to: places, method))
    }
  }
}
