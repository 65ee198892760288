/// The days from a first to a last one, or on without end; both ends belong to it.
package struct DateSpan: Hashable, Sendable {
  package let first: CivilDate
  package let last: CivilDate?

  /// A span given by its days.
  package init(first: CivilDate, last: CivilDate?) throws(Malformed) {
    if let last, last < first { throw .endsBeforeItStarts }
    self.init(validFirst: first, last: last)
  }

  init(validFirst first: CivilDate, last: CivilDate?) {
    self.first = first
    self.last = last
  }

  /// A span given by its first day and a number of days, as 民法典 201 and 203 count them.
  ///
  /// The first day is not counted, and a last day on which nobody works moves on.
  package init(from first: CivilDate, days: Int, calendar: HolidayCalendar) throws(Malformed) {
    guard 0 <= days else { throw .negative }
    do {
      let last = try calendar.nextWorkday(onOrAfter: first.adding(days: days))
      guard CivilDate.years.contains(last.year) else { throw ArithmeticFault.overflow }
      self.init(validFirst: first, last: last)
    } catch {
      throw .outOfYears
    }
  }

  /// How many days run, the first not counted; nil where there is no end.
  package var days: Int? { last?.days(since: first) }

  /// Whether a day belongs to the span.
  package func contains(_ day: CivilDate) -> Bool {
    guard let last else { return first <= day }
    return first <= day && day <= last
  }

  /// Whether some day belongs to both.
  package func overlaps(_ other: DateSpan) -> Bool {
    let startsInTime = other.last.map { first <= $0 } ?? true
    let otherStartsInTime = last.map { other.first <= $0 } ?? true
    return startsInTime && otherStartsInTime
  }
}
