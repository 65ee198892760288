import Values

/// A text with places for values, as Python's `%` has them: `%s %d %05.2f`.
struct FormatPattern: Sendable {
  private(set) var pieces: [Piece] = []
  /// The places for values, in order.
  var slots: [Slot] {
    pieces.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
  }

  enum Piece: Sendable {
    case text(String)
    case slot(Slot)
  }

  /// How one value is written.
  struct Slot: Sendable {
    var isLeft = false
    var fillsWithZeros = false
    var showsPlus = false
    var leavesSpace = false
    var isAlternate = false
    var width = 0
    var precision: Int?
    var conversion: Unicode.Scalar = "s"
  }

  /// Nil where the text has a place that is not one of those above.
  init?(_ text: String) {
    var rest = text.unicodeScalars[...]
    var plain = ""
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        plain.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        plain += "%"
        continue
      }
      guard let slot = Self.slot(&rest) else { return nil }
      if !plain.isEmpty { pieces.append(.text(plain)) }
      plain = ""
      pieces.append(.slot(slot))
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
  }

  private static func slot(_ rest: inout Substring.UnicodeScalarView) -> Slot? {
    var slot = Slot()
    flags: while true {
      switch rest.first {
      case "-": slot.isLeft = true
      case "0": slot.fillsWithZeros = true
      case "+": slot.showsPlus = true
      case " ": slot.leavesSpace = true
      case "#": slot.isAlternate = true
      default: break flags
      }
      rest.removeFirst()
    }
    slot.width = number(&rest)
    if rest.first == "." {
      rest.removeFirst()
      slot.precision = number(&rest)
    }
    guard slot.width <= 1000, slot.precision ?? 0 <= 1000, let conversion = rest.popFirst(),
      "sdiufFxXo".unicodeScalars.contains(conversion)
    else { return nil }
    slot.conversion = conversion
    return slot
  }

  private static func number(_ rest: inout Substring.UnicodeScalarView) -> Int {
    var value = 0
    while let scalar = rest.first, 0x30...0x39 ~= scalar.value {
      value = min(100_000, value * 10 + Int(scalar.value - 0x30))
      rest.removeFirst()
    }
    return value
  }
}

extension FormatPattern.Slot {
  /// The value in its place; texts are already made of what `%s` prints.
  func text(of value: Value) throws(Fault) -> String {
    switch conversion {
    case "s": return padded(cut(value.string), sign: "")
    case "f", "F":
      let places = precision ?? 6
      var number = value.decimal
      if places < Int(number.scale) { number = try value.rounded(to: places, .halfUp).decimal }
      return padded(fraction(number, places: places), sign: sign(of: number))
    default:
      let whole = try value.rounded(to: 0, .down).integer
      let radix = conversion == "o" ? 8 : "xX".unicodeScalars.contains(conversion) ? 16 : 10
      var digits = String(whole.magnitude, radix: radix, uppercase: conversion == "X")
      digits = String(repeating: "0", count: max(0, (precision ?? 0) - digits.count)) + digits
      let mark = isAlternate && radix != 10 ? "0\(conversion)" : ""
      return padded(digits, sign: sign(of: Decimal(whole)) + mark)
    }
  }

  private func cut(_ text: String) -> String {
    guard let precision else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
  }

  private func fraction(_ number: Decimal, places: Int) -> String {
    var bytes: [UInt8] = []
    number.appendText(to: &bytes)
    if bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
    let missing = places - Int(number.scale)
    if number.scale == 0, 0 < places || isAlternate { bytes.append(UInt8(ascii: ".")) }
    bytes += Array(repeating: UInt8(ascii: "0"), count: max(0, missing))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sign(of number: Decimal) -> String {
    number.coefficient < 0 ? "-" : showsPlus ? "+" : leavesSpace ? " " : ""
  }

  private func padded(_ text: String, sign: String) -> String {
    let count = max(0, width - text.unicodeScalars.count - sign.unicodeScalars.count)
    if isLeft { return sign + text + String(repeating: " ", count: count) }
    if fillsWithZeros, conversion != "s" {
      return sign + String(repeating: "0", count: count) + text
    }
    return String(repeating: " ", count: count) + sign + text
  }
}
