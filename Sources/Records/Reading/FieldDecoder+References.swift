import Kinds
import Language
import Source
import YAML

extension FieldDecoder {
  /// A reference whose target is looked for when all records are read.
  struct PendingText {
    let text: String
    let kind: String
    let key: String
    let place: SourceRange
  }

  /// A placeholder that linking replaces by the target.
  mutating func unresolved(_ reference: PendingText) -> Value {
    references.append(
      PendingReference(
        record: record, kind: reference.kind, text: reference.text, key: reference.key,
        place: reference.place))
    return Value(tag: .pending, bits: UInt64(referenceBase + references.count - 1))
  }
}
