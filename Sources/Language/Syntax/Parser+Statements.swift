import Source

extension Parser {
  mutating func template() -> Template {
    let (leading, extends) = leadingExtends()
    var body: [Statement] = []
    while current.kind != .end {
      body += statements(until: [], closing: nil)
      guard current.kind != .end else { break }
      // A closing tag without an opening one.
      strayTag()
    }
    return Template(file: file, leading: leading, extends: extends, body: body)
  }

  /// The parent that the first tag names, with the white space before it, which Jinja prints.
  private mutating func leadingExtends()
    -> (leading: String, parent: (name: String, range: SourceRange)?)
  {
    let start = index
    var leading = ""
    while current.kind == .text, current.text.allSatisfy(\.isWhitespace) {
      leading += current.text
      advance()
    }
    guard current.kind == .tagBegin, next.isName("extends") else {
      index = start
      return ("", nil)
    }
    advance()
    advance()
    var parent: (name: String, range: SourceRange)?
    inTag { (parser) throws(Reported) in parent = try parser.expectString() }
    return (leading, parent)
  }

  private mutating func strayTag() {
    tagStart = current.range.lower
    advance()
    if current.kind == .name {
      _ = report(.strayTag(current.text, at: Location(file, current.range)))
    }
    skipTag()
  }

  /// Reads statements up to a tag whose name is among `names`, which is left standing.
  private mutating func statements(until names: Set<String>, closing opening: SourceRange?)
    -> [Statement]
  {
    var statements: [Statement] = []
    while true {
      switch current.kind {
      case .text:
        statements.append(Statement(range: current.range, form: .text(current.text)))
        advance()
      case .outputBegin:
        if let statement = output() { statements.append(statement) }
      case .tagBegin:
        if next.kind == .name, names.contains(next.text) || Self.isClosing(next.text) {
          return statements
        }
        if let statement = tag() { statements.append(statement) }
      default:
        return statements
      }
    }
  }

  private static func isClosing(_ name: String) -> Bool {
    name.hasPrefix("end") || name == "else" || name == "elif"
  }

  private mutating func output() -> Statement? {
    let start = current.range
    tagStart = start.lower
    advance()
    var statement: Statement?
    inTag(closedBy: .outputEnd) { (parser) throws(Reported) in
      let expression = try parser.expression()
      statement = Statement(
        range: start.joined(with: expression.range), form: .output(expression))
    }
    return statement
  }

  /// Reads what a tag holds and passes its end, whatever happens in between.
  ///
  /// False if there was something wrong with it.
  @discardableResult
  private mutating func inTag(
    closedBy closing: Token.Kind = .tagEnd, _ read: (inout Parser) throws(Reported) -> Void
  ) -> Bool {
    links = 0
    do throws(Reported) {
      try read(&self)
      if current.kind != closing {
        throw unexpected(
          wanting: Wording(zh: "标签到此结束", en: "the end of the tag"))
      }
      advance()
      return true
    } catch {
      skipTag()
      return false
    }
  }

  private mutating func skipTag() {
    while ![.tagEnd, .outputEnd, .text, .end, .tagBegin, .outputBegin].contains(current.kind) {
      advance()
    }
    if current.kind == .tagEnd || current.kind == .outputEnd { advance() }
  }

  private mutating func tag() -> Statement? {
    let start = current.range
    tagStart = start.lower
    advance()
    guard current.kind == .name else {
      _ = unexpected(wanting: Wording(zh: "标签名", en: "the name of a tag"))
      skipTag()
      return nil
    }
    let name = Identifier(name: current.text, range: current.range)
    advance()
    openStatements += 1
    defer { openStatements -= 1 }
    guard openStatements <= Self.deepestStatements else {
      _ = report(.tooDeep(at: Location(file, name.range)))
      skipTag()
      return nil
    }
    switch name.name {
    case "if": return ifStatement(name.range)
    case "for": return forStatement(name.range)
    case "set": return setStatement(start)
    case "block": return blockStatement(name.range)
    case "include": return includeStatement(name.range)
    default:
      _ = report(unknownTag(name))
      skipTag()
      return nil
    }
  }

  private func unknownTag(_ name: Identifier) -> Diagnostic {
    let place = Location(file, name.range)
    if name.name == "extends" { return .lateExtends(at: place) }
    if let construct = LeftOut(tag: name.name) { return .leftOut(construct, at: place) }
    return .unknownTag(name.name, among: Self.tags, at: place)
  }

  private static let deepestStatements = 100

  static let tags = ["if", "for", "set", "block", "include", "extends", "raw"]

  /// Passes the closing tag, or says that it is missing and where the opening one stands.
  private mutating func close(_ names: [String], opening: SourceRange) {
    guard current.kind == .tagBegin, names.contains(next.text) else {
      let found = current.kind == .tagBegin ? Identifier(name: next.text, range: next.range) : nil
      diagnostics.append(
        .unclosedTag(
          file.text(in: opening), closing: names[0], found: found?.name,
          at: Location(file, found?.range ?? opening), opening: Location(file, opening)))
      return
    }
    advance()
    advance()
  }
}

// MARK: - Each statement

extension Parser {
  private mutating func ifStatement(_ opening: SourceRange) -> Statement {
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
    inTag { (parser) throws(Reported) in condition = try parser.disjunction() }
    let body = statements(until: ["elif", "else", "endif"], closing: nil)
    return Statement.Branch(condition: condition, body: body)
  }

  private mutating func forStatement(_ opening: SourceRange) -> Statement {
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

  private mutating func setStatement(_ start: SourceRange) -> Statement? {
    var statement: Statement?
    inTag { (parser) throws(Reported) in
      let name = try parser.expectTarget()
      try parser.expect("=")
      let value = try parser.expression()
      statement = Statement(range: start.joined(with: value.range), form: .set(name, value))
    }
    return statement
  }

  /// A name that may be given a value.
  private mutating func expectTarget() throws(Reported) -> Identifier {
    let target = try expectName()
    let reserved = ["loop", "true", "false", "none", "True", "False", "None"]
    guard !reserved.contains(target.name) else {
      throw report(.reservedName(target.name, at: Location(file, target.range)))
    }
    return target
  }

  private mutating func blockStatement(_ opening: SourceRange) -> Statement? {
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

  private mutating func includeStatement(_ opening: SourceRange) -> Statement? {
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

  private mutating func includedNames() throws(Reported)
    -> [(name: String, range: SourceRange)]
  {
    guard take("[") != nil else {
      guard current.kind == .string else {
        throw report(.leftOut(.dynamicInclude, at: Location(file, current.range)))
      }
      return [try expectString()]
    }
    var names = [try expectString()]
    while take(",") != nil { names.append(try expectString()) }
    try expect("]")
    return names
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
      let (name, range) = try expectString()
      try expect(":")
      bindings.append((Identifier(name: name, range: range), try expression()))
    }
    try expect("}")
    return bindings
  }
}
