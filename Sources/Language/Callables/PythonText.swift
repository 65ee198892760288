// What Python does to texts where Swift's own would do another thing.
extension String {
  /// In small letters; a Σ that ends a word becomes ς, as in Python.
  var lowercasedAsInPython: String {
    guard unicodeScalars.contains("Σ") else { return lowercased() }
    let scalars = Array(unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let isFinal =
        scalar == "Σ" && Self.ends(scalars[..<index].reversed())
        && !Self.ends(scalars[(index + 1)...])
      result += isFinal ? "ς" : scalar.properties.lowercaseMapping
    }
    return result
  }

  /// Whether the first character that is not passed over has a case.
  private static func ends(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.first { !$0.properties.isCaseIgnorable }?.properties.isCased ?? false
  }

  /// The lines as `splitlines` cuts them: a line break at the end begins no further line.
  var linesAsInPython: [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isOpen = false
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
        lines.append(String(line))
        line = String.UnicodeScalarView()
        isOpen = false
      default:
        line.append(scalar)
        isOpen = true
      }
    }
    return isOpen ? lines + [String(line)] : lines
  }
}

extension Unicode.Scalar {
  /// Whether `\w` matches it in Python: letters and numerals of any script, and `_`.
  var isPythonWord: Bool {
    if self == "_" { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return properties.numericType != nil
    }
  }
}
