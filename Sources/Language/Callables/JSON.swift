import HTML
import Source
import Values

// `tojson`: a value as JSON that may stand inside a data script or an attribute.
extension Callable {
  /// The value as JSON, in lines drawn in by `indent` spaces if that is given.
  static let toJSON = Callable("tojson", "indent?") { call in
    guard let input = call.input else { return nil }
    guard input.type != .unknown, let shape = JSONShape(input.type, in: call) else {
      return call.fail(.notPrintable(call.checker.name(of: input.type), at: input.place, help: []))
    }
    guard let indent = call.argument("indent", .int, else: Constant.none) else { return nil }
    return call.result(.html, [input, indent]) { machine, arguments throws(Fault) in
      let indent = arguments[1].isAbsent ? nil : try CallSite.room(arguments[1])
      var writer = JSONWriter(indent: indent)
      shape.append(arguments[0], machine, to: &writer)
      return machine.scratch.text(writer.output, tag: .html)
    }
  }
}

/// JSON as Python lays it out.
struct JSONWriter {
  let indent: Int?
  private(set) var output: [UInt8] = []
  private var depth = 0

  init(indent: Int?) {
    self.indent = indent
  }

  mutating func append(_ text: String) { output += Array(text.utf8) }

  /// Appends bytes that are JSON already.
  mutating func append(_ write: (inout [UInt8]) -> Void) { write(&output) }

  /// Appends a list or an object, whose parts `write` appends one by one.
  mutating func append(
    _ opening: String, _ closing: String, count: Int,
    _ write: (inout JSONWriter, Int) -> Void
  ) {
    append(opening)
    depth += 1
    for index in 0..<count {
      if 0 < index { append(indent == nil ? ", " : ",") }
      breakLine()
      write(&self, index)
    }
    depth -= 1
    if 0 < count { breakLine() }
    append(closing)
  }

  private mutating func breakLine() {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    output += Array(repeating: UInt8(ascii: " "), count: indent * depth)
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
  /// An object of data by its members, in the order of their names.
  case members([(name: String, slot: Int, shape: JSONShape)])
  /// The parts of a pair or group.
  case tuple([JSONShape])

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
    // What is always empty has no elements to write.
    case .list(.unknown): self = .list(.text)
    case .map(.unknown): self = .map(.text)
    case .list(let element):
      guard let shape = JSONShape(element, in: call) else { return nil }
      self = .list(shape)
    case .record(let id):
      guard let shape = JSONShape(call.checker.schema[id], in: call) else { return nil }
      self = shape
    case .map(let value):
      guard let shape = JSONShape(value, in: call) else { return nil }
      self = .map(shape)
    case .html: self = .styled(.html)
    default: return nil
    }
  }

  private init?(_ record: RecordShape, in call: CallSite) {
    if record.isTuple {
      let shapes = record.members.compactMap { JSONShape($0.type, in: call) }
      guard shapes.count == record.members.count else { return nil }
      self = .tuple(shapes)
    } else if let element = record.mapElement {
      guard let inner = JSONShape(element, in: call) else { return nil }
      self = .object(slot: record.mapSlot, inner)
    } else {
      // Which of its keys an object lacks is not known where they may be missing.
      guard record.isData, !record.members.contains(where: { $0.type.isOptional }) else {
        return nil
      }
      let members = record.members.enumerated().compactMap { slot, member in
        JSONShape(member.type, in: call).map { (name: member.name, slot: slot, shape: $0) }
      }
      guard members.count == record.members.count else { return nil }
      self = .members(
        members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }
  }

  func append(_ value: Value, _ machine: Machine, to writer: inout JSONWriter) {
    guard !value.isAbsent else { return writer.append("null") }
    switch self {
    case .bool: writer.append(value.isTrue ? "true" : "false")
    case .number: writer.append { value.decimal.appendText(to: &$0) }
    case .text: writer.append { Self.append(text: value.string, to: &$0) }
    case .styled(let style):
      let text = machine.text(of: value, style).string
      writer.append { Self.append(text: text, to: &$0) }
    case .words(let words): writer.append { Self.append(text: words[Int(value.bits)], to: &$0) }
    case .list(let shape):
      let elements = value.elements
      writer.append("[", "]", count: elements.count) { writer, index in
        shape.append(elements[index], machine, to: &writer)
      }
    case .tuple(let shapes):
      writer.append("[", "]", count: shapes.count) { writer, index in
        shapes[index].append(value.cells[index], machine, to: &writer)
      }
    case .map(let shape): Self.append(map: value, of: shape, machine, to: &writer)
    case .object(let slot, let shape):
      Self.append(map: value.cells[slot], of: shape, machine, to: &writer)
    case .members(let members):
      writer.append("{", "}", count: members.count) { writer, index in
        writer.append { Self.append(text: members[index].name, to: &$0) }
        writer.append(": ")
        members[index].shape.append(value.cells[members[index].slot], machine, to: &writer)
      }
    }
  }

  private static func append(
    map: Value, of shape: JSONShape, _ machine: Machine, to writer: inout JSONWriter
  ) {
    let entries = map.elements
    // Jinja sorts the keys.
    let order = stride(from: 0, to: entries.count, by: 2).sorted {
      Machine.order(texts: entries[$0].text, entries[$1].text) < 0
    }
    writer.append("{", "}", count: order.count) { writer, position in
      let index = order[position]
      writer.append { append(text: entries[index].string, to: &$0) }
      writer.append(": ")
      shape.append(entries[index + 1], machine, to: &writer)
    }
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
