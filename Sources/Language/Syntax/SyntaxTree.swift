package import Source
package import Values

/// An expression as written, with its place.
package struct Expression: Sendable {
  package let range: SourceRange
  package let form: Form

  /// What kind of expression it is.
  package indirect enum Form: Sendable {
    case name(String)
    case integer(Int64)
    case decimal(Decimal)
    case string(String)
    case bool(Bool)
    case none
    case list([Expression])
    case map([(key: Expression, value: Expression)])
    case member(Expression, Identifier)
    case index(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?)
    case call(Expression, [Argument])
    case filter(Expression, Identifier, [Argument])
    case test(Expression, Identifier, [Argument], negated: Bool)
    case negative(Expression)
    case positive(Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case arithmetic(Expression, ArithmeticOperator, Expression)
    case comparison(Expression, [(relation: ComparisonOperator, operand: Expression)])
    case conditional(then: Expression, condition: Expression, otherwise: Expression)
    /// Where something was not readable and has been reported.
    case missing
  }
}

/// A name with its place.
package struct Identifier: Sendable {
  package let name: String
  package let range: SourceRange
}

/// An argument of a call, with its keyword if it has one.
package struct Argument: Sendable {
  package let keyword: Identifier?
  package let value: Expression
}

/// The operators that compute, as they are written.
package enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case concatenate = "~"
}

/// The operators that compare, as they are written.
package enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in` = "in"
  case notIn = "not in"

  /// The place among all, by which the machine knows it.
  var code: Int {
    switch self {
    case .equal: 0
    case .notEqual: 1
    case .less: 2
    case .lessOrEqual: 3
    case .greater: 4
    case .greaterOrEqual: 5
    case .in: 6
    case .notIn: 7
    }
  }
}

/// A statement of a template, with the place of its (opening) tag.
package struct Statement: Sendable {
  package let range: SourceRange
  package let form: Form

  /// What kind of statement it is.
  package indirect enum Form: Sendable {
    case text(String)
    case output(Expression)
    case `if`([Branch], otherwise: [Statement]?)
    case `for`(Loop)
    case set(Identifier, Expression)
    /// `set` of a member of a namespace.
    case setMember(Identifier, Identifier, Expression)
    case capture(Capture)
    case with([(name: Identifier, value: Expression)], body: [Statement])
    case macro(Macro)
    case call(Call)
    case block(Block)
    case include(Include)
    case `import`(Reference, as: Identifier)
    case from(Reference, names: [(name: Identifier, alias: Identifier)])
    case `break`, `continue`
  }

  /// A condition and what stands behind it.
  package struct Branch: Sendable {
    package let condition: Expression
    package let body: [Statement]
  }

  /// A loop with its targets, its list and its filter.
  package struct Loop: Sendable {
    package let targets: [Identifier]
    package let list: Expression
    package let filter: Expression?
    package let body: [Statement]
    package let otherwise: [Statement]?
  }

  /// What its tags enclose, written and filtered, as the value of a name.
  package struct Capture: Sendable {
    package let name: Identifier
    package let filters: [(name: Identifier, arguments: [Argument])]
    package let body: [Statement]
  }

  /// A piece of a page with parameters, used like a function.
  package struct Macro: Sendable {
    package let name: Identifier
    package let parameters: [Parameter]
    /// Whether it says `caller=none`, so that it may ask for a body that is not there.
    package let mayLackCaller: Bool
    package let body: [Statement]
  }

  /// A parameter of a macro or of a call's body.
  package struct Parameter: Sendable {
    package let name: Identifier
    package let type: TypeName?
    package let standard: Expression?
  }

  /// The use of a macro together with a body that it may put where it likes.
  package struct Call: Sendable {
    package let parameters: [Parameter]
    /// The call of the macro.
    package let use: Expression
    package let body: [Statement]
  }

  /// The name of another template.
  package struct Reference: Sendable {
    package let name: String
    package let range: SourceRange
  }

  /// A named part that a child template may fill.
  package struct Block: Sendable {
    package let name: Identifier
    package let isScoped: Bool
    package let isRequired: Bool
    package let body: [Statement]
  }

  /// A template put in this place, with the names that it is given.
  package struct Include: Sendable {
    package let names: [Reference]
    package let ignoresMissing: Bool
    package let bindings: [(name: Identifier, value: Expression)]
    package let seesScope: Bool
  }
}

/// A type as a template writes it.
package struct TypeName: Sendable {
  package let range: SourceRange
  package let name: String
  /// What stands between `<` and `>`.
  package let arguments: [TypeName]
  package let isOptional: Bool
}

extension Statement {
  /// The statements inside it, of all its parts.
  package var children: [Statement] {
    switch form {
    case .text, .output, .set, .setMember, .include, .import, .from, .break, .continue: []
    case .if(let branches, let otherwise): branches.flatMap(\.body) + (otherwise ?? [])
    case .for(let loop): loop.body + (loop.otherwise ?? [])
    case .capture(let capture): capture.body
    case .with(_, let body): body
    case .macro(let macro): macro.body
    case .call(let call): call.body
    case .block(let block): block.body
    }
  }

  /// The same with a value that could not be read, so that the name is known all the same.
  var withoutValue: Statement {
    guard case .set(let name, let value) = form else { return self }
    return Statement(
      range: range, form: .set(name, Expression(range: value.range, form: .missing)))
  }

  /// Whether it is nothing but white space.
  var isBlank: Bool {
    if case .text(let text) = form {
      text.unicodeScalars.allSatisfy(\.isPythonSpace)
    } else {
      false
    }
  }
}

/// A template as written.
package struct Template: Sendable {
  package let file: SourceFile
  /// The white space before `extends`.
  let leading: String
  package let extends: Statement.Reference?
  package let body: [Statement]
}
