import HTML
import Source

/// A compiled template or expression; many machines may run it at once.
package final class Program: Sendable {
  let instructions: InstructionList
  let constants: Cells
  let text: LiteralText
  let implementations: [Implementation]
  /// Where each instruction comes from.
  let places: [Location?]
  /// The values of the record with which instructions may go wrong.
  let culprits: [Int: MemberPath]
  let registerCount: Int
  /// Where the arguments of a routine go.
  let firstParameter: Int
  /// The macros and bodies of calls that it runs.
  let routines: [Program]
  /// The type of what an expression gives; nil for a template.
  package let resultType: Type?
  /// Whether the as-of date has a part in the result.
  package let readsToday: Bool
  /// Whether records of other folders have a part in the result.
  package let reachesOutside: Bool
  /// The members of records that it reads, those behind derived values left out.
  package let readMembers: Set<MemberID>
  /// Keeps the texts of the constants.
  private let arena: Arena

  init(
    instructions: [Instruction], constants: [Value], text: [UInt8],
    implementations: [Implementation], places: [Location?],
    culprits: [Int: MemberPath], registerCount: Int, firstParameter: Int, routines: [Program],
    resultType: Type?, readsToday: Bool, reachesOutside: Bool, readMembers: Set<MemberID>,
    arena: Arena
  ) {
    self.instructions = InstructionList(instructions)
    self.constants = arena.record(constants).cells
    self.text = LiteralText(text, in: arena)
    self.implementations = implementations
    self.places = places
    self.culprits = culprits
    self.registerCount = registerCount
    self.firstParameter = firstParameter
    self.routines = routines
    self.resultType = resultType
    self.readsToday = readsToday
    self.reachesOutside = reachesOutside
    self.readMembers = readMembers
    self.arena = arena
  }

  deinit { instructions.deallocate() }
}

/// The instructions of a program, read without a bounds check.
///
/// The compiler makes every jump land inside and every program end in `end`, so the machine's loop
/// need not ask again at each step.
@safe struct InstructionList: @unchecked Sendable {
  private let start: UnsafePointer<Instruction>

  init(_ instructions: [Instruction]) {
    let room = UnsafeMutablePointer<Instruction>.allocate(capacity: instructions.count)
    for index in instructions.indices {
      unsafe (room + index).initialize(to: instructions[index])
    }
    unsafe start = UnsafePointer(room)
  }

  @inline(__always)
  subscript(index: Int) -> Instruction { unsafe start[index] }

  /// Gives the memory back; nobody may run the program any more.
  func deallocate() { unsafe start.deallocate() }
}

/// The texts between the values of a program, one behind the other.
///
/// Behind the last the memory reads on, so that a short text may be copied as sixteen bytes.
@safe struct LiteralText: Sendable {
  nonisolated(unsafe) private let start: UnsafePointer<UInt8>

  private static let padding = 16

  init(_ bytes: [UInt8], in arena: Arena) {
    let padded = arena.text(bytes + Array(repeating: 0, count: Self.padding)).text
    unsafe start = padded.buffer.baseAddress.unsafelyUnwrapped
  }

  @inline(__always)
  func append(from lower: Int, count: Int, to writer: inout PageWriter) {
    unsafe writer.append(literal: start + lower, count: count)
  }

  @inline(__always)
  func append(before step: Instruction, to writer: inout PageWriter) {
    let (lower, before, _) = step.texts
    if before != 0 { append(from: lower, count: before, to: &writer) }
  }

  @inline(__always)
  func append(behind step: Instruction, to writer: inout PageWriter) {
    let (lower, before, behind) = step.texts
    if behind != 0 { append(from: lower &+ before, count: behind, to: &writer) }
  }

  @inline(__always)
  func append(decimal number: Int64, amid step: Instruction, to writer: inout PageWriter) {
    let (lower, before, behind) = step.texts
    unsafe writer.append(decimal: number, amid: start + lower, before: before, behind: behind)
  }

  @inline(__always)
  func appendEscaped(_ text: TextBytes, amid step: Instruction, to writer: inout PageWriter) {
    let (lower, before, behind) = step.texts
    unsafe writer.appendEscaped(text.buffer, amid: start + lower, before: before, behind: behind)
  }
}
