/// Something a person should know about what they wrote.
///
/// A value that every phase returns and none emits.
package struct Diagnostic: Sendable {
  /// A public, documented code such as `F1`.
  package var code: String
  package var severity: Severity
  /// One line that leads with the specific and has no full stop.
  package var message: Wording
  package var location: Location
  /// The key as the editor typed it: `业主人数.同意`, `成员[2].职务`.
  package var key: String?
  package var expected: Wording?
  package var found: Wording?
  /// The article or rule that the finding rests on.
  package var basis: Wording?
  package var notes: [Note]
  /// What to do, where a fix is no mere replacement.
  package var help: [Wording]
  package var fixes: [Fix]
  /// Whether the place holds what must not be shown: no form then prints its line.
  package var concealsText: Bool

  package init(
    _ code: String, _ severity: Severity, _ message: Wording, at location: Location,
    key: String? = nil, expected: Wording? = nil, found: Wording? = nil, basis: Wording? = nil,
    notes: [Note] = [], help: [Wording] = [], fixes: [Fix] = [], concealsText: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.key = key
    self.expected = expected
    self.found = found
    self.basis = basis
    self.notes = notes
    self.help = help
    self.fixes = fixes
    self.concealsText = concealsText
  }
}

/// What happens to the site because of a finding.
package enum Severity: Int, Comparable, Sendable {
  /// Published unchanged.
  case advice
  /// Published, but a page is poorer or may mislead.
  case warning
  /// The record is not published.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A place in a file, or the file as a whole where `range` is nil.
package struct Location: Sendable {
  package let file: SourceFile
  package let range: SourceRange?

  package init(_ file: SourceFile, _ range: SourceRange?) {
    self.file = file
    self.range = range
  }

  /// A folder or file known by its path alone.
  package init(path: String) {
    self.init(SourceFile(path: path, bytes: []), nil)
  }
}

/// A second place that explains the first, or a remark without one.
package struct Note: Sendable {
  package var message: Wording
  package var location: Location?

  package init(_ message: Wording, at location: Location? = nil) {
    self.message = message
    self.location = location
  }
}

/// A replacement that mends what a diagnostic names.
package struct Fix: Sendable {
  package var title: Wording
  package var range: SourceRange
  package var replacement: String
  package var confidence: Confidence

  /// How sure it is that the author meant this.
  package enum Confidence: String, Sendable { case certain, likely, example }

  package init(
    _ title: Wording, replacing range: SourceRange, with replacement: String,
    confidence: Confidence
  ) {
    self.title = title
    self.range = range
    self.replacement = replacement
    self.confidence = confidence
  }
}
