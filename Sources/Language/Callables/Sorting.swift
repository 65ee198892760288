import Source
import Values

// Filters that need an order.
extension Callable {
  static let sort = Callable(
    "sort", "reverse?", "case_sensitive?", "attribute?", "collate?"
  ) { call in
    guard let (list, element) = call.listInput,
      let keys = call.mapped(list, element, attribute: "attribute"),
      let isReversed = call.flag("reverse"), let isCaseSensitive = call.flag("case_sensitive"),
      case .list(let key) = keys.type, call.isOrdered(key)
    else { return nil }
    let folds = key.present == .string && !isCaseSensitive
    let isNatural = call.has("collate")
    if isNatural, let (name, place) = call.literal("collate"), name != "natural" {
      return call.fail(
        .unknownArgument(name, of: "collate", among: ["natural"], at: place))
    }
    return call.result(list.type, [list, keys]) { machine, arguments throws(Fault) in
      let elements = arguments[0].elements
      let keys = SortKeys(arguments[1].elements, foldingCase: folds, natural: isNatural)
      return machine.scratch.list(keys.sorted(reversed: isReversed).map { elements[$0] })
    }
  }

  static let minimum = extreme("min", wantsLargest: false)
  static let maximum = extreme("max", wantsLargest: true)

  private static func extreme(_ name: String, wantsLargest: Bool) -> Callable {
    Callable(name, "case_sensitive?", "attribute?") { call in
      guard let (list, element) = call.listInput,
        let keys = call.mapped(list, element, attribute: "attribute"),
        let isCaseSensitive = call.flag("case_sensitive"), case .list(let key) = keys.type,
        call.isOrdered(key)
      else { return nil }
      let folds = key.present == .string && !isCaseSensitive
      return call.result(element, [list, keys]) { _, arguments throws(Fault) in
        let elements = arguments[0].elements
        let keys = SortKeys(arguments[1].elements, foldingCase: folds)
        guard var best = elements.indices.first else { throw .indexOutOfRange }
        for index in elements.indices {
          let order = keys.order(index, best)
          if wantsLargest ? 0 < order : order < 0 { best = index }
        }
        return elements[best]
      }
    }
  }

  /// Whether the values stand in ascending order.
  static let ascending = Callable("ascending", "attribute?") { call in
    guard let (list, element) = call.listInput,
      let keys = call.mapped(list, element, attribute: "attribute"),
      case .list(let key) = keys.type, call.isOrdered(key)
    else { return nil }
    return call.result(.bool, [keys]) { _, arguments throws(Fault) in
      let keys = arguments[0].elements.filter { !$0.isAbsent }
      return Value(zip(keys, keys.dropFirst()).allSatisfy { Machine.order($0, $1) <= 0 })
    }
  }

  /// The elements with one attribute in common, ordered by it.
  static let groupBy = Callable("groupby", "attribute") { call in
    guard let (list, element) = call.listInput,
      let keys = call.mapped(list, element, attribute: "attribute"),
      case .list(let key) = keys.type, call.isOrdered(key)
    else { return nil }
    guard element != .unknown else { return list }
    let group = call.checker.tuple("Group", [("grouper", key), ("list", list.type)])
    let folds = key.present == .string
    return call.result(.list(.record(group)), [list, keys]) { machine, arguments throws(Fault) in
      let elements = arguments[0].elements
      let values = arguments[1].elements
      let keys = SortKeys(values, foldingCase: folds)
      let groups = keys.sorted().grouped { keys.order($0, $1) == 0 }.map { members in
        machine.scratch.record([
          values[members[0]], machine.scratch.list(members.map { elements[$0] }),
        ])
      }
      return machine.scratch.list(groups)
    }
  }

  /// The place of a value among others, from 1, equal ones sharing the better place.
  static let rank = Callable("rank", "value") { call in
    guard let (list, element) = call.listInput, call.isOrdered(element),
      let value = call.argument("value", element.present)
    else { return nil }
    return call.result(.int, [list, value]) { _, arguments throws(Fault) in
      let value = arguments[1]
      let smaller = arguments[0].elements.count { Machine.order($0, value) < 0 }
      return Value(smaller + 1)
    }
  }
}

extension CallSite {
  /// Whether values of the type have an order, with a finding if not.
  func isOrdered(_ type: Type) -> Bool {
    switch type.present {
    case .int, .decimal, .percent, .money, .price, .area, .quotient, .string, .url, .date, .time,
      .dateTime, .period, .choice, .bool, .unknown:
      return true
    default:
      _ = fail(.operand("|\(callable.name)", checker.name(of: type), at: place))
      return false
    }
  }
}

extension Array {
  /// Runs of neighbours that belong together.
  fileprivate func grouped(by belong: (Element, Element) -> Bool) -> [[Element]] {
    var groups: [[Element]] = []
    for element in self {
      if let first = groups.last?.first, belong(first, element) {
        groups[groups.count - 1].append(element)
      } else {
        groups.append([element])
      }
    }
    return groups
  }
}

/// Values by which others are ordered, made comparable once.
struct SortKeys {
  private let values: [Value]
  private let texts: [[NaturalKey]]?

  init(_ values: some Sequence<Value>, foldingCase: Bool, natural: Bool = false) {
    self.values = Array(values)
    guard foldingCase || natural else {
      texts = nil
      return
    }
    texts = self.values.map { value in
      guard !value.isAbsent else { return [] }
      let text = foldingCase ? value.string.lowercased() : value.string
      return natural ? NaturalKey.split(text) : [.text(Array(text.utf8))]
    }
  }

  /// The places of the values in order; equal ones keep theirs either way, as in Python.
  func sorted(reversed: Bool = false) -> [Int] {
    values.indices.sorted { first, second in
      let order = order(first, second)
      return order == 0 ? first < second : reversed ? 0 < order : order < 0
    }
  }

  /// Below, at or above zero as the first stands before, with or after the second.
  func order(_ first: Int, _ second: Int) -> Int {
    let (left, right) = (values[first], values[second])
    if left.isAbsent || right.isAbsent {
      return left.isAbsent == right.isAbsent ? 0 : left.isAbsent ? 1 : -1
    }
    guard let texts else { return Machine.order(left, right) }
    let (a, b) = (texts[first], texts[second])
    if a == b { return 0 }
    return a.lexicographicallyPrecedes(b) ? -1 : 1
  }
}

/// A piece of a text for natural order: 2栋 stands before 10栋, 第二 before 第十二.
enum NaturalKey: Comparable {
  case number(Int)
  case text([UInt8])

  static func < (left: NaturalKey, right: NaturalKey) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)): first < second
    case (.text(let first), .text(let second)): first.lexicographicallyPrecedes(second)
    case (.number, .text): true
    case (.text, .number): false
    }
  }

  static func split(_ text: String) -> [NaturalKey] {
    var keys: [NaturalKey] = []
    var plain: [UInt8] = []
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      if let number = leadingNumber(&rest) {
        if !plain.isEmpty { keys.append(.text(plain)) }
        plain = []
        keys.append(.number(number))
      } else {
        plain += Array(String(scalar).utf8)
        rest.removeFirst()
      }
    }
    return plain.isEmpty ? keys : keys + [.text(plain)]
  }

  private static let chineseDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]

  private static func leadingNumber(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    var value = 0
    var digits = 0
    while let scalar = rest.first, scalar.properties.numericType == .decimal, digits < 18,
      let digit = scalar.properties.numericValue
    {
      value = value * 10 + Int(digit)
      digits += 1
      rest.removeFirst()
    }
    return digits > 0 ? value : leadingChineseNumber(&rest)
  }

  /// Numerals below a thousand as they stand in names: 十二, 二十, 一百零五.
  private static func leadingChineseNumber(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    var total = 0
    var digit: Int?
    var seen = false
    while let scalar = rest.first {
      if let value = chineseDigits[scalar] {
        digit = (digit ?? 0) * (seen && digit != nil && digit != 0 ? 10 : 1) + value
      } else if scalar == "十" {
        total += (digit ?? 1) * 10
        digit = nil
      } else if scalar == "百" {
        total += (digit ?? 1) * 100
        digit = nil
      } else {
        break
      }
      seen = true
      rest.removeFirst()
    }
    return seen ? total + (digit ?? 0) : nil
  }
}
