import Source

// `dict`, which takes any keyword and so is no callable like the others.
extension Checker {
  /// `dict(a=1, b=2)`: what `{'a': 1, 'b': 2}` is, or a map with such entries put into it.
  func checkDictionary(
    _ arguments: [Argument], _ name: Identifier, at place: Location
  ) -> CheckedExpression {
    var entries: [(key: Expression, value: Expression)] = []
    var names: Set<String> = []
    for argument in arguments {
      guard let keyword = argument.keyword else { continue }
      guard names.insert(keyword.name).inserted else {
        return faulty(
          .argumentTwice(keyword.name, of: name.name, at: self.place(keyword.range)))
      }
      let key = Expression(range: keyword.range, form: .string(keyword.name))
      entries.append((key: key, value: argument.value))
    }
    let given = arguments.filter { $0.keyword == nil }.map(\.value)
    guard let first = given.first else { return checkMap(entries, at: place) }
    guard given.count == 1 else {
      return faulty(.extraArgument(of: name.name, at: self.place(given[1].range)))
    }
    let value = requirePresent(check(first))
    guard value.type != .unknown else { return faulty(at: place) }
    guard let map = asMap(value) else {
      return faulty(
        .argumentType(
          "1", of: name.name, wanted: "Map", found: self.name(of: value.type), at: value.place))
    }
    guard !entries.isEmpty else { return value }
    return merged(map, with: checkMap(entries, at: place), at: place)
  }

  private func merged(
    _ map: CheckedExpression, with other: CheckedExpression, at place: Location
  ) -> CheckedExpression {
    guard other.type != .unknown else { return faulty(at: place) }
    // Values of several types make an object, and no map can hold those.
    guard let own = asMap(other), let type = map.type.joined(with: own.type) else {
      return faulty(
        .branchTypes(
          name(of: other.type), name(of: map.type), at: other.place, other: map.place))
    }
    return CheckedExpression(type, .call(Self.mergedMaps, [map, own]), at: place)
  }

  /// A map with the entries of another, which take the place of those with the same key.
  private static let mergedMaps: Implementation = { machine, arguments throws(Fault) in
    var entries = Array(arguments[0].elements)
    let others = arguments[1].elements
    for index in stride(from: 0, to: others.count, by: 2) {
      let known = stride(from: 0, to: entries.count, by: 2).first {
        Machine.order(texts: entries[$0].text, others[index].text) == 0
      }
      if let known {
        entries[known + 1] = others[index + 1]
      } else {
        entries += [others[index], others[index + 1]]
      }
    }
    return machine.scratch.list(entries, tag: .map)
  }
}
