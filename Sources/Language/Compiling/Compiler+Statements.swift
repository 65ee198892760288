import Source

// Statements become steps.
extension Compiler {
  mutating func lower(_ statements: [CheckedStatement]) {
    for statement in statements { lower(statement) }
  }

  mutating func lower(_ statement: CheckedStatement) {
    let base = nextRegister
    defer { nextRegister = base }
    switch statement {
    case .text(let string): lowerText(string)
    case .print(let value, let escape): lowerPrint(value, escape)
    case .if(let branches, let otherwise): lowerIf(branches, otherwise)
    case .for(let loop): lowerFor(loop)
    case .assign(let variable, let value): lower(value, into: variable)
    case .setMember(let owner, let slot, let value):
      let record = operand(owner)
      emit(.setCell, a: record, b: slot, c: operand(value))
    case .run(let call): lowerRun(call)
    case .discard(let statements):
      emit(.textBegin)
      lower(statements)
      emit(.discard)
    case .break: loops[loops.count - 1].ends.append(emit(.jump))
    case .continue: loops[loops.count - 1].turns.append(emit(.jump))
    }
  }

  private mutating func lowerRun(_ call: CheckedCall) {
    let first = temporaries(call.arguments.count)
    for (index, argument) in call.arguments.enumerated() { lower(argument, into: first + index) }
    place = call.place
    switch call.frame {
    case .own: emit(.runMacro, a: first, b: call.routine, c: call.arguments.count)
    case .ownWithCaller: emit(.runMacro, a: first, b: call.routine, c: call.arguments.count, d: 1)
    case .caller: emit(.runCaller, a: first, b: call.routine, c: call.arguments.count)
    }
  }

  mutating func lowerText(_ string: String) {
    let start = text.count
    text += string.utf8
    let count = text.count - start
    // Text behind text, or behind a value, is one piece with it, unless a jump leads in between.
    guard pendingText == 0, let last = instructions.last, last.code.carriesText,
      landing != instructions.count, last.textEnd ?? start == start
    else {
      pendingText += count
      return
    }
    if last.textEnd == nil { instructions[instructions.count - 1].b = UInt32(start) }
    instructions[instructions.count - 1].c += UInt32(count)
  }

  /// Emits the step that writes what no value has taken along.
  mutating func writePendingText() {
    guard 0 < pendingText else { return }
    let count = pendingText
    pendingText = 0
    emit(.text, b: text.count - count, c: count)
  }

  mutating func lowerPrint(_ value: CheckedExpression, _ escape: Escape) {
    if case .constant(.string(let string)) = value.form, escape == .none {
      return lowerText(string)
    }
    let style = Instruction.Style(value.type, dialect: dialect)
    switch (style, escape) {
    case (.text, .text): lowerPrint(value, .printEscaped)
    case (.text, .none), (.html, .none): lowerPrint(value, .printRaw)
    case (.number, .none), (.number, .text): lowerPrint(value, .printNumber)
    case (.text, .url): lowerPrint(value, .printAddress)
    default:
      let register = operand(value)
      place = value.place
      var first = 0
      if case .choice(let id) = value.type { first = labels(of: id) }
      emit(.print, style: style, a: register, b: Int(escape.rawValue), c: first)
      blame(value)
    }
  }

  /// Prints a value together with the text before it.
  private mutating func lowerPrint(_ value: CheckedExpression, _ code: Instruction.Code) {
    if Instruction.mostBefore < pendingText { writePendingText() }
    let start = text.count - pendingText
    let before = pendingText
    // To compute the value may take steps; none of them leaves anything behind on the page.
    pendingText = 0
    var register: Int
    var cell: Int?
    if case .cell(let owner, let slot, _) = value.form, !isJudging, slot <= Instruction.lastCell {
      register = operand(owner)
      cell = slot
    } else {
      register = operand(value)
    }
    place = value.place
    emit(code, a: register, b: start, d: Instruction.printing(before: before, cell: cell))
  }

  mutating func lowerIf(
    _ branches: [(condition: CheckedExpression, body: [CheckedStatement])],
    _ otherwise: [CheckedStatement]
  ) {
    var ends: [Int] = []
    var index = 0
    for (condition, body) in branches {
      let skip = jump(unless: condition)
      lower(body)
      index += 1
      // Behind the last branch there is nothing to jump over.
      if index < branches.count || !otherwise.isEmpty { ends.append(emit(.jump)) }
      for index in skip { land(index) }
    }
    lower(otherwise)
    for end in ends { land(end) }
  }

  /// Jumps that are taken if the condition does not hold.
  mutating func jump(unless condition: CheckedExpression) -> [Int] {
    let base = nextRegister
    defer { nextRegister = base }
    switch condition.form {
    case .and(let left, let right): return jump(unless: left) + jump(unless: right)
    case .not(let inner):
      let register = operand(inner)
      return [emit(.jumpIfTrue, a: register)]
    case .isPresent(let inner):
      let register = operand(inner)
      return [emit(.jumpIfAbsent, a: register)]
    case .comparison(let kind, let relation, let left, let right)
    where !left.type.isOptional && !right.type.isOptional && (kind == .numbers || kind == .bits):
      let first = operand(left)
      let second = operand(right)
      let code: Instruction.Code = kind == .numbers ? .jumpUnlessNumbers : .jumpUnlessBits
      return [emit(code, a: first, c: second, d: relation.code)]
    default:
      let register = operand(condition)
      return [emit(.jumpIfFalse, a: register)]
    }
  }

  mutating func lowerFor(_ loop: CheckedLoop) {
    lower(loop.list, into: loop.loop)
    if let memory = loop.memory { emit(.constant, a: memory, b: constant(.none)) }
    let begin = emit(.loopBegin, a: loop.loop, b: loop.element)
    let start = instructions.count
    landing = start
    for (variable, value) in loop.parts { lower(value, into: variable) }
    loops.append(([], []))
    lower(loop.body)
    let jumps = loops.removeLast()
    for turn in jumps.turns { land(turn) }
    emit(.loopNext, a: loop.loop, b: loop.element, c: start)
    if loop.otherwise.isEmpty {
      land(begin)
    } else {
      let end = emit(.jump)
      land(begin)
      lower(loop.otherwise)
      land(end)
    }
    for end in jumps.ends { land(end) }
  }
}
