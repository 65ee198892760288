import Source
import Values

/// Numbers in texts, as Python's `int` and `float` read them.
enum NumeralText {
  /// The whole number that the text says, decimals cut off; nil if it says none.
  static func integer(_ text: String, base: Int = 10) throws(Fault) -> Int64? {
    let trimmed = trimmed(text)
    if base == 0 {
      throw .refused(Wording(zh: "`int` 的 base 要写明", en: "`int` wants to know the base"))
    }
    if 2...36 ~= base, let whole = try whole(trimmed, base: base) { return whole }
    return try truncated(trimmed)
  }

  private static func trimmed(_ text: String) -> ArraySlice<Unicode.Scalar> {
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first, first.isPythonSpace { rest.removeFirst() }
    while let last = rest.last, last.isPythonSpace { rest.removeLast() }
    return rest
  }

  /// Digits of any script, with single `_` between them; nil if there is anything else.
  private static func whole(_ text: ArraySlice<Unicode.Scalar>, base: Int) throws(Fault) -> Int64? {
    var rest = text
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    dropPrefix(&rest, of: base)
    var value: Int64 = 0
    var overflows = false
    var followsDigit = false
    while let scalar = rest.popFirst() {
      if scalar == "_", followsDigit {
        followsDigit = false
        continue
      }
      guard let digit = digit(scalar), digit < base else { return nil }
      followsDigit = true
      let (product, tooLarge) = value.multipliedReportingOverflow(by: Int64(base))
      let (sum, carry) = product.addingReportingOverflow(Int64(isNegative ? -digit : digit))
      overflows = overflows || tooLarge || carry
      value = sum
    }
    guard followsDigit else { return nil }
    guard !overflows else { throw .arithmetic(.overflow) }
    return value
  }

  /// Steps over `0x`, `0o` or `0b`, where it is that of the base.
  private static func dropPrefix(_ rest: inout ArraySlice<Unicode.Scalar>, of base: Int) {
    let letters: [Int: [Unicode.Scalar]] = [16: ["x", "X"], 8: ["o", "O"], 2: ["b", "B"]]
    guard rest.first == "0", let letter = rest.dropFirst().first,
      letters[base]?.contains(letter) == true
    else { return }
    rest.removeFirst(2)
    if rest.first == "_" { rest.removeFirst() }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.properties.numericType == .decimal {
      return scalar.properties.numericValue.map { Int($0) }
    }
    switch scalar.value {
    case 0x41...0x5A: return Int(scalar.value) - 0x41 + 10
    case 0x61...0x7A: return Int(scalar.value) - 0x61 + 10
    default: return nil
    }
  }

  /// What `int(float(text))` gives, by way of binary floating point as there.
  private static func truncated(_ text: ArraySlice<Unicode.Scalar>) throws(Fault) -> Int64? {
    guard let plain = plainFloat(text), let number = Double(plain) else { return nil }
    guard number.isFinite else { return nil }
    guard let whole = Int64(exactly: number.rounded(.towardZero)) else {
      throw .arithmetic(.overflow)
    }
    return whole
  }

  /// The number in the form that Swift reads, or nil if Python would not read it.
  private static func plainFloat(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    var plain = ""
    var rest = text
    if rest.first == "-" || rest.first == "+" {
      plain.unicodeScalars.append(rest.removeFirst())
    }
    let whole = digits(&rest)
    var fraction = ""
    if rest.first == "." {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    plain += (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction)
    guard rest.first == "e" || rest.first == "E" else { return rest.isEmpty ? plain : nil }
    rest.removeFirst()
    plain += "e"
    if rest.first == "-" || rest.first == "+" {
      plain.unicodeScalars.append(rest.removeFirst())
    }
    let exponent = digits(&rest)
    return exponent.isEmpty || !rest.isEmpty ? nil : plain + exponent
  }

  /// Digits with single `_` between them, as ASCII.
  private static func digits(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    while let scalar = rest.first {
      let isJoint = scalar == "_" && !text.isEmpty
      let next = isJoint ? rest.dropFirst().first : scalar
      guard let next, next.properties.numericType == .decimal, let digit = digit(next) else {
        break
      }
      text += "\(digit)"
      rest.removeFirst(isJoint ? 2 : 1)
    }
    return text
  }
}
