import Source
import Values

// Filters that pick from lists and count them.
extension Callable {
  /// How many elements, entries or characters there are.
  static let length = counting("length")
  /// How many elements, entries or characters there are.
  static let count = counting("count")

  private static func counting(_ name: String) -> Callable {
    Callable(name) { call in
      guard let given = call.presentInput else { return nil }
      let input = call.checker.asMap(given) ?? given
      switch input.type {
      case .list, .map:
        return call.result(.int, [input]) { _, arguments throws(Fault) in
          Value(Int(arguments[0].count))
        }
      case .string, .url:
        return call.result(.int, [input]) { _, arguments throws(Fault) in
          Value(arguments[0].string.unicodeScalars.count)
        }
      default: return call.wrongInput()
      }
    }
  }

  /// The first element or character; what is empty has none, which is a failure.
  static let first = Callable("first") { call in
    if let input = call.input, input.type == .string { return call.character(0, of: input) }
    guard let (list, element) = call.listInput else { return nil }
    return call.result(element, [list]) { _, arguments throws(Fault) in
      guard let first = arguments[0].elements.first else { throw .indexOutOfRange }
      return first
    }
  }

  /// The last element or character; what is empty has none, which is a failure.
  static let last = Callable("last") { call in
    if let input = call.input, input.type == .string { return call.character(-1, of: input) }
    guard let (list, element) = call.listInput else { return nil }
    return call.result(element, [list]) { _, arguments throws(Fault) in
      guard let last = arguments[0].elements.last else { throw .indexOutOfRange }
      return last
    }
  }

  /// The first element, or nothing.
  static let firstOrNone = Callable("first_or_none") { call in
    guard let (list, element) = call.listInput else { return nil }
    return call.result(element.orAbsent, [list]) { _, arguments throws(Fault) in
      arguments[0].elements.first ?? .absent
    }
  }

  /// The last element, or nothing.
  static let lastOrNone = Callable("last_or_none") { call in
    guard let (list, element) = call.listInput else { return nil }
    return call.result(element.orAbsent, [list]) { _, arguments throws(Fault) in
      arguments[0].elements.last ?? .absent
    }
  }

  /// The elements, or characters, from the last to the first.
  static let reversed = Callable("reverse") { call in
    guard let input = call.presentInput else { return nil }
    if input.type == .string {
      return call.result(.string, [input]) { machine, arguments throws(Fault) in
        let scalars = arguments[0].string.unicodeScalars.reversed()
        return machine.scratch.text(String(String.UnicodeScalarView(scalars)))
      }
    }
    guard let (list, _) = call.listInput else { return nil }
    return call.result(list.type, [list]) { machine, arguments throws(Fault) in
      machine.scratch.list(arguments[0].elements.reversed())
    }
  }

  /// The elements without repetition, each where it first stands.
  static let unique = Callable("unique", "case_sensitive?", "attribute?") { call in
    guard let (list, element) = call.listInput,
      let isCaseSensitive = call.truth("case_sensitive")
    else { return nil }
    return call.sharing(list) { list in
      guard let keys = call.mapped(list, element, attribute: "attribute") else { return nil }
      guard call.checker.hasEquality(keys.type) else { return call.wrongInput() }
      let isText = keys.type == .list(.string) || keys.type == .list(.optional(.string))
      return call.result(list.type, [list, keys, isCaseSensitive]) {
        machine, arguments throws(Fault) in
        let elements = arguments[0].elements
        let folds = isText && !arguments[2].isTrue
        let keys = SortKeys(arguments[1].elements, foldingCase: folds)
        var kept: [Int] = []
        var previous: Int?
        // Equal ones stand side by side when sorted, the first of them first.
        for index in keys.sorted() {
          if let previous, keys.order(previous, index) == 0 { continue }
          kept.append(index)
          previous = index
        }
        return machine.scratch.list(kept.sorted().map { elements[$0] })
      }
    }
  }

  /// The elements of all lists in one.
  static let flatten = Callable("flatten") { call in
    guard let (list, element) = call.listInput else { return nil }
    guard case .list = element.present else { return call.wrongInput() }
    return call.result(element.present, [list]) { machine, arguments throws(Fault) in
      var all: [Value] = []
      for inner in arguments[0].elements where !inner.isAbsent { all += inner.elements }
      return machine.scratch.list(all)
    }
  }

  /// Neighbours as `first` and `second`.
  static let pairs = Callable("pairs") { call in
    guard let (list, element) = call.listInput else { return nil }
    let pair = call.checker.tuple("Pair", [("first", element), ("second", element)])
    return call.result(.list(.record(pair)), [list]) { machine, arguments throws(Fault) in
      let elements = arguments[0].elements
      let pairs = (0..<max(0, elements.count - 1)).map { index in
        machine.scratch.record([elements[index], elements[index + 1]])
      }
      return machine.scratch.list(pairs)
    }
  }

  /// The keys and values of a map.
  static let items = Callable("items") { call in
    guard let (map, pair, _) = call.mapInput else { return nil }
    return call.result(.list(.record(pair)), [map]) { machine, arguments throws(Fault) in
      let entries = arguments[0].elements
      return machine.items(of: entries, order: stride(from: 0, to: entries.count, by: 2))
    }
  }

  /// The keys and values of a map, by key or by value.
  static let dictSort = Callable("dictsort", "case_sensitive?", "by?", "reverse?") { call in
    guard let (map, pair, value) = call.mapInput, let isReversed = call.truth("reverse"),
      let isCaseSensitive = call.truth("case_sensitive")
    else { return nil }
    var byValue = false
    if call.has("by") {
      guard let (name, place) = call.literal("by") else { return nil }
      guard ["key", "value"].contains(name) else {
        return call.fail(
          .unknownArgument(name, of: "dictsort", among: ["key", "value"], at: place))
      }
      byValue = name == "value"
    }
    let key = byValue ? value : .string
    guard call.isOrdered(key) else { return nil }
    let isText = key.present == .string
    return call.result(.list(.record(pair)), [map, isReversed, isCaseSensitive]) {
      [byValue] machine, arguments throws(Fault) in
      let entries = arguments[0].elements
      let folds = isText && !arguments[2].isTrue
      let places = Array(stride(from: 0, to: entries.count, by: 2))
      let keys = SortKeys(places.map { entries[$0 + (byValue ? 1 : 0)] }, foldingCase: folds)
      let order = keys.sorted(reversed: arguments[1].isTrue).map { places[$0] }
      return machine.items(of: entries, order: order)
    }
  }

  /// So many lists of nearly one length, the shorter ones filled up if `fill_with` is given.
  static let slice = Callable("slice", "slices", "fill_with?") { call in
    guard let (list, element) = call.listInput, let count = call.argument("slices", .int) else {
      return nil
    }
    guard let filler = call.filler(element) else { return nil }
    return call.result(.list(list.type), [list, count] + filler) {
      machine, arguments throws(Fault) in
      let elements = Array(arguments[0].elements)
      let count = Int(arguments[1].integer)
      let fills = filler.count == 1 && !arguments[2].isAbsent
      guard 0 < count, count <= 1_000_000 else { throw .unusableCount }
      let (size, longer) = elements.count.quotientAndRemainder(dividingBy: count)
      var start = 0
      let slices = (0..<count).map { number in
        let end = start + size + (number < longer ? 1 : 0)
        var slice = Array(elements[start..<end])
        if fills, longer <= number { slice.append(arguments[2]) }
        start = end
        return machine.scratch.list(slice)
      }
      return machine.scratch.list(slices)
    }
  }

  /// Lists of `linecount` elements each, the last filled up if `fill_with` is given.
  static let batch = Callable("batch", "linecount", "fill_with?") { call in
    guard let (list, element) = call.listInput, let size = call.argument("linecount", .int) else {
      return nil
    }
    guard let filler = call.filler(element) else { return nil }
    return call.result(.list(list.type), [list, size] + filler) {
      machine, arguments throws(Fault) in
      let elements = Array(arguments[0].elements)
      let size = Int(arguments[1].integer)
      let fills = filler.count == 1 && !arguments[2].isAbsent
      guard 0 < size, !fills || size <= 1_000_000 else { throw .unusableCount }
      let rows = stride(from: 0, to: elements.count, by: size).map { start in
        var row = Array(elements[start..<min(start + size, elements.count)])
        while fills, row.count < size { row.append(arguments[2]) }
        return machine.scratch.list(row)
      }
      return machine.scratch.list(rows)
    }
  }

  /// The whole numbers from a first to before a last one.
  static let range = Callable("range", "start", "stop?", "step?") { call in
    guard let start = call.argument("start", .int),
      let stop = call.argument("stop", .int, else: .number(.zero)),
      let step = call.argument("step", .int, else: .number(Decimal(1)))
    else { return nil }
    let hasStop = call.has("stop")
    return call.result(.list(.int), [start, stop, step]) { machine, arguments throws(Fault) in
      let first = hasStop ? arguments[0].integer : 0
      let end = hasStop ? arguments[1].integer : arguments[0].integer
      let step = arguments[2].integer
      guard step != 0 else { throw .arithmetic(.divisionByZero) }
      let (distance, overflow) = end.subtractingReportingOverflow(first)
      guard !overflow, distance.magnitude / step.magnitude < 1_000_000 else {
        throw .unusableCount
      }
      return machine.scratch.list(
        stride(from: first, to: end, by: Int64.Stride(step)).map { Value($0) })
    }
  }
}

extension CallSite {
  /// What fills up a short list: nothing, or one value; nil after a finding.
  fileprivate func filler(_ element: Type) -> [CheckedExpression]? {
    guard has("fill_with"), argument("fill_with")?.type != Type.none else { return [] }
    return argument("fill_with", element).map { [$0] }
  }

  /// The input as a map, with the type of its pairs and of its values.
  var mapInput: (map: CheckedExpression, pair: RecordID, value: Type)? {
    guard let input = presentInput else { return nil }
    guard let map = checker.asMap(input), case .map(let value) = map.type else {
      _ = wrongInput()
      return nil
    }
    return (map, checker.tuple("Item", [("key", .string), ("value", value)]), value)
  }
}

extension Machine {
  /// Keys and values in a given order.
  func items(of entries: Elements, order: some Sequence<Int>) -> Value {
    scratch.list(order.map { scratch.record([entries[$0], entries[$0 + 1]]) })
  }
}

extension Checker {
  /// A shape whose values may be taken apart in order; one for each set of members.
  func tuple(_ name: String, _ members: [(name: String, type: Type)]) -> RecordID {
    for (index, shape) in schema.records.enumerated() where shape.isTuple {
      if shape.members.map(\.name) == members.map(\.name),
        shape.members.map(\.type) == members.map(\.type)
      {
        return RecordID(index: index)
      }
    }
    var shape = RecordShape(name: name)
    shape.isTuple = true
    for (name, type) in members { shape.add(Member(name, type)) }
    return schema.add(shape)
  }
}

extension CallSite {
  /// The character at a place of a text, counted from its end where it is negative.
  fileprivate func character(_ position: Int64, of text: CheckedExpression) -> CheckedExpression {
    let place = checker.constant(.int, .number(Decimal(position)), at: self.place)
    return result(.string, [text, place], Operations.character)
  }
}
