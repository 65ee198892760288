import Source

// Expressions become steps that leave their value in a register.
extension Compiler {
  /// The register that holds the value: a variable's own, or a temporary.
  mutating func operand(_ expression: CheckedExpression) -> Int {
    if case .variable(let variable) = expression.form { return variable }
    let register = temporaries()
    lower(expression, into: register)
    return register
  }

  mutating func lower(_ expression: CheckedExpression, into target: Int) {
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
    case .global(let variable): emit(.global, a: target, b: variable)
    case .record(let members, let keys): lowerRecord(members, keys, into: target)
    case .capture(let statements):
      emit(.textBegin)
      lower(statements)
      emit(.markupEnd, a: target)
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
    case .element(let list, let position):
      lowerCall(Operations.element, [list, position], into: target)
      blame(list, position)
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

  mutating func lowerShortCircuit(
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

  mutating func lowerOperand(
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

  mutating func lowerConditional(
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

  mutating func lowerOtherwise(
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

  mutating func lowerArithmetic(
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
    blame(left, right)
  }

  mutating func lowerComparison(
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

  mutating func lowerCall(
    _ implementation: @escaping Implementation, _ arguments: [CheckedExpression], into target: Int
  ) {
    let first = temporaries(arguments.count)
    for (index, argument) in arguments.enumerated() { lower(argument, into: first + index) }
    implementations.append(implementation)
    emit(.call, a: target, b: implementations.count - 1, c: first)
  }

  mutating func lowerRecord(
    _ members: [CheckedExpression], _ keys: [String], into target: Int
  ) {
    let count = members.count
    lowerCall(
      { machine, arguments throws(Fault) in
        var cells = (0..<count).map { arguments[$0] }
        if !keys.isEmpty {
          let pairs = zip(keys, cells).flatMap { [machine.scratch.text($0), $1] }
          cells.append(machine.scratch.list(pairs, tag: .map))
        }
        return machine.scratch.record(cells)
      }, members, into: target)
  }

  mutating func lowerElements(
    _ elements: [CheckedExpression], _ code: Instruction.Code, into target: Int
  ) {
    let first = temporaries(elements.count)
    for (index, element) in elements.enumerated() { lower(element, into: first + index) }
    emit(code, a: target, b: first, c: elements.count)
  }

  mutating func lowerComprehension(
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

  mutating func lowerText(
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
