import Testing
import Values

@Suite struct `Counts` {
  @Test(arguments: [("1286", 1286), ("1,286", 1286), ("１２８６", 1286), ("0", 0), (" 12　", 12)])
  func `are read in all their forms`(text: String, value: Int64) throws {
    #expect(try Count(reading: text).value == value)
  }

  @Test(
    arguments: neverNumbers + [
      ("12.5", .notWhole), ("5.0", .notWhole), ("-5", .negative), ("−5", .negative),
      ("50%", .unknownUnit), ("50件", .unknownUnit), ("-007", .leadingZero),
    ])
  func `are whole and not below zero`(text: String, reason: Malformed) {
    #expect(throws: reason) { try Count(reading: text) }
  }
}

@Suite struct `Percentages` {
  @Test(arguments: [
    ("64.84%", "64.84%"), ("50.0 %", "50.0%"), ("６４．８４％", "64.84%"), ("1,286%", "1286%"),
  ])
  func `keep their decimals`(text: String, expected: String) throws {
    #expect(try Percent(reading: text).description == expected)
  }

  @Test(arguments: [
    ("50", Malformed.missingPercentSign), ("0.5", .missingPercentSign), ("50％％", .unknownUnit),
    ("-5%", .negative), ("50‰", .unknownUnit), ("%", .notANumber), ("1，000%", .fullWidthComma),
    ("050%", .leadingZero), ("50%以上", .unknownUnit), ("", .empty), ("50 ", .missingPercentSign),
  ])
  func `need their sign`(text: String, reason: Malformed) {
    #expect(throws: reason) { try Percent(reading: text) }
  }

  @Test func `have an order`() throws {
    #expect(try Percent(reading: "9.5%") < Percent(reading: "10%"))
    #expect(try Percent(reading: "9.5%") == Percent(reading: "9.50%"))
  }
}

@Suite struct `Amounts of money` {
  @Test(arguments: [
    ("128400.50", 12_840_050), ("128,400.50", 12_840_050), ("¥128,400.50", 12_840_050),
    ("￥128400.50", 12_840_050), ("¥ 128400.50", 12_840_050), ("128400.50元", 12_840_050),
    ("128400.50 元", 12_840_050), ("12.84005万元", 12_840_050), ("12.84005 万元", 12_840_050),
    ("1.2亿元", 12_000_000_000), ("0.00000001亿元", 100), ("0.0000000001亿元", 1),
    ("-1,200.5元", -120_050), ("−3", -300), ("－３．５", -350), ("-¥5", -500), ("¥-5", -500),
    ("¥5元", 500), ("0", 0), ("0.5", 50), ("1.230", 123), ("92233720368547758.07", Int64.max),
  ])
  func `is read in all its forms`(text: String, fen: Int64) throws {
    #expect(try Money(reading: text).fen == fen)
  }

  @Test(
    arguments: neverNumbers + [
      ("0.001元", .tooFine(places: 2)), ("0.001", .tooFine(places: 2)),
      ("0.0000001万元", .tooFine(places: 2)), ("0.00000000001亿元", .tooFine(places: 2)),
      ("9223372036854775807", .overflow), ("9223372036854775807亿元", .overflow),
      ("-¥-5", .notANumber), ("¥", .empty), ("元", .notANumber), ("12万", .unknownUnit),
      ("100元整", .unknownUnit), ("100元/月", .unknownUnit), ("1，000元", .fullWidthComma),
      ("1,23元", .badGrouping),
    ])
  func `is never guessed`(text: String, reason: Malformed) {
    #expect(throws: reason) { try Money(reading: text) }
  }

  @Test func `prints to the fen`() throws {
    let money = Money(fen: 15_179_950)
    #expect(money.description == "151799.50")
    var bytes: [UInt8] = []
    money.appendGrouped(to: &bytes)
    try money.negated().appendGrouped(to: &bytes, minus: .typographic)
    #expect(String(decoding: bytes, as: UTF8.self) == "151,799.50−151,799.50")
  }

  @Test func `adds up exactly or says that it cannot`() throws {
    let opening = try Money(reading: "4459435")
    let balance = try opening.adding(Money(reading: "806561"))
      .subtracting(Money(reading: "981664"))
    #expect(try balance == Money(reading: "4284332"))
    #expect(balance < opening)
    let most = Money(fen: .max)
    #expect(throws: ArithmeticFault.overflow) { try most.adding(Money(fen: 1)) }
    #expect(throws: ArithmeticFault.overflow) {
      try Money(fen: .min).subtracting(Money(fen: 1))
    }
    #expect(throws: ArithmeticFault.overflow) { try Money(fen: .min).negated() }
  }

  @Test func `comes from exact results by rounding`() throws {
    #expect(try Money(rounding: decimal("1.005")).fen == 101)
    #expect(try Money(rounding: decimal("1.005"), .down).fen == 100)
    #expect(try Money(rounding: Quotient(decimal("100"), over: decimal("3"))).fen == 3333)
  }
}

@Suite struct `Prices per square metre and month` {
  @Test(arguments: [
    ("1.20", "1.20"), ("1.20元/㎡·月", "1.20"), ("1.20元/平方米/月", "1.20"),
    ("1.20 元/m²·月", "1.20"), ("1.2345元每平方米每月", "1.2345"), ("1.20元/平方米·每月", "1.20"),
    ("１．２０元／㎡·月", "1.20"), ("3元/㎡/月", "3"), ("0.8", "0.8"), ("1.20元·㎡·月", "1.20"),
  ])
  func `keep their decimals`(text: String, expected: String) throws {
    #expect(try UnitPrice(reading: text).description == expected)
  }

  @Test(
    arguments: neverNumbers + [
      ("1.20元", .unknownUnit), ("1.20元/月", .unknownUnit), ("1.20元/㎡", .unknownUnit),
      ("1.20元/㎡·年", .unknownUnit), ("1.20元/户·月", .unknownUnit), ("1.20元㎡月", .unknownUnit),
      ("1.20元/㎡·月起", .unknownUnit), ("1.20000", .tooFine(places: 4)), ("-1.20", .negative),
    ])
  func `have one unit and no other`(text: String, reason: Malformed) {
    #expect(throws: reason) { try UnitPrice(reading: text) }
  }

  @Test func `are checked when computed`() throws {
    #expect(throws: Malformed.negative) { try UnitPrice(decimal("-0.01")) }
    #expect(throws: Malformed.tooFine(places: 4)) { try UnitPrice(decimal("0.12345")) }
    #expect(try UnitPrice(decimal("0.9")) < UnitPrice(decimal("0.91")))
    #expect(try UnitPrice(decimal("1.2")) == UnitPrice(decimal("1.20")))
  }
}

@Suite struct `Areas` {
  @Test(arguments: [
    ("84210.5", 8_421_050), ("84,210.50㎡", 8_421_050), ("84210.5平方米", 8_421_050),
    ("84210.5 m²", 8_421_050), ("０", 0), ("70", 7000),
  ])
  func `are read in all their forms`(text: String, hundredths: Int64) throws {
    #expect(try Area(reading: text).hundredths == hundredths)
  }

  @Test(
    arguments: neverNumbers + [
      ("1.001", .tooFine(places: 2)), ("-5㎡", .negative), ("5 亩", .unknownUnit),
      ("5平方", .unknownUnit), ("5m2", .notANumber), ("5㎡左右", .unknownUnit),
      ("922337203685477580.7", .overflow),
    ])
  func `are exact to the hundredth`(text: String, reason: Malformed) {
    #expect(throws: reason) { try Area(reading: text) }
  }

  @Test func `add up and print`() throws {
    let area = try Area(reading: "84210.5").adding(Area(reading: "0.25"))
    #expect(area.description == "84210.75")
    #expect(try area.subtracting(area) == .zero)
    var bytes: [UInt8] = []
    area.appendGrouped(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "84,210.75")
    #expect(throws: ArithmeticFault.overflow) {
      try Area(hundredths: .max).adding(Area(hundredths: 1))
    }
  }
}

@Suite struct `Yes and no` {
  @Test(arguments: [
    ("yes", true), ("true", true), ("是", true), ("no", false), ("false", false), ("否", false),
    (" 是　", true),
  ])
  func `have three words each`(text: String, value: Bool) throws {
    #expect(try YesNo(reading: text).value == value)
  }

  @Test(arguments: [
    "NO", "Yes", "TRUE", "on", "off", "y", "n", "1", "0", "null", "~", "是的", "yesno", "不", "ｙｅｓ",
  ])
  func `have no other`(text: String) {
    #expect(throws: Malformed.notYesOrNo) { try YesNo(reading: text) }
  }

  @Test func `are not an empty text`() {
    #expect(throws: Malformed.empty) { try YesNo(reading: " ") }
  }
}
