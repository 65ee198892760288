/// One member of one record shape.
package struct MemberID: Hashable, Sendable {
  package let record: RecordID
  package let slot: Int

  package init(_ record: RecordID, slot: Int) {
    self.record = record
    self.slot = slot
  }
}
