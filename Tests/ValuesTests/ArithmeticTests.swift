import Testing
import Values

private let largest = Decimal(.max)
private let least = Decimal(.min)

@Suite struct `Arithmetic is exact` {
  @Test(arguments: [
    ("0.1", "0.2", "0.3", "-0.1", "0.02"), ("1.20", "2.5", "3.70", "-1.30", "3.000"),
    ("-3", "0.001", "-2.999", "-3.001", "-0.003"), ("0", "0.00", "0.00", "0.00", "0.00"),
  ])
  func `and keeps decimals`(
    left: String, right: String, sum: String, difference: String, product: String
  ) throws {
    let (left, right) = (try decimal(left), try decimal(right))
    #expect(try left.adding(right).description == sum)
    #expect(try left.subtracting(right).description == difference)
    #expect(try left.multiplying(right).description == product)
  }

  @Test func `and says so where a result does not fit`() throws {
    let tenth = try decimal("0.1")
    #expect(throws: ArithmeticFault.overflow) { try largest.adding(Decimal(1)) }
    #expect(throws: ArithmeticFault.overflow) { try largest.adding(tenth) }
    #expect(throws: ArithmeticFault.overflow) { try least.subtracting(Decimal(1)) }
    #expect(throws: ArithmeticFault.overflow) { try least.subtracting(tenth) }
    #expect(throws: ArithmeticFault.overflow) { try largest.multiplying(Decimal(2)) }
    #expect(throws: ArithmeticFault.overflow) { try least.negated() }
    #expect(throws: ArithmeticFault.overflow) { try least.magnitude() }
    #expect(throws: ArithmeticFault.overflow) { try largest.rounded(to: 1) }
    #expect(throws: ArithmeticFault.overflow) { try largest.rounded(to: -1) }
    #expect(throws: ArithmeticFault.overflow) { try tenth.rounded(to: 19) }
    #expect(throws: ArithmeticFault.overflow) { try least.floorDivided(by: Decimal(-1)) }
  }

  @Test func `and drops zeros at the end rather than fail`() throws {
    let fine = try decimal("1.0000000000")
    #expect(try fine.multiplying(fine).description == "1.000000000000000000")
    #expect(try largest.adding(decimal("0.00")) == largest)
  }

  @Test func `for the sign`() throws {
    #expect(try decimal("-1.20").negated().description == "1.20")
    #expect(try decimal("-1.20").magnitude().description == "1.20")
    #expect(try decimal("-1.20").signum == -1)
  }

  @Test(arguments: [("12.00", 12), ("-3", -3), ("12.50", nil), ("0.0", 0)])
  func `for whole values`(text: String, integer: Int64?) throws {
    #expect(try decimal(text).integer == integer)
  }
}

@Suite struct `Rounding a number` {
  @Test(arguments: [
    ("2.5", 0, ["3", "2", "3", "2", "2"]), ("-2.5", 0, ["-3", "-2", "-2", "-3", "-2"]),
    ("3.5", 0, ["4", "4", "4", "3", "3"]), ("2.51", 0, ["3", "3", "3", "2", "2"]),
    ("-2.49", 0, ["-2", "-2", "-2", "-3", "-2"]), ("0.5", 0, ["1", "0", "1", "0", "0"]),
    ("-0.5", 0, ["-1", "0", "0", "-1", "0"]),
    ("1.005", 2, ["1.01", "1.00", "1.01", "1.00", "1.00"]),
    ("1.2", 3, ["1.200", "1.200", "1.200", "1.200", "1.200"]),
    ("1250", -2, ["1300", "1200", "1300", "1200", "1200"]),
    ("1250.5", -2, ["1300", "1300", "1300", "1200", "1200"]),
    ("-9223372036854775808", 0, .init(repeating: "-9223372036854775808", count: 5)),
  ])
  func `goes where its method says`(text: String, places: Int, expected: [String]) throws {
    // The least number cannot be read, since its digits alone do not fit.
    let number = text.hasPrefix("-922") ? least : try decimal(text)
    let methods: [Rounding] = [.halfUp, .halfEven, .ceil, .floor, .down]
    for (method, expected) in zip(methods, expected) {
      #expect(try number.rounded(to: places, method).description == expected, "\(method)")
      #expect(try Quotient(number).rounded(to: places, method).description == expected)
    }
  }

  @Test(arguments: ["half_up", "half_even", "ceil", "floor", "down"])
  func `is named as in templates`(name: String) {
    #expect(Rounding(rawValue: name) != nil)
  }
}

@Suite struct `Division to whole numbers` {
  @Test(arguments: [
    ("7", "2", "3", "1"), ("-7", "2", "-4", "1"), ("7", "-2", "-4", "-1"), ("-7", "-2", "3", "-1"),
    ("-7", "3", "-3", "2"), ("7.5", "2", "3", "1.5"), ("-7.5", "0.25", "-30", "0.00"),
    ("6", "3", "2", "0"),
  ])
  func `goes down, and the rest has the sign of the divisor`(
    left: String, right: String, whole: String, rest: String
  ) throws {
    let (left, right) = (try decimal(left), try decimal(right))
    #expect(try left.floorDivided(by: right).description == whole)
    #expect(try left.remainder(dividingBy: right).description == rest)
    #expect(
      try right.multiplying(left.floorDivided(by: right))
        .adding(left.remainder(dividingBy: right)) == left)
  }

  @Test func `by zero has no result`() throws {
    let zero = try decimal("0.00")
    #expect(throws: ArithmeticFault.divisionByZero) { try Decimal(1).floorDivided(by: zero) }
    #expect(throws: ArithmeticFault.divisionByZero) { try Decimal(1).remainder(dividingBy: zero) }
    #expect(throws: ArithmeticFault.divisionByZero) { try Quotient(Decimal(1), over: zero) }
    #expect(throws: ArithmeticFault.divisionByZero) {
      try Quotient(Decimal(1)).dividing(by: zero)
    }
  }
}

@Suite struct `A quotient` {
  private func quotient(_ left: String, _ right: String) throws -> Quotient {
    try Quotient(decimal(left), over: decimal(right))
  }

  @Test(arguments: [
    ("10", "4", 2, "2.50"), ("1", "3", 4, "0.3333"), ("2", "3", 4, "0.6667"),
    ("-2", "3", 4, "-0.6667"), ("1", "-3", 2, "-0.33"), ("1", "8", 2, "0.13"),
    ("-1", "8", 2, "-0.13"), ("1.20", "0.4", 0, "3"), ("1250", "1", -2, "1300"),
    ("1", "9223372036854775807", 18, "0.000000000000000000"),
    ("0.000000000000000001", "9223372036854775807", 2, "0.00"),
    ("1151", "2237", 18, "0.514528386231560125"),
  ])
  func `is rounded when somebody says how`(
    left: String, right: String, places: Int, expected: String
  ) throws {
    #expect(try quotient(left, right).rounded(to: places).description == expected)
  }

  @Test func `is the same in every spelling`() throws {
    #expect(try quotient("1", "3") == quotient("-2.0", "-6.00"))
    #expect(try quotient("1", "3") != quotient("1", "-3"))
    #expect(try Set([quotient("1", "2"), quotient("0.5", "1")]).count == 1)
  }

  @Test func `calculates exactly`() throws {
    let third = try quotient("1", "3")
    #expect(try third.adding(third).adding(third) == Quotient(Decimal(1)))
    #expect(try third.multiplying(Decimal(3)) == Quotient(Decimal(1)))
    #expect(try third.adding(Decimal(1)) == quotient("4", "3"))
    #expect(try third.subtracting(Decimal(1)) == quotient("-2", "3"))
    #expect(try third.subtracting(third).signum == 0)
    #expect(try third.dividing(by: Decimal(2)) == quotient("1", "6"))
    #expect(try third.dividing(by: third) == Quotient(Decimal(1)))
    #expect(third.negated.magnitude == third)
  }

  @Test func `has an order, against numbers too`() throws {
    let third = try quotient("1", "3")
    let number = try decimal("0.333333333333333333")
    #expect(number < third)
    #expect(!(third < number))
    #expect(try quotient("-1", "3") < third)
    #expect(try quotient("113", "143") < decimal("0.7903"))
    let widest = try quotient("9223372036854775807", "0.000000000000000001")
    #expect(third < widest)
    #expect(!(widest < third))
    #expect(widest.negated < third)
  }

  @Test func `says so where it grows too large`() throws {
    let large = try quotient("9223372036854775807", "0.000000000000000001")
    #expect(throws: ArithmeticFault.overflow) { try large.multiplying(large) }
    #expect(throws: ArithmeticFault.overflow) { try large.rounded(to: 0) }
    #expect(throws: ArithmeticFault.overflow) { try large.rounded(to: 19) }
  }
}
