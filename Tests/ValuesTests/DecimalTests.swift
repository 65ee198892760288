import Testing
import Values

/// Texts that look like numbers and must never become one, with the reason each is refused for.
let neverNumbers: [(String, Malformed)] = [
  ("010020", .leadingZero), ("00", .leadingZero), ("-007", .leadingZero),
  ("0x1F", .notANumber), ("0o17", .notANumber), ("0b11", .notANumber),
  ("1e3", .notANumber), ("1E-2", .notANumber), ("1_000", .notANumber), ("1:30", .notANumber),
  ("12:30:45", .notANumber), (".5", .notANumber), ("5.", .notANumber), ("1.2.3", .notANumber),
  ("1,23", .badGrouping), ("12,34,567", .badGrouping), ("1234,567", .badGrouping),
  ("1,2345", .badGrouping), ("0,123", .badGrouping), ("1,", .badGrouping),
  ("1，000", .fullWidthComma), ("１，０００", .fullWidthComma),
  ("--5", .notANumber), ("+-5", .notANumber), ("+5", .notANumber), ("- 5", .notANumber),
  ("1/3", .notANumber), (".inf", .notANumber), ("-.inf", .notANumber), (".nan", .notANumber),
  ("NaN", .notANumber), ("∞", .notANumber), ("1 000", .notANumber), ("约100", .notANumber),
  ("100左右", .unknownUnit), ("100👍", .unknownUnit), ("100~200", .notANumber), ("一百", .notANumber),
  ("壹佰元整", .notANumber), ("①②③", .notANumber), ("9223372036854775808", .overflow),
  ("99999999999999999999", .overflow), ("$100", .notANumber), ("100USD", .unknownUnit),
  ("", .empty), (" \t　\r\n", .empty), ("\u{FFFD}", .notANumber), ("1\u{A0}000", .notANumber),
  (String(repeating: "1,", count: 40), .badGrouping),
  ("1.5" + String(repeating: " ", count: 50) + "x", .notANumber),
]

/// The decimal that `text` says.
func decimal(_ text: String) throws -> Decimal { try Decimal(reading: text) }

@Suite struct `Decimals are read` {
  @Test(arguments: [
    ("12.50", 1250, 2), ("0", 0, 0), ("0.05", 5, 2), ("-0.5", -5, 1), ("−1.20", -120, 2),
    ("－１．２０", -120, 2), ("1,286", 1286, 0), ("1,234,567.891", 1_234_567_891, 3),
    (" 7 ", 7, 0), ("　7\u{3000}", 7, 0), ("1.000000000000000000", 1_000_000_000_000_000_000, 18),
    ("9223372036854775807", Int64.max, 0), ("\n12\r\n", 12, 0),
  ])
  func `with the decimals they were written with`(
    text: String, coefficient: Int64, scale: UInt8
  ) throws {
    let number = try decimal(text)
    #expect(number.coefficient == coefficient)
    #expect(number.scale == scale)
  }

  @Test(arguments: neverNumbers)
  func `and never from a text that only looks like one`(text: String, reason: Malformed) {
    #expect(throws: reason) { try decimal(text) }
  }

  @Test func `with at most eighteen decimals`() {
    #expect(throws: Malformed.tooFine(places: 18)) { try decimal("0.0000000000000000001") }
  }
}

@Suite struct `Decimals compare by value` {
  @Test(arguments: [
    ("1.2", "1.20"), ("0", "0.000"), ("-3.10", "-3.1"), ("100", "100.00"),
    ("9223372036854775807", "9223372036854775807"),
  ])
  func `so equal values are equal and hash alike`(left: String, right: String) throws {
    let (left, right) = (try decimal(left), try decimal(right))
    #expect(left == right)
    #expect(Set([left, right]).count == 1)
    #expect(!(left < right) && !(right < left))
  }

  @Test(arguments: [
    ("1.2", "1.21"), ("-1.21", "-1.2"), ("0.999999999999999999", "1"), ("-0.1", "0.00"),
    ("9", "9223372036854775807"), ("9.223372036854775806", "9.223372036854775807"),
    ("1.000000000000000000", "9223372036854775807"),
  ])
  func `so the lesser value comes first`(left: String, right: String) throws {
    let (left, right) = (try decimal(left), try decimal(right))
    #expect(left < right)
    #expect(!(right < left))
    #expect(left != right)
  }
}

@Suite struct `Decimals print` {
  @Test(arguments: [
    "0", "0.00", "1.20", "-1.20", "-0.05", "1286", "9223372036854775807",
    "9.223372036854775807", "0.000000000000000001", "12345.6",
  ])
  func `as they were read`(text: String) throws {
    #expect(try decimal(text).description == text)
  }

  @Test func `the least number too`() {
    #expect(Decimal(.min).description == "-9223372036854775808")
    #expect(Decimal(coefficient: .min, scale: 18).description == "-9.223372036854775808")
  }

  @Test(arguments: [
    ("151799.5", 2, "151,799.50"), ("151799.505", 2, "151,799.51"),
    ("999999.995", 2, "1,000,000.00"),
    ("-1234.5", 0, "−1,235"), ("-0.04", 1, "0.0"), ("999", 0, "999"), ("0", 2, "0.00"),
    ("9223372036854775807", 18, "9,223,372,036,854,775,807.000000000000000000"),
  ])
  func `in groups, rounded half up or filled`(text: String, places: Int, expected: String) throws {
    var bytes: [UInt8] = []
    try decimal(text).appendGrouped(to: &bytes, places: places, minus: .typographic)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `in groups with their own decimals unless told otherwise`() throws {
    var bytes = Array("= ".utf8)
    try decimal("-12345.600").appendGrouped(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "= -12,345.600")
  }

  @Test func `into a span of bytes`() throws {
    let number = try decimal("-92.50")
    let bytes = [UInt8](capacity: 21) { span in number.appendText(to: &span) }
    #expect(String(decoding: bytes, as: UTF8.self) == "-92.50")
  }
}

@Suite struct `Whole numbers print` {
  @Test(arguments: [
    (0, "0", "0"), (-5, "-5", "-5"), (1286, "1286", "1,286"),
    (-1_234_567, "-1234567", "-1,234,567"),
    (Int64.max, "9223372036854775807", "9,223,372,036,854,775,807"),
    (Int64.min, "-9223372036854775808", "-9,223,372,036,854,775,808"),
  ])
  func `plainly and in groups`(number: Int64, plain: String, grouped: String) {
    var bytes: [UInt8] = []
    number.appendText(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == plain)
    bytes = []
    number.appendGrouped(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == grouped)
  }
}
