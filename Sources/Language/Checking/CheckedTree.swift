package import Source
package import Values

/// An expression after checking: every name is a slot, every operation has one meaning.
package struct CheckedExpression: Sendable {
  package let type: Type
  package let place: Location
  let form: Form

  init(_ type: Type, _ form: Form, at place: Location) {
    self.type = type
    self.form = form
    self.place = place
  }

  indirect enum Form: Sendable {
    case constant(Constant)
    /// A register.
    case variable(Int)
    /// A register of the program, read from a macro.
    case global(Int)
    /// A record with these members; with keys it has a map of them beside.
    case record([CheckedExpression], keys: [String] = [])
    /// What statements write, as HTML.
    case capture([CheckedStatement])
    /// A cell of a record; `derivation` computes it when it is still pending.
    case cell(CheckedExpression, slot: Int, derivation: Int?)
    case not(CheckedExpression)
    case and(CheckedExpression, CheckedExpression)
    case or(CheckedExpression, CheckedExpression)
    /// The first value if it is true, else the second.
    case firstTrue(CheckedExpression, CheckedExpression)
    /// The first value if it is false, else the second.
    case firstFalse(CheckedExpression, CheckedExpression)
    /// The element of a list at a place.
    case element(CheckedExpression, CheckedExpression)
    /// The value of a key in a map, or nothing.
    case entry(CheckedExpression, key: CheckedExpression)
    /// Whether a list of values is another than when the same loop asked last.
    case changed(CheckedExpression, memory: Int)
    case conditional(CheckedExpression, then: CheckedExpression, otherwise: CheckedExpression)
    /// The value unless it is absent, else the other.
    case otherwise(CheckedExpression, CheckedExpression)
    /// Whether the value is true in a condition.
    case truth(CheckedExpression)
    case isPresent(CheckedExpression)
    case arithmetic(Arithmetic, CheckedExpression, CheckedExpression)
    case comparison(Comparison, ComparisonOperator, CheckedExpression, CheckedExpression)
    case call(Implementation, [CheckedExpression])
    case list([CheckedExpression])
    case map([(key: CheckedExpression, value: CheckedExpression)])
    /// The elements for which `condition` holds, each as `element`.
    case comprehension(
      CheckedExpression, variable: Int, condition: CheckedExpression?, element: CheckedExpression)
    /// Values put into registers, in order, before the rest is computed.
    case letting([(variable: Int, value: CheckedExpression)], then: CheckedExpression)
    case loopMember(LoopMember, loop: Int)
    case text([CheckedExpression])
    case markup([CheckedExpression])
    /// What remains after a finding; never compiled.
    case faulty
  }
}

/// A value that is known before anything runs.
package enum Constant: Hashable, Sendable {
  case none
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case choice(Int)
  case date(CivilDate)
}

/// The exact operations on numbers, dates and periods.
enum Arithmetic: UInt8, Sendable {
  case add, subtract, multiply, divide, floorDivide, remainder
  /// A percent of something: the product, two places further.
  case percentOf
  case addDays, subtractDays, daysBetween
}

/// How two values are compared.
enum Comparison: Sendable {
  /// By coefficient and scale.
  case numbers
  /// By the bits: truth values, dates, times, periods, choices.
  case bits
  /// By code points, as Python does.
  case texts
  case quotients
  /// Element by element; equality only.
  case deep
  /// Whether the left is an element, a key or a part of the right.
  case membership
}

/// What `loop` offers inside a loop.
enum LoopMember: String, Sendable, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0
}

/// A statement after checking; blocks and includes are gone.
indirect enum CheckedStatement: Sendable {
  case text(String)
  case print(CheckedExpression, Escape)
  case `if`(
    [(condition: CheckedExpression, body: [CheckedStatement])], otherwise: [CheckedStatement])
  case `for`(CheckedLoop)
  case assign(variable: Int, CheckedExpression)
  case setMember(CheckedExpression, slot: Int, CheckedExpression)
  case run(CheckedCall)
  /// Runs statements for what they set and throws away what they write.
  case discard([CheckedStatement])
  case `break`, `continue`
}

/// The run of a macro, or of the body that was given to one.
struct CheckedCall: Sendable {
  let routine: Int
  let arguments: [CheckedExpression]
  let frame: Frame
  let place: Location

  /// The registers that the routine gets.
  enum Frame: Sendable {
    /// New ones.
    case own
    /// New ones, of which the first leads to the registers of whoever calls.
    case ownWithCaller
    /// Those to which the first register leads.
    case caller
  }
}

/// A program after checking, ready to be compiled.
package struct CheckedProgram: Sendable {
  var body: [CheckedStatement] = []
  /// The number of registers of each frame.
  var variables = [0]
  var routines: [CheckedRoutine] = []

  init() {}

  init(body: [CheckedStatement], frames: [Frame], routines: [CheckedRoutine] = []) {
    self.body = body
    self.variables = frames.map(\.variableCount)
    self.routines = routines
  }
}

struct CheckedLoop: Sendable {
  /// The registers of the list and, next to it, of the position.
  let loop: Int
  let element: Int
  /// Registers for the parts of an element that is taken apart, and what they get.
  let parts: [(variable: Int, value: CheckedExpression)]
  /// The register in which `loop.changed` keeps what it saw, if it is asked.
  let memory: Int?
  let list: CheckedExpression
  let body: [CheckedStatement]
  var otherwise: [CheckedStatement] = []
}

/// What a filter, test or function does at run time.
package typealias Implementation =
  @Sendable (Machine, Cells) throws(Fault) -> Value
