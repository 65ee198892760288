import Source

/// The names that one template defines and reads, each with the scope it stands in.
///
/// Gathered without types, so that it also knows of what no page reaches.
struct TemplateNames {
  private(set) var scopes = [Scope()]
  private(set) var definitions: [Definition] = []
  private(set) var reads: [(name: String, scope: Int)] = []
  /// What is read behind a dot of a lone name: `forms.field`.
  private(set) var members: [(owner: String, name: String)] = []
  private(set) var inclusions: [Inclusion] = []
  /// The templates that are imported, and the names by which they are known or taken from them.
  private(set) var imports: [(template: String, names: Imported)] = []
  private(set) var blocks: [Block] = []
  let extends: String?
  /// The templates named in it, whatever for.
  let references: [String]

  /// A part of a template in which names may stand for themselves.
  struct Scope {
    var parent: Int?
    /// The names that hide outer ones from here on inwards: loop variables, parameters.
    var bound: Set<String> = []
    /// Whether it is a block that does not see the loops around it.
    var isUnscopedBlock = false
    /// The definition of the macro whose body it is.
    var macro: Int?
    /// Whether a block stands somewhere in it, which child templates may fill.
    var holdsBlock = false
  }

  struct Definition {
    let name: Identifier
    let scope: Int
    let what: What

    enum What { case variable, macro, `import` }
  }

  /// A template put in the place of its name, which sees what is visible there but `bound`.
  struct Inclusion {
    let templates: [String]
    let bound: Set<String>
    let scope: Int
    let seesScope: Bool
  }

  enum Imported {
    case all(as: String)
    case some([String])
  }

  struct Block {
    let name: Identifier
    let isRequired: Bool
  }

  init(_ template: Template) {
    extends = template.extends?.name
    references = template.references
    visit(template.body, in: 0)
  }
}

// MARK: - Statements

extension TemplateNames {
  private mutating func visit(_ statements: [Statement], in scope: Int) {
    for statement in statements { visit(statement, in: scope) }
  }

  private mutating func visit(_ statement: Statement, in scope: Int) {
    // Without `default`, so that a new kind of statement is not passed over in silence.
    switch statement.form {
    case .text: break
    case .output(let value): read(value, in: scope)
    case .if(let branches, let otherwise):
      for branch in branches {
        read(branch.condition, in: scope)
        visit(branch.body, in: scope)
      }
      visit(otherwise ?? [], in: scope)
    case .for(let loop): visit(loop, in: scope)
    case .set(let name, let value):
      read(value, in: scope)
      define(name, .variable, in: scope)
    // Writing a member of a namespace is no use of it; somebody has to read what was written.
    case .setMember(_, _, let value): read(value, in: scope)
    case .capture(let capture):
      read(capture.filters.flatMap { $0.arguments.map(\.value) }, in: scope)
      visit(capture.body, in: scope)
      define(capture.name, .variable, in: scope)
    case .with(let bindings, let body): visit(with: bindings, body, in: scope)
    case .macro(let macro): visit(macro, in: scope)
    case .call(let call):
      read(call.use, in: scope)
      visit(call.body, in: open(parameters: call.parameters, in: scope))
    case .block(let block): visit(block, in: scope)
    case .include(let include): visit(include, in: scope)
    case .import(let template, let alias):
      imports.append((template.name, .all(as: alias.name)))
      define(alias, .import, in: scope)
    case .from(let template, let names):
      imports.append((template.name, .some(names.map(\.name.name))))
      for (_, alias) in names { define(alias, .import, in: scope) }
    case .break, .continue: break
    }
  }

  private mutating func visit(
    with bindings: [(name: Identifier, value: Expression)], _ body: [Statement], in scope: Int
  ) {
    for binding in bindings { read(binding.value, in: scope) }
    let inner = open(Scope(parent: scope, bound: Set(bindings.map(\.name.name))))
    for binding in bindings { define(binding.name, .variable, in: inner) }
    visit(body, in: inner)
  }

  private mutating func visit(_ macro: Statement.Macro, in scope: Int) {
    let definition = define(macro.name, .macro, in: scope)
    let inner = open(parameters: macro.parameters, in: scope)
    scopes[inner].macro = definition
    visit(macro.body, in: inner)
  }

  /// A scope for what a macro or a call's body names in parentheses.
  private mutating func open(parameters: [Statement.Parameter], in scope: Int) -> Int {
    let inner = open(Scope(parent: scope, bound: Set(parameters.map(\.name.name))))
    read(parameters.compactMap(\.standard), in: inner)
    return inner
  }

  private mutating func visit(_ loop: Statement.Loop, in scope: Int) {
    read(loop.list, in: scope)
    let inner = open(Scope(parent: scope, bound: Set(loop.targets.map(\.name) + ["loop"])))
    if let filter = loop.filter { read(filter, in: inner) }
    visit(loop.body, in: inner)
    visit(loop.otherwise ?? [], in: scope)
  }

  private mutating func visit(_ block: Statement.Block, in scope: Int) {
    blocks.append(Block(name: block.name, isRequired: block.isRequired))
    var around: Int? = scope
    while let outer = around {
      scopes[outer].holdsBlock = true
      around = scopes[outer].parent
    }
    visit(block.body, in: open(Scope(parent: scope, isUnscopedBlock: !block.isScoped)))
  }

  private mutating func visit(_ include: Statement.Include, in scope: Int) {
    for binding in include.bindings { read(binding.value, in: scope) }
    inclusions.append(
      Inclusion(
        templates: include.names.map(\.name), bound: Set(include.bindings.map(\.name.name)),
        scope: scope, seesScope: include.seesScope))
  }

  private mutating func open(_ scope: Scope) -> Int {
    scopes.append(scope)
    return scopes.count - 1
  }

  /// Gives the number of the definition.
  @discardableResult
  private mutating func define(_ name: Identifier, _ what: Definition.What, in scope: Int) -> Int {
    definitions.append(Definition(name: name, scope: scope, what: what))
    return definitions.count - 1
  }
}

// MARK: - Expressions

extension TemplateNames {
  private mutating func read(_ expressions: [Expression], in scope: Int) {
    for expression in expressions { read(expression, in: scope) }
  }

  private mutating func read(_ expression: Expression, in scope: Int) {
    switch expression.form {
    case .name(let name): reads.append((name, scope))
    case .integer, .decimal, .string, .bool, .none, .missing: break
    case .list(let elements): read(elements, in: scope)
    case .map(let entries): read(entries.flatMap { [$0.key, $0.value] }, in: scope)
    case .member(let operand, let member):
      if case .name(let owner) = operand.form { members.append((owner, member.name)) }
      read(operand, in: scope)
    case .index(let operand, let index): read([operand, index], in: scope)
    case .slice(let operand, let from, let to):
      read([operand] + [from, to].compactMap { $0 }, in: scope)
    case .call(let function, let arguments): read([function] + arguments.map(\.value), in: scope)
    case .filter(let operand, _, let arguments), .test(let operand, _, let arguments, _):
      read([operand] + arguments.map(\.value), in: scope)
    case .negative(let operand), .positive(let operand), .not(let operand):
      read(operand, in: scope)
    case .and(let left, let right), .or(let left, let right), .arithmetic(let left, _, let right):
      read([left, right], in: scope)
    case .comparison(let first, let rest): read([first] + rest.map(\.operand), in: scope)
    case .conditional(let then, let condition, let otherwise):
      read([then, condition, otherwise], in: scope)
    }
  }
}

// MARK: - Who is meant

extension TemplateNames {
  /// The definitions that a name read in `scope` may mean, and whether it may come from outside.
  ///
  /// A `set` does not hide one further out: what is read may have been written before it was run.
  func resolve(_ name: String, in scope: Int) -> (definitions: [Int], isFree: Bool) {
    var found: [Int] = []
    var macros: Set<Int> = []
    var seesLoops = true
    var current: Int? = scope
    while let index = current {
      let scope = scopes[index]
      // A macro that only calls itself is used by nobody.
      found += definitions.indices.filter {
        definitions[$0].scope == index && definitions[$0].name.name == name && !macros.contains($0)
      }
      if seesLoops, scope.bound.contains(name) { return (found, false) }
      if scope.isUnscopedBlock { seesLoops = false }
      if let macro = scope.macro { macros.insert(macro) }
      current = scope.parent
    }
    return (found, true)
  }
}
