extension Type {
  /// The name in findings and in typed parameters.
  package var name: String {
    switch self {
    case .bool: "Bool"
    case .int: "Int"
    case .decimal: "Decimal"
    case .percent: "Percent"
    case .money: "Money"
    case .price: "Price"
    case .area: "Area"
    case .quotient: "Quotient"
    case .string: "String"
    case .html: "Html"
    case .url: "Url"
    case .asset: "Asset"
    case .date: "Date"
    case .time: "Time"
    case .dateTime: "DateTime"
    case .span: "Span"
    case .period: "Period"
    case .choice: "Choice"
    case .record: "Record"
    case .list(let element): "List<\(element.name)>"
    case .map(let element): "Map<\(element.name)>"
    case .optional(let inner): "\(inner.name)?"
    case .none: "none"
    case .loop: "Loop"
    case .namespace: "Namespace"
    case .cycler(let element): "Cycler<\(element.name)>"
    case .joiner: "Joiner"
    case .unknown: "?"
    }
  }

  /// The name with records and choices called by theirs.
  package func name(in schema: Schema) -> String {
    switch self {
    case .record(let id): schema[id].name
    case .choice(let id): schema[id].name
    case .list(let element): "List<\(element.name(in: schema))>"
    case .map(let element): "Map<\(element.name(in: schema))>"
    case .optional(let inner): "\(inner.name(in: schema))?"
    default: name
    }
  }

  /// The type that holds values of both, or nil if there is none.
  package func joined(with other: Type) -> Type? {
    switch (self, other) {
    case _ where self == other: self
    case (.unknown, _), (_, .unknown): .unknown
    case (.none, _): other.orAbsent
    case (_, .none): orAbsent
    case (.int, .decimal), (.decimal, .int): .decimal
    case (.optional(let left), _): left.joined(with: other.present)?.orAbsent
    case (_, .optional(let right)): joined(with: right)?.orAbsent
    // An empty list is a list of whatever is wanted.
    case (.list(.unknown), .list): other
    case (.list, .list(.unknown)): self
    case (.list(let left), .list(let right)): left.joined(with: right).map { .list($0) }
    case (.map(.unknown), .map): other
    case (.map, .map(.unknown)): self
    case (.map(let left), .map(let right)): left.joined(with: right).map { .map($0) }
    case (.period, .period): .period(nil)
    default: nil
    }
  }

  /// Whether a value of this type may stand where `wanted` is asked for.
  package func fits(_ wanted: Type) -> Bool { wanted.joined(with: self) == wanted }
}
