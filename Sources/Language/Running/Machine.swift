package import HTML
import Source
package import Values

/// Runs programs, one after another, with buffers that are kept from run to run.
///
/// Each task has its own machine.
@safe package final class Machine {
  private let paper = Paper()
  /// Where values that a program makes are kept until the next outermost run.
  package let scratch: Arena
  /// The programs of derived values, by derivation number.
  package var derivations: [Program] = []
  package var today: Value = .absent
  /// The days on which people work, for `workday`.
  package var calendar = HolidayCalendar()
  /// Writes a body, which the language itself knows nothing about.
  package var writeBody: (TextBytes, inout PageWriter) -> Void = { $1.append($0) }
  /// Keeps a derived value beyond the run; the scratch memory is not for keeping.
  package var keepDerived: (Value, Int) -> Value = { value, _ in value }

  private let registerArena = Arena(chunkSize: 1024)
  private let registers: Cells
  private var base = 0
  private var depth = 0
  /// The registers of the program that runs, for its macros.
  private var globals: Cells
  /// Where something went wrong, and where the macros around it were used, innermost first.
  private var failures: [(program: Program, step: Int)] = []
  /// Whether a tainted value was read since the last reset.
  package private(set) var hasReadTainted = false

  private var numbered = 0

  private static let registerLimit = 64 * 1024
  private static let deepest = 200

  package init() {
    scratch = Arena()
    registers = registerArena.cells(Self.registerLimit)
    globals = registers
  }

  /// What a template has written.
  package var writer: PageWriter {
    @inline(__always) _read { yield paper.writer }
    @inline(__always) _modify { yield &paper.writer }
  }

  /// Room for the digits of one number.
  var digits: [UInt8] {
    @inline(__always) _read { yield paper.digits }
    @inline(__always) _modify { yield &paper.digits }
  }

  /// A number that nothing else on the page has, counted from 1, for names that must differ.
  package func nextNumber() -> Int {
    numbered += 1
    return numbered
  }

  /// Runs a program on its inputs, in the order in which they were bound.
  ///
  /// What an expression gives lives until the next outermost run; what a template writes is
  /// appended to `writer`.
  @discardableResult
  package func run(_ program: Program, _ inputs: [Value]) throws(RunFailure) -> Value {
    if depth == 0 {
      scratch.reset()
      hasReadTainted = false
      numbered = 0
    }
    return try runNested(program, inputs)
  }

  private func runNested(_ program: Program, _ inputs: [Value]) throws(RunFailure) -> Value {
    guard depth < Self.deepest, base + program.registerCount + 1 < Self.registerLimit else {
      throw RunFailure(fault: .tooDeep, place: program.places.first ?? nil)
    }
    depth += 1
    let frame = registers.from(base)
    base += program.registerCount
    let outer = globals
    globals = frame
    defer {
      depth -= 1
      base -= program.registerCount
      globals = outer
    }
    for index in inputs.indices { frame[index] = inputs[index] }
    if !failures.isEmpty { failures.removeAll() }
    var step = 0
    let marks = (paper.lists.count, paper.listStarts.count, paper.textStarts.count)
    do throws(Fault) {
      return try execute(program, in: program, frame, &step)
    } catch {
      paper.lists.removeSubrange(marks.0...)
      paper.listStarts.removeSubrange(marks.1...)
      paper.textStarts.removeSubrange(marks.2...)
      let failures = failures + [(program, step)]
      throw RunFailure(
        fault: error, place: failures[0].program.places[failures[0].step],
        uses: failures.dropFirst().compactMap { $0.program.places[$0.step] },
        culprit: failures[0].program.culprits[failures[0].step])
    }
  }
}

// MARK: - Macros

extension Machine {
  /// Runs a macro in registers of its own.
  private func runMacro(
    _ routine: Program, in program: Program, _ arguments: Cells, count: Int, caller: Cells?
  ) throws(Fault) {
    guard depth < Self.deepest, base + routine.registerCount + 1 < Self.registerLimit else {
      throw .tooDeep
    }
    depth += 1
    let frame = registers.from(base)
    base += routine.registerCount
    defer {
      depth -= 1
      base -= routine.registerCount
    }
    if let caller { frame[0] = Value(record: caller) }
    try runRoutine(routine, in: program, arguments, count: count, frame)
  }

  /// Runs a routine in registers that are there.
  private func runRoutine(
    _ routine: Program, in program: Program, _ arguments: Cells, count: Int, _ frame: Cells
  ) throws(Fault) {
    for index in 0..<count { frame[routine.firstParameter + index] = arguments[index] }
    var step = 0
    do throws(Fault) {
      _ = try execute(routine, in: program, frame, &step)
    } catch {
      failures.append((routine, step))
      throw error
    }
  }
}

// MARK: - The loop

extension Machine {
  private func execute(
    _ program: Program, in main: Program, _ frame: Cells, _ step: inout Int
  ) throws(Fault) -> Value {
    let code = program.instructions
    let text = program.text
    let constants = program.constants
    var next = 0
    while true {
      let instruction = code[next]
      let a = Int(instruction.a)
      let b = Int(instruction.b)
      let c = Int(instruction.c)
      step = next
      next &+= 1
      switch instruction.code {
      case .text:
        text.append(from: b, count: c, to: &writer)
      case .printEscaped:
        text.appendEscaped(instruction.value(in: frame).text, amid: instruction, to: &writer)
      case .printNumber:
        let number = instruction.value(in: frame)
        if number.count == 0 {
          text.append(decimal: number.integer, amid: instruction, to: &writer)
        } else {
          text.append(before: instruction, to: &writer)
          write(number: number)
          text.append(behind: instruction, to: &writer)
        }
      case .printRaw:
        text.append(before: instruction, to: &writer)
        writeRaw(instruction.value(in: frame))
        text.append(behind: instruction, to: &writer)
      case .printAddress:
        text.append(before: instruction, to: &writer)
        writer.appendEscaped(instruction.value(in: frame).text, encoding: .address)
        text.append(behind: instruction, to: &writer)
      case .print:
        try write(
          frame[a], instruction.style, Escape(rawValue: UInt8(b)) ?? .text,
          labels: constants.from(c))
      case .constant: frame[a] = constants[b]
      case .move: frame[a] = frame[b]
      case .cell: frame[a] = frame[b].cells[c]
      case .judgedCell:
        frame[a] = try judgedCell(frame[b].cells.from(c), Int(instruction.d), of: frame[b])
      case .not: frame[a] = Value(!frame[b].isTrue)
      case .truth: frame[a] = Value(Self.truth(of: frame[b]))
      case .isPresent: frame[a] = Value(!frame[b].isAbsent)
      case .jump: next = b
      case .jumpIfFalse: if !frame[a].isTrue { next = b }
      case .jumpIfTrue: if frame[a].isTrue { next = b }
      case .jumpIfAbsent: if frame[a].isAbsent { next = b }
      case .jumpUnlessNumbers:
        let order = Self.order(numbers: frame[a], frame[c])
        if !Self.holds(instruction.d, order) { next = b }
      case .jumpUnlessBits:
        let order = Self.order(bits: frame[a], frame[c])
        if !Self.holds(instruction.d, order) { next = b }
      case .add, .subtract, .multiply, .floorDivide, .remainder:
        frame[a] = try Self.arithmetic(instruction.code, frame[b], frame[c])
      case .slowArithmetic:
        frame[a] = try slowArithmetic(Int(instruction.d), frame[b], frame[c])
      case .compareNumbers:
        let order = Self.order(numbers: frame[b], frame[c])
        frame[a] = Value(Self.holds(instruction.d, order))
      case .compareBits:
        let order = Self.order(bits: frame[b], frame[c])
        frame[a] = Value(Self.holds(instruction.d, order))
      case .compareTexts:
        let order = Self.order(texts: frame[b].text, frame[c].text)
        frame[a] = Value(Self.holds(instruction.d, order))
      case .compareOther:
        frame[a] = Value(Self.compare(frame[b], frame[c], instruction.d))
      case .call: frame[a] = try program.implementations[b](self, frame.from(c))
      case .makeList: frame[a] = scratch.list(frame.from(b).elements(count: c))
      case .makeMap: frame[a] = makeMap(frame.from(b).elements(count: c))
      case .listBegin: paper.listStarts.append(paper.lists.count)
      case .listAppend: paper.lists.append(frame[a])
      case .listEnd: frame[a] = endList()
      case .textBegin: paper.textStarts.append(writer.count)
      case .textEnd: frame[a] = endText(tag: .text)
      case .markupEnd: frame[a] = endText(tag: .html)
      case .loopBegin:
        let list = frame[a].elements
        frame[a &+ 1] = Value(0)
        if list.isEmpty { next = c } else { frame[b] = list[0] }
      case .loopNext:
        let list = frame[a].elements
        let position = Int(frame[a &+ 1].integer) &+ 1
        frame[a &+ 1] = Value(position)
        if position < list.count {
          frame[b] = list[position]
          next = c
        }
      case .loopMember: frame[a] = loopMember(c, list: frame[b], position: frame[b &+ 1])
      case .global: frame[a] = globals[b]
      case .setCell: frame[a].cells[b] = frame[c]
      case .runMacro:
        try runMacro(
          main.routines[b], in: main, frame.from(a), count: c,
          caller: instruction.d == 0 ? nil : frame)
      case .runCaller:
        try runRoutine(main.routines[b], in: main, frame.from(a), count: c, frame[0].cells)
      case .discard: writer.truncate(to: paper.textStarts.removeLast())
      case .end: return frame[a]
      }
    }
  }

  /// A map of keys and values; of a key that comes twice the later value counts, as in Python.
  private func makeMap(_ entries: Elements) -> Value {
    var kept: [Value] = []
    for index in stride(from: 0, to: entries.count, by: 2) {
      let known = stride(from: 0, to: kept.count, by: 2).first {
        Self.order(texts: kept[$0].text, entries[index].text) == 0
      }
      if let known {
        kept[known + 1] = entries[index + 1]
      } else {
        kept += [entries[index], entries[index + 1]]
      }
    }
    return scratch.list(kept, tag: .map)
  }

  private func endList() -> Value {
    let start = paper.listStarts.removeLast()
    defer { paper.lists.removeSubrange(start...) }
    return scratch.list(paper.lists[start...])
  }

  private func endText(tag: Value.Tag) -> Value {
    let start = paper.textStarts.removeLast()
    let text = writer.bytes(from: start)
    writer.truncate(to: start)
    return scratch.text(text, tag: tag)
  }

  private func loopMember(_ member: Int, list: Value, position: Value) -> Value {
    let index = Int(position.integer)
    let elements = list.elements
    switch LoopMember.allCases[member] {
    case .index: return Value(index + 1)
    case .index0: return Value(index)
    case .revindex: return Value(elements.count - index)
    case .revindex0: return Value(elements.count - index - 1)
    case .first: return Value(index == 0)
    case .last: return Value(index == elements.count - 1)
    case .length: return Value(elements.count)
    case .previtem: return index == 0 ? .absent : elements[index - 1]
    case .nextitem: return index + 1 < elements.count ? elements[index + 1] : .absent
    case .depth: return Value(1)
    case .depth0: return Value(0)
    }
  }
}

// MARK: - Judging

extension Machine {
  /// A cell whose value may still have to be derived, or may be tainted.
  private func judgedCell(_ cell: Cells, _ derivation: Int, of record: Value) throws(Fault) -> Value
  {
    if cell[0].tag == .pending { try derive(cell, derivation - 1, of: record) }
    let value = cell[0]
    guard !value.marks.isEmpty else { return value }
    if value.marks.contains(.unreadable) { throw .unreadable }
    hasReadTainted = true
    return value
  }

  /// Remembers that what the program gives rests on a value with a finding.
  func noteTaint(of value: Value) {
    if !value.marks.isEmpty { hasReadTainted = true }
  }

  /// Computes the pending cell of a record.
  package func derive(_ cell: Cells, _ derivation: Int, of record: Value) throws(Fault) {
    guard cell[0].spare == 0 else { throw .circular }
    cell[0].spare = 1
    let outerTaint = hasReadTainted
    if depth > 0 { hasReadTainted = false }
    defer { hasReadTainted = hasReadTainted || outerTaint }
    do {
      var value = keepDerived(try run(derivations[derivation], [record, today]), derivation)
      if hasReadTainted { value.marks.insert(.tainted) }
      cell[0] = value
    } catch {
      var unreadable = Value.absent
      unreadable.marks = [.unreadable, .tainted]
      cell[0] = unreadable
      throw error.fault
    }
  }
}
