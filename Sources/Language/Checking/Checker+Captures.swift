import Source

// Tags that enclose a part of the template: `with` and the `set` that keeps what it encloses.
extension Checker {
  func checkWith(
    _ values: [(name: Identifier, value: Expression)], _ body: [Statement]
  ) -> [CheckedStatement] {
    // Each value is computed before any of the names is known.
    let checked = values.map { check($0.value) }
    var statements: [CheckedStatement] = []
    scopes.append(Scope(isLocal: true))
    for ((name, _), value) in zip(values, checked) {
      let variable = newVariable()
      scopes[scopes.count - 1].names[name.name] = .variable(variable)
      flow.assign(variable, value.type)
      if value.type != .unknown || emptyListsFailLate {
        statements.append(.assign(variable: variable, value))
      }
    }
    statements += check(body)
    scopes.removeLast()
    return statements
  }

  func checkCapture(_ capture: Statement.Capture, opening: SourceRange) -> [CheckedStatement] {
    var inner = position
    inner.context = EscapeContext()
    inner.loopStart = nil
    inner.scopes.append(Scope(isLocal: true))
    var after = flow
    var outerScopes = scopes
    let body = at(inner) {
      let body = check(capture.body)
      if context.state != .text {
        reportContext(
          .contextsDiffer(
            EscapeContext().wording, context.wording, at: place(opening),
            what: Wording(zh: "`set` 块的开头和结尾", en: "the start and the end of the set block")))
      }
      after = flow
      scopes.removeLast()
      outerScopes = scopes
      return body
    }
    flow = after
    scopes = outerScopes
    var value = CheckedExpression(.html, .capture(body), at: place(opening))
    for (name, arguments) in capture.filters where value.type != .unknown {
      value = checkFilter(value, name, arguments, at: place(name.range))
    }
    switch value.type {
    case .html, .unknown: break
    case .int, .decimal:
      value = CheckedExpression(.html, .markup([value]), at: value.place)
    default: value = faulty(.captureNotHTML(name(of: value.type), at: value.place))
    }
    return assign(capture.name, value)
  }

  func checkBreak(_ form: CheckedStatement, _ name: String, at range: SourceRange)
    -> [CheckedStatement]
  {
    guard let start = position.loopStart else {
      report(.outsideLoop(name, at: place(range)))
      hasFaults = true
      return []
    }
    if !flow.isDead, context.returned(to: start) == nil {
      reportContext(
        .contextsDiffer(
          start.wording, context.wording, at: place(range),
          what: Wording(zh: "循环的开头和 `\(name)`", en: "the start of the loop and `\(name)`")))
    }
    flow.isDead = true
    position.loopExit = place(range)
    return [form]
  }
}
