import Source

/// A macro as a template defines it.
final class MacroDefinition {
  let statement: Statement.Macro
  let file: SourceFile
  /// How its file came in.
  let chain: [Note]
  /// What it sees of the names around it: macros and modules.
  let scopes: [Scope]
  /// What it does not see, so that a finding can say so.
  let withheld: [Scope]
  let home: Home
  /// Whether its body has been checked for some use.
  var isChecked = false

  init(_ statement: Statement.Macro, at position: Position) {
    self.statement = statement
    file = position.file
    chain = position.chain
    home = position.home
    withheld = position.scopes
    scopes = position.scopes.map { scope in
      Scope(
        names: scope.names.filter { _, binding in
          switch binding {
          case .macro, .module: true
          default: false
          }
        })
    }
  }

  var name: String { statement.name.name }
}

/// A macro while its body is checked.
struct MacroUse {
  let definition: MacroDefinition
  /// The body that its caller gave it.
  let call: CallBody?
  /// Whether nobody uses it, so that it is not known whether there will be a body.
  var isTrial = false
  /// Whether it is the body of a call that is being checked, not the macro itself.
  var isInBody = false
}

/// The body that a call hands to a macro, which may put it where it likes.
final class CallBody {
  let parameters: [Statement.Parameter]
  let statements: [Statement]
  /// Where the call stands.
  let position: Position
  /// Whether the macro has asked for it.
  var isUsed = false
  /// The names from around it that it reads.
  var reads: Set<String> = []
  /// What it was checked for.
  var instances: [(types: [Type?], start: EscapeContext, routine: Int)] = []

  init(_ call: Statement.Call, at position: Position) {
    parameters = call.parameters
    statements = call.body
    self.position = position
  }
}

/// A macro checked for the types of its arguments and the place of its output.
struct MacroInstance {
  let definition: MacroDefinition
  let types: [Type?]
  let start: EscapeContext
  let routine: Int
}

/// The body of a macro or of a call, run from elsewhere.
struct CheckedRoutine: Sendable {
  /// The frame whose registers it uses.
  let frame: Int
  /// The registers of its parameters follow one another from here.
  let firstParameter: Int
  var body: [CheckedStatement] = []
  let place: Location
}
