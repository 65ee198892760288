import Source

/// The full-width colons of a plain text, each taken for the end of a key.
enum FullWidthColons {
  /// One finding for each line of `range` that holds a full-width colon behind some word.
  static func slips(in range: SourceRange, of file: SourceFile) -> [Diagnostic] {
    var scanner = SlipScanner(file, in: range, limits: .record)
    var slips: [Diagnostic] = []
    while scanner.at < range.upper {
      scanner.at = scanner.blanksEnd(from: scanner.at)
      let start = scanner.at
      let signs = scanner.signs(from: start, throughColons: true)
      if let colon = signs.wideColon, start < colon {
        let key = file.text(in: SourceRange(start, scanner.blanksStart(before: colon)))
        slips.append(
          Slip.fullWidthColon(
            SourceRange(colon, colon + 3), after: key,
            valueStart: scanner.valueStart(from: colon + 3), in: file))
      }
      scanner.skipLine()
    }
    return slips
  }
}
