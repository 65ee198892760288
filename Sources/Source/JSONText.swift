/// JSON being written, piece by piece.
struct JSONText {
  private var bytes: [UInt8] = []

  /// What has been written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes punctuation and keys, which need no escaping.
  mutating func raw(_ piece: String) {
    bytes.append(contentsOf: piece.utf8)
  }

  /// Writes a whole number, or `null`.
  mutating func integer(_ value: Int?) {
    raw(value.map(String.init) ?? "null")
  }

  /// Writes a string, or `null`; hidden characters are escaped so that no reader is misled.
  mutating func string(_ value: String?) {
    guard let value else { return raw("null") }
    raw("\"")
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "\r": raw("\\r")
      case "\t": raw("\\t")
      default:
        if HiddenCharacter.kind(of: scalar) == nil {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          escape(scalar)
        }
      }
    }
    raw("\"")
  }

  /// Writes `,"name":[…]`.
  mutating func array<Element>(
    _ name: String, of elements: [Element], write: (Element, inout JSONText) -> Void
  ) {
    raw(",\"\(name)\":[")
    for (index, element) in elements.enumerated() {
      if 0 < index { raw(",") }
      write(element, &self)
    }
    raw("]")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
