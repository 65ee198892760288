import Source

// Filters that put lists together.
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
