/// A run of bytes in a source file, from `lower` up to but not including `upper`.
package struct SourceRange: Hashable, Sendable {
  package let lower: Int
  package let upper: Int

  package init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a range cannot end before it starts")
    self.lower = lower
    self.upper = upper
  }

  /// The empty range before `offset`.
  package init(at offset: Int) {
    self.init(offset, offset)
  }

  package var isEmpty: Bool { lower == upper }

  /// The smallest range that holds both.
  package func joined(with other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}
