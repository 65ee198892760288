import Source
import Values

// Filters that turn one kind of value into another.
extension Callable {
  /// A whole number: decimals are cut off, a text is read as Python reads it.
  static let integer = Callable("int", "default?") { call in
    guard let input = call.presentInput,
      let other = call.argument("default", .int, else: .number(.zero))
    else { return nil }
    switch input.type {
    case .int: return input
    case .decimal:
      return call.result(.int, [input]) { _, arguments throws(Fault) in
        try arguments[0].rounded(to: 0, .down)
      }
    case .string:
      return call.result(.int, [input, other]) { _, arguments throws(Fault) in
        try NumeralText.integer(arguments[0].string).map { Value($0) } ?? arguments[1]
      }
    default: return call.wrongInput()
    }
  }

  /// The text of a value, as it prints.
  static let string = Callable("string") { call in
    guard let input = call.presentInput else { return nil }
    if input.type == .html || input.type == .string { return input }
    guard call.checker.requirePrintable(input).type != .unknown else { return nil }
    return CheckedExpression(.string, .text([input]), at: call.place)
  }

  /// A text that is HTML already, on the author's word.
  static let safe = Callable("safe") { call in
    guard let input = call.presentInput else { return nil }
    switch input.type {
    case .html: return input
    case .string where call.checker.library.trustsTexts || input.isWrittenOut:
      return call.result(.html, [input]) { _, arguments throws(Fault) in
        var value = arguments[0]
        value.tag = .html
        return value
      }
    case .string:
      return call.wrongInput(help: [
        Wording(
          zh: "编辑写的文字总是转义；`safe` 只用于模板里写出的文字",
          en: "texts of editors are always escaped; `safe` is for text written in the template")
      ])
    default: return call.wrongInput()
    }
  }

  /// The elements of a list, the characters of a text, the keys of a map.
  static let list = Callable("list") { call in
    guard let input = call.presentInput else { return nil }
    if case .list = input.type { return input }
    if input.type == .string {
      return call.result(.list(.string), [input]) { machine, arguments throws(Fault) in
        let scalars = arguments[0].string.unicodeScalars
        return machine.scratch.list(scalars.map { machine.scratch.text(String($0)) })
      }
    }
    guard let map = call.checker.asMap(input) else { return call.wrongInput() }
    return call.result(.list(.string), [map]) { machine, arguments throws(Fault) in
      let entries = arguments[0].elements
      return machine.scratch.list(stride(from: 0, to: entries.count, by: 2).map { entries[$0] })
    }
  }
}

/// Numbers in texts, as Python's `int` reads them.
enum NumeralText {
  /// The whole number that the text says, decimals cut off; nil if it says none.
  static func integer(_ text: String) throws(Fault) -> Int64? {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, first.isPythonSpace { rest.removeFirst() }
    while let last = rest.last, last.isPythonSpace { rest.removeLast() }
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let (value, count) = try digits(&rest, isNegative: isNegative)
    if 0 < count, rest.isEmpty { return value }
    guard rest.first == "." else {
      try refuseExponent(rest, digits: count)
      return nil
    }
    rest.removeFirst()
    var fraction = 0
    while let scalar = rest.first, scalar.properties.numericType == .decimal {
      rest.removeFirst()
      fraction += 1
    }
    guard 0 < count + fraction else { return nil }
    try refuseExponent(rest, digits: count + fraction)
    return rest.isEmpty ? value : nil
  }

  /// Digits of any script, with single `_` between them.
  private static func digits(
    _ rest: inout Substring.UnicodeScalarView, isNegative: Bool
  ) throws(Fault) -> (value: Int64, count: Int) {
    var value: Int64 = 0
    var count = 0
    while let scalar = rest.first {
      let isJoint = scalar == "_" && 0 < count
      let next = isJoint ? rest.dropFirst().first : scalar
      guard let next, next.properties.numericType == .decimal,
        let digit = next.properties.numericValue
      else { break }
      rest.removeFirst(isJoint ? 2 : 1)
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative
        ? product.subtractingReportingOverflow(Int64(digit))
        : product.addingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { throw .arithmetic(.overflow) }
      value = sum
      count += 1
    }
    return (value, count)
  }

  private static func refuseExponent(_ rest: Substring.UnicodeScalarView, digits: Int)
    throws(Fault)
  {
    guard 0 < digits, rest.first == "e" || rest.first == "E" else { return }
    throw .refused(
      Wording(zh: "不读科学记数法的数字", en: "numbers with an exponent are not read"))
  }
}

extension CheckedExpression {
  /// Whether the value is a text that stands in the template itself.
  fileprivate var isWrittenOut: Bool {
    if case .constant(.string) = form { true } else { false }
  }
}
