import Source

/// A walk over the lines of a YAML text, before libyaml, that finds the slips of Chinese typing.
///
/// libyaml either refuses these with a remark about something else or, worse, reads them as part of a
/// text. The walk keeps just enough of YAML's grammar to know where a key must stand; where it does
/// not know, it stays silent or keeps a suspicion that counts only once libyaml has refused.
struct SlipScanner {
  let file: SourceFile
  let bytes: [UInt8]
  let end: Int
  let limits: YAMLLimits
  /// The byte that is looked at.
  var at: Int
  /// What is certainly wrong.
  var slips: [Diagnostic] = []
  /// What is wrong if a mapping was meant where a text can stand.
  private(set) var suspicions: [Suspicion] = []
  /// The columns of the block mappings that are open, outermost first.
  private var mappings: [Int] = []
  /// The column beyond which lines continue the plain text begun above.
  private var openText: Int?
  /// Whether that text stands where a mapping could have been meant.
  private var isOpenTextDoubtful = false

  /// A slip that may as well be an honest text.
  struct Suspicion {
    let lineStart: Int
    let slip: Diagnostic
  }

  init(_ file: SourceFile, in range: SourceRange, limits: YAMLLimits) {
    self.file = file
    self.limits = limits
    bytes = file.bytes
    at = range.lower
    end = range.upper
  }

  /// How many slips are told before the rest is left for the next run.
  static let limit = 20

  /// Walks to the end, or until enough has been found.
  mutating func run() {
    while at < end, slips.count < Self.limit {
      scanLine()
    }
  }

  /// The suspicions that explain why libyaml stopped at `offset`: on its line and those just above.
  func suspicions(explaining offset: Int) -> [Diagnostic] {
    var line = file.lineRange(at: offset).lower
    var found: [Diagnostic] = []
    for suspicion in suspicions.reversed() where suspicion.lineStart <= line {
      let isNext = file.position(at: suspicion.lineStart).line + 1 >= file.position(at: line).line
      guard isNext else { break }
      found.append(suspicion.slip)
      line = suspicion.lineStart
    }
    return found.reversed()
  }
}

extension SlipScanner {
  private mutating func scanLine() {
    let lineStart = at
    while byte(at) == Self.space { at += 1 }
    let indentation = at - lineStart
    guard !isLineEnd(at), byte(at) != UInt8(ascii: "#") else { return skipLine() }
    let continues = openText.map { $0 < indentation } ?? false
    if byte(at) == Self.tab {
      let blanks = blanksEnd(from: at)
      guard !isLineEnd(blanks), byte(blanks) != UInt8(ascii: "#") else { return skipLine() }
      if !continues {
        slips.append(Slip.tab(SourceRange(lineStart, blanks), in: file))
        return skipLine()
      }
    }
    while let column = mappings.last, indentation < column { mappings.removeLast() }
    if continues { return scanText(from: nil, lineStart: lineStart) }
    openText = nil
    if indentation == 0, scanDocumentMark() { return }
    scanEntries(lineStart: lineStart)
  }

  /// `---`, `...` and `%` in the first column.
  private mutating func scanDocumentMark() -> Bool {
    let mark = bytes[at..<min(at + 3, end)]
    let isMark =
      (mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8)) && isTokenEnd(at + 3)
    guard isMark || byte(at) == UInt8(ascii: "%") else { return false }
    slips.append(Slip.secondDocument(SourceRange(at, lineEnd(from: at)), in: file))
    skipLine()
    return true
  }

  /// The `- ` signs at the start of a line, then what follows them.
  private mutating func scanEntries(lineStart: Int) {
    var parent = mappings.last ?? -1
    var isElement = false
    while byte(at) == UInt8(ascii: "-"), isTokenEnd(at + 1) {
      parent = at - lineStart
      isElement = true
      at += 1
      while byte(at) == Self.space { at += 1 }
      guard !isLineEnd(at) else { return skipLine() }
    }
    let column = at - lineStart
    let isKeyPlace = mappings.last == column || (column == 0 && !isElement)
    scanContent(
      Place(lineStart: lineStart, column: column, parent: parent, isKeyPlace: isKeyPlace))
  }

  /// Where the first word of a line stands.
  private struct Place {
    let lineStart: Int
    let column: Int
    /// The column beyond which further lines would continue a text that begins here.
    let parent: Int
    /// Whether only a key can stand here.
    let isKeyPlace: Bool
  }

  private mutating func scanContent(_ place: Place) {
    if place.isKeyPlace, let spaces = wideSpaces(at: at) {
      // On the first line it is a stray; below a key it was probably meant to indent.
      slips.append(
        mappings.isEmpty
          ? Slip.wideSpace(spaces, replacement: "", in: file)
          : Slip.wideSpace(spaces, replacement: "  ", confidence: .likely, in: file))
      return skipLine()
    }
    switch byte(at) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): scanQuotedKey(place)
    case UInt8(ascii: "["), UInt8(ascii: "{"): scanFlow()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): skipBlockText(below: place.parent)
    case UInt8(ascii: "?") where isTokenEnd(at + 1):
      slips.append(Slip.complexKey(SourceRange(at, at + 1), in: file))
      // The lines of its value would be taken for further slips.
      at = end
    default: scanPlainKey(place)
    }
  }

  private mutating func scanQuotedKey(_ place: Place) {
    let quoted = at
    guard skipQuoted() else { return }
    let key = file.text(in: SourceRange(quoted, at))
    at = blanksEnd(from: at)
    if byte(at) == UInt8(ascii: ":") {
      if !isTokenEnd(at + 1) { slips.append(Slip.missingSpace(at: at, after: key, in: file)) }
      at += 1
      return scanValue(of: place)
    }
    if let colon = wideColon(at: at) {
      at = valueStart(from: colon.upper)
      slips.append(Slip.fullWidthColon(colon, after: key, valueStart: at, in: file))
      return scanValue(of: place)
    }
    skipLine()
  }

  private mutating func scanPlainKey(_ place: Place) {
    let start = at
    let signs = signs(from: start)
    if let colon = signs.colon {
      guard start < colon else {
        slips.append(Refused.missingKey(at: Location(file, SourceRange(colon, colon + 1))))
        return skipLine()
      }
      checkKey(SourceRange(start, colon), signs, place)
      at = colon + 1
      return scanValue(of: place)
    }
    guard place.isKeyPlace else {
      openText = place.parent
      isOpenTextDoubtful = true
      return scanText(from: start, lineStart: place.lineStart)
    }
    guard let slip = colonSlip(signs, keyFrom: start) else {
      let text = SourceRange(start, blanksStart(before: lineEnd(from: start)))
      slips.append(Slip.missingColon(text, in: file))
      return skipLine()
    }
    slips.append(slip.diagnostic)
    at = slip.end
    scanValue(of: place)
  }

  /// A key that libyaml would take as it stands but that nobody meant so.
  private mutating func checkKey(_ key: SourceRange, _ signs: Signs, _ place: Place) {
    if place.isKeyPlace {
      let isTightAfterWord = signs.tightColon.map { 0x80 <= byte($0 - 1) } ?? false
      if signs.wideColon != nil || isTightAfterWord,
        let slip = colonSlip(signs, keyFrom: key.lower)
      {
        slips.append(slip.diagnostic)
        return
      }
    }
    if let spaces = wideSpaces(before: blanksStart(before: key.upper)), key.lower < spaces.lower {
      slips.append(Slip.wideSpace(spaces, replacement: "", in: file))
    }
  }

  /// What follows the colon of a key.
  private mutating func scanValue(of place: Place) {
    if mappings.last ?? -1 < place.column { mappings.append(place.column) }
    openText = nil
    at = blanksEnd(from: at)
    guard !isLineEnd(at) else { return skipLine() }
    switch byte(at) {
    case UInt8(ascii: "#"): scanText(from: nil, lineStart: place.lineStart)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if skipQuoted() { skipLine() }
    case UInt8(ascii: "["), UInt8(ascii: "{"): scanFlow()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): skipBlockText(below: place.column)
    default:
      openText = place.column
      isOpenTextDoubtful = false
      scanText(from: at, lineStart: place.lineStart)
    }
  }

  /// One line of plain text, of which a `#` must not cut the end.
  private mutating func scanText(from start: Int?, lineStart: Int) {
    let first = at
    let signs = signs(from: first, throughColons: true)
    if let comment = signs.comment, !limits.allowsTrailingComments {
      let lineEnd = lineEnd(from: comment)
      slips.append(
        Slip.comment(
          SourceRange(comment, lineEnd), after: start.map { SourceRange($0, lineEnd) }, in: file))
    }
    if isOpenTextDoubtful, openText != nil, let slip = colonSlip(signs, keyFrom: first) {
      suspicions.append(Suspicion(lineStart: lineStart, slip: slip.diagnostic))
    }
    skipLine()
  }

  /// The slip of the first colon that is no YAML colon, and where the value would begin.
  private func colonSlip(
    _ signs: Signs, keyFrom start: Int
  ) -> (diagnostic: Diagnostic, end: Int)? {
    let wide = signs.wideColon ?? .max
    let tight = signs.tightColon ?? .max
    guard min(wide, tight) < .max, start < min(wide, tight) else { return nil }
    if wide < tight {
      let key = file.text(in: SourceRange(start, blanksStart(before: wide)))
      let upper = valueStart(from: wide + 3)
      let colon = SourceRange(wide, wide + 3)
      return (Slip.fullWidthColon(colon, after: key, valueStart: upper, in: file), upper)
    }
    if let spaces = wideSpaces(at: tight + 1) {
      return (Slip.wideSpace(spaces, replacement: " ", in: file), spaces.upper)
    }
    let key = file.text(in: SourceRange(start, tight))
    return (Slip.missingSpace(at: tight, after: key, in: file), tight + 1)
  }
}
