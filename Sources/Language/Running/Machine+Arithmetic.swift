import Values

extension Machine {
  /// The exact operations on numbers, all units alike.
  static func arithmetic(_ code: Instruction.Code, _ left: Value, _ right: Value) throws(Fault)
    -> Value
  {
    if left.count == right.count {
      // Of one scale: no alignment is needed to add and subtract.
      switch code {
      case .add:
        let (sum, overflow) = left.integer.addingReportingOverflow(right.integer)
        if !overflow { return Value(coefficient: sum, scale: left.scale) }
      case .subtract:
        let (difference, overflow) = left.integer.subtractingReportingOverflow(right.integer)
        if !overflow { return Value(coefficient: difference, scale: left.scale) }
      default: break
      }
    }
    do throws(ArithmeticFault) {
      switch code {
      case .add: return Value(try left.decimal.adding(right.decimal))
      case .subtract: return Value(try left.decimal.subtracting(right.decimal))
      case .multiply: return Value(try left.decimal.multiplying(right.decimal))
      case .floorDivide: return Value(try left.decimal.floorDivided(by: right.decimal))
      default: return Value(try left.decimal.remainder(dividingBy: right.decimal))
      }
    } catch {
      throw .arithmetic(error)
    }
  }

  /// Division, percents, quotients and days.
  func slowArithmetic(_ code: Int, _ left: Value, _ right: Value) throws(Fault) -> Value {
    guard let operation = Arithmetic(rawValue: UInt8(code)) else {
      preconditionFailure("the compiler only emits known operations")
    }
    do throws(ArithmeticFault) {
      switch operation {
      case .percentOf:
        let product = try left.decimal.multiplying(right.decimal)
        guard product.scale <= 16 else { throw .overflow }
        return Value(coefficient: product.coefficient, scale: product.scale + 2)
      case .addDays: return Value(try left.date.adding(days: Int(right.integer)))
      case .subtractDays:
        guard right.integer != .min else { throw .overflow }
        return Value(try left.date.adding(days: -Int(right.integer)))
      case .daysBetween: return Value(left.date.days(since: right.date))
      default: return try quotientArithmetic(operation, left, right)
      }
    } catch {
      throw .arithmetic(error)
    }
  }

  private func quotientArithmetic(_ operation: Arithmetic, _ left: Value, _ right: Value)
    throws(ArithmeticFault) -> Value
  {
    let first = left.asQuotient
    let second = right.asQuotient
    switch operation {
    case .add: return scratch.quotient(try first.adding(second))
    case .subtract: return scratch.quotient(try first.subtracting(second))
    case .multiply: return scratch.quotient(try first.multiplying(second))
    default: return scratch.quotient(try first.dividing(by: second))
    }
  }
}

extension Value {
  /// A number or quotient as a quotient.
  var asQuotient: Quotient { tag == .quotient ? quotient : Quotient(decimal) }
}
