/// On which days people work: Monday to Friday, but for what the State Council moves each year.
package struct HolidayCalendar: Hashable, Sendable {
  private let daysOff: Set<CivilDate>
  private let makeUpDays: Set<CivilDate>

  /// A calendar of days off and of weekend days worked in return; a day in both is worked.
  package init(daysOff: Set<CivilDate> = [], makeUpDays: Set<CivilDate> = []) {
    self.daysOff = daysOff
    self.makeUpDays = makeUpDays
  }

  /// Whether people work on a day.
  package func isWorkday(_ day: CivilDate) -> Bool {
    if makeUpDays.contains(day) { return true }
    return !day.weekday.isWeekend && !daysOff.contains(day)
  }

  /// The first workday that is not before a day.
  package func nextWorkday(onOrAfter day: CivilDate) throws(ArithmeticFault) -> CivilDate {
    var day = day
    while !isWorkday(day) { day = try day.adding(days: 1) }
    return day
  }
}
