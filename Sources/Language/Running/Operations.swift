import Values

/// What operators and literals do that is no instruction of its own.
enum Operations {
  /// The element at a place, counted from the end where it is negative.
  static let element: Implementation = { _, arguments throws(Fault) in
    let elements = arguments[0].elements
    let count = elements.count
    let position = Int(arguments[1].integer)
    let index = position < 0 ? count + position : position
    guard 0 <= index, index < count else { throw .indexOutOfRange }
    return elements[index]
  }

  /// The part at `position` of a list that must have `count` elements.
  static func part(_ position: Int, of count: Int) -> Implementation {
    { _, arguments throws(Fault) in
      let elements = arguments[0].elements
      guard elements.count == count else { throw .indexOutOfRange }
      return elements[position]
    }
  }

  /// The element of a list that has none.
  static let missing: Implementation = { _, _ throws(Fault) in throw .indexOutOfRange }

  /// The value of a key, or nothing.
  static let value: Implementation = { _, arguments throws(Fault) in
    Machine.value(of: arguments[1], in: arguments[0]) ?? .absent
  }

  /// The value of a key, which the map must have.
  static let requiredValue: Implementation = { _, arguments throws(Fault) in
    guard let value = Machine.value(of: arguments[1], in: arguments[0]) else {
      throw .indexOutOfRange
    }
    return value
  }

  /// One character of a text.
  static let character: Implementation = { machine, arguments throws(Fault) in
    let scalars = Array(arguments[0].string.unicodeScalars)
    let position = Int(arguments[1].integer)
    let index = position < 0 ? scalars.count + position : position
    guard scalars.indices.contains(index) else { throw .indexOutOfRange }
    return machine.scratch.text(String(scalars[index]))
  }

  static let slice: Implementation = { machine, arguments throws(Fault) in
    let elements = arguments[0].elements
    let bounds = bounds(arguments[1], arguments[2], count: elements.count)
    return machine.scratch.list(elements[bounds])
  }

  static let substring: Implementation = { machine, arguments throws(Fault) in
    let scalars = Array(arguments[0].string.unicodeScalars)
    let bounds = bounds(arguments[1], arguments[2], count: scalars.count)
    return machine.scratch.text(String(String.UnicodeScalarView(scalars[bounds])))
  }

  /// Python's slice bounds: from the end where negative, and never out of range.
  private static func bounds(_ from: Value, _ to: Value, count: Int) -> Range<Int> {
    func place(_ bound: Value, else missing: Int) -> Int {
      guard !bound.isAbsent else { return missing }
      let position = Int(bound.integer)
      return min(max(position < 0 ? count + position : position, 0), count)
    }
    let lower = place(from, else: 0)
    return lower..<max(lower, place(to, else: count))
  }

  static let joinLists: Implementation = { machine, arguments throws(Fault) in
    machine.scratch.list(Array(arguments[0].elements) + Array(arguments[1].elements))
  }

  /// The element of a list at a place, beginning anew behind the last.
  static let cycled: Implementation = { _, arguments throws(Fault) in
    let elements = arguments[0].elements
    return elements[Int(arguments[1].integer) % elements.count]
  }
}
