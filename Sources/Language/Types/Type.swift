package import Values

/// A static type: what the checker knows of every expression before anything runs.
package enum Type: Hashable, Sendable {
  case bool, int, decimal, percent, money, price, area
  /// The exact result of a division, which must be rounded before it can be shown.
  case quotient(of: Unit)
  case string, html, url, asset
  case date, time, dateTime, span
  /// A month, quarter, half or year; nil where a record may hold any of them.
  case period(Period.Kind?)
  case choice(ChoiceID)
  case record(RecordID)
  indirect case list(Type)
  indirect case map(Type)
  indirect case optional(Type)
  /// The type of `none` alone.
  case none
  /// The type of the loop variable `loop`, over elements of the type.
  indirect case loop(Type)
  /// A record that a template makes and changes.
  case namespace(RecordID)
  /// What gives its values one after another.
  indirect case cycler(Type)
  /// What gives a separator except the first time.
  case joiner
  /// What an expression has after a finding, so that nothing is reported twice.
  case unknown

  /// What a quotient becomes when it is rounded.
  package enum Unit: Hashable, Sendable { case number, money, price, area }

  /// The type without its absence.
  package var present: Type {
    if case .optional(let inner) = self { inner } else { self }
  }

  package var isOptional: Bool {
    switch self {
    case .optional, .none: true
    default: false
    }
  }

  /// The same type, possibly absent.
  package var orAbsent: Type { isOptional || self == .unknown ? self : .optional(self) }

  /// Whether values are kept as coefficient and scale.
  package var isNumber: Bool {
    switch self {
    case .int, .decimal, .percent, .money, .price, .area: true
    default: false
    }
  }
}

/// The place of a record shape in its schema.
package struct RecordID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

/// The place of a set of choices in its schema.
package struct ChoiceID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}
