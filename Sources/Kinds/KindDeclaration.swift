package import Source

/// One kind of record as its file declares it.
package struct KindDeclaration: Sendable {
  package let name: String
  package let place: RecordPlace
  /// Whether such a record says what its folder is, as `estate.md` does of an estate.
  package let describesFolder: Bool
  /// The name of the list of such records on the record that holds them.
  package let plural: String
  package let labels: [String: String]
  package let pluralLabels: [String: String]
  /// The field at whose date the jurisdiction's values are looked up.
  package let datedBy: String?
  /// The fields that no two records of one folder share.
  package let identity: [String]
  /// The fields by which such records are listed; the first that tells two apart decides.
  package let order: [String]
  package let title: Snippet?
  package let publishWhen: Snippet?
  package let fields: [FieldDeclaration]
  package let derived: [DerivedDeclaration]
  package let checks: [CheckDeclaration]
  package let location: Location
}

/// A field of a kind, or of a mapping inside one.
package final class FieldDeclaration: Sendable {
  package let name: String
  package let chinese: String
  package let type: FieldType
  package let isRequired: Bool
  package let defaultText: String?
  /// The field whose date begins a span that names no first day.
  package let defaultFrom: String?
  /// Whether people are meant to see it on some page; not so a setting or a figure for a check.
  package let isShown: Bool
  package let labels: [String: String]
  package let help: [String: String]
  package let location: Location
  /// The names as editors type them, in UTF-8, for a quick look at every key.
  package let typedNames: (english: [UInt8], chinese: [UInt8])

  init(
    name: String, chinese: String, type: FieldType, isRequired: Bool, defaultText: String?,
    defaultFrom: String?, isShown: Bool, labels: [String: String], help: [String: String],
    location: Location
  ) {
    self.name = name
    self.chinese = chinese
    self.type = type
    self.isRequired = isRequired
    self.defaultText = defaultText
    self.defaultFrom = defaultFrom
    self.isShown = isShown
    self.labels = labels
    self.help = help
    self.location = location
    typedNames = (Array(name.utf8), Array(chinese.utf8))
  }
}

/// A value that follows from others.
package struct DerivedDeclaration: Sendable {
  package let name: String
  package let labels: [String: String]
  package let value: Snippet
  /// The words of a derived choice; empty where the expression's own type serves.
  package let choices: [ChoiceWord]
  package let location: Location
}

/// A rule that a record keeps.
package struct CheckDeclaration: Sendable {
  /// The public code; the part before the dot of the key.
  package let code: String
  package let severity: Severity
  /// The variable and the list whose elements are checked one by one.
  package let each: (variable: String, list: Snippet)?
  /// Whether the first failing element is enough.
  package let stopsAtFirst: Bool
  package let bindings: [(name: String, value: Snippet)]
  package let when: Snippet?
  package let that: Snippet
  /// The field that the finding points at: `items`, `item.from`, `body`.
  package let place: [String]
  package let expected: Snippet?
  package let found: Snippet?
  package let basis: Basis?
  package let message: (chinese: Snippet, english: Snippet)
  package let notes: [(chinese: Snippet, english: Snippet)]
  /// Further fields that no other check relies on once this one has spoken.
  package let taints: [[String]]
  package let location: Location

  /// What a rule rests on.
  package enum Basis: Sendable {
    /// A value of the jurisdiction, cited with source and article.
    case law(String, at: Location)
    case words(Wording)
  }
}

/// A piece of the language inside a declaration.
package struct Snippet: Sendable {
  package let file: SourceFile
  package let range: SourceRange

  package init(file: SourceFile, range: SourceRange) {
    self.file = file
    self.range = range
  }
}
