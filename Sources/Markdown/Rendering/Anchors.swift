/// The ids of a body's headings, each given once.
struct Anchors {
  private let prefix: String
  private var next: [String: Int] = [:]
  private var given: Set<String> = []

  /// Every id starts with `prefix` and `h-`, so that none can be one of the page's own.
  init(prefix: String) {
    self.prefix = prefix + "h-"
  }

  /// The id of a heading that reads `text`.
  mutating func anchor(for text: String) -> String {
    let name = prefix + Self.name(from: text)
    var anchor = name
    var number = next[name] ?? 1
    while !given.insert(anchor).inserted {
      number += 1
      anchor = "\(name)-\(number)"
    }
    next[name] = number
    return anchor
  }

  /// Letters and digits of any script stay, spaces become `-`, all else goes.
  private static func name(from text: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isKept(scalar) {
        name.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if scalar.properties.isWhitespace || scalar == "-", name.last != "-", !name.isEmpty {
        name.append("-")
      }
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? "section" : String(name)
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
