package import Values
import YAML

/// The law of a place as dated data: values, days off, documents.
package struct Jurisdiction: Sendable {
  package let name: String
  package let extends: String?
  /// Names with their values over time, in the order of the file.
  package private(set) var values: [(name: String, entries: [LegalValue])]
  package private(set) var daysOff: Set<CivilDate>
  package private(set) var makeUpDays: Set<CivilDate>

  package init(
    name: String, extends: String?, values: [(name: String, entries: [LegalValue])],
    daysOff: Set<CivilDate>, makeUpDays: Set<CivilDate>
  ) {
    self.name = name
    self.extends = extends
    self.values = values
    self.daysOff = daysOff
    self.makeUpDays = makeUpDays
  }

  /// This jurisdiction on top of the one it extends; a value of its own replaces the other's.
  package func extending(_ parent: Jurisdiction) -> Jurisdiction {
    var joined = self
    let own = Set(values.map(\.name))
    joined.values = parent.values.filter { !own.contains($0.name) } + values
    joined.daysOff.formUnion(parent.daysOff)
    joined.makeUpDays.formUnion(parent.makeUpDays)
    return joined
  }

  package var calendar: HolidayCalendar {
    HolidayCalendar(daysOff: daysOff, makeUpDays: makeUpDays)
  }

  /// The value of a name in force on a day, or nil.
  package func value(_ name: String, on day: CivilDate) -> LegalValue? {
    values.first { $0.name == name }?.entries.last { $0.isInForce(on: day) }
  }
}

/// One value of the law with the days on which it is in force.
package struct LegalValue: Sendable {
  package let content: Content
  package let from: CivilDate?
  package let to: CivilDate?
  package let source: String
  package let article: String?

  /// What kind of value it is follows from how it is written.
  package enum Content: Hashable, Sendable {
    case whole(Int64)
    case decimal(Decimal)
    case share([Int64])
    case percent(Decimal)
    case money(Decimal)
    case area(Decimal)
    case truth(Bool)
    case text(String)
    case texts([String])
  }

  /// Whether the value holds on a day; both its first and its last day count.
  package func isInForce(on day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  /// Source and article as a citation.
  package var citation: String {
    guard let article else { return source }
    // 第… follows its source as one word; anything else would run into it.
    return article.hasPrefix("第") ? "\(source)\(article)" : "\(source)，\(article)"
  }
}
