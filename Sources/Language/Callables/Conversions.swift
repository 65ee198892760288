import Source
import Values

// Filters that turn one kind of value into another.
extension Callable {
  /// A whole number: decimals are cut off, a text is read as Python reads it.
  ///
  /// `base` is that of the digits of a text, from 2 to 36; in others no text is a number.
  static let integer = Callable("int", "default?", "base?") { call in
    guard let input = call.presentInput,
      let other = call.argument("default", .int, else: .number(.zero)),
      let base = call.argument("base", .int, else: .number(Decimal(10)))
    else { return nil }
    switch input.type {
    case .int: return input
    case .decimal:
      return call.result(.int, [input]) { _, arguments throws(Fault) in
        try arguments[0].rounded(to: 0, .down)
      }
    case .bool:
      return call.result(.int, [input]) { _, arguments throws(Fault) in
        Value(arguments[0].isTrue ? 1 : 0)
      }
    case .string:
      return call.result(.int, [input, other, base]) { _, arguments throws(Fault) in
        let number = try NumeralText.integer(
          arguments[0].string, base: Int(clamping: arguments[2].integer))
        return number.map { Value($0) } ?? arguments[1]
      }
    default: return call.wrongInput()
    }
  }

  /// Whether the value is true in a condition; of numbers, whether it is another than zero.
  static let truth = Callable("bool") { call in
    guard let input = call.presentInput else { return nil }
    if input.type.isNumber {
      return call.result(.bool, [input]) { _, arguments throws(Fault) in
        Value(arguments[0].integer != 0)
      }
    }
    let truth = call.checker.truth(of: input)
    return truth.type == .unknown ? nil : truth
  }

  /// The member of that name, which must be written out.
  static let attribute = Callable("attr", "name") { call in
    guard let input = call.presentInput else { return nil }
    if case .record(let id) = input.type, call.checker.schema[id].isData {
      // Jinja's `attr` does not see the keys of an object.
      return call.wrongInput(help: [Wording(zh: "请写 `.名称`", en: "write `.name`")])
    }
    guard let (name, place) = call.literal("name") else { return nil }
    if case .record(let record) = input.type {
      return call.checker.member(name, of: input, record, at: call.place, nameAt: place)
    }
    return call.checker.valueMember(name, of: input, at: call.place)
      ?? call.fail(.noMembers(name, of: call.checker.name(of: input.type), at: place))
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

extension CheckedExpression {
  /// Whether the value is a text that stands in the template itself.
  fileprivate var isWrittenOut: Bool {
    if case .constant(.string) = form { true } else { false }
  }
}
