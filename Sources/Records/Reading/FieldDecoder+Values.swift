import Kinds
import Language
import Source
import Values
import YAML

// One value, as its field's type reads it.
extension FieldDecoder {
  mutating func value(_ node: YAMLTree.Node, _ field: FieldLayout, _ path: NodePath) -> Value {
    value(node, field.declaration.type, field, path)
  }

  private mutating func value(
    _ node: YAMLTree.Node, _ type: FieldType, _ field: FieldLayout, _ path: NodePath
  ) -> Value {
    switch type {
    case .list(let element): return list(node, element, field, path)
    case .mapping: return mapping(node, field, path)
    case .openMap(let element): return openMap(node, element, field, path)
    case .span: return .unreadable
    default: break
    }
    guard node.kind == .scalar else {
      report(.scalarWanted(node, path))
      return .unreadable
    }
    return scalar(node, type, path)
  }

  private mutating func list(
    _ node: YAMLTree.Node, _ element: FieldType, _ field: FieldLayout, _ path: NodePath
  ) -> Value {
    guard node.kind == .sequence else {
      report(.listWanted(node, path))
      return .unreadable
    }
    var values: [Value] = []
    for (index, child) in node.entriesOfList {
      values.append(value(child, element, field, path.element(index)))
    }
    // A list with a hole cannot be counted or added up.
    if values.contains(where: { $0.marks.contains(.unreadable) }) { return .unreadable }
    return arena.list(values)
  }

  private mutating func mapping(_ node: YAMLTree.Node, _ field: FieldLayout, _ path: NodePath)
    -> Value
  {
    guard node.kind == .mapping else {
      let slips = node.slipsIfMappingWasMeant
      if slips.isEmpty { report(.mappingWanted(node, field, path)) } else { report(slips) }
      return .unreadable
    }
    let cells = arena.cells(field.nested.count)
    decode(Scope(node: node, path: path, start: node.location), field.nested, into: cells)
    return Value(record: cells)
  }

  private mutating func openMap(
    _ node: YAMLTree.Node, _ element: FieldType, _ field: FieldLayout, _ path: NodePath
  ) -> Value {
    guard node.kind == .mapping else {
      report(.mappingWanted(node, field, path))
      return .unreadable
    }
    var entries: [Value] = []
    for (key, child) in node.entries where !key.isRepeated {
      let value = self.value(child, element, field, path.key(key.text))
      entries += [arena.text(key.bytes), value]
    }
    return arena.list(entries, tag: .map)
  }

  private mutating func scalar(_ node: YAMLTree.Node, _ type: FieldType, _ path: NodePath) -> Value
  {
    guard !hidesSomething(node, path) else { return .unreadable }
    switch type {
    case .line: return text(node, isLine: true, path)
    case .text: return text(node, isLine: false, path)
    case .choice(let words): return choice(node, words, path)
    case .reference(let kind): return reference(node, to: kind, path)
    case .file: return attachment(node, path)
    case .url: return url(node, path)
    case .creditCode, .phone: return checkedText(node, type, path)
    default: break
    }
    do throws(Malformed) {
      return try Self.number(node, type)
    } catch {
      report(.malformed(node, type, error, path))
      return .unreadable
    }
  }

  /// Numbers, dates and periods: exact, or refused with a reason.
  private static func number(_ node: YAMLTree.Node, _ type: FieldType) throws(Malformed) -> Value {
    let bytes = node.bytes
    let text = bytes.span
    switch type {
    case .yesNo: return Value(try YesNo(reading: text).value)
    case .count: return Value(try Count(reading: text).value)
    case .decimal: return Value(try Decimal(reading: text))
    case .money: return Value(try Money(reading: text).yuan)
    case .price: return Value(try UnitPrice(reading: text).yuan)
    case .area: return Value(try Area(reading: text).squareMetres)
    case .percent: return Value(try Percent(reading: text).number)
    case .date: return Value(try CivilDate(reading: text))
    case .time: return Value(try ClockTime(reading: text))
    case .dateTime: return Value(try DateTime(reading: text))
    case .period(nil): return Value(try Period(reading: text))
    case .period(let kind?): return Value(try Period(reading: text, as: kind))
    default: throw .notANumber
    }
  }

  /// Whether an escape such as `\u202E` has brought in what no text may hold; the file's own bytes
  /// have been looked at before.
  private mutating func hidesSomething(_ node: YAMLTree.Node, _ path: NodePath) -> Bool {
    guard !node.isTextInSource,
      let hidden = HiddenCharacter.find(in: node.bytes).first(where: \.isRefusedEverywhere)
    else { return false }
    report(hidden.diagnostic(at: node.location, severity: .error, key: path.description))
    return true
  }

  private mutating func text(_ node: YAMLTree.Node, isLine: Bool, _ path: NodePath) -> Value {
    let bytes = node.bytes
    let hidden = HiddenCharacter.find(in: bytes).filter { !$0.isRefusedEverywhere }
    if let first = hidden.first {
      let range = node.range(ofText: first.range.lower..<first.range.upper)
      report(
        first.diagnostic(
          at: Location(file, range), severity: isLine ? .error : .warning,
          key: path.description))
      if isLine { return .unreadable }
    }
    let trimmed = Self.trimmed(bytes)
    if isLine, trimmed.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      report(.oneLineWanted(node, path))
      return .unreadable
    }
    guard !trimmed.isEmpty else { return .absent }
    if let normalized = UnicodeText.normalized(trimmed.span) { return arena.text(normalized) }
    return arena.text(trimmed)
  }

  /// Without spaces at both ends, full-width ones included.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    let wide: [UInt8] = [0xE3, 0x80, 0x80]
    while true {
      if let first = rest.first, spaces.contains(first) {
        rest.removeFirst()
      } else if rest.starts(with: wide) {
        rest.removeFirst(3)
      } else if let last = rest.last, spaces.contains(last) {
        rest.removeLast()
      } else if rest.suffix(3).elementsEqual(wide) {
        rest.removeLast(3)
      } else {
        return rest
      }
    }
  }

  private mutating func choice(_ node: YAMLTree.Node, _ words: [ChoiceWord], _ path: NodePath)
    -> Value
  {
    let written = String(decoding: Self.trimmed(node.bytes), as: UTF8.self)
    let index = words.firstIndex { $0.word == written || $0.chinese == written }
    if let index { return Value(choice: index) }
    report(.unknownChoice(node, written, words, path))
    return .unreadable
  }

  private mutating func reference(_ node: YAMLTree.Node, to kind: String, _ path: NodePath) -> Value
  {
    let text = UnicodeText.normalized(String(decoding: Self.trimmed(node.bytes), as: UTF8.self))
    return unresolved(PendingText(text: text, kind: kind, key: path.description, place: node.range))
  }

  private mutating func url(_ node: YAMLTree.Node, _ path: NodePath) -> Value {
    let bytes = Self.trimmed(node.bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    guard WebAddress.isAcceptable(text) else {
      report(.notAWebAddress(node, path))
      return .unreadable
    }
    return arena.text(bytes)
  }

  private mutating func checkedText(_ node: YAMLTree.Node, _ type: FieldType, _ path: NodePath)
    -> Value
  {
    do throws(Malformed) {
      let bytes = node.bytes
      if case .phone = type {
        _ = try PhoneNumber(reading: bytes.span)
        return text(node, isLine: true, path)
      }
      return arena.text(try CreditCode(reading: bytes.span).description)
    } catch {
      report(.malformed(node, type, error, path))
      return .unreadable
    }
  }
}

extension YAMLTree.Node {
  /// The elements of a list that are not left empty, each with its place in the list.
  var entriesOfList: [(index: Int, node: YAMLTree.Node)] {
    elements.enumerated().compactMap { $1.isBlank ? nil : ($0, $1) }
  }

  /// Whether nothing is written here, or nothing but spaces in quotes.
  var isBlank: Bool { kind == .scalar && FieldDecoder.trimmed(bytes).isEmpty }
}
