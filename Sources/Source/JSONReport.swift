/// Findings as one JSON document, for editors, scripts and the pages of a city.
///
/// Every key is always there, `null` where unknown; the form is public and its version is 1.
package struct JSONReport: Sendable {
  package let language: MessageLanguage

  /// What a run counts besides its findings.
  package struct Summary: Hashable, Sendable {
    /// How many records were read.
    package var records: Int
    /// The records that are not published because of an error.
    package var heldBackPaths: [String]

    package init(records: Int, heldBackPaths: [String] = []) {
      self.records = records
      self.heldBackPaths = heldBackPaths
    }
  }

  package init(language: MessageLanguage) {
    self.language = language
  }

  /// The document: a finding a line, sorted by path, line, column and code.
  package func document(_ diagnostics: [Diagnostic], summary: Summary) -> String {
    let sorted = diagnostics.inReadingOrder()
    var json = JSONText()
    json.raw("{\"version\":1,\"diagnostics\":[")
    for (index, diagnostic) in sorted.enumerated() {
      json.raw(index == 0 ? "\n" : ",\n")
      write(diagnostic, into: &json)
    }
    json.raw(sorted.isEmpty ? "],\"summary\":{" : "\n],\"summary\":{")
    write(summary, of: sorted, into: &json)
    json.raw("}}\n")
    return json.text
  }

  private func write(_ diagnostic: Diagnostic, into json: inout JSONText) {
    let concealed = diagnostic.concealsText
    json.raw("{\"code\":")
    json.string(diagnostic.code)
    json.raw(",\"severity\":")
    json.string(diagnostic.severity.word)
    json.raw(",\"message\":")
    json.string(diagnostic.message[language])
    json.raw(",\"path\":")
    json.string(diagnostic.location.file.path)
    write(diagnostic.location, withEnd: true, into: &json)
    json.raw(",\"key\":")
    json.string(diagnostic.key)
    json.raw(",\"expected\":")
    json.string(concealed ? nil : diagnostic.expected?[language])
    json.raw(",\"found\":")
    json.string(concealed ? nil : diagnostic.found?[language])
    json.raw(",\"basis\":")
    json.string(diagnostic.basis?[language])
    // The form has no place for help: it is a note without one.
    json.array("notes", of: diagnostic.notes + diagnostic.help.map { Note($0) }, write: note)
    json.array("fixes", of: concealed ? [] : diagnostic.fixes, write: fix)
    json.raw("}")
  }

  private func write(_ location: Location?, withEnd: Bool, into json: inout JSONText) {
    let start = location?.range.map { location?.file.position(at: $0.lower) } ?? nil
    json.raw(",\"line\":")
    json.integer(start?.line)
    json.raw(",\"column\":")
    json.integer(start?.column)
    guard withEnd else { return }
    let end = location?.range.map { location?.file.position(at: $0.upper) } ?? nil
    json.raw(",\"end_line\":")
    json.integer(end?.line)
    json.raw(",\"end_column\":")
    json.integer(end?.column)
  }

  private func note(_ note: Note, into json: inout JSONText) {
    json.raw("{\"message\":")
    json.string(note.message[language])
    json.raw(",\"path\":")
    json.string(note.location?.file.path)
    write(note.location, withEnd: false, into: &json)
    json.raw("}")
  }

  private func fix(_ fix: Fix, into json: inout JSONText) {
    json.raw("{\"title\":")
    json.string(fix.title[language])
    json.raw(",\"replacement\":")
    json.string(fix.replacement)
    json.raw(",\"confidence\":")
    json.string(fix.confidence.rawValue)
    json.raw("}")
  }

  private func write(
    _ summary: Summary, of diagnostics: [Diagnostic], into json: inout JSONText
  ) {
    json.raw("\"records\":")
    json.integer(summary.records)
    json.raw(",\"errors\":")
    json.integer(diagnostics.count { $0.severity == .error })
    json.raw(",\"warnings\":")
    json.integer(diagnostics.count { $0.severity == .warning })
    json.raw(",\"advice\":")
    json.integer(diagnostics.count { $0.severity == .advice })
    json.raw(",\"held_back\":")
    json.integer(summary.heldBackPaths.count)
    let paths = summary.heldBackPaths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    json.array("held_back_paths", of: paths) { $1.string($0) }
  }
}
