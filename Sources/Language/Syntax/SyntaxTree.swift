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
    case block(Block)
    case include(Include)
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

  /// A named part that a child template may fill.
  package struct Block: Sendable {
    package let name: Identifier
    package let isScoped: Bool
    package let isRequired: Bool
    package let body: [Statement]
  }

  /// A template put in this place, with the names that it is given.
  package struct Include: Sendable {
    package let names: [(name: String, range: SourceRange)]
    package let ignoresMissing: Bool
    package let bindings: [(name: Identifier, value: Expression)]
    package let seesScope: Bool
  }
}

extension Statement {
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
  package let extends: (name: String, range: SourceRange)?
  package let body: [Statement]
}
