package import HTML
package import Source
package import Values

/// Runs programs, one after another, with buffers that are kept from run to run.
///
/// Each task has its own machine.
package final class Machine {
  /// What a template has written.
  package var writer: PageWriter
  /// Where values that a program makes are kept until the next outermost run.
  package let scratch: Arena
  /// The programs of derived values, by derivation number.
  package var derivations: [Program] = []
  package var today: Value = .absent
  /// The days on which people work, for `workday`.
  package var calendar = HolidayCalendar()
  /// Writes a body, which the language itself knows nothing about.
  package var writeBody: (TextBytes, inout PageWriter) -> Void = { unsafe $1.append($0) }
  /// Keeps a derived value beyond the run; the scratch memory is not for keeping.
  package var keepDerived: (Value, Int) -> Value = { value, _ in value }

  private let registers: UnsafeMutablePointer<Value>
  private var base = 0
  private var depth = 0
  var lists: [Value] = []
  private var listStarts: [Int] = []
  private var textStarts: [Int] = []
  /// Whether a tainted value was read since the last reset.
  package private(set) var hasReadTainted = false

  private static let registerLimit = 64 * 1024
  private static let deepest = 200

  package init() {
    writer = PageWriter()
    scratch = Arena()
    unsafe registers = .allocate(capacity: Self.registerLimit)
    unsafe registers.initialize(repeating: .absent, count: Self.registerLimit)
  }

  deinit { unsafe registers.deallocate() }

  /// Runs a program on its inputs, in the order in which they were bound.
  ///
  /// What an expression gives lives until the next outermost run; what a template writes is
  /// appended to `writer`.
  @discardableResult
  package func run(_ program: Program, _ inputs: [Value]) throws(RunFailure) -> Value {
    if depth == 0 {
      scratch.reset()
      hasReadTainted = false
    }
    return try runNested(program, inputs)
  }

  private func runNested(_ program: Program, _ inputs: [Value]) throws(RunFailure) -> Value {
    guard depth < Self.deepest, base + program.registerCount + 1 < Self.registerLimit else {
      throw RunFailure(fault: .tooDeep, place: program.places.first ?? nil)
    }
    depth += 1
    let frame = unsafe registers + base
    base += program.registerCount
    defer {
      depth -= 1
      base -= program.registerCount
    }
    for index in inputs.indices { unsafe frame[index] = inputs[index] }
    var step = 0
    let marks = (lists.count, listStarts.count, textStarts.count)
    do throws(Fault) {
      return unsafe try execute(program, frame, &step)
    } catch {
      lists.removeSubrange(marks.0...)
      listStarts.removeSubrange(marks.1...)
      textStarts.removeSubrange(marks.2...)
      throw RunFailure(fault: error, place: program.places[step])
    }
  }
}

// MARK: - The loop

extension Machine {
  private func execute(_ program: Program, _ frame: Cells, _ step: inout Int) throws(Fault) -> Value {
    // The arrays outlive the run, since the program does.
    let code = unsafe program.instructions.withUnsafeBufferPointer { unsafe $0 }
    let text = unsafe program.text.withUnsafeBufferPointer { unsafe $0 }
    let constants = unsafe program.constants.withUnsafeBufferPointer { unsafe $0 }
    var next = 0
    while true {
      let instruction = unsafe code[next]
      let a = Int(instruction.a)
      let b = Int(instruction.b)
      let c = Int(instruction.c)
      step = next
      next &+= 1
      switch instruction.code {
      case .text:
        unsafe writer.append(UnsafeBufferPointer(rebasing: text[b..<(b &+ c)]))
      case .printEscaped: unsafe writer.appendEscaped(frame[a].text)
      case .printRaw: unsafe writeRaw(frame[a])
      case .printNumber: unsafe write(number: frame[a])
      case .print:
        unsafe try write(
          frame[a], instruction.style, Escape(rawValue: UInt8(b)) ?? .text,
          labels: constants.baseAddress.map { unsafe $0 + c })
      case .constant: unsafe frame[a] = constants[b]
      case .move: unsafe frame[a] = frame[b]
      case .cell: unsafe frame[a] = frame[b].cells[c]
      case .judgedCell:
        unsafe frame[a] = try judgedCell(frame[b].cells + c, Int(instruction.d), of: frame[b])
      case .not: unsafe frame[a] = Value(!frame[b].isTrue)
      case .truth: unsafe frame[a] = Value(Self.truth(of: frame[b]))
      case .isPresent: unsafe frame[a] = Value(!frame[b].isAbsent)
      case .jump: next = b
      case .jumpIfFalse: if unsafe !frame[a].isTrue { next = b }
      case .jumpIfTrue: if unsafe frame[a].isTrue { next = b }
      case .jumpIfAbsent: if unsafe frame[a].isAbsent { next = b }
      case .add, .subtract, .multiply, .floorDivide, .remainder:
        unsafe frame[a] = try Self.arithmetic(instruction.code, frame[b], frame[c])
      case .slowArithmetic:
        unsafe frame[a] = try slowArithmetic(Int(instruction.d), frame[b], frame[c])
      case .compareNumbers:
        let order = unsafe Self.order(numbers: frame[b], frame[c])
        unsafe frame[a] = Value(Self.holds(instruction.d, order))
      case .compareBits:
        let order = unsafe Self.order(bits: frame[b], frame[c])
        unsafe frame[a] = Value(Self.holds(instruction.d, order))
      case .compareTexts:
        let order = unsafe Self.order(texts: frame[b].text, frame[c].text)
        unsafe frame[a] = Value(Self.holds(instruction.d, order))
      case .compareOther:
        unsafe frame[a] = Value(Self.compare(frame[b], frame[c], instruction.d))
      case .call: unsafe frame[a] = try program.implementations[b](self, frame + c)
      case .makeList, .makeMap:
        let elements = unsafe UnsafeBufferPointer(start: frame + b, count: c)
        unsafe frame[a] = scratch.list(elements, tag: instruction.code == .makeMap ? .map : .list)
      case .listBegin: listStarts.append(lists.count)
      case .listAppend: unsafe lists.append(frame[a])
      case .listEnd: unsafe frame[a] = endList()
      case .textBegin: textStarts.append(writer.count)
      case .textEnd: unsafe frame[a] = endText(tag: .text)
      case .markupEnd: unsafe frame[a] = endText(tag: .html)
      case .loopBegin:
        let list = unsafe frame[a].elements
        unsafe frame[a &+ 1] = Value(0)
        if unsafe list.isEmpty { next = c } else { unsafe frame[b] = list[0] }
      case .loopNext:
        let list = unsafe frame[a].elements
        let position = unsafe Int(frame[a &+ 1].integer) &+ 1
        unsafe frame[a &+ 1] = Value(position)
        if unsafe position < list.count {
          unsafe frame[b] = list[position]
          next = c
        }
      case .loopMember: unsafe frame[a] = loopMember(c, list: frame[b], position: frame[b &+ 1])
      case .end: return unsafe frame[a]
      }
    }
  }

  private func endList() -> Value {
    let start = listStarts.removeLast()
    defer { lists.removeSubrange(start...) }
    return scratch.list(lists[start...])
  }

  private func endText(tag: Value.Tag) -> Value {
    let start = textStarts.removeLast()
    let text = writer.bytes(from: start)
    writer.truncate(to: start)
    return scratch.text(text, tag: tag)
  }

  private func loopMember(_ member: Int, list: Value, position: Value) -> Value {
    let index = Int(position.integer)
    let elements = unsafe list.elements
    switch LoopMember.allCases[member] {
    case .index: return Value(index + 1)
    case .index0: return Value(index)
    case .revindex: return unsafe Value(elements.count - index)
    case .revindex0: return unsafe Value(elements.count - index - 1)
    case .first: return Value(index == 0)
    case .last: return unsafe Value(index == elements.count - 1)
    case .length: return unsafe Value(elements.count)
    case .previtem: return unsafe index == 0 ? .absent : elements[index - 1]
    case .nextitem: return unsafe index + 1 < elements.count ? elements[index + 1] : .absent
    case .depth: return Value(1)
    case .depth0: return Value(0)
    }
  }
}

// MARK: - Judging

extension Machine {
  /// A cell whose value may still have to be derived, or may be tainted.
  private func judgedCell(_ cell: Cells, _ derivation: Int, of record: Value) throws(Fault) -> Value {
    if unsafe cell.pointee.tag == .pending { unsafe try derive(cell, derivation - 1, of: record) }
    let value = unsafe cell.pointee
    guard !value.marks.isEmpty else { return value }
    if value.marks.contains(.unreadable) { throw .unreadable }
    hasReadTainted = true
    return value
  }

  /// Computes the pending cell of a record.
  package func derive(_ cell: Cells, _ derivation: Int, of record: Value) throws(Fault) {
    guard unsafe cell.pointee.spare == 0 else { throw .circular }
    unsafe cell.pointee.spare = 1
    let outerTaint = hasReadTainted
    if depth > 0 { hasReadTainted = false }
    defer { hasReadTainted = hasReadTainted || outerTaint }
    do {
      var value = keepDerived(try run(derivations[derivation], [record, today]), derivation)
      if hasReadTainted { value.marks.insert(.tainted) }
      unsafe cell.pointee = value
    } catch {
      var unreadable = Value.absent
      unreadable.marks = [.unreadable, .tainted]
      unsafe cell.pointee = unreadable
      throw error.fault
    }
  }
}
