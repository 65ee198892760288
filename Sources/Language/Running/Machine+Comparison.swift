import Values

extension Machine {
  /// Whether a value is true in a condition.
  static func truth(of value: Value) -> Bool {
    switch value.tag {
    case .absent: false
    case .bool: value.isTrue
    case .text, .html, .markdown, .list, .map: value.count != 0
    default: true
    }
  }

  /// Whether a relation, by its code, holds for an order below, at or above zero.
  @inline(__always)
  static func holds(_ relation: UInt32, _ order: Int) -> Bool {
    switch relation {
    case 0: order == 0
    case 1: order != 0
    case 2: order < 0
    case 3: order <= 0
    case 4: order > 0
    default: order >= 0
    }
  }

  @inline(__always)
  static func order(bits left: Value, _ right: Value) -> Int {
    left.integer < right.integer ? -1 : left.integer == right.integer ? 0 : 1
  }

  @inline(__always)
  static func order(numbers left: Value, _ right: Value) -> Int {
    if left.count == right.count { return order(bits: left, right) }
    return left.decimal == right.decimal ? 0 : left.decimal < right.decimal ? -1 : 1
  }

  /// By bytes, which for UTF-8 is by code points.
  static func order(texts left: TextBytes, _ right: TextBytes) -> Int {
    let count = min(left.count, right.count)
    var index = 0
    while index < count {
      let first = left[index]
      let second = right[index]
      if first != second { return first < second ? -1 : 1 }
      index += 1
    }
    return left.count - right.count
  }

  /// The order of two values of one type; absent ones come last.
  package static func order(_ left: Value, _ right: Value) -> Int {
    if left.isAbsent || right.isAbsent {
      return left.isAbsent == right.isAbsent ? 0 : left.isAbsent ? 1 : -1
    }
    switch left.tag {
    case .number: return order(numbers: left, right)
    case .text, .html: return order(texts: left.text, right.text)
    case .quotient:
      return left.quotient == right.quotient ? 0 : left.quotient < right.quotient ? -1 : 1
    case .list:
      return order(lists: left, right)
    default: return order(bits: left, right)
    }
  }

  private static func order(lists left: Value, _ right: Value) -> Int {
    let first = left.elements
    let second = right.elements
    for index in 0..<min(first.count, second.count) {
      let order = order(first[index], second[index])
      if order != 0 { return order }
    }
    return first.count - second.count
  }

  /// Whether two values of one type are the same, part by part.
  static func areEqual(_ left: Value, _ right: Value) -> Bool {
    if left.isAbsent || right.isAbsent { return left.isAbsent && right.isAbsent }
    switch left.tag {
    case .list: return areListsEqual(left, right)
    case .map: return areMapsEqual(left, right)
    default: return order(left, right) == 0
    }
  }

  private static func areListsEqual(_ left: Value, _ right: Value) -> Bool {
    let first = left.elements
    let second = right.elements
    guard first.count == second.count else { return false }
    return first.indices.allSatisfy { areEqual(first[$0], second[$0]) }
  }

  private static func areMapsEqual(_ left: Value, _ right: Value) -> Bool {
    guard left.count == right.count else { return false }
    let entries = left.elements
    return stride(from: 0, to: entries.count, by: 2).allSatisfy { index in
      guard let other = value(of: entries[index], in: right) else { return false }
      return areEqual(entries[index + 1], other)
    }
  }

  /// The value of a key in a map.
  static func value(of key: Value, in map: Value) -> Value? {
    let entries = map.elements
    for index in stride(from: 0, to: entries.count, by: 2)
    where order(texts: entries[index].text, key.text) == 0 {
      return entries[index + 1]
    }
    return nil
  }

  /// Equality of values that may be absent or deep, the order of quotients, and membership.
  static func compare(_ left: Value, _ right: Value, _ relation: UInt32) -> Bool {
    switch relation {
    case 0: areEqual(left, right)
    case 1: !areEqual(left, right)
    case 6: contains(right, left)
    case 7: !contains(right, left)
    default: holds(relation, order(left, right))
    }
  }

  private static func contains(_ container: Value, _ element: Value) -> Bool {
    switch container.tag {
    case .list: return container.elements.contains { areEqual($0, element) }
    case .map: return value(of: element, in: container) != nil
    default: return find(element.text, in: container.text) != nil
    }
  }

  /// Where `part` first stands in `text`.
  static func find(_ part: TextBytes, in text: TextBytes, from start: Int = 0) -> Int? {
    guard part.count <= text.count else { return nil }
    guard !part.isEmpty else { return start }
    for index in stride(from: start, through: text.count - part.count, by: 1)
    where part.indices.allSatisfy({ text[index + $0] == part[$0] }) {
      return index
    }
    return nil
  }
}
