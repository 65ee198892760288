// Which members of records a program reads, so that a field that no page shows can be told.
extension Checker {
  /// Notes that all fields of a record are read, as they are by `|fields`.
  func noteFieldsRead(of id: RecordID) {
    for (slot, member) in schema[id].members.enumerated() where member.role == .field {
      readMembers.insert(MemberID(id, slot: slot))
      var type = member.type.present
      while case .list(let element) = type { type = element.present }
      guard case .record(let inner) = type else { continue }
      if let heading = schema[inner].slot(of: "heading") {
        readMembers.insert(MemberID(inner, slot: heading))
      } else {
        noteFieldsRead(of: inner)
      }
    }
  }
}
