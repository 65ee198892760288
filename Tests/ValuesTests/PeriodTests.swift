import Testing
import Values

/// The period that `text` says.
func period(_ text: String) throws -> Period { try Period(reading: text) }

@Suite struct `Periods are read` {
  @Test(arguments: [
    ("1996", Period.Kind.year, "1996", "1996年"), ("1996年", .year, "1996", "1996年"),
    ("２０２６", .year, "2026", "2026年"),
    ("2026-03", .month, "2026-03", "2026年3月"), ("2026-3", .month, "2026-03", "2026年3月"),
    ("2026年3月", .month, "2026-03", "2026年3月"), ("2026年12月", .month, "2026-12", "2026年12月"),
    ("2026-Q1", .quarter, "2026-Q1", "2026年第一季度"), ("２０２６－Ｑ１", .quarter, "2026-Q1", "2026年第一季度"),
    ("2026年第1季度", .quarter, "2026-Q1", "2026年第一季度"),
    ("2026年1季度", .quarter, "2026-Q1", "2026年第一季度"),
    ("2026年第三季度", .quarter, "2026-Q3", "2026年第三季度"),
    ("2026年四季度", .quarter, "2026-Q4", "2026年第四季度"),
    ("2026年第二季度", .quarter, "2026-Q2", "2026年第二季度"),
    ("2026-H1", .half, "2026-H1", "2026年上半年"), ("２０２６－Ｈ２", .half, "2026-H2", "2026年下半年"),
    ("2026年上半年", .half, "2026-H1", "2026年上半年"), ("2026年下半年", .half, "2026-H2", "2026年下半年"),
  ])
  func `in all their forms`(
    text: String, kind: Period.Kind, plain: String, chinese: String
  ) throws {
    let period = try Period(reading: text, as: kind)
    #expect(period.description == plain)
    #expect(period.chinese == chinese)
    #expect(try Period(reading: text) == period)
    #expect(try Period(reading: plain) == period)
    #expect(try Period(reading: chinese) == period)
  }

  @Test(arguments: [
    ("2026-Q5", Malformed.noSuchPeriod), ("2026-Q0", .noSuchPeriod), ("2026-H3", .noSuchPeriod),
    ("2026-13", .noSuchPeriod), ("2026-00", .noSuchPeriod), ("2026年13月", .noSuchPeriod),
    ("2026年第5季度", .noSuchPeriod), ("1899", .outOfYears), ("2200-Q1", .outOfYears),
    ("26-Q1", .notAPeriod), ("2026Q1", .notAPeriod), ("2026-q1", .notAPeriod),
    ("2026/03", .notAPeriod), ("2026.03", .notAPeriod), ("202603", .notAPeriod),
    ("2026-03-01", .notAPeriod), ("2026年度", .notAPeriod), ("2026年第3月", .notAPeriod),
    ("2026年三月", .notAPeriod), ("二〇二六年", .notAPeriod), ("2026年第五季度", .notAPeriod),
    ("2026-Q12", .notAPeriod), ("2026-", .notAPeriod), ("上半年", .notAPeriod), ("", .empty),
    ("2026-003", .notAPeriod), ("2,026", .notAPeriod),
  ])
  func `and never guessed`(text: String, reason: Malformed) {
    #expect(throws: reason) { try period(text) }
  }

  @Test(arguments: Period.Kind.allCases)
  func `only of the kind asked for`(kind: Period.Kind) throws {
    for text in ["2026", "2026-H1", "2026-Q1", "2026-01"] {
      let found = try period(text).kind
      guard found != kind else { continue }
      #expect(throws: Malformed.wrongPeriod(found: found)) { try Period(reading: text, as: kind) }
    }
  }
}

@Suite struct `A period` {
  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2026-H1", "2026-01-01", "2026-06-30"),
    ("2026-H2", "2026-07-01", "2026-12-31"), ("2026-Q1", "2026-01-01", "2026-03-31"),
    ("2026-Q4", "2026-10-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-12", "2026-12-01", "2026-12-31"), ("2199", "2199-01-01", "2199-12-31"),
  ])
  func `has a first and a last day`(text: String, first: String, last: String) throws {
    let period = try period(text)
    #expect(period.first.description == first)
    #expect(period.last.description == last)
    #expect(period.contains(period.first) && period.contains(period.last))
    #expect(try !period.contains(period.last.adding(days: 1)))
    #expect(try !period.contains(period.first.adding(days: -1)))
    #expect(try period.span == DateSpan(first: day(first), last: day(last)))
    #expect(Period(period.kind, holding: period.first) == period)
    #expect(Period(period.kind, holding: period.last) == period)
  }

  @Test(arguments: [
    ("2026", "2025", "2027"), ("2026-H1", "2025-H2", "2026-H2"), ("2026-Q1", "2025-Q4", "2026-Q2"),
    ("2026-Q4", "2026-Q3", "2027-Q1"), ("2026-01", "2025-12", "2026-02"),
    ("2026-12", "2026-11", "2027-01"),
    ("1900-Q1", "1899-Q4", "1900-Q2"),
  ])
  func `has neighbours`(text: String, previous: String, next: String) throws {
    let period = try period(text)
    #expect(period.previous.description == previous)
    #expect(period.next.description == next)
    #expect(period.next.previous == period)
    #expect(period.previous < period && period < period.next)
  }

  @Test func `knows its year and its place in it`() throws {
    let quarter = try Period(.quarter, 3, of: 2026)
    #expect(quarter.year == 2026 && quarter.number == 3)
    #expect(throws: Malformed.noSuchPeriod) { try Period(.half, 3, of: 2026) }
    #expect(throws: Malformed.outOfYears) { try Period(.year, of: 2200) }
  }
}
