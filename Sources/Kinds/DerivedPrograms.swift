import Language
import Source

/// Finds the types of derived values and compiles their programs.
///
/// A derived value may build on others, of any kind. The first that reads another has that one
/// compiled before it goes on, so that each is checked once, whatever the order of the kinds. A
/// reference, because the checker of one value asks for the next.
final class DerivedPrograms {
  private(set) var builder: SchemaBuilder
  /// What was found out last about each derivation.
  private var found: [Found]
  private var progress: [Progress]
  private var depth = 0
  /// Whether some value was read before its type was known.
  private var isDoubtful = false
  private let library: Library
  private let language: String

  private enum Progress { case waiting, open, done }

  private struct Found {
    var program: Program?
    var diagnostics: [Diagnostic] = []
  }

  /// Deeper chains are settled in rounds, which need no room on the stack.
  private static let deepest = 50
  private static let mostRounds = 20

  init(_ builder: SchemaBuilder, _ library: Library, _ language: String) {
    self.builder = builder
    self.library = library
    self.language = language
    found = Array(repeating: Found(), count: builder.derivations.count)
    progress = Array(repeating: .waiting, count: builder.derivations.count)
    compileAll()
  }

  /// The program of a derivation, or nil after a finding or where its type cannot be found.
  func program(_ derivation: Int) -> Program? { found[derivation].program }

  func diagnostics(_ derivation: Int) -> [Diagnostic] { found[derivation].diagnostics }

  private func compileAll() {
    for index in found.indices { settle(index) }
    guard isDoubtful || found.contains(where: { $0.program == nil }) else { return }
    // What needs itself, if only for another record, is checked until nothing new is found.
    progress = Array(repeating: .done, count: found.count)
    var isSettled = false
    var round = 0
    while !isSettled, round < Self.mostRounds {
      isSettled = true
      round += 1
      for index in found.indices where compile(index) { isSettled = false }
    }
  }

  private func settle(_ index: Int) {
    switch progress[index] {
    case .done: return
    case .open: isDoubtful = true
    case .waiting:
      guard depth < Self.deepest else {
        isDoubtful = true
        return
      }
      depth += 1
      progress[index] = .open
      _ = compile(index)
      progress[index] = .done
      depth -= 1
    }
  }

  /// Checks and compiles one derivation; true if its type or its reach is another than was known.
  private func compile(_ index: Int) -> Bool {
    let derivation = builder.derivations[index]
    let layout = builder.layouts[derivation.kind]
    let isChoice = !derivation.declaration.choices.isEmpty
    let type = builder.schema[layout.shape][derivation.slot].type
    var programs = ProgramBuilder(
      layout, schema: builder.schema, library: library, language: language)
    programs.settle = { [unowned self] index, schema in
      guard progress[index] != .done else { return }
      builder.adopt(schema)
      settle(index)
      schema = builder.schema
    }
    let value = programs.derived(derivation.declaration.value, wanting: isChoice ? type : nil)
    found[index] = Found(program: value.program, diagnostics: programs.diagnostics)
    builder.adopt(programs.schema)
    return builder.settle(
      index, type: value.type, readsToday: value.readsToday, reachesOutside: value.reachesOutside)
  }
}
