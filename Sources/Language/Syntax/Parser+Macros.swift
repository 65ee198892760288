import Source

// Macros, their use with a body, and templates that hold them.
extension Parser {
  mutating func macroStatement(_ opening: SourceRange) -> Statement? {
    var name: Identifier?
    var parameters: [Statement.Parameter] = []
    var mayLackCaller = false
    inTag { (parser) throws(Reported) in
      name = try parser.expectTarget()
      parameters = try parser.parameters()
      mayLackCaller = try parser.takeCaller(from: &parameters)
    }
    let body = statements(until: ["endmacro"], closing: opening)
    close(["endmacro"], opening: opening)
    guard tokens[index - 1].isName("endmacro") else { return nil }
    endMacro(name)
    guard let name else { return nil }
    return Statement(
      range: opening,
      form: .macro(
        Statement.Macro(
          name: name, parameters: parameters, mayLackCaller: mayLackCaller, body: body)))
  }

  /// Takes the parameter `caller=none`, which says that the macro may be used without a body.
  private mutating func takeCaller(from parameters: inout [Statement.Parameter]) throws(Reported)
    -> Bool
  {
    guard let index = parameters.firstIndex(where: { $0.name.name == "caller" }) else {
      return false
    }
    let caller = parameters.remove(at: index)
    guard let standard = caller.standard, case .none = standard.form else {
      throw report(.callerParameter(at: Location(file, caller.name.range)))
    }
    return true
  }

  /// The end of a macro, which may repeat its name.
  private mutating func endMacro(_ opening: Identifier?) {
    inTag { (parser) throws(Reported) in
      guard parser.current.kind == .name else { return }
      let closing = try parser.expectName()
      guard let opening, closing.name != opening.name else { return }
      throw parser.report(
        .wrongMacroName(
          closing.name, of: opening.name, at: Location(parser.file, closing.range),
          opening: Location(parser.file, opening.range)))
    }
  }

  mutating func callStatement(_ opening: SourceRange) -> Statement? {
    var parameters: [Statement.Parameter] = []
    var use: Expression?
    inTag { (parser) throws(Reported) in
      if parser.current.isSymbol("(") { parameters = try parser.parameters() }
      let start = parser.current.range
      let expression = try parser.expression()
      guard case .call = expression.form else {
        throw parser.report(
          .macroCallWanted(at: Location(parser.file, start.joined(with: expression.range))))
      }
      use = expression
    }
    let body = statements(until: ["endcall"], closing: opening)
    close(["endcall"], opening: opening)
    if tokens[index - 1].isName("endcall") { inTag { _ in } }
    guard let use else { return nil }
    return Statement(
      range: opening,
      form: .call(Statement.Call(parameters: parameters, use: use, body: body)))
  }

  private mutating func parameters() throws(Reported) -> [Statement.Parameter] {
    try expect("(")
    var parameters: [Statement.Parameter] = []
    while !current.isSymbol(")") {
      if !parameters.isEmpty { try expect(",") }
      parameters.append(try parameter(after: parameters))
    }
    try expect(")")
    return parameters
  }

  private mutating func parameter(after others: [Statement.Parameter]) throws(Reported)
    -> Statement.Parameter
  {
    let name = try expectTarget()
    if let first = others.first(where: { $0.name.name == name.name }) {
      throw report(
        .duplicateParameter(
          name.name, at: Location(file, name.range), first: Location(file, first.name.range)))
    }
    let type = take(":") == nil ? nil : try typeName()
    let standard = take("=") == nil ? nil : try expression()
    if standard == nil, let optional = others.last, optional.standard != nil {
      throw report(
        .parameterAfterDefault(name.name, at: Location(file, name.range)))
    }
    return Statement.Parameter(name: name, type: type, standard: standard)
  }

  private mutating func typeName() throws(Reported) -> TypeName {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw report(.tooDeep(at: Location(file, current.range)))
    }
    let name = try expectName()
    var arguments: [TypeName] = []
    var range = name.range
    if take("<") != nil {
      arguments.append(try typeName())
      range = range.joined(with: try expect(">").range)
    }
    let mark = take("?")
    if let mark { range = range.joined(with: mark.range) }
    return TypeName(
      range: range, name: name.name, arguments: arguments, isOptional: mark != nil)
  }
}

// MARK: - Other templates

extension Parser {
  mutating func importStatement(_ opening: SourceRange) -> Statement? {
    var statement: Statement?
    inTag { (parser) throws(Reported) in
      let template = try parser.includedName()
      guard parser.takeName("as") else { throw parser.unexpected(wanting: Wording("`as`")) }
      let alias = try parser.expectTarget()
      try parser.skipContext()
      statement = Statement(
        range: opening, form: .import(template, as: alias))
    }
    return statement
  }

  mutating func fromStatement(_ opening: SourceRange) -> Statement? {
    var statement: Statement?
    inTag { (parser) throws(Reported) in
      let template = try parser.includedName()
      guard parser.takeName("import") else {
        throw parser.unexpected(wanting: Wording("`import`"))
      }
      var names = [try parser.importedName()]
      while parser.take(",") != nil { names.append(try parser.importedName()) }
      try parser.skipContext()
      statement = Statement(range: opening, form: .from(template, names: names))
    }
    return statement
  }

  private mutating func importedName() throws(Reported) -> (name: Identifier, alias: Identifier) {
    let name = try expectTarget()
    if name.name.hasPrefix("_") {
      throw report(.privateName(name.name, at: Location(file, name.range)))
    }
    return (name, takeName("as") ? try expectTarget() : name)
  }

  /// Macros see no context, so an import with and one without it are the same.
  private mutating func skipContext() throws(Reported) {
    guard current.isName("with") || current.isName("without") else { return }
    advance()
    guard takeName("context") else { throw unexpected(wanting: Wording("`context`")) }
  }
}
