package import Source
import Values

/// Reads tokens into a syntax tree; what cannot be read is reported and passed over.
package struct Parser {
  let file: SourceFile
  let tokens: [Token]
  var diagnostics: [Diagnostic]
  var index = 0
  /// The blocks met so far, so that a second one of the same name is noticed.
  var blocks: [String: SourceRange] = [:]
  var depth = 0
  /// Where the tag that is being read begins.
  var tagStart = 0
  /// The operators of the expression being read.
  var links = 0
  /// How many statements stand open around the current one.
  var openStatements = 0

  /// Thrown after a finding was noted, to leave the tag it stands in.
  struct Reported: Error {}

  private init(file: SourceFile, tokens: [Token], diagnostics: [Diagnostic]) {
    self.file = file
    self.tokens = tokens
    self.diagnostics = diagnostics
  }

  /// Reads a whole template.
  package static func parse(_ file: SourceFile, options: TemplateOptions = TemplateOptions())
    -> (template: Template, diagnostics: [Diagnostic])
  {
    let (tokens, diagnostics) = Lexer.template(file, options: options)
    var parser = Parser(file: file, tokens: tokens, diagnostics: diagnostics)
    let template = parser.template()
    return (template, parser.diagnostics)
  }

  /// Reads a text with `{{ }}` in it, such as a message, that fills `range`.
  package static func parseText(_ file: SourceFile, in range: SourceRange)
    -> (template: Template, diagnostics: [Diagnostic])
  {
    let (tokens, diagnostics) = Lexer.template(file, in: range, options: TemplateOptions())
    var parser = Parser(file: file, tokens: tokens, diagnostics: diagnostics)
    let template = parser.template()
    return (template, parser.diagnostics)
  }

  /// Reads a lone expression that fills `range`.
  package static func parseExpression(_ file: SourceFile, in range: SourceRange)
    -> (expression: Expression, diagnostics: [Diagnostic])
  {
    let (tokens, diagnostics) = Lexer.expression(file, in: range)
    var parser = Parser(file: file, tokens: tokens, diagnostics: diagnostics)
    let expression = parser.loneExpression(in: range)
    return (expression, parser.diagnostics)
  }

  private mutating func loneExpression(in range: SourceRange) -> Expression {
    do throws(Reported) {
      let expression = try expression()
      guard current.kind == .end else {
        throw unexpected(wanting: Wording(zh: "表达式到此结束", en: "the end of the expression"))
      }
      return expression
    } catch {
      return Expression(range: range, form: .missing)
    }
  }
}

// MARK: - Stepping

extension Parser {
  var current: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// The current token, if it is the symbol, which is then passed.
  mutating func take(_ symbol: String) -> Token? {
    guard current.isSymbol(symbol) else { return nil }
    defer { advance() }
    return current
  }

  mutating func takeName(_ name: String) -> Bool {
    guard current.isName(name) else { return false }
    advance()
    return true
  }

  @discardableResult
  mutating func expect(_ symbol: String) throws(Reported) -> Token {
    guard let token = take(symbol) else { throw unexpected(wanting: Wording("`\(symbol)`")) }
    return token
  }

  mutating func expectName() throws(Reported) -> Identifier {
    guard current.kind == .name else {
      throw unexpected(wanting: Wording(zh: "一个名称", en: "a name"))
    }
    defer { advance() }
    return Identifier(name: current.text, range: current.range)
  }

  /// The name of a template, in quotes.
  mutating func expectReference() throws(Reported) -> Statement.Reference {
    let name = try expectString()
    return Statement.Reference(name: name.name, range: name.range)
  }

  mutating func expectString() throws(Reported) -> Identifier {
    guard current.kind == .string else {
      throw unexpected(wanting: Wording(zh: "引号里的文字", en: "a quoted text"))
    }
    defer { advance() }
    return Identifier(name: current.text, range: current.range)
  }

  mutating func unexpected(wanting wanted: Wording) -> Reported {
    report(
      .unexpected(
        current.kind == .end ? nil : file.text(in: current.range), wanting: wanted,
        at: Location(file, current.range)))
  }

  mutating func report(_ diagnostic: Diagnostic) -> Reported {
    // What the lexer could not read was said already; a follow-on in the same tag would only confuse.
    let isEcho = diagnostics.contains { known in
      guard let here = diagnostic.location.range, let there = known.location.range else {
        return false
      }
      return known.location.file === file && tagStart <= there.lower && there.lower <= here.lower
    }
    if !isEcho { diagnostics.append(diagnostic) }
    return Reported()
  }
}
