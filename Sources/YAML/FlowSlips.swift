import Source

/// One `{ }` or `[ ]` that is open.
private struct FlowLevel {
  let isMapping: Bool
  /// Whether a colon was read and its value is due.
  var expectsValue = false
  /// How many plain or other elements were read.
  var elements = 0
  /// The plain value read last, with nothing but a comma since.
  var lastValue: SourceRange?
  /// The quoted text read last, with nothing after it yet.
  var lastQuoted: SourceRange?
  /// The finding that already speaks of that value.
  var cut: Int?
}

extension SlipScanner {
  /// Walks over a `{ }` or `[ ]`, over lines where need be, then to the next line.
  mutating func scanFlow() {
    let found = slips.count
    var levels: [FlowLevel] = []
    repeat {
      scanFlowSign(&levels)
    } while at < end && !levels.isEmpty && slips.count < Self.limit
    if !levels.isEmpty, slips.count < Self.limit {
      // The bracket is never closed, so whatever was found behind it is guesswork.
      slips.removeLast(slips.count - found)
      at = end
    }
    skipLine()
  }

  private mutating func scanFlowSign(_ levels: inout [FlowLevel]) {
    let sign = bytes[at]
    let top = levels.count - 1
    switch sign {
    case Self.space, Self.tab, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      at += 1
    case UInt8(ascii: "#") where isBlank(byte(at - 1)) || isBreak(byte(at - 1)):
      at = lineEnd(from: at)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if 0 <= top { levels[top].noteOther() }
      levels.append(FlowLevel(isMapping: sign == UInt8(ascii: "{")))
      at += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      checkListOfOne(levels.removeLast())
      at += 1
    case UInt8(ascii: ","):
      levels[top].expectsValue = false
      levels[top].lastQuoted = nil
      at += 1
    case UInt8(ascii: ":"):
      levels[top].expectsValue = true
      levels[top].lastValue = nil
      levels[top].lastQuoted = nil
      at += 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quoted = at
      _ = skipQuoted()
      levels[top].noteOther()
      levels[top].lastQuoted = SourceRange(quoted, at)
    case UInt8(ascii: "?") where isTokenEnd(at + 1):
      slips.append(Slip.complexKey(SourceRange(at, at + 1), in: file))
      at += 1
    default:
      scanFlowText(&levels[top])
    }
  }

  private mutating func scanFlowText(_ level: inout FlowLevel) {
    let start = at
    let text = SourceRange(start, flowTextEnd())
    if byte(at) == UInt8(ascii: "#"), !limits.allowsTrailingComments {
      slips.append(
        Slip.comment(SourceRange(at, lineEnd(from: at)), after: nil, in: file))
    }
    guard byte(at) == UInt8(ascii: ":") else { return finish(text, in: &level) }
    if level.expectsValue {
      if let comma = wideCommas(in: text).last {
        slips.append(Slip.fullWidthComma(comma, in: file))
      }
    } else {
      checkFlowKey(text)
    }
  }

  /// Goes behind a plain text inside brackets and says where its last word ends.
  private mutating func flowTextEnd() -> Int {
    var upper = at
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        return upper
      case UInt8(ascii: ":") where isTokenEnd(at + 1) || isFlowSign(byte(at + 1)):
        return upper
      case UInt8(ascii: "#") where isBlank(byte(at - 1)) || isBreak(byte(at - 1)):
        return upper
      case let byte where isBlank(byte) || isBreak(byte):
        at += 1
      default:
        at += 1
        upper = at
      }
    }
    return upper
  }

  private func isFlowSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private mutating func checkFlowKey(_ key: SourceRange) {
    if let slip = flowColonSlip(key, onlyWide: true) {
      slips.append(slip)
    } else if let spaces = wideSpaces(before: key.upper), key.lower < spaces.lower {
      slips.append(Slip.wideSpace(spaces, replacement: "", in: file))
    } else if let spaces = wideSpaces(at: key.lower) {
      slips.append(Slip.wideSpace(spaces, replacement: "", in: file))
    }
  }

  /// A plain text that no colon follows: a value, an element, or a key without a value.
  private mutating func finish(_ text: SourceRange, in level: inout FlowLevel) {
    guard level.isMapping, !level.expectsValue else {
      level.elements += 1
      level.lastValue = text
      level.cut = nil
      return
    }
    if let key = level.lastQuoted, let colon = wideColon(at: text.lower) {
      let key = file.text(in: key)
      let valueStart = valueStart(from: colon.upper)
      slips.append(
        Slip.fullWidthColon(colon, after: key, valueStart: valueStart, in: file))
      level.lastValue = nil
      return
    }
    if let slip = flowColonSlip(text, onlyWide: false) {
      slips.append(slip)
      level.lastValue = nil
      return
    }
    guard let value = level.lastValue else {
      slips.append(Slip.keyWithoutValue(text, in: file))
      return
    }
    let whole = value.joined(with: text)
    let slip = Slip.cutByComma(
      whole, key: file.text(in: text), isNumber: isGroupedNumber(whole), in: file)
    if let cut = level.cut {
      slips[cut] = slip
    } else {
      level.cut = slips.count
      slips.append(slip)
    }
    level.lastValue = whole
  }

  /// `类别：停车` or `类别:停车` as a key.
  private func flowColonSlip(_ text: SourceRange, onlyWide: Bool) -> Diagnostic? {
    var index = text.lower
    while index < text.upper {
      if let colon = wideColon(at: index), text.lower < index {
        let key = file.text(in: SourceRange(text.lower, blanksStart(before: index)))
        let valueStart = min(text.upper, valueStart(from: colon.upper))
        return Slip.fullWidthColon(colon, after: key, valueStart: valueStart, in: file)
      }
      let isTight =
        !onlyWide && bytes[index] == UInt8(ascii: ":") && text.lower < index
        && byte(index + 1) != UInt8(ascii: "/")
      if isTight {
        if let spaces = wideSpaces(at: index + 1) {
          return Slip.wideSpace(spaces, replacement: " ", in: file)
        }
        let key = file.text(in: SourceRange(text.lower, index))
        return Slip.missingSpace(at: index, after: key, in: file)
      }
      index += 1
    }
    return nil
  }

  /// Whether `range` reads as a number with commas before groups of three.
  private func isGroupedNumber(_ range: SourceRange) -> Bool {
    var digits = 0
    var hasComma = false
    for index in range.lower..<range.upper {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ","):
        guard hasComma ? digits == 3 : (1...3).contains(digits) else { return false }
        hasComma = true
        digits = 0
      case UInt8(ascii: "."), 0x80...:
        if hasComma, digits < 3 { return false }
      case UInt8(ascii: "-"): continue
      default: return false
      }
    }
    return hasComma && 3 <= digits
  }

  private mutating func checkListOfOne(_ level: FlowLevel) {
    guard !level.isMapping, level.elements == 1, let value = level.lastValue else { return }
    let commas = wideCommas(in: value)
    guard !commas.isEmpty else { return }
    slips.append(Slip.listOfOne(value, commas: commas, in: file))
  }
}

extension FlowLevel {
  /// Notes an element that is no plain text: quoted, or a collection of its own.
  fileprivate mutating func noteOther() {
    elements += 1
    lastValue = nil
    cut = nil
  }
}
