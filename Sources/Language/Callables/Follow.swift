import Source

// `follow`: the records that one leads to, step by step.
extension Callable {
  /// The record and all that it reaches through a reference to its own kind, each once.
  static let follow = Callable("follow", "field") { call in
    guard let input = call.presentInput, let (name, place) = call.literal("field") else {
      return nil
    }
    guard case .record(let id) = input.type else { return call.wrongInput() }
    let shape = call.checker.schema[id]
    guard let slot = shape.slot(of: name) else {
      let names = shape.members.map(\.name)
      return call.fail(
        .noSuchMember(
          name, of: shape.name, known: [], suggestion: NearMiss.of(name, among: names), at: place,
          origin: []))
    }
    guard shape[slot].type.present == .record(id) else {
      return call.fail(.operand("|follow", call.checker.name(of: shape[slot].type), at: place))
    }
    call.checker.readMembers.insert(MemberID(id, slot: slot))
    return call.result(.list(.record(id)), [input]) { machine, arguments throws(Fault) in
      var reached = [arguments[0]]
      while let last = reached.last {
        let next = last.cells[slot]
        machine.noteTaint(of: next)
        guard next.tag == .record, !reached.contains(where: { $0.bits == next.bits }) else { break }
        reached.append(next)
      }
      return machine.scratch.list(reached)
    }
  }
}
