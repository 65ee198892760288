import Kinds
import Language
import Source

/// Compiles templates against the kinds, one program for each kind of page.
struct PageCompiler {
  private let templates: TemplateSet
  let rulebook: Rulebook
  private var schema: Schema
  private let pageShape: RecordID
  private let kindShape: RecordID
  private(set) var diagnostics: [Diagnostic] = []
  /// The templates that are pages by themselves.
  private(set) var usedTemplates: Set<String> = []
  /// The templates from which programs were compiled.
  private(set) var templateNames: [ObjectIdentifier: String] = [:]
  private var declaredPrograms: [DeclaredKey: Program] = [:]

  init(_ templates: TemplateSet, _ rulebook: Rulebook) {
    self.templates = templates
    self.rulebook = rulebook
    schema = rulebook.schema
    var page = RecordShape(name: "Page")
    page.add(Member("address", .url, role: .system))
    page.add(Member("title", .string, role: .system))
    pageShape = schema.add(page)
    var kind = RecordShape(name: "Kind")
    kind.add(Member("label", .string, role: .system))
    kind.add(Member("label_plural", .string, role: .system))
    kindShape = schema.add(kind)
  }

  /// A checker that knows what every page sees: the site, the as-of date, the page itself.
  private func checker(_ file: SourceFile, _ dialect: Checker.Dialect) -> Checker {
    let checker = Checker(
      schema: schema, library: rulebook.library, file: file, dialect: dialect,
      language: rulebook.language)
    for name in GlobalName.allCases {
      switch name {
      case .site: checker.bind(name.rawValue, rootType, isGlobal: true)
      case .today: checker.bind(name.rawValue, .date, isGlobal: true)
      case .page: checker.bind(name.rawValue, .record(pageShape), isGlobal: true)
      }
    }
    return checker
  }

  /// What every page sees, in the order of its first inputs.
  private enum GlobalName: String, CaseIterable { case site, today, page }

  private var rootType: Type {
    let root = rulebook.layouts.first { $0.isFolder && $0.kind.place.folders.isEmpty }
    return root.map { .record($0.shape) } ?? .unknown
  }

  private mutating func finish(_ checker: Checker, _ name: String) -> Program? {
    let program = checker.checkTemplate(name, among: templates.templates)
    diagnostics += checker.diagnostics
    let isSound = !checker.diagnostics.contains { $0.severity == .error }
    guard isSound, !checker.hasFaults, templates.diagnostics.isEmpty else { return nil }
    let compiled = Compiler.compile(program, of: checker)
    templateNames[ObjectIdentifier(compiled)] = name
    return compiled
  }

  private mutating func template(_ names: [String]) -> (name: String, template: Template)? {
    for name in names {
      guard let template = templates.templates[name] else { continue }
      usedTemplates.insert(name)
      return (name, template)
    }
    return nil
  }

  /// Checks a template that no page uses, as far as that goes without its user: `names`, which it
  /// would get from one, may be anything.
  mutating func checkUnused(_ name: String, reading names: Set<String>) {
    guard let template = templates.templates[name] else { return }
    let checker = checker(template.file, .html)
    checker.assumeUser(giving: names)
    _ = checker.checkTemplate(name, among: templates.templates)
    diagnostics += checker.diagnostics
  }

  // MARK: Records and their lists

  /// The templates of a record and of a list of records where a kind has none of its own.
  static let standIns = ["record.html.j2", "records.html.j2"]

  mutating func recordPage(_ layout: RecordLayout) -> Program? {
    let names = ["\(layout.kind.name).html.j2", Self.standIns[0]]
    guard let (name, template) = template(names) else { return nil }
    let checker = checker(template.file, .html)
    let record = checker.bind("record", .record(layout.shape))
    for parent in layout.parents where parent.kind != GlobalName.site.rawValue {
      checker.alias(parent.kind, to: parent.kind, of: record, layout.shape)
    }
    if layout.kind.name != GlobalName.site.rawValue {
      checker.alias(layout.kind.name, to: "record", of: record, layout.shape)
    }
    return finish(checker, name)
  }

  mutating func listPage(_ layout: RecordLayout) -> Program? {
    guard layout.hasListPage else { return nil }
    let names = ["\(layout.kind.name)-list.html.j2", Self.standIns[1]]
    guard let (name, template) = template(names) else { return nil }
    let checker = checker(template.file, .html)
    checker.bind("records", .list(.record(layout.shape)))
    checker.bind("kind", .record(kindShape))
    return finish(checker, name)
  }

  // MARK: Declared pages

  mutating func declaredPage(_ page: PageDeclaration) -> PagePrograms.DeclaredPage? {
    guard let (name, template) = template([page.template.name]) else {
      diagnostics.append(
        Diagnostic(
          "T010", .error,
          Wording(
            zh: "没有模板 `\(page.template.name)`", en: "there is no template `\(page.template.name)`"),
          at: page.template.place))
      return nil
    }
    // All that is wrong is said at once: what has no type may be anything to what comes after.
    var names: [(name: String, type: Type)] = []
    let list = page.each.map { elements($0.list) }
    if let each = page.each { names.append((each.variable, list?.element ?? .unknown)) }
    var bindings: [Program?] = []
    for (name, snippet) in page.bindings {
      let binding = expression(snippet, names)
      bindings.append(binding)
      names.append((name, binding?.resultType ?? .unknown))
    }
    let when = page.when.map { truth($0, names) }
    let (address, title) = (text(page.address, names), text(page.title, names))
    let program = program(name, template, seeing: names)
    if case .some(nil) = when { return nil }
    if let list, list.program == nil { return nil }
    guard let address, let title, let program, !bindings.contains(where: { $0 == nil }) else {
      return nil
    }
    return PagePrograms.DeclaredPage(
      declaration: page, list: list?.program, when: when ?? nil,
      bindings: bindings.compactMap { $0 }, address: address, title: title, page: program)
  }

  /// The program of a list with the type of its elements, which is unknown after a finding.
  private mutating func elements(_ snippet: Snippet) -> (program: Program?, element: Type) {
    guard let program = expression(snippet, []), let type = program.resultType else {
      return (nil, .unknown)
    }
    if case .list(let element) = type { return (program, element) }
    diagnostics.append(
      .notAList(at: Location(snippet.file, snippet.range), type: type.name(in: schema)))
    return (nil, .unknown)
  }

  /// The program of a template under these names; siblings that differ in values alone share one.
  private mutating func program(
    _ name: String, _ template: Template, seeing names: [(name: String, type: Type)]
  ) -> Program? {
    let key = DeclaredKey(template: name, names: names.map(\.name), types: names.map(\.type))
    if let known = declaredPrograms[key] { return known }
    let checker = checker(template.file, .html)
    for (name, type) in names { checker.bind(name, type) }
    guard !names.contains(where: { $0.type == .unknown }) else {
      checker.assumeUser(giving: [])
      _ = checker.checkTemplate(name, among: templates.templates)
      diagnostics += checker.diagnostics
      return nil
    }
    let program = finish(checker, name)
    declaredPrograms[key] = program
    return program
  }

  /// What makes two declared pages one program.
  private struct DeclaredKey: Hashable {
    let template: String
    let names: [String]
    let types: [Type]
  }

  private mutating func expression(_ snippet: Snippet, _ names: [(name: String, type: Type)])
    -> Program?
  {
    let checker = checker(snippet, names)
    let (expression, findings) = Parser.parseExpression(snippet.file, in: snippet.range)
    let value = checker.check(expression)
    schema = checker.schema
    diagnostics += findings + checker.diagnostics
    guard findings.isEmpty, !checker.hasFaults else { return nil }
    return Compiler.compile(value, of: checker)
  }

  private mutating func truth(_ snippet: Snippet, _ names: [(name: String, type: Type)]) -> Program?
  {
    let checker = checker(snippet, names)
    let (expression, findings) = Parser.parseExpression(snippet.file, in: snippet.range)
    let value = checker.checkCondition(expression)
    diagnostics += findings + checker.diagnostics
    guard findings.isEmpty, !checker.hasFaults else { return nil }
    return Compiler.compile(value, of: checker)
  }

  private mutating func text(_ snippet: Snippet, _ names: [(name: String, type: Type)]) -> Program?
  {
    let checker = checker(snippet, names)
    let (template, findings) = Parser.parseText(snippet.file, in: snippet.range)
    let program = checker.checkText(template)
    diagnostics += findings + checker.diagnostics
    guard findings.isEmpty, !checker.hasFaults else { return nil }
    return Compiler.compile(program, of: checker)
  }

  private func checker(_ snippet: Snippet, _ names: [(name: String, type: Type)]) -> Checker {
    let checker = checker(snippet.file, .plain)
    for (name, type) in names { checker.bind(name, type) }
    return checker
  }
}

extension RecordLayout {
  /// Whether all records of the kind share one list page: those of a folder right below the site.
  var hasListPage: Bool { kind.place.isMany && kind.place.folders.count == 1 }
}
