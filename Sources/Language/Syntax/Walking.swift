// Every expression of a template, wherever it stands.
extension Statement {
  /// Calls `body` with each expression of the statement and of those inside it.
  func visit(_ body: (Expression) -> Void) {
    for expression in expressions { expression.visit(body) }
    for child in children { child.visit(body) }
  }

  /// Calls `body` with the statement and each inside it.
  func visitAll(_ body: (Statement) -> Void) {
    body(self)
    for child in children { child.visitAll(body) }
  }

  /// The expressions of the statement itself.
  private var expressions: [Expression] {
    switch form {
    case .text, .block, .import, .from, .break, .continue: []
    case .output(let value), .set(_, let value), .setMember(_, _, let value): [value]
    case .if(let branches, _): branches.map(\.condition)
    case .for(let loop): [loop.list] + (loop.filter.map { [$0] } ?? [])
    case .capture(let capture): capture.filters.flatMap { $0.arguments.map(\.value) }
    case .with(let values, _): values.map(\.value)
    case .macro(let macro): macro.parameters.compactMap(\.standard)
    case .call(let call): call.parameters.compactMap(\.standard) + [call.use]
    case .include(let include): include.bindings.map(\.value)
    }
  }
}

extension Expression {
  /// Calls `body` with the expression and each inside it.
  func visit(_ body: (Expression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }

  private var parts: [Expression] {
    switch form {
    case .name, .integer, .decimal, .string, .bool, .none, .missing: []
    case .list(let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .member(let operand, _), .negative(let operand), .positive(let operand),
      .not(let operand):
      [operand]
    case .index(let left, let right), .and(let left, let right), .or(let left, let right),
      .arithmetic(let left, _, let right):
      [left, right]
    case .slice(let operand, let from, let to): [operand, from, to].compactMap(\.self)
    case .call(let operand, let arguments), .filter(let operand, _, let arguments),
      .test(let operand, _, let arguments, _):
      [operand] + arguments.map(\.value)
    case .comparison(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let then, let condition, let otherwise): [then, condition, otherwise]
    }
  }
}
