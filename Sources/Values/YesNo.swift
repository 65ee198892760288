/// An answer to a question of yes or no.
package struct YesNo: Hashable, Sendable, Readable {
  package let value: Bool

  /// Reads `yes` `no` `true` `false` 是 否 and nothing else: `NO`, `on` and `y` may mean other things.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    guard folded.next != nil else { throw .empty }
    if folded.take("是") || folded.take(word: "yes") || folded.take(word: "true") {
      self.value = true
    } else if folded.take("否") || folded.take(word: "no") || folded.take(word: "false") {
      self.value = false
    } else {
      throw .notYesOrNo
    }
    guard folded.isAtEnd else { throw .notYesOrNo }
  }
}
