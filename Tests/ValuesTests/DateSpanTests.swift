import Testing
import Values

/// National Day and Mid-Autumn as in 2025, and the Sunday and Saturday worked in return.
private func autumn2025() throws -> HolidayCalendar {
  let first = try day("2025-10-01")
  return HolidayCalendar(
    daysOff: Set(try (0..<8).map { try first.adding(days: $0) }),
    makeUpDays: [try day("2025-09-28"), try day("2025-10-11")])
}

@Suite struct `The holiday calendar` {
  @Test(arguments: [
    ("2025-09-26", true), ("2025-09-27", false), ("2025-09-28", true), ("2025-10-01", false),
    ("2025-10-08", false), ("2025-10-09", true), ("2025-10-11", true), ("2025-10-12", false),
  ])
  func `knows who works when`(text: String, works: Bool) throws {
    #expect(try autumn2025().isWorkday(day(text)) == works)
  }

  @Test(arguments: [
    ("2025-10-01", "2025-10-09"), ("2025-09-27", "2025-09-28"), ("2025-10-11", "2025-10-11"),
    ("2025-10-12", "2025-10-13"), ("2025-09-30", "2025-09-30"),
  ])
  func `finds the next workday`(text: String, expected: String) throws {
    #expect(try autumn2025().nextWorkday(onOrAfter: day(text)).description == expected)
  }
}

@Suite struct `A span` {
  @Test(arguments: [
    ("2025-09-01", 15, "2025-09-16"), ("2025-09-16", 15, "2025-10-09"),
    ("2025-09-20", 7, "2025-09-28"), ("2025-10-04", 7, "2025-10-11"),
    ("2025-10-10", 1, "2025-10-11"),
    ("2025-10-11", 1, "2025-10-13"), ("2025-09-01", 0, "2025-09-01"),
  ])
  func `of so many days does not count the first and does not end on a day off`(
    from: String, days: Int, last: String
  ) throws {
    let span = try DateSpan(from: day(from), days: days, calendar: autumn2025())
    #expect(span.first.description == from)
    #expect(span.last?.description == last)
    #expect(try span.days == day(last).days(since: day(from)))
  }

  @Test(arguments: [
    ("2026-03-01", -1, Malformed.negative), ("2199-12-31", 1, .outOfYears),
    ("2026-03-01", Int.max, .outOfYears), ("2199-12-27", 2, .outOfYears),
  ])
  func `stays within the years`(from: String, days: Int, reason: Malformed) throws {
    let newYear = HolidayCalendar(daysOff: [try day("2199-12-30"), try day("2199-12-31")])
    let from = try day(from)
    #expect(throws: reason) { try DateSpan(from: from, days: days, calendar: newYear) }
  }

  @Test func `does not end before it starts`() throws {
    let (first, last) = (try day("2026-03-02"), try day("2026-03-01"))
    #expect(throws: Malformed.endsBeforeItStarts) { try DateSpan(first: first, last: last) }
    #expect(try DateSpan(first: first, last: first).days == 0)
  }

  @Test func `holds both its ends`() throws {
    let span = try DateSpan(first: day("2026-03-01"), last: day("2026-03-16"))
    #expect(span.days == 15)
    for (text, isIn) in [
      ("2026-02-28", false), ("2026-03-01", true), ("2026-03-16", true), ("2026-03-17", false),
    ] {
      #expect(try span.contains(day(text)) == isIn)
    }
  }

  @Test func `without an end goes on`() throws {
    let span = try DateSpan(first: day("2026-03-01"), last: nil)
    #expect(span.days == nil)
    #expect(try span.contains(day("2199-12-31")))
    #expect(try !span.contains(day("2026-02-28")))
  }

  @Test(
    arguments: [
      ("2026-03-01", "2026-03-10", "2026-03-10", "2026-03-20", true),
      ("2026-03-01", "2026-03-10", "2026-03-11", "2026-03-20", false),
      ("2026-03-01", nil, "2026-03-11", "2026-03-20", true),
      ("2026-03-21", nil, "2026-03-11", "2026-03-20", false),
      ("2026-03-20", nil, "2026-03-11", nil, true),
      ("2026-03-05", "2026-03-06", "2026-03-01", "2026-03-31", true),
    ] as [(String, String?, String, String?, Bool)])
  func `overlaps another if they share a day`(
    first: String, last: String?, otherFirst: String, otherLast: String?, expected: Bool
  ) throws {
    let span = try DateSpan(first: day(first), last: last.map(day))
    let other = try DateSpan(first: day(otherFirst), last: otherLast.map(day))
    #expect(span.overlaps(other) == expected)
    #expect(other.overlaps(span) == expected)
  }
}
