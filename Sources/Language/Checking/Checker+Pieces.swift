import Source

// What looks like the call of a function and writes a piece of the page: macros, the bodies given to
// them, blocks.
extension Checker {
  /// What a call's function stands for.
  enum Piece {
    case macro(MacroDefinition, Identifier)
    case caller(Identifier)
    case parentBlock(Identifier)
    case block(Identifier)
  }

  /// The piece that the function of a call names, if it is one.
  func target(of function: Expression) -> Piece? {
    switch function.form {
    case .name(let text):
      let name = Identifier(name: text, range: function.range)
      switch binding(of: text) {
      case .macro(let definition)?: return .macro(definition, name)
      case nil where text == "super" && dialect == .html: return .parentBlock(name)
      case nil where text == "caller" && dialect == .html: return .caller(name)
      default: return nil
      }
    case .member(let owner, let member):
      guard case .name(let text) = owner.form else { return nil }
      switch binding(of: text) {
      case .module(let module)?:
        guard case .macro(let definition)? = module.names[member.name] else { return nil }
        return .macro(definition, member)
      case nil where text == "self" && dialect == .html: return .block(member)
      default: return nil
      }
    default: return nil
    }
  }

  /// The statements that write the piece where the checker stands, or nil after a finding.
  func write(_ piece: Piece, _ arguments: [Argument]) -> [CheckedStatement]? {
    switch piece {
    case .macro(let definition, let name): use(definition, name, arguments, with: nil)
    case .caller(let name): checkCaller(name, arguments)
    case .parentBlock(let name): checkSuper(arguments, at: place(name.range))
    case .block(let name): checkBlock(named: name, arguments)
    }
  }

  /// The piece as a value: HTML that stands nowhere yet.
  func capture(_ piece: Piece, _ arguments: [Argument], at place: Location) -> CheckedExpression {
    var inner = position
    inner.context = EscapeContext()
    var after = flow
    let statements = at(inner) {
      defer { after = flow }
      return write(piece, arguments)
    }
    flow = after
    position.readsState = true
    guard let statements else { return faulty(at: place) }
    return CheckedExpression(.html, .capture(statements), at: place)
  }
}
