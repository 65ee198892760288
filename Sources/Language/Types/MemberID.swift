/// One member of one record shape.
package struct MemberID: Hashable, Sendable {
  package let record: RecordID
  package let slot: Int

  package init(_ record: RecordID, slot: Int) {
    self.record = record
    self.slot = slot
  }
}

/// The members that lead from a record to one of its values.
package struct MemberPath: Hashable, Sendable {
  package let record: RecordID
  package let names: [String]
}
