import Source
import Values

// The values that expressions begin with: names, literals, parentheses.
extension Parser {
  mutating func primary() throws(Reported) -> Expression {
    let token = current
    switch token.kind {
    case .name:
      advance()
      return Expression(range: token.range, form: Self.constant(token.text) ?? .name(token.text))
    case .integer:
      advance()
      return Expression(range: token.range, form: .integer(try integer(token)))
    case .decimal:
      advance()
      guard let value = try? Decimal(reading: token.text) else {
        throw report(.numberTooLarge(at: Location(file, token.range)))
      }
      return Expression(range: token.range, form: .decimal(value))
    case .string: return string()
    case .symbol where token.text == "(": return try parenthesized()
    case .symbol where token.text == "[": return try listLiteral()
    case .symbol where token.text == "{": return try mapLiteral()
    default: throw unexpected(wanting: Wording(zh: "一个值", en: "a value"))
    }
  }

  private static func constant(_ name: String) -> Expression.Form? {
    switch name {
    case "true", "True": .bool(true)
    case "false", "False": .bool(false)
    case "none", "None": Expression.Form.none
    default: nil
    }
  }

  private mutating func integer(_ token: Token) throws(Reported) -> Int64 {
    let digits = token.text.dropFirst(2)
    let value =
      switch token.text.prefix(2).lowercased() {
      case "0x": Int64(digits, radix: 16)
      case "0o": Int64(digits, radix: 8)
      case "0b": Int64(digits, radix: 2)
      default: Int64(token.text)
      }
    guard let value else { throw report(.numberTooLarge(at: Location(file, token.range))) }
    return value
  }

  /// Strings side by side are one, as in Python.
  private mutating func string() -> Expression {
    var text = ""
    var range = current.range
    while current.kind == .string {
      text += current.text
      range = range.joined(with: current.range)
      advance()
    }
    return Expression(range: range, form: .string(text))
  }

  private mutating func parenthesized() throws(Reported) -> Expression {
    let start = try expect("(").range
    let inner = try expression()
    if current.isSymbol(",") { throw report(.leftOut(.tuple, at: Location(file, current.range))) }
    let end = try expect(")").range
    return Expression(range: start.joined(with: end), form: inner.form)
  }

  private mutating func listLiteral() throws(Reported) -> Expression {
    let start = try expect("[").range
    var elements: [Expression] = []
    while !current.isSymbol("]") {
      if !elements.isEmpty {
        try expect(",")
        if current.isSymbol("]") { break }
      }
      elements.append(try expression())
    }
    let end = try expect("]").range
    return Expression(range: start.joined(with: end), form: .list(elements))
  }

  private mutating func mapLiteral() throws(Reported) -> Expression {
    let start = try expect("{").range
    var entries: [(key: Expression, value: Expression)] = []
    while !current.isSymbol("}") {
      if !entries.isEmpty {
        try expect(",")
        if current.isSymbol("}") { break }
      }
      let key = try expression()
      try expect(":")
      entries.append((key, try expression()))
    }
    let end = try expect("}").range
    return Expression(range: start.joined(with: end), form: .map(entries))
  }
}
