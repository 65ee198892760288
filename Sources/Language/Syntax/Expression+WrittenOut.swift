extension Expression {
  /// Whether it reads nothing, so that Jinja computes it before anything runs.
  var isWrittenOut: Bool {
    switch form {
    case .integer, .decimal, .string, .bool, .none: true
    case .name, .call, .missing: false
    case .list(let elements): elements.allSatisfy(\.isWrittenOut)
    case .map(let entries): entries.allSatisfy { $0.key.isWrittenOut && $0.value.isWrittenOut }
    case .member(let operand, _), .negative(let operand), .positive(let operand),
      .not(let operand):
      operand.isWrittenOut
    case .index(let left, let right), .arithmetic(let left, _, let right):
      left.isWrittenOut && right.isWrittenOut
    // What is known on the left may decide alone.
    case .and(let left, _), .or(let left, _): left.isWrittenOut
    case .slice(let operand, let from, let to):
      [operand, from, to].compactMap(\.self).allSatisfy(\.isWrittenOut)
    case .filter(let operand, _, let arguments), .test(let operand, _, let arguments, _):
      operand.isWrittenOut && arguments.allSatisfy(\.value.isWrittenOut)
    case .comparison(let first, let rest):
      first.isWrittenOut && rest.allSatisfy(\.operand.isWrittenOut)
    case .conditional(let then, let condition, let otherwise):
      condition.isWrittenOut && (then.isWrittenOut || otherwise.isWrittenOut)
    }
  }
}
