import Source
import Values

// What dates, periods and spans offer behind a dot.
extension Checker {
  /// The member of a value that is no record, or nil if its type has none of that name.
  func valueMember(_ name: String, of owner: CheckedExpression, at place: Location)
    -> CheckedExpression?
  {
    guard let (type, implementation) = Self.valueMember(name, of: owner.type) else { return nil }
    return CheckedExpression(type, .call(implementation, [owner]), at: place)
  }

  private static func valueMember(_ name: String, of type: Type) -> (Type, Implementation)? {
    switch (type, name) {
    case (.date, "year"): (.int, { _, of throws(Fault) in Value(of[0].date.year) })
    case (.date, "month"): (.int, { _, of throws(Fault) in Value(of[0].date.month) })
    case (.date, "day"): (.int, { _, of throws(Fault) in Value(of[0].date.day) })
    case (.dateTime, "date"): (.date, { _, of throws(Fault) in Value(of[0].dateTime.date) })
    case (.dateTime, "time"): (.time, { _, of throws(Fault) in Value(of[0].dateTime.time) })
    case (.period, "first"): (.date, { _, of throws(Fault) in Value(of[0].period.first) })
    case (.period, "last"): (.date, { _, of throws(Fault) in Value(of[0].period.last) })
    case (.period, "previous"): (type, { _, of throws(Fault) in Value(of[0].period.previous) })
    case (.period, "next"): (type, { _, of throws(Fault) in Value(of[0].period.next) })
    case (.period, "year"): (.int, { _, of throws(Fault) in Value(of[0].period.year) })
    case (.span, "first"): (.date, { _, of throws(Fault) in Value(of[0].spanFirst) })
    case (.span, "last"): (.date, { _, of throws(Fault) in Value(of[0].spanLast) })
    case (.span, "days"):
      (.int, { _, of throws(Fault) in Value(of[0].spanLast.days(since: of[0].spanFirst)) })
    default: nil
    }
  }
}
