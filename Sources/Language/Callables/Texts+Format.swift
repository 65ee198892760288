import Source
import Values

// `format` and `filesizeformat`.
extension Callable {
  /// Values put into the places of a pattern: `'%s，%05.2f'|format(name, share)`.
  ///
  /// The pattern must be written out, so that its places are checked against the values. Decimals
  /// are rounded half up, as `round` does.
  static let format = Callable("format", parameters: places(20)) { call in
    guard let input = call.presentInput else { return nil }
    guard case .constant(.string(let text)) = input.form, input.type == .string else {
      return call.fail(.literalWanted("format", at: input.place))
    }
    guard let pattern = FormatPattern(text) else {
      return call.fail(.unknownPlace(in: text, at: input.place))
    }
    let given = call.unnamed
    guard given.count == pattern.slots.count else {
      return call.fail(
        .placesAndValues(pattern.slots.count, given.count, at: call.place))
    }
    var values: [CheckedExpression] = []
    for (slot, expression) in zip(pattern.slots, given) {
      guard let value = call.value(of: expression, in: slot) else { return nil }
      values.append(value)
    }
    return call.result(.string, values) { machine, arguments throws(Fault) in
      var text = ""
      var next = 0
      for piece in pattern.pieces {
        switch piece {
        case .text(let plain): text += plain
        case .slot(let slot):
          text += try slot.text(of: arguments[next])
          next += 1
        }
      }
      return machine.scratch.text(text)
    }
  }

  /// A number of bytes as people read it: 13.0 kB, or 12.7 KiB if `binary`.
  static let fileSize = Callable("filesizeformat", "binary?") { call in
    guard let input = call.presentInput, let isBinary = call.truth("binary") else { return nil }
    guard input.type == .int else { return call.wrongInput() }
    return call.result(.string, [input, isBinary]) { machine, arguments throws(Fault) in
      let text = FileSize.text(of: arguments[0].integer, isBinary: arguments[1].isTrue)
      return machine.scratch.text(text)
    }
  }
}

extension CallSite {
  /// The value for one place of a pattern, or nil after a finding.
  fileprivate func value(of expression: Expression, in slot: FormatPattern.Slot)
    -> CheckedExpression?
  {
    let value = checker.requirePresent(checker.check(expression))
    guard value.type != .unknown else { return nil }
    if slot.conversion == "s", value.type != .html {
      guard checker.requirePrintable(value).type != .unknown else { return nil }
      return CheckedExpression(.string, .text([value]), at: value.place)
    }
    let fits =
      switch slot.conversion {
      // HTML would be escaped a second time.
      case "s": false
      case "f", "F": value.type.isNumber
      case "x", "X", "o": value.type == .int
      default: value.type == .int || value.type == .decimal
      }
    guard fits else {
      return fail(
        .operand("%\(slot.conversion)", checker.name(of: value.type), at: value.place))
    }
    return value
  }
}

/// The sizes of files as Jinja writes them.
///
/// It divides in binary floating point, which gives the same on every machine, because its last
/// digit depends on it.
enum FileSize {
  static func text(of bytes: Int64, isBinary: Bool) -> String {
    let base: Double = isBinary ? 1024 : 1000
    let size = Double(bytes)
    if bytes == 1 { return "1 Byte" }
    if size < base { return "\(bytes) Bytes" }
    var unit = base * base
    var prefix = ""
    for letter in ["k", "M", "G", "T", "P", "E"] {
      prefix = letter
      if size < unit { break }
      unit *= base
    }
    let number = tenths(base * size / unit)
    let name = isBinary ? prefix.uppercased() + "i" : prefix
    return "\(number / 10).\(number % 10) \(name)B"
  }

  /// A number from 1 to 1024 in tenths, from the middle to the even one, as it is held exactly.
  private static func tenths(_ number: Double) -> Int {
    let bits = number.significandBitPattern | 1 << 52
    let shift = 52 - UInt64(number.exponent)
    let (whole, rest) = ((bits * 10) >> shift, (bits * 10) & (1 << shift - 1))
    let half: UInt64 = 1 << (shift - 1)
    return Int(whole) + (half < rest || rest == half && whole & 1 == 1 ? 1 : 0)
  }
}
