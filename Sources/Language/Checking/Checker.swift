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
  /// The templates that `extends`, `include` and `import` may name.
  var templates: [String: Template] = [:]
  /// Where the checker stands and what is known there.
  var position: Position
  /// The registers of the program and of its macros; the first are the program's own.
  var frames = [Frame()]
  /// The macros and call bodies that the program runs.
  var routines: [CheckedRoutine] = []
  /// What macros were checked for, so that each is checked once for the same types.
  var instances: [MacroInstance] = []
  /// The macros whose types are all declared, with where they stand.
  var typedMacros: [(definition: MacroDefinition, position: Position)] = []
  /// Whether a macro is checked that nobody uses.
  var isTrial = false
  /// The records of literals by their members.
  var literalShapes: [LiteralShape: RecordID] = [:]
  /// The inputs that macros may read too, with their registers.
  var globals: [String: (variable: Int, type: Type)] = [:]
  /// How many templates and macros have been put in the place of their use.
  var expansions = 0
  /// The keys of maps by which paths know them.
  var keySlots: [String: Int] = [:]
  /// Where something without a type was met and nothing has been said about it.
  var silentFault: Location?
  /// What members of namespaces have turned out to hold, by the place of their first value.
  var widened: [WidenedMember: Type] = [:]
  /// Whether such a type has changed, so that all must be checked again.
  var hasWidened = false
  package let dialect: Dialect
  /// The language tag in which choices print.
  package let language: String
  /// Whether the program has read `today`, directly or through a derived value.
  package internal(set) var readsToday = false
  /// Whether something could not be given a meaning, so that nothing may be compiled.
  package internal(set) var hasFaults = false
  /// Whether the program reads records of other folders than that of its own record.
  package internal(set) var reachesOutside = false
  /// The members that the program reads.
  package internal(set) var readMembers: Set<MemberID> = []

  /// Finds out what is not known yet of a derived value, given the schema as far as it has come.
  package typealias Settling = (_ derivation: Int, inout Schema) -> Void
  /// Called before a derived value is read; nil where all are known.
  package var settle: Settling?

  /// What a program's text is.
  package enum Dialect: Sendable {
    /// A page: values are escaped for where they stand.
    case html
    /// A message or an address: values are written as they are.
    case plain
  }

  package init(
    schema: Schema, library: Library, file: SourceFile, dialect: Dialect = .plain,
    language: String = "zh-Hans"
  ) {
    self.schema = schema
    self.library = library
    self.dialect = dialect
    self.language = language
    position = Position(file: file)
  }

  /// Makes `name` visible as the program's next input and gives its register.
  ///
  /// A global one is seen by macros too.
  @discardableResult
  package func bind(_ name: String, _ type: Type, isGlobal: Bool = false) -> Int {
    let variable = newVariable()
    if isGlobal { globals[name] = (variable, type) }
    scopes[0].names[name] = .variable(variable)
    flow.assigned[variable] = type
    return variable
  }

  /// Makes the members of the record in `variable` visible by their bare names.
  package func open(_ variable: Int, of record: RecordID) {
    scopes[0].opened = (variable, record)
  }

  /// Lets `name` mean the member `member` of the record in `variable`.
  package func alias(_ name: String, to member: String, of variable: Int, _ record: RecordID) {
    scopes[0].names[name] = .member(of: variable, record, member)
  }

  func newVariable() -> Int {
    defer { frames[position.frame].variableCount += 1 }
    return frames[position.frame].variableCount
  }

  func place(_ range: SourceRange) -> Location { Location(file, range) }

  func report(_ diagnostic: Diagnostic) {
    // The same place may be met again for another user of the template or macro.
    let isKnown = diagnostics.contains {
      $0.code == diagnostic.code && $0.location.file === diagnostic.location.file
        && $0.location.range == diagnostic.location.range && $0.message == diagnostic.message
    }
    guard !isKnown else { return }
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
