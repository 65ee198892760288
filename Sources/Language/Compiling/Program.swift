package import Source

/// A compiled template or expression; many machines may run it at once.
package final class Program: Sendable {
  let instructions: [Instruction]
  let constants: [Value]
  let text: [UInt8]
  let implementations: [Implementation]
  /// Where each instruction comes from.
  let places: [Location?]
  let registerCount: Int
  /// The type of what an expression gives; nil for a template.
  package let resultType: Type?
  /// Whether the as-of date has a part in the result.
  package let readsToday: Bool
  /// Keeps the texts of the constants.
  private let arena: Arena

  init(
    instructions: [Instruction], constants: [Value], text: [UInt8],
    implementations: [Implementation], places: [Location?], registerCount: Int,
    resultType: Type?, readsToday: Bool, arena: Arena
  ) {
    self.instructions = instructions
    self.constants = constants
    self.text = text
    self.implementations = implementations
    self.places = places
    self.registerCount = registerCount
    self.resultType = resultType
    self.readsToday = readsToday
    self.arena = arena
  }
}
