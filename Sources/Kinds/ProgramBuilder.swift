import Language
import Source
import Values

/// Checks and compiles the expressions of one kind.
struct ProgramBuilder {
  let library: Library
  let language: String
  let layout: RecordLayout
  var schema: Schema
  private(set) var diagnostics: [Diagnostic] = []
  /// Finds the type of a derived value that is read, if it is not known yet.
  var settle: Checker.Settling?

  init(_ layout: RecordLayout, schema: Schema, library: Library, language: String) {
    self.layout = layout
    self.schema = schema
    self.library = library
    self.language = language
  }

  /// A checker that sees the record's members by their bare names, and the as-of date.
  private func checker(for snippet: Snippet) -> Checker {
    let checker = Checker(
      schema: schema, library: library, file: snippet.file, dialect: .plain, language: language)
    checker.settle = settle
    let record = checker.bind("self", .record(layout.shape))
    checker.bind("today", .date)
    checker.open(record, of: layout.shape)
    // Rules read a body's words, not its markup.
    checker.alias("body", to: "body_text", of: record, layout.shape)
    return checker
  }

  private mutating func finish(_ checker: Checker) {
    diagnostics += checker.diagnostics
    schema = checker.schema
  }

  /// The program of an expression, or nil after a finding.
  mutating func expression(_ snippet: Snippet, wanting wanted: Type? = nil) -> Program? {
    derived(snippet, wanting: wanted).program
  }

  /// The program of an expression, or nil after a finding, with what it gives and reads.
  mutating func derived(_ snippet: Snippet, wanting wanted: Type?) -> (
    program: Program?, type: Type, readsToday: Bool, reachesOutside: Bool
  ) {
    let checker = checker(for: snippet)
    let (value, isSound) = checked(snippet, wanting: wanted, by: checker)
    finish(checker)
    let program = isSound ? Compiler.compile(value, of: checker, isJudging: true) : nil
    return (program, value.type, checker.readsToday, checker.reachesOutside)
  }

  private mutating func checked(_ snippet: Snippet, wanting wanted: Type?, by checker: Checker)
    -> (value: CheckedExpression, isSound: Bool)
  {
    let (expression, findings) = Parser.parseExpression(snippet.file, in: snippet.range)
    diagnostics += findings
    let value = wanted.map { checker.check(expression, as: $0) } ?? checker.check(expression)
    return (value, findings.isEmpty && !checker.hasFaults)
  }

  /// The program of a text with `{{ }}` in it.
  mutating func text(_ snippet: Snippet) -> Program? {
    text(snippet) { _ in }
  }

  private mutating func text(_ snippet: Snippet, prepare: (Checker) -> Void) -> Program? {
    let (template, findings) = Parser.parseText(snippet.file, in: snippet.range)
    diagnostics += findings
    let checker = checker(for: snippet)
    prepare(checker)
    let program = checker.checkText(template)
    finish(checker)
    guard !checker.hasFaults, findings.isEmpty else { return nil }
    return Compiler.compile(program, of: checker, isJudging: true)
  }
}

// MARK: - Checks

extension ProgramBuilder {
  /// A check's programs, or nil after findings.
  mutating func check(_ declaration: CheckDeclaration) -> CompiledCheck? {
    let list = declaration.each.map { expression($0.list) }
    if case .some(nil) = list { return nil }
    // All that is wrong is said at once, so every part is looked at whatever the others are.
    let rule = fires(declaration)
    let chinese = message(declaration.message.chinese, of: declaration)
    let english = message(declaration.message.english, of: declaration)
    let notes = declaration.notes.compactMap { note in
      message(note.chinese, of: declaration).flatMap { chinese in
        message(note.english, of: declaration).map { (chinese: chinese, english: $0) }
      }
    }
    let expected = declaration.expected.flatMap { figure($0, of: declaration) }
    let found = declaration.found.flatMap { figure($0, of: declaration) }
    if declaration.severity == .error, rule?.readsToday ?? false {
      diagnostics.append(
        .errorReadsToday(at: Location(declaration.that.file, declaration.that.range)))
      return nil
    }
    guard let fires = rule, let chinese, let english else { return nil }
    let programs: [Program?] = [list ?? nil, fires, chinese, english, expected, found]
    return CompiledCheck(
      declaration: declaration, list: list ?? nil, fires: fires, expected: expected, found: found,
      message: (chinese, english), notes: notes,
      reachesOutside: programs.contains { $0?.reachesOutside ?? false })
  }

  /// The element and its position as further inputs, then the check's own names.
  private mutating func open(_ declaration: CheckDeclaration, in checker: Checker)
    -> (bindings: [(variable: Int, value: CheckedExpression)], isSound: Bool)
  {
    if let (variable, list) = declaration.each {
      let (expression, _) = Parser.parseExpression(list.file, in: list.range)
      let type = checker.check(expression).type
      guard case .list(let element) = type else {
        diagnostics.append(
          .notAList(at: Location(list.file, list.range), type: type.name(in: schema)))
        return ([], false)
      }
      checker.bind(variable, element)
      checker.bind("index", .int)
    }
    var bindings: [(variable: Int, value: CheckedExpression)] = []
    for (name, snippet) in declaration.bindings {
      let (value, isSound) = checked(snippet, wanting: nil, by: checker)
      guard isSound else { return ([], false) }
      bindings.append((checker.bind(name, value.type), value))
    }
    return (bindings, true)
  }

  private mutating func fires(_ declaration: CheckDeclaration) -> Program? {
    let checker = checker(for: declaration.that)
    let (bindings, isSound) = open(declaration, in: checker)
    // Names that could not be bound would all be called unknown.
    guard isSound else {
      finish(checker)
      return nil
    }
    let when = declaration.when.map { parse($0) }
    let value = checker.checkRule(
      when: when, that: parse(declaration.that), letting: bindings)
    finish(checker)
    guard !checker.hasFaults, value.type == .bool else { return nil }
    return Compiler.compile(value, of: checker, isJudging: true)
  }

  private mutating func parse(_ snippet: Snippet) -> Expression {
    let (expression, findings) = Parser.parseExpression(snippet.file, in: snippet.range)
    diagnostics += findings
    return expression
  }

  private mutating func message(_ snippet: Snippet, of declaration: CheckDeclaration) -> Program? {
    let (template, findings) = Parser.parseText(snippet.file, in: snippet.range)
    diagnostics += findings
    let checker = checker(for: snippet)
    let (bindings, isSound) = open(declaration, in: checker)
    guard isSound else {
      finish(checker)
      return nil
    }
    let program = checker.checkText(
      template, letting: bindings, assuming: assumption(of: declaration))
    finish(checker)
    guard !checker.hasFaults, findings.isEmpty else { return nil }
    return Compiler.compile(program, of: checker, isJudging: true)
  }

  /// What a message may rely on: the rule applied.
  private mutating func assumption(of declaration: CheckDeclaration) -> Expression? {
    declaration.when.map { parse($0) }
  }

  private mutating func figure(_ snippet: Snippet, of declaration: CheckDeclaration) -> Program? {
    let checker = checker(for: snippet)
    let (bindings, isSound) = open(declaration, in: checker)
    guard isSound else {
      finish(checker)
      return nil
    }
    let program = checker.checkFigure(
      parse(snippet), letting: bindings, assuming: assumption(of: declaration))
    finish(checker)
    guard !checker.hasFaults else { return nil }
    return Compiler.compile(program, of: checker, isJudging: true)
  }
}
