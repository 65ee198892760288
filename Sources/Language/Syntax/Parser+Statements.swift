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
    -> (leading: String, parent: Statement.Reference?)
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
    var parent: Statement.Reference?
    inTag { (parser) throws(Reported) in parent = try parser.expectReference() }
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
  mutating func statements(until names: Set<String>, closing opening: SourceRange?)
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
    var expression = Expression(range: start, form: .missing)
    let isReadable = inTag(closedBy: .outputEnd) { (parser) throws(Reported) in
      expression = try parser.expression()
    }
    // Where a value stands matters to what follows, also if nobody can read it.
    if !isReadable { expression = Expression(range: start, form: .missing) }
    return Statement(range: start.joined(with: expression.range), form: .output(expression))
  }

  /// Reads what a tag holds and passes its end, whatever happens in between.
  ///
  /// False if there was something wrong with it.
  @discardableResult
  mutating func inTag(
    closedBy closing: Token.Kind = .tagEnd, _ read: (inout Parser) throws(Reported) -> Void
  ) -> Bool {
    links = 0
    let start = tagStart
    do throws(Reported) {
      try read(&self)
      // The lexer has found something that it could not read.
      if hasFinding(from: start) { throw Reported() }
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

  /// Whether something was found between the beginning of the tag and here.
  private func hasFinding(from start: Int) -> Bool {
    let here = current.range.lower
    return diagnostics.contains {
      $0.location.file === file
        && $0.location.range.map { start <= $0.lower && $0.lower < here }
          ?? false
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
    case "set": return setStatement(start, opening: name.range)
    case "block": return blockStatement(name.range)
    case "include": return includeStatement(name.range)
    case "with": return withStatement(name.range)
    case "macro": return macroStatement(name.range)
    case "call": return callStatement(name.range)
    case "import": return importStatement(name.range)
    case "from": return fromStatement(name.range)
    case "break": return lone(.break, name.range)
    case "continue": return lone(.continue, name.range)
    default:
      _ = report(unknownTag(name))
      skipTag()
      if LeftOut.enclosing.contains(name.name) { skipBody(of: name.name) }
      return nil
    }
  }

  /// Passes what a left-out tag encloses, so that its end is no stray one.
  private mutating func skipBody(of name: String) {
    let closing = "end\(name)"
    _ = statements(until: [closing], closing: nil)
    guard current.kind == .tagBegin, next.isName(closing) else { return }
    advance()
    skipTag()
  }

  /// A statement of one word.
  private mutating func lone(_ form: Statement.Form, _ range: SourceRange) -> Statement {
    inTag { _ in }
    return Statement(range: range, form: form)
  }

  private func unknownTag(_ name: Identifier) -> Diagnostic {
    let place = Location(file, name.range)
    if name.name == "extends" { return .lateExtends(at: place) }
    if let construct = LeftOut(tag: name.name) { return .leftOut(construct, at: place) }
    return .unknownTag(name.name, among: Self.tags, at: place)
  }

  private static let deepestStatements = 100

  static let tags = [
    "if", "for", "break", "continue", "set", "with", "block", "extends", "include", "macro", "call",
    "import", "from", "raw",
  ]

  /// Passes the closing tag, or says that it is missing and where the opening one stands.
  mutating func close(_ names: [String], opening: SourceRange) {
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
