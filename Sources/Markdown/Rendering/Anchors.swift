/// The ids of a body's headings, each given once.
struct Anchors {
  private let prefix: [UInt8]
  /// The number last put after each id given, 1 for none; by bytes, as ids are compared.
  private var given: [[UInt8]: Int] = [:]

  /// Every id starts with `prefix` and `h-`, so that none can be one of the page's own.
  init(prefix: String) {
    self.prefix = Array((prefix + "h-").utf8)
  }

  /// The id of a heading that reads `text`.
  mutating func anchor(for text: String) -> [UInt8] {
    let name = prefix + Self.name(from: text)
    guard var number = given[name] else {
      given[name] = 1
      return name
    }
    var anchor = name
    while given[anchor] != nil {
      number += 1
      anchor = name + Array("-\(number)".utf8)
    }
    given[name] = number
    given[anchor] = 1
    return anchor
  }

  /// Letters and digits of any script stay, spaces become `-`, all else goes.
  private static func name(from text: String) -> [UInt8] {
    let dash = UInt8(ascii: "-")
    var name: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isIdeograph(scalar) {
        name += String(scalar).utf8
      } else if isKept(scalar) {
        name += Array(scalar.properties.lowercaseMapping.utf8)
      } else if scalar == "-" || scalar.properties.isWhitespace, !name.isEmpty, name.last != dash {
        name.append(dash)
      }
    }
    while name.last == dash { name.removeLast() }
    return name.isEmpty ? Array("section".utf8) : name
  }

  /// Most scalars of most headings, told without the tables of Unicode.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return scalar == "_"
    }
  }
}
