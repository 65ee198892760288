/// A year, half-year, quarter or month of the calendar.
package struct Period: Hashable, Sendable {
  /// How long a period is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case year, half, quarter, month

    /// How many of the kind make a year.
    package var countPerYear: Int {
      switch self {
      case .year: 1
      case .half: 2
      case .quarter: 4
      case .month: 12
      }
    }
  }

  package let kind: Kind
  /// Counts periods of one kind through the years, so neighbours differ by one.
  package let ordinal: Int32

  package init(kind: Kind, ordinal: Int32) {
    self.kind = kind
    self.ordinal = ordinal
  }

  /// The `number`th period of its kind in a year from 1900 to 2199, counted from 1.
  package init(_ kind: Kind, _ number: Int = 1, of year: Int) throws(Malformed) {
    guard CivilDate.years.contains(year) else { throw .outOfYears }
    guard 1...kind.countPerYear ~= number else { throw .noSuchPeriod }
    self.init(kind: kind, ordinal: Int32(year * kind.countPerYear + number - 1))
  }

  /// The period of a kind that holds a day.
  package init(_ kind: Kind, holding day: CivilDate) {
    let (year, month, _) = day.components
    let number = (month - 1) * kind.countPerYear / 12
    self.init(kind: kind, ordinal: Int32(year * kind.countPerYear + number))
  }

  package var year: Int { Int(ordinal) / kind.countPerYear }

  /// Which of its year it is, counted from 1.
  package var number: Int { Int(ordinal) % kind.countPerYear + 1 }

  package var previous: Period { Period(kind: kind, ordinal: ordinal - 1) }
  package var next: Period { Period(kind: kind, ordinal: ordinal + 1) }

  package var first: CivilDate {
    CivilDate(validYear: year, (number - 1) * (12 / kind.countPerYear) + 1, 1)
  }

  package var last: CivilDate { CivilDate(ordinal: Int(next.first.ordinal) - 1) }

  /// Both ends of the period count.
  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

  /// Its days as a span.
  package var span: DateSpan { DateSpan(validFirst: first, last: last) }
}

extension Period: Comparable {
  /// Orders periods of one kind by time; of two kinds, the longer comes first.
  package static func < (left: Period, right: Period) -> Bool {
    left.kind == right.kind
      ? left.ordinal < right.ordinal : left.kind.countPerYear < right.kind.countPerYear
  }
}
