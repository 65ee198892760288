import Source

// Branches, loops and assignments.
extension Parser {
  mutating func ifStatement(_ opening: SourceRange) -> Statement {
    var branches: [Statement.Branch] = []
    var otherwise: [Statement]?
    branches.append(branch())
    while current.kind == .tagBegin, next.isName("elif") {
      advance()
      advance()
      branches.append(branch())
    }
    if current.kind == .tagBegin, next.isName("else") {
      advance()
      advance()
      inTag { _ in }
      otherwise = statements(until: ["endif"], closing: opening)
    }
    close(["endif"], opening: opening)
    if tokens[index - 1].isName("endif") { inTag { _ in } }
    return Statement(range: opening, form: .if(branches, otherwise: otherwise))
  }

  private mutating func branch() -> Statement.Branch {
    var condition = Expression(range: current.range, form: .missing)
    // As in Jinja, a conditional stands here only in parentheses.
    let isReadable = inTag { (parser) throws(Reported) in condition = try parser.disjunction() }
    if !isReadable { condition = Expression(range: condition.range, form: .missing) }
    let body = statements(until: ["elif", "else", "endif"], closing: nil)
    return Statement.Branch(condition: condition, body: body)
  }

  mutating func forStatement(_ opening: SourceRange) -> Statement {
    var targets: [Identifier] = []
    var list = Expression(range: opening, form: .missing)
    var filter: Expression?
    let isReadable = inTag { (parser) throws(Reported) in
      targets.append(try parser.expectTarget())
      while parser.take(",") != nil { targets.append(try parser.expectTarget()) }
      guard parser.takeName("in") else { throw parser.unexpected(wanting: Wording("`in`")) }
      // `x in a if c` means a filter here, so no conditional is read.
      list = try parser.disjunction()
      if parser.takeName("if") { filter = try parser.expression() }
      if parser.current.isName("recursive") {
        throw parser.report(
          .leftOut(.recursiveLoop, at: Location(parser.file, parser.current.range)))
      }
    }
    if !isReadable { list = Expression(range: opening, form: .missing) }
    let body = statements(until: ["else", "endfor"], closing: opening)
    var otherwise: [Statement]?
    if current.kind == .tagBegin, next.isName("else") {
      advance()
      advance()
      inTag { _ in }
      otherwise = statements(until: ["endfor"], closing: opening)
    }
    close(["endfor"], opening: opening)
    if tokens[index - 1].isName("endfor") { inTag { _ in } }
    return Statement(
      range: opening,
      form: .for(
        Statement.Loop(
          targets: targets, list: list, filter: filter, body: body, otherwise: otherwise)))
  }

  mutating func setStatement(_ start: SourceRange, opening: SourceRange) -> Statement? {
    var statement: Statement?
    var captured: (name: Identifier, filters: [(name: Identifier, arguments: [Argument])])?
    let isReadable = inTag { (parser) throws(Reported) in
      let name = try parser.expectTarget()
      if parser.current.kind == .tagEnd || parser.current.isSymbol("|") {
        captured = (name, try parser.captureFilters())
        return
      }
      let member = parser.take(".") == nil ? nil : try parser.expectName()
      if parser.current.isSymbol(",") {
        throw parser.report(.leftOut(.tuple, at: Location(parser.file, parser.current.range)))
      }
      try parser.expect("=")
      let value = try parser.expression()
      statement = Statement(
        range: start.joined(with: value.range),
        form: member.map { .setMember(name, $0, value) } ?? .set(name, value))
    }
    guard let (name, filters) = captured, isReadable else {
      return isReadable ? statement : statement?.withoutValue
    }
    let body = statements(until: ["endset"], closing: opening)
    close(["endset"], opening: opening)
    if tokens[index - 1].isName("endset") { inTag { _ in } }
    return Statement(
      range: opening, form: .capture(Statement.Capture(name: name, filters: filters, body: body)))
  }

  private mutating func captureFilters() throws(Reported)
    -> [(name: Identifier, arguments: [Argument])]
  {
    var filters: [(name: Identifier, arguments: [Argument])] = []
    while take("|") != nil {
      let name = try expectName()
      filters.append((name, try optionalArguments(after: name.range).0))
    }
    return filters
  }

  mutating func withStatement(_ opening: SourceRange) -> Statement {
    var values: [(name: Identifier, value: Expression)] = []
    inTag { (parser) throws(Reported) in
      while parser.current.kind != .tagEnd {
        if !values.isEmpty { try parser.expect(",") }
        let name = try parser.expectTarget()
        try parser.expect("=")
        values.append((name, try parser.expression()))
      }
    }
    let body = statements(until: ["endwith"], closing: opening)
    close(["endwith"], opening: opening)
    if tokens[index - 1].isName("endwith") { inTag { _ in } }
    return Statement(range: opening, form: .with(values, body: body))
  }

  /// A name that may be given a value.
  mutating func expectTarget() throws(Reported) -> Identifier {
    let target = try expectName()
    let reserved = ["loop", "true", "false", "none", "True", "False", "None"]
    guard !reserved.contains(target.name) else {
      throw report(.reservedName(target.name, at: Location(file, target.range)))
    }
    return target
  }
}
