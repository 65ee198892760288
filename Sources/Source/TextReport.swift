/// Findings as text, in the form of a compiler: the same on a terminal, in a pipe and in a mail.
///
///     content/site.md:2:3: error[Y6]: …
///       |
///     2 | 标题：示例
///       |     ^^
///       = help: …
///
/// The first line keeps the words `error`, `warning`, `advice` and `note` in every language, since
/// editors read it.
package struct TextReport: Sendable {
  package let language: MessageLanguage
  package let usesColour: Bool

  package init(language: MessageLanguage, usesColour: Bool = false) {
    self.language = language
    self.usesColour = usesColour
  }

  /// All `diagnostics` in reading order, with an empty line between two.
  package func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.inReadingOrder().map(text(of:)).joined(separator: "\n")
  }

  /// One finding: first line, excerpt, what is known besides, notes, help, fixes.
  package func text(of diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let severity = paint(
      "\(diagnostic.severity.word)[\(diagnostic.code)]", colour(of: diagnostic.severity))
    let message = paint(shown(diagnostic.message), "1")
    lines.append("\(place(of: diagnostic.location)): \(severity): \(message)")
    let concealed = diagnostic.concealsText
    let gutter = gutter(for: diagnostic.location)
    if !concealed {
      lines += excerpt(at: diagnostic.location, colour(of: diagnostic.severity))
      lines += remark(Label.expected, diagnostic.expected, gutter)
      lines += remark(Label.found, diagnostic.found, gutter)
    }
    lines += remark(Label.basis, diagnostic.basis, gutter)
    for note in diagnostic.notes {
      lines += self.note(note, gutter, concealed: concealed)
    }
    for help in diagnostic.help {
      lines += remark(Label.help, help, gutter)
    }
    if !concealed {
      for fix in diagnostic.fixes {
        lines += self.fix(fix, in: diagnostic.location.file, gutter)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(of location: Location) -> String {
    let path = HiddenCharacter.revealed(location.file.path)
    guard let range = location.range else { return path }
    let position = location.file.position(at: range.lower)
    return "\(path):\(position.line):\(position.column)"
  }

  private func note(_ note: Note, _ gutter: String, concealed: Bool) -> [String] {
    guard let location = note.location else { return remark(Label.note, note.message, gutter) }
    let first = "\(place(of: location)): \(paint("note", "1;36")): \(shown(note.message))"
    return concealed ? [first] : [first] + excerpt(at: location, "1;36")
  }

  private func excerpt(at location: Location, _ colour: String) -> [String] {
    guard let range = location.range else { return [] }
    let excerpt = Excerpt(of: location.file, at: range)
    let gutter = gutter(for: location)
    let number = paint(String(excerpt.number), "1;34")
    let carets = paint(String(repeating: "^", count: excerpt.width), colour)
    let bar = paint("|", "1;34")
    return [
      "\(gutter) \(bar)",
      "\(number) \(bar) \(excerpt.text)",
      "\(gutter) \(bar) \(excerpt.indentation)\(carets)",
    ]
  }

  /// A labelled remark below the excerpt, its later lines drawn in under the first.
  private func remark(_ label: Wording, _ wording: Wording?, _ gutter: String) -> [String] {
    guard let wording else { return [] }
    let colon = language == .chinese ? "：" : ": "
    let start = "\(gutter) = \(paint(label[language], "1"))\(colon)"
    let lines = wording[language].split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst().map {
      "\(gutter)   " + HiddenCharacter.revealed(String($0))
    }
    return [start + HiddenCharacter.revealed(String(lines.first ?? ""))] + rest
  }

  /// What a fix does and, where it changes one line, the line as it would stand.
  private func fix(_ fix: Fix, in file: SourceFile, _ gutter: String) -> [String] {
    let title = remark(Label.fix, fix.title, gutter)
    guard fix.range.upper <= file.bytes.count else { return title }
    let line = file.lineRange(at: fix.range.lower)
    guard line.lower <= fix.range.lower, fix.range.upper <= line.upper,
      !fix.replacement.utf8.contains(UInt8(ascii: "\n"))
    else { return title }
    let mended =
      file.text(in: SourceRange(line.lower, fix.range.lower)) + fix.replacement
      + file.text(in: SourceRange(fix.range.upper, line.upper))
    guard DisplayWidth.of(mended) <= 120 else { return title }
    let number = String(file.position(at: fix.range.lower).line)
    let plus = paint("+", "1;32")
    return title + ["\(paint(number, "1;34")) \(plus) \(HiddenCharacter.revealed(mended))"]
  }

  /// As many spaces as the excerpt's line number has digits.
  private func gutter(for location: Location) -> String {
    guard let range = location.range else { return " " }
    let number = String(location.file.position(at: range.lower).line)
    return String(repeating: " ", count: number.count)
  }

  /// A text on one line, its hidden characters named.
  private func shown(_ wording: Wording) -> String {
    let oneLine = wording[language].unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
    return HiddenCharacter.revealed(String(String.UnicodeScalarView(oneLine)))
  }

  private func colour(of severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .advice: "1;36"
    }
  }

  private func paint(_ text: String, _ colour: String) -> String {
    usesColour ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}

/// The words before a remark.
private enum Label {
  static let expected = Wording(zh: "应为", en: "expected")
  static let found = Wording(zh: "写的是", en: "found")
  static let basis = Wording(zh: "依据", en: "basis")
  static let note = Wording(zh: "说明", en: "note")
  static let help = Wording(zh: "怎么办", en: "help")
  static let fix = Wording(zh: "可以改成", en: "fix")
}

extension Severity {
  /// The word that machines read: `error`, `warning`, `advice`.
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "advice"
    }
  }

  /// The word that people read in a summary.
  package var label: Wording {
    switch self {
    case .error: Wording(zh: "错误", en: "error")
    case .warning: Wording(zh: "警告", en: "warning")
    case .advice: Wording(zh: "建议", en: "advice")
    }
  }
}
