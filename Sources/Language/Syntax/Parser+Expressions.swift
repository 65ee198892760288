import Source
import Values

// Jinja's precedence, from loose to tight: conditional, or, and, not, comparison, + −, ~, * / // %,
// filters and tests, sign, postfix.
extension Parser {
  static let deepestNesting = 100
  private static let longestChain = 500

  mutating func expression() throws(Reported) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw report(.tooDeep(at: Location(file, current.range)))
    }
    return try conditional()
  }

  /// Notes one more operator of an expression, so that no chain of them is endless.
  private mutating func link() throws(Reported) {
    links += 1
    guard links <= Self.longestChain else {
      throw report(.tooDeep(at: Location(file, current.range)))
    }
  }

  private mutating func conditional() throws(Reported) -> Expression {
    var then = try disjunction()
    while current.isName("if") {
      let keyword = current.range
      advance()
      try link()
      let condition = try disjunction()
      guard takeName("else") else {
        throw report(.conditionalWithoutElse(at: Location(file, keyword)))
      }
      let otherwise = try expression()
      then = Expression(
        range: then.range.joined(with: otherwise.range),
        form: .conditional(then: then, condition: condition, otherwise: otherwise))
    }
    return then
  }

  mutating func disjunction() throws(Reported) -> Expression {
    var left = try conjunction()
    while takeName("or") {
      try link()
      let right = try conjunction()
      left = Expression(range: left.range.joined(with: right.range), form: .or(left, right))
    }
    return left
  }

  private mutating func conjunction() throws(Reported) -> Expression {
    var left = try negation()
    while takeName("and") {
      try link()
      let right = try negation()
      left = Expression(range: left.range.joined(with: right.range), form: .and(left, right))
    }
    return left
  }

  private mutating func negation() throws(Reported) -> Expression {
    guard current.isName("not") else { return try comparison() }
    let start = current.range
    advance()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw report(.tooDeep(at: Location(file, current.range)))
    }
    let operand = try negation()
    return Expression(range: start.joined(with: operand.range), form: .not(operand))
  }

  private mutating func comparison() throws(Reported) -> Expression {
    let first = try sum()
    var rest: [(relation: ComparisonOperator, operand: Expression)] = []
    while let comparison = takeComparison() {
      try link()
      rest.append((comparison, try sum()))
    }
    guard let last = rest.last else { return first }
    return Expression(
      range: first.range.joined(with: last.operand.range), form: .comparison(first, rest))
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    if current.isName("in") {
      advance()
      return .in
    }
    if current.isName("not"), next.isName("in") {
      advance()
      advance()
      return .notIn
    }
    guard current.kind == .symbol, let comparison = ComparisonOperator(rawValue: current.text)
    else { return nil }
    advance()
    return comparison
  }

  private mutating func sum() throws(Reported) -> Expression {
    var left = try concatenation()
    while current.isSymbol("+") || current.isSymbol("-") {
      left = try arithmetic(left) { (parser) throws(Reported) in try parser.concatenation() }
    }
    return left
  }

  private mutating func concatenation() throws(Reported) -> Expression {
    var left = try product()
    while current.isSymbol("~") {
      left = try arithmetic(left) { (parser) throws(Reported) in try parser.product() }
    }
    return left
  }

  private mutating func product() throws(Reported) -> Expression {
    var left = try unary(withFilters: true)
    while ["*", "/", "//", "%"].contains(where: { current.isSymbol($0) }) {
      left = try arithmetic(left) { (parser) throws(Reported) in try parser.unary(withFilters: true)
      }
    }
    return left
  }

  private mutating func arithmetic(
    _ left: Expression, operand: (inout Parser) throws(Reported) -> Expression
  ) throws(Reported) -> Expression {
    guard let operation = ArithmeticOperator(rawValue: current.text) else {
      throw unexpected(wanting: Wording(zh: "运算符", en: "an operator"))
    }
    advance()
    try link()
    let right = try operand(&self)
    return Expression(
      range: left.range.joined(with: right.range), form: .arithmetic(left, operation, right))
  }

  private mutating func unary(withFilters: Bool) throws(Reported) -> Expression {
    let start = current.range
    var expression: Expression
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw report(.tooDeep(at: Location(file, current.range)))
    }
    if take("-") != nil {
      let operand = try unary(withFilters: false)
      expression = Expression(range: start.joined(with: operand.range), form: .negative(operand))
    } else if take("+") != nil {
      let operand = try unary(withFilters: false)
      expression = Expression(range: start.joined(with: operand.range), form: .positive(operand))
    } else {
      expression = try postfix(try primary())
    }
    if current.isSymbol("**") { throw report(.leftOut(.power, at: Location(file, current.range))) }
    return withFilters ? try filtersAndTests(expression) : expression
  }

  private mutating func filtersAndTests(_ operand: Expression) throws(Reported) -> Expression {
    var expression = operand
    while true {
      if ["|", "("].contains(where: current.isSymbol) || current.isName("is") { try link() }
      if take("|") != nil {
        let name = try expectName()
        let (arguments, end) = try optionalArguments(after: name.range)
        expression = Expression(
          range: operand.range.joined(with: end), form: .filter(expression, name, arguments))
      } else if current.isName("is") {
        advance()
        expression = try test(of: expression)
      } else if current.isSymbol("(") {
        expression = try call(expression)
      } else {
        return expression
      }
    }
  }

  mutating func optionalArguments(after end: SourceRange) throws(Reported)
    -> ([Argument], SourceRange)
  {
    guard current.isSymbol("(") else { return ([], end) }
    return try arguments()
  }

  private mutating func test(of operand: Expression) throws(Reported) -> Expression {
    let negated = takeName("not")
    let name = try expectName()
    var arguments: [Argument] = []
    var end = name.range
    if current.isSymbol("(") {
      (arguments, end) = try self.arguments()
    } else if ["is", "if", "in", "not"].contains(where: current.isName) {
      // Jinja takes the word for the test's argument, which is never meant.
      throw report(.testNeedsParentheses(at: Location(file, operand.range.joined(with: end))))
    } else if startsBareTestArgument {
      let value = try postfix(try primary())
      arguments = [Argument(keyword: nil, value: value)]
      end = value.range
    }
    return Expression(
      range: operand.range.joined(with: end),
      form: .test(operand, name, arguments, negated: negated))
  }

  /// Whether `x is divisibleby 3` goes on with an argument without parentheses.
  private var startsBareTestArgument: Bool {
    switch current.kind {
    case .name: !["else", "or", "and"].contains(current.text)
    case .integer, .decimal, .string: true
    case .symbol: current.text == "[" || current.text == "{"
    default: false
    }
  }

  private mutating func postfix(_ operand: Expression) throws(Reported) -> Expression {
    var expression = operand
    while true {
      if [".", "[", "("].contains(where: current.isSymbol) { try link() }
      if take(".") != nil {
        expression = try member(of: expression)
      } else if current.isSymbol("[") {
        expression = try subscripted(expression)
      } else if current.isSymbol("(") {
        expression = try call(expression)
      } else {
        return expression
      }
    }
  }

  private mutating func member(of operand: Expression) throws(Reported) -> Expression {
    let token = current
    if token.kind == .integer, let index = Int64(token.text) {
      advance()
      let place = Expression(range: token.range, form: .integer(index))
      return Expression(
        range: operand.range.joined(with: token.range), form: .index(operand, place))
    }
    let name = try expectName()
    return Expression(range: operand.range.joined(with: name.range), form: .member(operand, name))
  }

  private mutating func subscripted(_ operand: Expression) throws(Reported) -> Expression {
    try expect("[")
    let from = current.isSymbol(":") ? nil : try expression()
    guard take(":") != nil else {
      let end = try expect("]").range
      guard let from else { throw unexpected(wanting: Wording(zh: "下标", en: "an index")) }
      return Expression(range: operand.range.joined(with: end), form: .index(operand, from))
    }
    let to = current.isSymbol("]") ? nil : try expression()
    let end = try expect("]").range
    return Expression(
      range: operand.range.joined(with: end), form: .slice(operand, from: from, to: to))
  }

  private mutating func call(_ function: Expression) throws(Reported) -> Expression {
    let (arguments, end) = try arguments()
    return Expression(range: function.range.joined(with: end), form: .call(function, arguments))
  }

  mutating func arguments() throws(Reported) -> ([Argument], SourceRange) {
    try expect("(")
    var arguments: [Argument] = []
    var hasKeyword = false
    while !current.isSymbol(")") {
      if !arguments.isEmpty {
        try expect(",")
        if current.isSymbol(")") { break }
      }
      if current.kind == .name, next.isSymbol("=") {
        let keyword = try expectName()
        hasKeyword = true
        try expect("=")
        arguments.append(Argument(keyword: keyword, value: try expression()))
      } else if hasKeyword {
        throw unexpected(wanting: Wording(zh: "`名称=值`", en: "`name=value`"))
      } else {
        arguments.append(Argument(keyword: nil, value: try expression()))
      }
    }
    return (arguments, try expect(")").range)
  }
}
