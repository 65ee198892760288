package import Source
package import Values

/// A value of a JSON text, with its place.
package struct JSONNode: Sendable {
  package let range: SourceRange
  package let form: Form

  /// What kind of value a node is.
  package indirect enum Form: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number with decimals, which keeps them: 1.10 is not 1.1.
    case decimal(Decimal)
    case string(String)
    case array([JSONNode])
    case object([(key: String, value: JSONNode)])
  }

  /// The member of an object.
  package subscript(key: String) -> JSONNode? {
    guard case .object(let members) = form else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text, if it is one.
  package var string: String? {
    if case .string(let text) = form { text } else { nil }
  }
}

extension Diagnostic {
  /// T060: what is no JSON.
  static func invalidJSON(_ message: Wording, at place: Location) -> Diagnostic {
    .template("T060", message, at: place)
  }

  /// T061: elements that have no type in common.
  static func mixedElements(_ first: String, _ second: String, at place: Location) -> Diagnostic {
    .template(
      "T061",
      Wording(
        zh: "同一个列表里既有 \(first) 又有 \(second)", en: "one list holds \(first) and \(second)"),
      at: place)
  }
}
