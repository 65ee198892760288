import Source
import Values

extension Checker {
  /// Checks an expression; a finding gives an expression of unknown type.
  package func check(_ expression: Expression) -> CheckedExpression {
    let place = place(expression.range)
    switch expression.form {
    case .name(let name):
      let value = checkName(name, at: expression.range)
      if case .loop = value.type { return faulty(.loopAsValue(at: place)) }
      return value
    case .integer(let value): return constant(.int, .number(Decimal(value)), at: place)
    case .decimal(let value): return constant(.decimal, .number(value), at: place)
    case .string(let value): return constant(.string, .string(value), at: place)
    case .bool(let value): return constant(.bool, .bool(value), at: place)
    case .none: return constant(.none, .none, at: place)
    case .list(let elements): return checkList(elements, at: place)
    case .map(let entries): return checkMap(entries, at: place)
    case .member(let operand, let name): return checkMember(operand, name)
    case .index(let operand, let index): return checkIndex(operand, index, at: place)
    case .slice(let operand, let from, let to): return checkSlice(operand, from, to, at: place)
    case .call(let function, let arguments): return checkCall(function, arguments, at: place)
    case .filter(let operand, let name, let arguments):
      return checkFilter(operand, name, arguments, at: place)
    case .test(let operand, let name, let arguments, let negated):
      return checkTest(operand, name, arguments, negated: negated, at: place)
    case .negative(let operand): return checkNegative(operand, at: place)
    case .positive(let operand): return number(operand, "+")
    case .not: return condition(expression).value
    case .and(let left, let right): return checkAnd(left, right, at: place)
    case .or(let left, let right): return checkOr(left, right, at: place)
    case .arithmetic(let left, let operation, let right):
      return checkArithmetic(left, operation, right, at: place)
    case .comparison(let first, let rest): return checkComparison(first, rest, at: place)
    case .conditional(let then, let condition, let otherwise):
      return checkConditional(then, condition, otherwise, at: place)
    case .missing:
      // The parser has said what is wrong here.
      hasFaults = true
      return CheckedExpression(.unknown, .faulty, at: place)
    }
  }

  /// Checks what stands before a dot, which may be the loop.
  func checkOwner(_ expression: Expression) -> CheckedExpression {
    if case .name(let name) = expression.form { return checkName(name, at: expression.range) }
    return check(expression)
  }

  func constant(_ type: Type, _ constant: Constant, at place: Location) -> CheckedExpression {
    CheckedExpression(type, .constant(constant), at: place)
  }

  /// Checks an expression whose value must not be absent.
  func present(_ expression: Expression) -> CheckedExpression {
    requirePresent(check(expression))
  }

  /// The value, if it cannot be absent; else a finding and what stands for it.
  package func requirePresent(_ checked: CheckedExpression) -> CheckedExpression {
    guard checked.type.isOptional else { return checked }
    if let looked = lookedUp(checked) { return looked }
    return faulty(.mayBeAbsent(sourceText(checked), at: checked.place))
  }

  /// The value of a computed key, which fails when it runs if the map has none, like the place of a
  /// list; a key that is written out is known to be missing or not.
  func lookedUp(_ checked: CheckedExpression) -> CheckedExpression? {
    guard case .entry(let map, let key) = checked.form, case .map(let element) = map.type,
      !element.isOptional
    else { return nil }
    if case .constant = key.form { return nil }
    return CheckedExpression(
      element, .call(Operations.requiredValue, [map, key]), at: checked.place)
  }

  func sourceText(_ checked: CheckedExpression) -> String {
    checked.place.range.map { checked.place.file.text(in: $0) } ?? ""
  }

  private func checkList(_ elements: [Expression], at place: Location) -> CheckedExpression {
    let checked = checkAlike(elements)
    guard let type = commonType(of: checked) else { return faulty(at: place) }
    return CheckedExpression(.list(type), .list(checked), at: place)
  }

  /// The one type of all, reporting the first that does not fit.
  func commonType(of expressions: [CheckedExpression]) -> Type? {
    guard var type = expressions.first?.type else { return .unknown }
    for expression in expressions.dropFirst() {
      guard let joined = type.joined(with: expression.type) else {
        report(
          .branchTypes(
            name(of: expression.type), name(of: type), at: expression.place,
            other: expressions[0].place))
        return nil
      }
      type = joined
    }
    return type
  }

  private func checkNegative(_ operand: Expression, at place: Location) -> CheckedExpression {
    let checked = number(operand, "-")
    guard checked.type != .unknown else { return faulty(at: place) }
    if case .constant(.number(let value)) = checked.form, let negative = try? value.negated() {
      return constant(checked.type, .number(negative), at: place)
    }
    let zero = constant(checked.type, .number(.zero), at: place)
    return CheckedExpression(checked.type, .arithmetic(.subtract, zero, checked), at: place)
  }

  /// Checks an operand that must be a number of any unit.
  private func number(_ operand: Expression, _ operation: String) -> CheckedExpression {
    let checked = present(operand)
    guard checked.type.isNumber || checked.type == .unknown else {
      return faulty(.operand(operation, name(of: checked.type), at: checked.place))
    }
    return checked
  }

  private func checkIndex(_ operand: Expression, _ index: Expression, at place: Location)
    -> CheckedExpression
  {
    let list = present(operand)
    if case .record(let id) = list.type, case .string(let name) = index.form {
      return member(
        name, of: list, id, at: place, nameAt: self.place(index.range), isKey: true)
    }
    if case .record(let id) = list.type, schema[id].isTuple, case .integer(let slot) = index.form,
      0 <= slot, slot < schema[id].members.count
    {
      let name = schema[id][Int(slot)].name
      return member(name, of: list, id, at: place, nameAt: self.place(index.range))
    }
    let position = present(index)
    guard list.type != .unknown, position.type != .unknown else { return faulty(at: place) }
    switch (list.type, position.type) {
    case (.list(let element), .int):
      guard element != .unknown else { return faulty(at: place) }
      let value = CheckedExpression(element, .element(list, position), at: place)
      guard let path = path(of: value) else { return value }
      return CheckedExpression(narrowed(element, path), value.form, at: place)
    case (.map, .string): return entry(position, of: list, at: place)
    case (.record, .string):
      guard let map = asMap(list) else { fallthrough }
      return entry(position, of: map, at: place)
    case (.string, .int):
      return CheckedExpression(.string, .call(Operations.character, [list, position]), at: place)
    default:
      return faulty(.operands("[ ]", name(of: list.type), name(of: position.type), at: place))
    }
  }

  private func checkSlice(
    _ operand: Expression, _ from: Expression?, _ to: Expression?, at place: Location
  ) -> CheckedExpression {
    let list = present(operand)
    let bounds = [from, to].map { bound in
      bound.map(present) ?? constant(.none, .none, at: place)
    }
    for bound in bounds where bound.type != .int && bound.type != .none {
      guard bound.type != .unknown else { return faulty(at: place) }
      return faulty(.operand("[ : ]", name(of: bound.type), at: bound.place))
    }
    switch list.type {
    case .list:
      return CheckedExpression(list.type, .call(Operations.slice, [list] + bounds), at: place)
    case .string:
      return CheckedExpression(.string, .call(Operations.substring, [list] + bounds), at: place)
    case .unknown: return faulty(at: place)
    default: return faulty(.operand("[ : ]", name(of: list.type), at: place))
    }
  }

  private func checkConditional(
    _ then: Expression, _ test: Expression, _ otherwise: Expression, at place: Location
  ) -> CheckedExpression {
    let (condition, facts) = condition(test)
    let left = assuming(facts.ifTrue) { check(then) }
    let right = assuming(facts.ifFalse) { check(otherwise) }
    guard condition.type != .unknown, left.type != .unknown, right.type != .unknown else {
      return faulty(at: place)
    }
    guard let type = left.type.joined(with: right.type) else {
      return faulty(
        .branchTypes(
          name(of: right.type), name(of: left.type), at: right.place, other: left.place))
    }
    return CheckedExpression(
      type, .conditional(condition, then: left, otherwise: right), at: place)
  }

  /// Runs `body` with more known to be present.
  func assuming<Result>(_ facts: Set<Flow.Path>, _ body: () -> Result) -> Result {
    let before = flow.present
    flow.assume(facts)
    defer { flow.present = before }
    return body()
  }
}
