import Source

/// Where in a program the checker stands and what is known there.
struct Position {
  /// The file whose text is being checked.
  var file: SourceFile
  /// The names that are visible, innermost last.
  var scopes = [Scope()]
  var flow = Flow()
  var context = EscapeContext()
  /// Whether branches have left it open where in the HTML the template stands.
  var hasLostContext = false
  /// Where the last tag of the page begins.
  var opening: Location?
  /// How the file came in, outermost first, as second places of findings.
  var chain: [Note] = []
  /// The templates being included or extended.
  var openTemplates: [String] = []
  /// The blocks of the template being flattened, most derived first, the root's own last.
  var blocks: [String: [BlockBody]] = [:]
  /// The blocks being checked, innermost last.
  var openBlocks: [OpenBlock] = []
  /// What blocks without `scoped` do not see, so that a finding can say so.
  var hidden: [Scope] = []
  /// What stands at the top of the template, for macros that name others further down.
  var home = Home(depth: 1)
  /// The frame whose registers the variables are.
  var frame = 0
  /// Where the innermost loop began, if `break` may leave it from here.
  var loopStart: EscapeContext?
  /// Where the innermost loop, or one turn of it, is left before its end.
  var loopExit: Location?
  /// The macro being checked.
  var macro: MacroUse?
  /// Whether something has been read that may change while a loop runs.
  var readsState = false
}

/// The names made visible by one template, loop body or block.
struct Scope {
  var names: [String: Binding] = [:]
  /// The record whose members are visible too, where no name stands before them.
  var opened: (variable: Int, record: RecordID)?
  /// Whether a `set` in it stays in it.
  var isLoop = false
  /// Whether blocks inside it do not see it.
  var isLocal = false
  /// The names from further out that were read in it, and those read only in loops inside it.
  var reads: Set<String> = []
  var innerReads: Set<String> = []

  enum Binding {
    case variable(Int)
    case member(of: Int, RecordID, String)
    /// An input of the program, read from a macro.
    case global(Int, Type)
    case macro(MacroDefinition)
    case module(Module)
    /// What a finding has told about already.
    case faulty
  }
}

/// A block that is being checked.
struct OpenBlock {
  let name: String
  /// Which of its fillings: 0 is the most derived.
  let level: Int
  /// What its fillings see.
  let scopes: [Scope]
}

/// One filling of a block.
struct BlockBody {
  let block: Statement.Block
  let file: SourceFile
  /// How its file came in.
  let chain: [Note]
}

/// The registers of a program or macro.
struct Frame {
  /// The number of variables so far; each is a register.
  var variableCount = 0
  /// Where variables were set by `set`.
  var setPlaces: [Int: Location] = [:]
  /// The registers in which `loop.changed` keeps what it saw, by loop.
  var loopMemories: [Int: Int] = [:]
}

/// The macros and modules at the top of a template.
final class Home {
  var names: [String: Scope.Binding] = [:]
  /// How many scopes stand around what is at the top.
  let depth: Int

  init(depth: Int) { self.depth = depth }
}

// The parts of the position by their own names.
extension Checker {
  var file: SourceFile {
    get { position.file }
    set { position.file = newValue }
  }

  var scopes: [Scope] {
    get { position.scopes }
    _modify { yield &position.scopes }
  }

  var flow: Flow {
    get { position.flow }
    _modify { yield &position.flow }
  }

  var context: EscapeContext {
    get { position.context }
    _modify { yield &position.context }
  }

  var chain: [Note] {
    get { position.chain }
    _modify { yield &position.chain }
  }

  var hasLostContext: Bool {
    get { position.hasLostContext }
    set { position.hasLostContext = newValue }
  }

  /// The number of variables of the program itself.
  var variableCount: Int { frames[0].variableCount }

  /// Checks something at another position and comes back.
  func at<Result>(_ other: Position, _ body: () -> Result) -> Result {
    let outer = position
    position = other
    defer { position = outer }
    return body()
  }
}
