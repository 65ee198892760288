import Source

// Blocks and includes.
extension Parser {
  mutating func blockStatement(_ opening: SourceRange) -> Statement? {
    var name: Identifier?
    var isScoped = false
    var isRequired = false
    let isReadable = inTag { (parser) throws(Reported) in
      name = try parser.expectName()
      isScoped = parser.takeName("scoped")
      isRequired = parser.takeName("required")
    }
    let body = statements(until: ["endblock"], closing: opening)
    close(["endblock"], opening: opening)
    guard tokens[index - 1].isName("endblock"), let name else { return nil }
    inTag { (parser) throws(Reported) in
      guard parser.current.kind == .name else { return }
      let closing = try parser.expectName()
      guard closing.name == name.name else {
        throw parser.report(
          .wrongBlockName(
            closing.name, of: name.name, at: Location(parser.file, closing.range),
            opening: Location(parser.file, name.range)))
      }
    }
    noteBlock(name)
    if isRequired, let content = body.first(where: { !$0.isBlank }) {
      diagnostics.append(
        .requiredBlockWithContents(name.name, at: Location(file, content.range)))
    }
    return Statement(
      range: opening,
      form: .block(
        Statement.Block(
          name: name, isScoped: isScoped, isRequired: isRequired && isReadable, body: body)))
  }

  private mutating func noteBlock(_ name: Identifier) {
    if let first = blocks[name.name] {
      diagnostics.append(
        .duplicateBlock(
          name.name, at: Location(file, name.range), first: Location(file, first)))
    }
    blocks[name.name] = name.range
  }

  mutating func includeStatement(_ opening: SourceRange) -> Statement? {
    var statement: Statement?
    inTag { (parser) throws(Reported) in
      let names = try parser.includedNames()
      var ignoresMissing = false
      if parser.takeName("ignore") {
        guard parser.takeName("missing") else {
          throw parser.unexpected(wanting: Wording("`missing`"))
        }
        ignoresMissing = true
      }
      var seesScope = true
      var bindings: [(name: Identifier, value: Expression)] = []
      if parser.takeName("without") {
        guard parser.takeName("context") else {
          throw parser.unexpected(wanting: Wording("`context`"))
        }
        seesScope = false
      } else if parser.takeName("with"), !parser.takeName("context") {
        bindings = try parser.includeBindings()
        seesScope = !parser.takeName("only")
      }
      statement = Statement(
        range: opening,
        form: .include(
          Statement.Include(
            names: names, ignoresMissing: ignoresMissing, bindings: bindings,
            seesScope: seesScope)))
    }
    return statement
  }

  private mutating func includedNames() throws(Reported) -> [Statement.Reference] {
    guard take("[") != nil else { return [try includedName()] }
    var names = [try includedName()]
    while take(",") != nil { names.append(try includedName()) }
    try expect("]")
    return names
  }

  /// The name of a template, which must be written out.
  mutating func includedName() throws(Reported) -> Statement.Reference {
    guard current.kind == .string else {
      throw report(.leftOut(.dynamicInclude, at: Location(file, current.range)))
    }
    return try expectReference()
  }

  private mutating func includeBindings() throws(Reported)
    -> [(name: Identifier, value: Expression)]
  {
    try expect("{")
    var bindings: [(name: Identifier, value: Expression)] = []
    while !current.isSymbol("}") {
      if !bindings.isEmpty {
        try expect(",")
        if current.isSymbol("}") { break }
      }
      let name = try expectString()
      try expect(":")
      bindings.append((name, try expression()))
    }
    try expect("}")
    return bindings
  }
}
