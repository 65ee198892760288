import Values

/// The day that year, month and day name; the generator names only days that exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
  guard let date = try? CivilDate(year: year, month: month, day: day) else {
    preconditionFailure("\(year)-\(month)-\(day) is no day")
  }
  return date
}

extension CivilDate {
  static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(ordinal: Int(date.ordinal) + days)
  }

  /// The first day of the month that begins `months` after this day's month.
  func firstOfMonth(after months: Int) -> CivilDate {
    let sum = year * 12 + month - 1 + months
    return corpus.day(sum / 12, sum % 12 + 1, 1)
  }
}

extension Dice {
  /// A day of the range, each as likely as the next.
  mutating func roll(_ range: ClosedRange<CivilDate>) -> CivilDate {
    CivilDate(ordinal: roll(Int(range.lowerBound.ordinal)...Int(range.upperBound.ordinal)))
  }
}
