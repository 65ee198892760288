/// A day of the calendar, kept as its distance from 1970-01-01.
@frozen @usableFromInline
package struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01; the order of days is the order of these numbers.
  @usableFromInline package let ordinal: Int32

  package init(ordinal: Int) {
    self.ordinal = Int32(ordinal)
  }

  /// The years in which records have days; arithmetic may leave them, reading may not.
  package static let years = 1900...2199

  /// A day of the years 1900 to 2199.
  package init(year: Int, month: Int, day: Int) throws(Malformed) {
    guard Self.years.contains(year) else { throw .outOfYears }
    guard 1...12 ~= month, 1...Self.length(ofMonth: month, year: year) ~= day else {
      throw .noSuchDay
    }
    self.init(validYear: year, month, day)
  }

  // Howard Hinnant's days_from_civil: years begin in March, so that the leap day comes last.
  init(validYear year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (0 <= shifted ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (2 < month ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(ordinal: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day together, which costs no more than one of them.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(ordinal) + 719_468
    let era = (0 <= shifted ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  package var year: Int { components.year }
  package var month: Int { components.month }
  package var day: Int { components.day }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let fromMonday = (Int(ordinal) + 3) % 7
    return Weekday.allCases[fromMonday < 0 ? fromMonday + 7 : fromMonday]
  }

  /// How many days a month has.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// The days that arithmetic reaches: 0001-01-01 to 9999-12-31.
  private static let reach = -719_162...2_932_896

  /// The day `days` later, or earlier if below zero.
  package func adding(days: Int) throws(ArithmeticFault) -> CivilDate {
    let (sum, overflow) = Int(ordinal).addingReportingOverflow(days)
    guard !overflow, Self.reach.contains(sum) else { throw .overflow }
    return CivilDate(ordinal: sum)
  }

  /// The same day `months` later; where that month is too short, its last day.
  package func addingMonths(_ months: Int) throws(ArithmeticFault) -> CivilDate {
    let (year, month, day) = components
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, 12..<120_000 ~= sum else { throw .overflow }
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    let length = Self.length(ofMonth: newMonth, year: newYear)
    return CivilDate(validYear: newYear, newMonth, min(day, length))
  }

  /// How many days lie between `other` and this day; below zero if `other` is later.
  package func days(since other: CivilDate) -> Int { Int(ordinal) - Int(other.ordinal) }
}

extension CivilDate: Comparable {
  @inlinable
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.ordinal < right.ordinal
  }
}

/// A day of the week.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  package var isWeekend: Bool { self == .saturday || self == .sunday }

  /// 星期一 to 星期日.
  package var chinese: String {
    switch self {
    case .monday: "星期一"
    case .tuesday: "星期二"
    case .wednesday: "星期三"
    case .thursday: "星期四"
    case .friday: "星期五"
    case .saturday: "星期六"
    case .sunday: "星期日"
    }
  }
}
