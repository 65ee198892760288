import Source

// Filters that put lists together, and `dict`.
extension Callable {
  /// The elements of the lists, one list behind the other.
  static let chain = Callable("chain", parameters: places(8)) { call in
    guard let (first, _) = call.listInput, let others = call.furtherLists else { return nil }
    let lists = [first] + others
    guard let type = call.checker.commonType(of: lists), type != .unknown else { return nil }
    return call.result(type, lists) { machine, arguments throws(Fault) in
      machine.scratch.list(lists.indices.flatMap { Array(arguments[$0].elements) })
    }
  }

  /// The first elements of the lists together, then the second ones, as far as the shortest goes.
  static let zipped = Callable("zip", parameters: places(4)) { call in
    guard let (first, _) = call.listInput, let others = call.furtherLists else { return nil }
    let lists = [first] + others
    let names = ["first", "second", "third", "fourth", "fifth"]
    let members = zip(names, lists).map { name, list in
      (name: name, type: call.checker.elementType(of: list))
    }
    let tuple = call.checker.tuple("Tuple", members)
    return call.result(.list(.record(tuple)), lists) { machine, arguments throws(Fault) in
      let length = lists.indices.map { arguments[$0].elements.count }.min() ?? 0
      return machine.scratch.list(
        (0..<length).map { row in
          machine.scratch.record(lists.indices.map { arguments[$0].elements[row] })
        })
    }
  }
}

extension CallSite {
  /// The arguments, which must all be lists, or nil after a finding.
  fileprivate var furtherLists: [CheckedExpression]? {
    var lists: [CheckedExpression] = []
    for expression in unnamed {
      let list = checker.requirePresent(checker.check(expression))
      guard list.type != .unknown else { return nil }
      guard case .list = list.type else {
        _ = fail(
          .argumentType(
            "\(lists.count + 1)", of: callable.name, wanted: "List",
            found: checker.name(of: list.type), at: list.place))
        return nil
      }
      lists.append(list)
    }
    return lists
  }
}

extension Checker {
  /// `dict(a=1, b=2)`: a map of the names and values, after those of a map that it may be given.
  func checkDictionary(
    _ arguments: [Argument], _ name: Identifier, at place: Location
  ) -> CheckedExpression {
    var maps: [CheckedExpression] = []
    var pairs: [(key: CheckedExpression, value: CheckedExpression)] = []
    for argument in arguments {
      let value = check(argument.value)
      guard value.type != .unknown else { return faulty(at: place) }
      if let keyword = argument.keyword {
        let keyPlace = self.place(keyword.range)
        guard !arguments.contains(where: { Self.isEarlier($0, than: argument) }) else {
          return faulty(.argumentTwice(keyword.name, of: name.name, at: keyPlace))
        }
        pairs.append((constant(.string, .string(keyword.name), at: keyPlace), value))
      } else if let map = asMap(requirePresent(value)), maps.isEmpty {
        maps.append(map)
      } else {
        return faulty(.extraArgument(of: name.name, at: value.place))
      }
    }
    var types = maps.compactMap { if case .map(let type) = $0.type { type } else { nil } }
    if !pairs.isEmpty || maps.isEmpty {
      guard let type = pairs.isEmpty ? Type.none : commonType(of: pairs.map(\.value)) else {
        return faulty(at: place)
      }
      types.append(type)
    }
    guard let type = types.dropFirst().reduce(types.first, { $0?.joined(with: $1) }) else {
      return faulty(
        .branchTypes(
          self.name(of: types[1]), self.name(of: types[0]), at: place, other: maps[0].place))
    }
    let own = CheckedExpression(.map(type), .map(pairs), at: place)
    guard let map = maps.first else { return own }
    return CheckedExpression(.map(type), .call(Self.mergedMaps, [map, own]), at: place)
  }

  private static func isEarlier(_ first: Argument, than second: Argument) -> Bool {
    first.keyword?.name == second.keyword?.name
      && first.value.range.lower < second.value.range.lower
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
