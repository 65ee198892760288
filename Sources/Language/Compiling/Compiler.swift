import Source
import Values

/// Lowers a checked tree to instructions.
///
/// Variables have the first registers, what is computed on the way the registers above them.
package struct Compiler {
  let schema: Schema
  let dialect: Checker.Dialect
  /// The language tag in which choices print.
  let language: String
  /// Whether cells may be pending or tainted.
  let isJudging: Bool
  var instructions: [Instruction] = []
  var places: [Location?] = []
  var culprits: [Int: MemberPath] = [:]
  var constants: [Value] = []
  var constantIndex: [ConstantKey: Int] = [:]

  /// Numbers that are equal may still print differently: 2 and 2.0.
  struct ConstantKey: Hashable {
    let constant: Constant
    let scale: UInt8

    init(_ constant: Constant) {
      self.constant = constant
      if case .number(let number) = constant { scale = number.scale } else { scale = 0 }
    }
  }

  var choiceLabels: [ChoiceID: Int] = [:]
  var text: [UInt8] = []
  /// How much of `text`, at its end, no step writes yet: the next value may take it along.
  var pendingText = 0
  var implementations: [Implementation] = []
  var nextRegister: Int
  var registerCount: Int
  let arena = Arena(chunkSize: 4096)
  var place: Location?
  /// Where the last jump leads, so that no text is joined across it.
  var landing = 0
  /// The jumps out of the loops around, innermost last.
  var loops: [(ends: [Int], turns: [Int])] = []

  private init(_ checker: Checker, variables: Int, isJudging: Bool) {
    schema = checker.schema
    dialect = checker.dialect
    language = checker.language
    self.isJudging = isJudging
    nextRegister = variables
    registerCount = variables
  }

  /// Compiles a whole template.
  package static func compile(
    _ program: CheckedProgram, of checker: Checker, isJudging: Bool = false
  ) -> Program {
    var main = Compiler(checker, variables: program.variables[0], isJudging: isJudging)
    main.lower(program.body)
    main.emit(.end)
    var registers = program.variables
    registers[0] = main.registerCount
    let routines = program.routines.map { routine in
      var compiler = Compiler(
        checker, variables: program.variables[routine.frame], isJudging: isJudging)
      compiler.place = routine.place
      compiler.lower(routine.body)
      compiler.emit(.end)
      registers[routine.frame] = max(registers[routine.frame], compiler.registerCount)
      return compiler
    }
    // Bodies of calls use the registers of the frame around them.
    let programs = zip(routines, program.routines).map { compiler, routine in
      compiler.finish(
        resultType: nil, checker, registerCount: registers[routine.frame],
        firstParameter: routine.firstParameter)
    }
    return main.finish(
      resultType: nil, checker, registerCount: registers[0], routines: programs)
  }

  /// Compiles a lone expression, whose value the machine returns.
  package static func compile(
    _ expression: CheckedExpression, of checker: Checker, isJudging: Bool = false
  ) -> Program {
    var compiler = Compiler(checker, variables: checker.variableCount, isJudging: isJudging)
    let result = compiler.operand(expression)
    compiler.emit(.end, a: result)
    return compiler.finish(
      resultType: expression.type, checker, registerCount: compiler.registerCount)
  }

  private func finish(
    resultType: Type?, _ checker: Checker, registerCount: Int, firstParameter: Int = 0,
    routines: [Program] = []
  ) -> Program {
    Program(
      instructions: instructions, constants: constants, text: text,
      implementations: implementations, places: places, culprits: culprits,
      registerCount: registerCount,
      firstParameter: firstParameter, routines: routines,
      resultType: resultType, readsToday: checker.readsToday,
      reachesOutside: checker.reachesOutside, readMembers: checker.readMembers, arena: arena)
  }
}

// MARK: - Emitting

extension Compiler {
  @discardableResult
  mutating func emit(
    _ code: Instruction.Code, style: Instruction.Style = .text, a: Int = 0, b: Int = 0, c: Int = 0,
    d: Int = 0
  ) -> Int {
    writePendingText()
    instructions.append(
      Instruction(
        code: code, style: style, a: UInt16(a), b: UInt32(b), c: UInt32(c), d: UInt32(d)))
    places.append(place)
    return instructions.count - 1
  }

  /// Notes with which value of the record the last instruction may go wrong: the last of those
  /// that are one.
  mutating func blame(_ values: CheckedExpression...) {
    for value in values {
      if let path = path(of: value) { culprits[instructions.count - 1] = path }
    }
  }

  private func path(of value: CheckedExpression) -> MemberPath? {
    guard case .cell(let owner, let slot, _) = value.form, case .record(let id) = owner.type.present
    else { return nil }
    let name = schema[id][slot].name
    if case .variable = owner.form { return MemberPath(record: id, names: [name]) }
    return path(of: owner).map { MemberPath(record: $0.record, names: $0.names + [name]) }
  }

  /// Makes the jump at `index` lead to the next instruction.
  mutating func land(_ index: Int) {
    writePendingText()
    let target = UInt32(instructions.count)
    landing = instructions.count
    switch instructions[index].code {
    case .loopBegin, .loopNext: instructions[index].c = target
    default: instructions[index].b = target
    }
  }

  mutating func temporaries(_ count: Int = 1) -> Int {
    defer {
      nextRegister += count
      registerCount = max(registerCount, nextRegister)
    }
    precondition(nextRegister + count < Int(UInt16.max), "a program has too many registers")
    return nextRegister
  }

  mutating func constant(_ constant: Constant) -> Int {
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
  mutating func labels(of id: ChoiceID) -> Int {
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
