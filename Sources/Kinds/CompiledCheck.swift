package import Language

/// A check as programs of the language, ready to run on any record of its kind.
///
/// Every program takes the record and the as-of date; where the check goes through a list, also
/// the element and its position.
package struct CompiledCheck: Sendable {
  package let declaration: CheckDeclaration
  /// The list whose elements are checked, or nil for the record as a whole.
  package let list: Program?
  /// Whether the rule is broken.
  package let fires: Program
  package let expected: Program?
  package let found: Program?
  package let message: (chinese: Program, english: Program)
  package let notes: [(chinese: Program, english: Program)]
  /// Whether records of other folders have a part in it, so that it runs after theirs.
  package let reachesOutside: Bool
}
