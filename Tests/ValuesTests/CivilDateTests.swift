import Testing
import Values

/// The day that `text` says.
func day(_ text: String) throws -> CivilDate { try CivilDate(reading: text) }

@Suite struct `Dates are read` {
  @Test(arguments: [
    "2026-03-01", "2026-3-1", "2026/3/1", "2026/03/01", "2026年3月1日", "2026年03月01日",
    "２０２６－０３－０１", "２０２６／３／１", "２０２６年３月１日", "　2026-03-01 ",
  ])
  func `in all their forms`(text: String) throws {
    let date = try day(text)
    #expect(date.year == 2026 && date.month == 3 && date.day == 1)
    #expect(date.description == "2026-03-01")
    #expect(date.chinese == "2026年3月1日")
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "1900-02-29", "2100-02-29", "2024-13-45", "2024-00-10",
    "2024-01-00",
    "2024年13月1日", "2024-04-31", "2024/6/31",
  ])
  func `but not where the calendar lacks the day`(text: String) {
    #expect(throws: Malformed.noSuchDay) { try day(text) }
  }

  @Test(arguments: [
    "2024-1-1x", "24-01-01", "20240101", "2024.01.01", "01/02/2024", "2024-01-01T00:00",
    "民国114年7月8日", "二〇二四年一月一日", "明天", "2024-01/01", "2024-01", "2024", "2024年1月1",
    "2024年1月1号", "2024-001-01", "2024-1-123", "2024 - 01 - 01", "2024−01−01", "2024-1-",
    "-2024-01-01",
    "2024-01-01 19:30", "2024-01-01" + String(repeating: " ", count: 60) + "x",
  ])
  func `in no other form`(text: String) {
    #expect(throws: Malformed.notADate) { try day(text) }
  }

  @Test(arguments: ["1899-12-31", "2200-01-01", "0026-03-01", "9999-12-31"])
  func `from 1900 to 2199`(text: String) {
    #expect(throws: Malformed.outOfYears) { try day(text) }
  }

  @Test func `never from nothing`() {
    #expect(throws: Malformed.empty) { try day("　") }
  }
}

@Suite struct `The calendar` {
  @Test func `knows every day of three hundred years`() throws {
    var count: Int32 = -25567
    var weekday = 1
    for year in CivilDate.years {
      for month in 1...12 {
        for number in 1...CivilDate.length(ofMonth: month, year: year) {
          let date = try CivilDate(year: year, month: month, day: number)
          try #require(date.ordinal == count)
          try #require(date.components == (year, month, number))
          try #require(date.weekday.rawValue == weekday)
          count += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(count == 84006)
  }

  @Test func `counts 366 days in leap years alone`() throws {
    for (year, days) in [(1900, 365), (2000, 366), (2024, 366), (2026, 365), (2100, 365)] {
      let first = try CivilDate(year: year, month: 1, day: 1)
      #expect(try CivilDate(year: year + 1, month: 1, day: 1).days(since: first) == days)
    }
  }

  @Test(arguments: [
    ("2026-03-01", "星期日", true), ("2026-03-02", "星期一", false), ("2024-02-29", "星期四", false),
    ("2000-01-01", "星期六", true), ("1949-10-01", "星期六", true),
  ])
  func `names the day of the week`(text: String, name: String, isWeekend: Bool) throws {
    #expect(try day(text).weekday.chinese == name)
    #expect(try day(text).weekday.isWeekend == isWeekend)
  }

  @Test(arguments: [
    ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"),
    ("2026-01-01", -1, "2025-12-31"),
    ("2026-03-01", 0, "2026-03-01"), ("2026-03-01", 365, "2027-03-01"),
    ("1970-01-01", -719_162, "0001-01-01"), ("1970-01-01", 2_932_896, "9999-12-31"),
  ])
  func `adds days`(text: String, days: Int, expected: String) throws {
    let later = try day(text).adding(days: days)
    #expect(later.description == expected)
    #expect(try later.days(since: day(text)) == days)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", 12, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2026-08-31", 6, "2027-02-28"), ("2026-05-05", 0, "2026-05-05"),
  ])
  func `adds months and stays within them`(text: String, months: Int, expected: String) throws {
    #expect(try day(text).addingMonths(months).description == expected)
  }

  @Test(arguments: [Int.max, Int.min, 3_000_000, -800_000])
  func `ends with the years of four digits`(distance: Int) throws {
    let date = try day("1970-01-01")
    #expect(throws: ArithmeticFault.overflow) { try date.adding(days: distance) }
    #expect(throws: ArithmeticFault.overflow) { try date.addingMonths(distance) }
  }

  @Test func `orders days by time`() throws {
    #expect(
      try ["2026-03-01", "1969-12-31", "2025-12-31"].map(day).sorted().map(\.description)
        == ["1969-12-31", "2025-12-31", "2026-03-01"])
  }

  @Test func `prints a day into a span of bytes`() throws {
    let date = try day("1969-07-20")
    let bytes = [UInt8](capacity: 10) { span in date.appendText(to: &span) }
    #expect(String(decoding: bytes, as: UTF8.self) == "1969-07-20")
  }
}

@Suite struct `Times` {
  @Test(arguments: [
    ("19:30", "19:30"), ("9:05", "09:05"), ("00:00", "00:00"), ("23:59", "23:59"),
    ("１９：３０", "19:30"),
  ])
  func `are read to the minute`(text: String, expected: String) throws {
    #expect(try ClockTime(reading: text).description == expected)
  }

  @Test(arguments: [
    ("24:00", Malformed.noSuchTime), ("12:60", .noSuchTime), ("12:30:45", .notATime),
    ("19.30", .notATime), ("1930", .notATime), ("7:5", .notATime), ("19:305", .notATime),
    ("晚上7点", .notATime), ("", .empty), ("-1:30", .notATime),
  ])
  func `are never guessed`(text: String, reason: Malformed) {
    #expect(throws: reason) { try ClockTime(reading: text) }
  }

  @Test(arguments: [
    "2026-03-08 19:30", "2026/3/8 19:30", "2026年3月8日 19:30", "2026年3月8日19:30",
    "２０２６－０３－０８　１９：３０",
  ])
  func `stand after a date`(text: String) throws {
    let time = try DateTime(reading: text)
    #expect(time.description == "2026-03-08 19:30")
    #expect(time.chinese == "2026年3月8日 19:30")
  }

  @Test(arguments: [
    ("2026-03-08T19:30", Malformed.notADateTime), ("2026-03-0819:30", .notADateTime),
    ("2026-03-08", .notADateTime), ("19:30", .notADateTime), ("2026-03-08  19:30", .notADateTime),
    ("2026-02-30 19:30", .noSuchDay), ("2026-03-08 24:00", .noSuchTime),
    ("1800-03-08 19:30", .outOfYears), ("2026-03-08 19:30:00", .notADateTime), ("", .empty),
  ])
  func `after a date say what is wrong`(text: String, reason: Malformed) {
    #expect(throws: reason) { try DateTime(reading: text) }
  }

  @Test func `have an order`() throws {
    let times = try ["2026-03-08 19:30", "2026-03-08 09:30", "2026-03-07 23:00"]
      .map { try DateTime(reading: $0) }
    #expect(times.sorted() == times.reversed())
    #expect(try ClockTime(reading: "9:59") < ClockTime(reading: "10:00"))
  }
}
