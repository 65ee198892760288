import HTML
import Source
import Values

// `tojson`: a value as JSON that may stand inside a data script or an attribute.
extension Callable {
  static let toJSON = Callable("tojson") { call in
    guard let input = call.input else { return nil }
    guard let shape = JSONShape(input.type, in: call) else {
      return call.fail(.notPrintable(call.checker.name(of: input.type), at: input.place, help: []))
    }
    return call.result(.html, [input]) { machine, arguments throws(Fault) in
      var output: [UInt8] = []
      shape.append(arguments[0], machine, to: &output)
      return machine.scratch.text(output, tag: .html)
    }
  }
}

/// How values of a type are written as JSON.
indirect enum JSONShape: Sendable {
  case bool, number, text
  case styled(Instruction.Style)
  case words([String])
  case list(JSONShape)
  case map(JSONShape)
  /// An object of data as its map, which lies in the cell `slot`.
  case object(slot: Int, JSONShape)

  init?(_ type: Type, in call: CallSite) {
    switch type {
    case .bool: self = .bool
    case .int, .decimal: self = .number
    case .string, .url, .asset, .none: self = .text
    case .money, .price, .area, .percent: self = .styled(.number)
    case .date: self = .styled(.date)
    case .time: self = .styled(.time)
    case .dateTime: self = .styled(.dateTime)
    case .period: self = .styled(.period)
    case .choice(let id): self = .words(call.checker.schema[id].choices.map(\.word))
    case .optional(let inner):
      guard let shape = JSONShape(inner, in: call) else { return nil }
      self = shape
    case .list(.unknown): self = .list(.text)
    case .list(let element):
      guard let shape = JSONShape(element, in: call) else { return nil }
      self = .list(shape)
    case .record(let id):
      let shape = call.checker.schema[id]
      guard let element = shape.mapElement, let inner = JSONShape(element, in: call) else {
        return nil
      }
      self = .object(slot: shape.mapSlot, inner)
    case .map(let value):
      guard let shape = JSONShape(value, in: call) else { return nil }
      self = .map(shape)
    default: return nil
    }
  }

  func append(_ value: Value, _ machine: Machine, to output: inout [UInt8]) {
    guard !value.isAbsent else {
      output += Array("null".utf8)
      return
    }
    switch self {
    case .bool: output += Array((value.isTrue ? "true" : "false").utf8)
    case .number: value.decimal.appendText(to: &output)
    case .text: Self.append(text: value.string, to: &output)
    case .styled(let style): Self.append(text: machine.text(of: value, style).string, to: &output)
    case .words(let words): Self.append(text: words[Int(value.bits)], to: &output)
    case .list(let shape):
      output.append(UInt8(ascii: "["))
      for (index, element) in value.elements.enumerated() {
        if index > 0 { output += Array(", ".utf8) }
        shape.append(element, machine, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .map(let shape): Self.append(map: value, of: shape, machine, to: &output)
    case .object(let slot, let shape):
      Self.append(map: value.cells[slot], of: shape, machine, to: &output)
    }
  }

  private static func append(
    map: Value, of shape: JSONShape, _ machine: Machine, to output: inout [UInt8]
  ) {
    let entries = map.elements
    // Jinja sorts the keys.
    let order = stride(from: 0, to: entries.count, by: 2).sorted {
      Machine.order(texts: entries[$0].text, entries[$1].text) < 0
    }
    output.append(UInt8(ascii: "{"))
    for (position, index) in order.enumerated() {
      if position > 0 { output += Array(", ".utf8) }
      Self.append(text: entries[index].string, to: &output)
      output += Array(": ".utf8)
      shape.append(entries[index + 1], machine, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  /// As Python writes it, with `< > & '` and what ends a script's line as escapes.
  static func append(text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += Array("\\\"".utf8)
      case "\\": output += Array("\\\\".utf8)
      case "\n": output += Array("\\n".utf8)
      case "\r": output += Array("\\r".utf8)
      case "\t": output += Array("\\t".utf8)
      case "\u{8}": output += Array("\\b".utf8)
      case "\u{C}": output += Array("\\f".utf8)
      case "<", ">", "&", "'", "\u{0}"..."\u{1F}", "\u{7F}"...:
        for unit in String(scalar).utf16 { append(escape: unit, to: &output) }
      default: output += Array(String(scalar).utf8)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(escape unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output += Array("\\u".utf8)
    output += Array(String(repeating: "0", count: 4 - digits.count).utf8)
    output += Array(digits.utf8)
  }
}
