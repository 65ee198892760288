/// One line of a source text with a caret below what is meant, as a terminal shows it.
struct Excerpt {
  /// The line's number, from 1.
  let number: Int
  /// The line as shown: hidden characters named, cut with `…` where it is long.
  let text: String
  /// What stands before the caret: tabs kept, everything else as spaces of the same width.
  let indentation: String
  /// How many carets: the display width of what is meant, at least 1.
  let width: Int

  /// The line where `range` begins; of a range over several lines only the first is shown.
  init(of file: SourceFile, at range: SourceRange) {
    let line = file.lineRange(at: range.lower)
    // A range may begin on the line break itself, and end beyond the line.
    let lower = min(range.lower, line.upper)
    let upper = max(lower, min(range.upper, line.upper))
    let before = Self.shownEnd(of: file.text(in: SourceRange(line.lower, lower)))
    let meant = Self.shownStart(of: file.text(in: SourceRange(lower, upper)), within: 100)
    let room = max(20, 120 - DisplayWidth.of(before) - DisplayWidth.of(meant))
    let after = Self.shownStart(of: file.text(in: SourceRange(upper, line.upper)), within: room)
    number = file.position(at: range.lower).line
    text = before + meant + after
    indentation = Self.blank(before)
    width = max(1, DisplayWidth.of(meant))
  }

  /// As much of the start of `text` as fits into `columns`.
  private static func shownStart(of text: String, within columns: Int) -> String {
    let shown = HiddenCharacter.revealed(text)
    guard columns < DisplayWidth.of(shown) else { return shown }
    var kept = String.UnicodeScalarView()
    var width = 1
    for scalar in shown.unicodeScalars {
      width += DisplayWidth.of(scalar)
      guard width <= columns else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// As much of the end of `text` as leaves the caret in sight.
  private static func shownEnd(of text: String) -> String {
    let columns = 60
    let shown = HiddenCharacter.revealed(text)
    guard columns < DisplayWidth.of(shown) else { return shown }
    var kept: [Unicode.Scalar] = []
    var width = 1
    for scalar in shown.unicodeScalars.reversed() {
      width += DisplayWidth.of(scalar)
      guard width <= columns else { break }
      kept.append(scalar)
    }
    return "…" + String(String.UnicodeScalarView(kept.reversed()))
  }

  private static func blank(_ text: String) -> String {
    var blank = ""
    for scalar in text.unicodeScalars {
      blank += scalar == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of(scalar))
    }
    return blank
  }
}
