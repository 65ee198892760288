import Source
import Values

/// Lowers a checked tree to instructions.
///
/// Variables have the first registers, what is computed on the way the registers above them.
package struct Compiler {
  private let schema: Schema
  private let dialect: Checker.Dialect
  /// The language tag in which choices print.
  private let language: String
  /// Whether cells may be pending or tainted.
  private let isJudging: Bool
  private var instructions: [Instruction] = []
  private var places: [Location?] = []
  private var constants: [Value] = []
  private var constantIndex: [ConstantKey: Int] = [:]

  /// Numbers that are equal may still print differently: 2 and 2.0.
  private struct ConstantKey: Hashable {
    let constant: Constant
    let scale: UInt8

    init(_ constant: Constant) {
      self.constant = constant
      if case .number(let number) = constant { scale = number.scale } else { scale = 0 }
    }
  }

  private var choiceLabels: [ChoiceID: Int] = [:]
  private var text: [UInt8] = []
  private var implementations: [Implementation] = []
  private var nextRegister: Int
  private var registerCount: Int
  private let arena = Arena(chunkSize: 4096)
  private var place: Location?
  /// Where the last jump leads, so that no text is joined across it.
  private var landing = 0

  private init(_ checker: Checker, isJudging: Bool) {
    schema = checker.schema
    dialect = checker.dialect
    language = checker.language
    self.isJudging = isJudging
    nextRegister = checker.variableCount
    registerCount = checker.variableCount
  }

  /// Compiles a whole template.
  package static func compile(
    _ program: CheckedProgram, of checker: Checker, isJudging: Bool = false
  ) -> Program {
    var compiler = Compiler(checker, isJudging: isJudging)
    compiler.lower(program.body)
    return compiler.finish(resultType: nil, checker)
  }

  /// Compiles a lone expression, whose value the machine returns.
  package static func compile(
    _ expression: CheckedExpression, of checker: Checker, isJudging: Bool = false
  ) -> Program {
    var compiler = Compiler(checker, isJudging: isJudging)
    let result = compiler.operand(expression)
    compiler.emit(.end, a: result)
    return compiler.finish(resultType: expression.type, checker)
  }

  private mutating func finish(resultType: Type?, _ checker: Checker) -> Program {
    if resultType == nil { emit(.end) }
    return Program(
      instructions: instructions, constants: constants, text: text,
      implementations: implementations, places: places, registerCount: registerCount,
      resultType: resultType, readsToday: checker.readsToday,
      reachesOutside: checker.reachesOutside, arena: arena)
  }
}

// MARK: - Emitting

extension Compiler {
  @discardableResult
  private mutating func emit(
    _ code: Instruction.Code, style: Instruction.Style = .text, a: Int = 0, b: Int = 0, c: Int = 0,
    d: Int = 0
  ) -> Int {
    instructions.append(
      Instruction(
        code: code, style: style, a: UInt16(a), b: UInt32(b), c: UInt32(c), d: UInt32(d)))
    places.append(place)
    return instructions.count - 1
  }

  /// Makes the jump at `index` lead to the next instruction.
  private mutating func land(_ index: Int) {
    let target = UInt32(instructions.count)
    landing = instructions.count
    switch instructions[index].code {
    case .loopBegin, .loopNext: instructions[index].c = target
    default: instructions[index].b = target
    }
  }

  private mutating func temporaries(_ count: Int = 1) -> Int {
    defer {
      nextRegister += count
      registerCount = max(registerCount, nextRegister)
    }
    precondition(nextRegister + count < Int(UInt16.max), "a program has too many registers")
    return nextRegister
  }

  private mutating func constant(_ constant: Constant) -> Int {
    if let index = constantIndex[ConstantKey(constant)] { return index }
    let value: Value =
      switch constant {
      case .none: .absent
      case .bool(let truth): Value(truth)
      case .number(let number): Value(number)
      case .string(let text): arena.text(text)
      case .choice(let index): Value(choice: index)
      case .date(let date): Value(date)
      }
    constants.append(value)
    constantIndex[ConstantKey(constant)] = constants.count - 1
    return constants.count - 1
  }

  /// The index of a choice's first label among the constants.
  private mutating func labels(of id: ChoiceID) -> Int {
    if let first = choiceLabels[id] { return first }
    let first = constants.count
    for choice in schema[id].choices {
      constants.append(
        arena.text(choice.labels[language] ?? choice.labels["zh-Hans"] ?? choice.word))
    }
    choiceLabels[id] = first
    return first
  }
}

// MARK: - Statements

extension Compiler {
  private mutating func lower(_ statements: [CheckedStatement]) {
    for statement in statements { lower(statement) }
  }

  private mutating func lower(_ statement: CheckedStatement) {
    let base = nextRegister
    defer { nextRegister = base }
    switch statement {
    case .text(let string): lowerText(string)
    case .print(let value, let escape): lowerPrint(value, escape)
    case .if(let branches, let otherwise): lowerIf(branches, otherwise)
    case .for(let loop): lowerFor(loop)
    case .assign(let variable, let value): lower(value, into: variable)
    }
  }

  private mutating func lowerText(_ string: String) {
    let bytes = Array(string.utf8)
    // Text behind text is one piece, unless something jumps in between.
    if let last = instructions.last, last.code == .text, landing != instructions.count,
      Int(last.b + last.c) == text.count
    {
      instructions[instructions.count - 1].c += UInt32(bytes.count)
    } else {
      emit(.text, b: text.count, c: bytes.count)
    }
    text += bytes
  }

  private mutating func lowerPrint(_ value: CheckedExpression, _ escape: Escape) {
    if case .constant(.string(let string)) = value.form, escape == .none {
      return lowerText(string)
    }
    let register = operand(value)
    place = value.place
    let style = Instruction.Style(value.type, dialect: dialect)
    switch (style, escape) {
    case (.text, .text): emit(.printEscaped, a: register)
    case (.text, .none), (.html, .none): emit(.printRaw, a: register)
    case (.number, .none), (.number, .text): emit(.printNumber, a: register)
    default:
      var first = 0
      if case .choice(let id) = value.type { first = labels(of: id) }
      emit(.print, style: style, a: register, b: Int(escape.rawValue), c: first)
    }
  }

  private mutating func lowerIf(
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
  private mutating func jump(unless condition: CheckedExpression) -> [Int] {
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
    default:
      let register = operand(condition)
      return [emit(.jumpIfFalse, a: register)]
    }
  }

  private mutating func lowerFor(_ loop: CheckedLoop) {
    lower(loop.list, into: loop.loop)
    if let memory = loop.memory { emit(.constant, a: memory, b: constant(.none)) }
    let begin = emit(.loopBegin, a: loop.loop, b: loop.element)
    let start = instructions.count
    landing = start
    unpack(loop.element, into: loop.parts)
    lower(loop.body)
    emit(.loopNext, a: loop.loop, b: loop.element, c: start)
    guard !loop.otherwise.isEmpty else {
      land(begin)
      return
    }
    let end = emit(.jump)
    land(begin)
    lower(loop.otherwise)
    land(end)
  }

  private mutating func unpack(_ record: Int, into parts: [Int]) {
    for (slot, part) in parts.enumerated() { emit(.cell, a: part, b: record, c: slot) }
  }
}

// MARK: - Expressions

extension Compiler {
  /// The register that holds the value: a variable's own, or a temporary.
  private mutating func operand(_ expression: CheckedExpression) -> Int {
    if case .variable(let variable) = expression.form { return variable }
    let register = temporaries()
    lower(expression, into: register)
    return register
  }

  private mutating func lower(_ expression: CheckedExpression, into target: Int) {
    let base = nextRegister
    let outer = place
    place = expression.place
    defer {
      nextRegister = base
      place = outer
    }
    switch expression.form {
    case .constant(let value): emit(.constant, a: target, b: constant(value))
    case .variable(let variable): emit(.move, a: target, b: variable)
    case .cell(let owner, let slot, let derivation):
      let record = operand(owner)
      emit(
        isJudging ? .judgedCell : .cell, a: target, b: record, c: slot,
        d: derivation.map { $0 + 1 } ?? 0)
    case .not(let inner): emit(.not, a: target, b: operand(inner))
    case .truth(let inner): emit(.truth, a: target, b: operand(inner))
    case .isPresent(let inner): emit(.isPresent, a: target, b: operand(inner))
    case .and(let left, let right): lowerShortCircuit(left, right, .jumpIfFalse, into: target)
    case .or(let left, let right): lowerShortCircuit(left, right, .jumpIfTrue, into: target)
    case .firstTrue(let first, let second):
      lowerOperand(first, second, until: .jumpIfTrue, into: target)
    case .firstFalse(let first, let second):
      lowerOperand(first, second, until: .jumpIfFalse, into: target)
    case .entry(let map, let key): lowerCall(Operations.value, [map, key], into: target)
    case .changed(let values, let memory):
      let seen = operand(values)
      emit(.compareOther, a: target, b: seen, c: memory, d: ComparisonOperator.notEqual.code)
      emit(.move, a: memory, b: seen)
    case .conditional(let condition, let then, let otherwise):
      lowerConditional(condition, then, otherwise, into: target)
    case .otherwise(let value, let other): lowerOtherwise(value, other, into: target)
    case .arithmetic(let operation, let left, let right):
      lowerArithmetic(operation, left, right, expression.type, into: target)
    case .comparison(let kind, let comparison, let left, let right):
      lowerComparison(kind, comparison, left, right, into: target)
    case .call(let implementation, let arguments):
      lowerCall(implementation, arguments, into: target)
    case .list(let elements): lowerElements(elements, .makeList, into: target)
    case .map(let entries):
      lowerElements(entries.flatMap { [$0.key, $0.value] }, .makeMap, into: target)
    case .comprehension(let list, let variable, let condition, let element):
      lowerComprehension(list, variable, condition, element, into: target)
    case .letting(let values, let then):
      for (variable, value) in values { lower(value, into: variable) }
      lower(then, into: target)
    case .loopMember(let member, let loop):
      emit(.loopMember, a: target, b: loop, c: LoopMember.allCases.firstIndex(of: member) ?? 0)
    case .text(let parts): lowerText(parts, isMarkup: false, into: target)
    case .markup(let parts): lowerText(parts, isMarkup: true, into: target)
    // Only an element of a list without any comes so far.
    case .faulty: lowerCall(Operations.missing, [], into: target)
    }
  }

  private mutating func lowerShortCircuit(
    _ left: CheckedExpression, _ right: CheckedExpression, _ code: Instruction.Code,
    into target: Int
  ) {
    // A variable of the program may be the target, so the first operand gets a register of its own.
    let register = temporaries()
    lower(left, into: register)
    let end = emit(code, a: register)
    lower(right, into: register)
    land(end)
    emit(.move, a: target, b: register)
  }

  private mutating func lowerOperand(
    _ first: CheckedExpression, _ second: CheckedExpression, until code: Instruction.Code,
    into target: Int
  ) {
    let result = temporaries()
    let truth = temporaries()
    lower(first, into: result)
    if first.type == .bool {
      emit(.move, a: truth, b: result)
    } else {
      emit(.truth, a: truth, b: result)
    }
    let end = emit(code, a: truth)
    lower(second, into: result)
    land(end)
    emit(.move, a: target, b: result)
  }

  private mutating func lowerConditional(
    _ condition: CheckedExpression, _ then: CheckedExpression, _ otherwise: CheckedExpression,
    into target: Int
  ) {
    let result = temporaries()
    let skip = jump(unless: condition)
    lower(then, into: result)
    let end = emit(.jump)
    for index in skip { land(index) }
    lower(otherwise, into: result)
    land(end)
    emit(.move, a: target, b: result)
  }

  private mutating func lowerOtherwise(
    _ value: CheckedExpression, _ other: CheckedExpression, into target: Int
  ) {
    let result = temporaries()
    lower(value, into: result)
    let absent = emit(.jumpIfAbsent, a: result)
    let end = emit(.jump)
    land(absent)
    lower(other, into: result)
    land(end)
    emit(.move, a: target, b: result)
  }

  private mutating func lowerArithmetic(
    _ operation: Arithmetic, _ left: CheckedExpression, _ right: CheckedExpression, _ type: Type,
    into target: Int
  ) {
    let first = operand(left)
    let second = operand(right)
    let isQuotient = if case .quotient = type { true } else { false }
    let code: Instruction.Code? =
      switch operation {
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .floorDivide: .floorDivide
      case .remainder: .remainder
      default: nil
      }
    if let code, !isQuotient {
      emit(code, a: target, b: first, c: second)
    } else {
      emit(.slowArithmetic, a: target, b: first, c: second, d: Int(operation.rawValue))
    }
  }

  private mutating func lowerComparison(
    _ kind: Comparison, _ comparison: ComparisonOperator, _ left: CheckedExpression,
    _ right: CheckedExpression, into target: Int
  ) {
    let first = operand(left)
    let second = operand(right)
    let mayBeAbsent = left.type.isOptional || right.type.isOptional
    let code: Instruction.Code =
      switch kind {
      case .numbers: mayBeAbsent ? .compareOther : .compareNumbers
      case .bits: mayBeAbsent ? .compareOther : .compareBits
      case .texts: mayBeAbsent ? .compareOther : .compareTexts
      default: .compareOther
      }
    emit(code, a: target, b: first, c: second, d: Int(comparison.code))
  }

  private mutating func lowerCall(
    _ implementation: @escaping Implementation, _ arguments: [CheckedExpression], into target: Int
  ) {
    let first = temporaries(arguments.count)
    for (index, argument) in arguments.enumerated() { lower(argument, into: first + index) }
    implementations.append(implementation)
    emit(.call, a: target, b: implementations.count - 1, c: first)
  }

  private mutating func lowerElements(
    _ elements: [CheckedExpression], _ code: Instruction.Code, into target: Int
  ) {
    let first = temporaries(elements.count)
    for (index, element) in elements.enumerated() { lower(element, into: first + index) }
    emit(code, a: target, b: first, c: elements.count)
  }

  private mutating func lowerComprehension(
    _ list: CheckedExpression, _ variable: Int, _ condition: CheckedExpression?,
    _ element: CheckedExpression, into target: Int
  ) {
    let loop = temporaries(2)
    lower(list, into: loop)
    emit(.listBegin)
    let begin = emit(.loopBegin, a: loop, b: variable)
    let start = instructions.count
    landing = start
    let skips = condition.map { jump(unless: $0) } ?? []
    let base = nextRegister
    let value = operand(element)
    emit(.listAppend, a: value)
    nextRegister = base
    for skip in skips { land(skip) }
    emit(.loopNext, a: loop, b: variable, c: start)
    land(begin)
    emit(.listEnd, a: target)
  }

  private mutating func lowerText(
    _ parts: [CheckedExpression], isMarkup: Bool, into target: Int
  ) {
    // Every part is computed before anything is written, since computing may write texts too.
    let registers = parts.map { operand($0) }
    emit(.textBegin)
    for (part, register) in zip(parts, registers) {
      let escapes = isMarkup && part.type != .html
      let value = CheckedExpression(part.type, .variable(register), at: part.place)
      lowerPrint(value, escapes ? .text : .none)
    }
    emit(isMarkup ? .markupEnd : .textEnd, a: target)
  }
}
