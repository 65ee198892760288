import Testing
import Values

@testable import Charts

private func decimals(_ texts: String...) throws -> [Decimal] {
  try texts.map { try Decimal(reading: $0.utf8Span.span) }
}

@Test(arguments: [
  ("0", 0), ("1", 1000), ("0.5", 500), ("0.12345", 123), ("0.1235", 124), ("-1", -1000),
])
func `a figure lies on its axis to the tenth`(text: String, tenths: Int) throws {
  let axis = Axis(try decimals("0", "1"), start: 0, end: 100)
  #expect(axis.position(of: try decimals(text)[0]).tenths == tenths)
}

@Test func `an axis of one figure has it at its start`() throws {
  let axis = Axis(try decimals("7", "7"), start: 30, end: 100)
  #expect(axis.position(of: Decimal(7)) == 30)
}

@Test func `an axis may run upwards`() throws {
  let axis = Axis(try decimals("0", "10"), start: 200, end: 20)
  #expect(axis.position(of: Decimal(5)) == 110)
}

@Test func `the largest and the smallest numbers that there are share an axis`() {
  let figures = [Decimal(Int64.max), Decimal(Int64.min), Decimal(coefficient: 1, scale: 18)]
  let axis = Axis(figures, start: 0, end: 100)
  #expect(figures.map { axis.position(of: $0).tenths } == [1000, 0, 500])
}

@Test(arguments: [
  ("0.65", "2.85", ["0", "1", "2", "3"]), ("60", "93", ["60", "70", "80", "90", "100"]),
  ("-3", "4", ["-4", "-2", "0", "2", "4"]), ("0", "0.03", ["0.00", "0.01", "0.02", "0.03"]),
  ("2", "2", ["2"]),
  ("1000000", "9000000", ["0", "2000000", "4000000", "6000000", "8000000", "10000000"]),
])
func `ticks are round figures around all others`(low: String, high: String, texts: [String])
  throws
{
  let axis = Axis(try decimals(low, high), start: 0, end: 100)
  let (rounded, ticks) = axis.rounded(steps: 4)
  #expect(ticks.map(\.figure.description) == texts)
  #expect(ticks.first?.position == rounded.start)
  if ticks.count > 1 { #expect(ticks.last?.position == rounded.end) }
}

@Test(arguments: [
  ([10, 50], [10, 50]), ([10, 12], [1, 21]), ([30, 30, 30], [10, 30, 50]),
  ([0, 0], [0, 20]), ([100, 99], [100, 80]), ([50, 10, 52], [41, 10, 61]), ([], []), ([7], [7]),
])
func `labels keep apart and near their places`(wanted: [Int], places: [Int]) {
  let spread = Spreading.spread(
    wanted.map { Length($0) }, apart: 20, from: 0, to: 100)
  #expect(spread.map { $0.tenths / 10 } == places)
}

@Test func `labels that are too many go beyond, still apart`() {
  let spread = Spreading.spread(Array(repeating: 50, count: 4), apart: 20, from: 40, to: 60)
  #expect(zip(spread, spread.dropFirst()).allSatisfy { $1 - $0 == 20 })
}

@Test(arguments: [
  ("星河苑", 100, "星河苑"), ("星河苑小区", 64, "星河苑…"), ("abcdefghij", 64, "abcde…"), ("", 10, ""),
])
func `a text is shortened to its room`(text: String, room: Int, fitted: String) {
  #expect(Lettering.plain.fitted(text, in: Length(room)) == fitted)
}

@Test(arguments: [
  ("星河苑", ["星河苑"]), ("一二三四五六七八", ["一二三四五", "六七八"]),
  ("Sun Court Two", ["Sun", "Court…"]), ("一二三四五六七八九十甲乙", ["一二三四五", "六七八九…"]),
])
func `a name takes two lines at most`(text: String, lines: [String]) {
  #expect(Lettering.plain.wrapped(text, in: 80) == lines)
}

@Test(arguments: Word.allCases)
func `a word has the same gaps in every language`(word: Word) {
  let (simplified, traditional, english) = word.texts
  func gaps(_ text: String) -> Set<Int> {
    Set(
      (0..<9).filter {
        text.split(separator: "{\($0)}", omittingEmptySubsequences: false).count > 1
      })
  }
  #expect(!simplified.isEmpty && !traditional.isEmpty && !english.isEmpty)
  #expect(gaps(simplified) == gaps(traditional) && gaps(simplified) == gaps(english))
}

@Test(arguments: [
  (Measure.number, "12860", "12,860"), (.number, "-5", "−5"), (.price, "1.20", "1.20"),
  (.money, "151799.5", "¥151,799.50"), (.money, "-3", "−¥3.00"), (.percent, "-19.4", "−19.4%"),
  (.area, "84210.50", "84,210.50"),
])
func `figures are written as on the page around them`(
  measure: Measure, text: String, written: String
) throws {
  #expect(measure.text(try decimals(text)[0]) == written)
}

@Test(arguments: [
  (Measure.price, ["1.20", "2.85"], "2.03"), (.number, ["1", "2"], "1.5"),
  (.number, ["1", "3"], "2"), (.number, ["5"], "5"), (.money, ["1", "2"], "1.50"),
])
func `a median is rounded as its figures are written`(
  measure: Measure, texts: [String], median: String
) throws {
  let figures = try texts.map { try Decimal(reading: $0.utf8Span.span) }
  #expect(measure.median(figures).description == median)
}
