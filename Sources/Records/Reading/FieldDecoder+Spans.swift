import Kinds
import Language
import Source
import Values
import YAML

// Spans: { from 起, to 止 } or { from 起, days 天数 }, counted by 民法典 201 and 203.
extension FieldDecoder {
  private static let keys: [(english: String, chinese: String)] = [
    ("from", "起"), ("to", "止"), ("days", "天数"),
  ]

  mutating func span(
    _ node: YAMLTree.Node, _ field: FieldLayout, _ path: NodePath, beside fields: [FieldLayout],
    in cells: Cells
  ) -> Value {
    guard node.kind == .mapping else {
      let slips = node.slipsIfMappingWasMeant
      if slips.isEmpty { report(.spanWanted(node, path)) } else { report(slips) }
      return .unreadable
    }
    guard let parts = parts(of: node, path) else { return .unreadable }
    guard let first = first(parts, node, field, path, beside: fields, in: cells) else {
      return .unreadable
    }
    if let (to, toPath) = parts["to"] {
      guard parts["days"] == nil else {
        report(.toAndDays(node, path))
        return .unreadable
      }
      guard let last = date(to, toPath) else { return .unreadable }
      return Value(first: first, last: last)
    }
    guard let (days, daysPath) = parts["days"] else {
      report(.spanWithoutEnd(node, path))
      return .unreadable
    }
    return counted(days, daysPath, from: first)
  }

  private mutating func parts(of node: YAMLTree.Node, _ path: NodePath)
    -> [String: (node: YAMLTree.Node, path: NodePath)]?
  {
    var parts: [String: (node: YAMLTree.Node, path: NodePath)] = [:]
    var isSound = true
    for (key, value) in node.entries where !key.isRepeated {
      let known = Self.keys.first { key.reads($0.english) || key.reads($0.chinese) }
      guard let known else {
        let names = Self.keys.flatMap { [$0.chinese, $0.english] }
        report(
          .unknownKey(
            key, near: NearMiss.of(key.text, among: names), isMissing: false, path: path,
            file: file))
        isSound = false
        continue
      }
      if !value.isBlank { parts[known.english] = (value, path.key(key.text)) }
    }
    return isSound ? parts : nil
  }

  private mutating func first(
    _ parts: [String: (node: YAMLTree.Node, path: NodePath)], _ node: YAMLTree.Node,
    _ field: FieldLayout, _ path: NodePath, beside fields: [FieldLayout], in cells: Cells
  ) -> CivilDate? {
    if let (from, fromPath) = parts["from"] { return date(from, fromPath) }
    guard let name = field.declaration.defaultFrom,
      let other = fields.first(where: { $0.declaration.name == name })
    else {
      report(.spanWithoutStart(node, path))
      return nil
    }
    // An unreadable date has been reported at its own place.
    let value = cells[other.slot]
    return value.tag == .date ? value.date : nil
  }

  private mutating func date(_ node: YAMLTree.Node, _ path: NodePath) -> CivilDate? {
    guard node.kind == .scalar else {
      report(.scalarWanted(node, path))
      return nil
    }
    do throws(Malformed) {
      let bytes = node.bytes
      return try CivilDate(reading: bytes.span)
    } catch {
      report(.malformed(node, .date, error, path))
      return nil
    }
  }

  private mutating func counted(_ node: YAMLTree.Node, _ path: NodePath, from first: CivilDate)
    -> Value
  {
    do throws(Malformed) {
      let bytes = node.bytes
      let days = try Count(reading: bytes.span).value
      guard days <= 3660 else { throw .overflow }
      return Value(try DateSpan(from: first, days: Int(days), calendar: rulebook.calendar))
    } catch {
      report(.malformed(node, .count, error, path))
      return .unreadable
    }
  }
}
