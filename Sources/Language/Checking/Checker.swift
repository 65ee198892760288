package import Source
import Values

/// Checks one program against a schema and turns its syntax into the checked tree.
///
/// One forward pass with a flow-sensitive environment. A reference, because filters, which are
/// small functions of their own, report through it and ask it for types.
package final class Checker {
  let library: Library
  package internal(set) var schema: Schema
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The templates that `extends` and `include` may name.
  var templates: [String: Template] = [:]
  /// The file whose text is being checked.
  var file: SourceFile
  /// The names that are visible, innermost last.
  var scopes: [Scope] = []
  var flow = Flow()
  var context = EscapeContext()
  /// Whether branches have left it open where in the HTML the template stands.
  var hasLostContext = false
  /// The number of variables so far; each is a register.
  var variableCount = 0
  /// Where variables were set by `set`.
  var setPlaces: [Int: Location] = [:]
  /// The templates being included or extended, outermost first, as second places of findings.
  var chain: [Note] = []
  var openTemplates: [String] = []
  /// How many templates have been put in the place of an `include` or `extends`.
  var expansions = 0
  /// The keys of maps by which paths know them.
  var keySlots: [String: Int] = [:]
  /// The registers in which `loop.changed` keeps what it saw, by loop.
  var loopMemories: [Int: Int] = [:]
  /// Where something without a type was met and nothing has been said about it.
  var silentFault: Location?
  /// The blocks of the template being flattened, most derived first.
  var overrides: [String: [BlockBody]] = [:]
  let dialect: Dialect
  /// The language tag in which choices print.
  let language: String
  /// Whether the program has read `today`, directly or through a derived value.
  package internal(set) var readsToday = false
  /// Whether something could not be given a meaning, so that nothing may be compiled.
  package internal(set) var hasFaults = false
  /// Whether the program reads records of other folders than that of its own record.
  package internal(set) var reachesOutside = false
  /// The members that the program reads.
  package internal(set) var readMembers: Set<MemberID> = []

  /// What a program's text is.
  package enum Dialect: Sendable {
    /// A page: values are escaped for where they stand.
    case html
    /// A message or an address: values are written as they are.
    case plain
  }

  struct BlockBody {
    let block: Statement.Block
    let file: SourceFile
    /// How its file came in.
    let chain: [Note]
  }

  package init(
    schema: Schema, library: Library, file: SourceFile, dialect: Dialect = .plain,
    language: String = "zh-Hans"
  ) {
    self.schema = schema
    self.library = library
    self.file = file
    self.dialect = dialect
    self.language = language
    scopes = [Scope()]
  }

  /// Makes `name` visible as the program's next input and gives its register.
  @discardableResult
  package func bind(_ name: String, _ type: Type) -> Int {
    let variable = newVariable()
    scopes[0].names[name] = .variable(variable)
    flow.assigned[variable] = type
    return variable
  }

  /// Makes the members of the record in `variable` visible by their bare names.
  package func open(_ variable: Int, of record: RecordID) {
    for member in schema[record].members where scopes[0].names[member.name] == nil {
      scopes[0].names[member.name] = .member(of: variable, record, member.name)
    }
  }

  /// Lets `name` mean the member `member` of the record in `variable`.
  package func alias(_ name: String, to member: String, of variable: Int, _ record: RecordID) {
    scopes[0].names[name] = .member(of: variable, record, member)
  }

  func newVariable() -> Int {
    defer { variableCount += 1 }
    return variableCount
  }

  func place(_ range: SourceRange) -> Location { Location(file, range) }

  func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.notes += chain.reversed()
    diagnostics.append(diagnostic)
  }

  /// Reports something about the place in the HTML, unless nobody knows that place any more.
  func reportContext(_ diagnostic: Diagnostic) {
    guard !hasLostContext else { return }
    if diagnostic.code == "T031" { hasLostContext = true }
    report(diagnostic)
  }

  /// Reports and gives what stands for an expression that cannot be used.
  func faulty(_ diagnostic: Diagnostic) -> CheckedExpression {
    report(diagnostic)
    return faulty(at: diagnostic.location)
  }

  func faulty(at place: Location) -> CheckedExpression {
    hasFaults = true
    if silentFault == nil { silentFault = place }
    return CheckedExpression(.unknown, .faulty, at: place)
  }

  /// Whether what reads from a list that is always empty fails when it runs, as in Jinja, and not
  /// when it is checked; for data, where a list may happen to be empty.
  package var emptyListsFailLate = false

  /// Makes sure that a program that cannot be compiled has at least one finding.
  func reportSilentFault() {
    guard let silentFault, !emptyListsFailLate,
      !diagnostics.contains(where: { $0.severity == .error })
    else { return }
    report(.untyped(at: silentFault))
  }

  func name(of type: Type) -> String { type.name(in: schema) }
}

/// The names made visible by one template, loop body or block.
struct Scope {
  var names: [String: Binding] = [:]
  /// Whether a `set` in it stays in it.
  var isLoop = false
  /// Whether it is a block's, which other blocks do not see.
  var isBlock = false

  enum Binding {
    case variable(Int)
    case member(of: Int, RecordID, String)
  }
}
