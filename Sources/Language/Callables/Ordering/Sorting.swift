import Source
import Values

// Filters that need an order.
extension Callable {
  /// The elements in order; by several attributes if they are joined with commas.
  static let sort = Callable(
    "sort", "reverse?", "case_sensitive?", "attribute?", "collate?"
  ) { call in
    guard let (list, element) = call.listInput, let isReversed = call.truth("reverse"),
      let isCaseSensitive = call.truth("case_sensitive")
    else { return nil }
    return call.sharing(list) { list in
      guard let columns = call.columns(list, element, attribute: "attribute"),
        let ways = call.ways(of: columns)
      else { return nil }
      let values = [list, isReversed, isCaseSensitive] + columns
      return call.result(list.type, values) { machine, arguments throws(Fault) in
        let elements = arguments[0].elements
        let keys = SortKeys(
          ways.enumerated().map { index, way in
            (arguments[3 + index].elements, way.sensitive(if: arguments[2].isTrue))
          })
        let order = keys.sorted(reversed: arguments[1].isTrue)
        return machine.scratch.list(order.map { elements[$0] })
      }
    }
  }

  /// The least element, or the one whose attribute is least.
  static let minimum = extreme("min", wantsLargest: false)
  /// The greatest element, or the one whose attribute is greatest.
  static let maximum = extreme("max", wantsLargest: true)

  private static func extreme(_ name: String, wantsLargest: Bool) -> Callable {
    Callable(name, "case_sensitive?", "attribute?") { call in
      guard let (list, element) = call.listInput,
        let isCaseSensitive = call.truth("case_sensitive")
      else { return nil }
      return call.sharing(list) { list in
        guard let keys = call.mapped(list, element, attribute: "attribute"),
          case .list(let key) = keys.type, call.isOrdered(key)
        else { return nil }
        let isText = key.present == .string
        return call.result(element, [list, keys, isCaseSensitive]) { _, arguments throws(Fault) in
          let elements = arguments[0].elements
          let folds = isText && !arguments[2].isTrue
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

  /// The elements with one attribute in common, ordered by it; `default` where it is absent.
  static let groupBy = Callable(
    "groupby", "attribute", "default?", "case_sensitive?"
  ) { call in
    guard let (list, element) = call.listInput,
      let isCaseSensitive = call.truth("case_sensitive")
    else { return nil }
    guard element != .unknown else { return list }
    return call.sharing(list) { list in
      guard let keys = call.groupingKeys(of: list, element), case .list(let key) = keys.type,
        call.isOrdered(key)
      else { return nil }
      let group = call.checker.tuple("Group", [("grouper", key), ("list", list.type)])
      let isText = key.present == .string
      return call.result(.list(.record(group)), [list, keys, isCaseSensitive]) {
        machine, arguments throws(Fault) in
        let elements = arguments[0].elements
        let values = arguments[1].elements
        let keys = SortKeys(values, foldingCase: isText && !arguments[2].isTrue)
        let groups = keys.sorted().grouped { keys.order($0, $1) == 0 }.map { members in
          machine.scratch.record([
            values[members[0]], machine.scratch.list(members.map { elements[$0] }),
          ])
        }
        return machine.scratch.list(groups)
      }
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
  /// The attribute of each element by which `groupby` groups.
  fileprivate func groupingKeys(of list: CheckedExpression, _ element: Type) -> CheckedExpression? {
    guard let keys = mapped(list, element, attribute: "attribute"), has("default"),
      case .list(let read) = keys.type
    else { return mapped(list, element, attribute: "attribute") }
    return withDefault(list, element, read)
  }

  /// How each of the columns of `sort` is compared, or nil after a finding.
  fileprivate func ways(of columns: [CheckedExpression]) -> [SortKeys.Way]? {
    var collation: Collation?
    if has("collate") {
      guard let (name, place) = literal("collate") else { return nil }
      collation = Collation(rawValue: name)
      guard collation != nil else {
        let known = Collation.allCases.map(\.rawValue)
        checker.report(.unknownArgument(name, of: "collate", among: known, at: place))
        return nil
      }
    }
    var ways: [SortKeys.Way] = []
    for column in columns {
      guard case .list(let key) = column.type, isOrdered(key) else { return nil }
      let isText = key.present == .string
      // Only texts can be read or counted in strokes.
      guard collation == nil || columns.count > 1 || isText || key == .unknown else {
        checker.report(.operand("|sort(collate=…)", checker.name(of: key), at: place))
        return nil
      }
      ways.append(
        SortKeys.Way(foldsCase: isText, collation: isText ? collation : nil))
    }
    return ways
  }

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
