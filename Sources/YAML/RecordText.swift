package import Source

/// The two parts of a record: front matter between `---` lines, and the body.
package enum RecordText {
  /// The largest body, in bytes (S4).
  package static let largestBody = 65_536
  /// The longest line of a body, in bytes (S4).
  package static let longestLine = 12_000

  /// Where front matter and body stand; without front matter it is nil and the rest is body.
  ///
  /// A byte order mark at the start is passed over, and lines may end with CR LF.
  package static func split(
    file: SourceFile
  ) -> (frontMatter: SourceRange?, body: SourceRange, diagnostics: [Diagnostic]) {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = file.bytes.count
    let first = file.lineRange(at: start)
    guard isFence(first, in: file) else {
      let body = SourceRange(start, end)
      return (nil, body, [Fence.missing(from: start, in: file)] + checkBody(body, of: file))
    }
    let inside = nextLine(after: first, in: file)
    var lower = inside
    while lower < end {
      let line = file.lineRange(at: lower)
      let next = nextLine(after: line, in: file)
      if isFence(line, in: file) {
        let body = SourceRange(next, end)
        return (SourceRange(inside, lower), body, checkBody(body, of: file))
      }
      lower = next
    }
    return (nil, SourceRange(at: end), [Fence.unclosed(first, in: file)])
  }

  /// `---` with nothing but blanks after it.
  static func isFence(_ line: SourceRange, in file: SourceFile) -> Bool {
    let text = file.bytes[line.lower..<line.upper]
    return text.starts(with: "---".utf8)
      && text.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  static func nextLine(after line: SourceRange, in file: SourceFile) -> Int {
    guard let feed = file.bytes[line.upper...].firstIndex(of: 0x0A) else { return file.bytes.count }
    return feed + 1
  }

  private static func checkBody(_ body: SourceRange, of file: SourceFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if largestBody < body.upper - body.lower {
      let place = file.scalarStart(atOrBefore: body.lower + largestBody)
      found.append(bodyTooLarge(at: Location(file, SourceRange(at: place))))
    }
    var lower = body.lower
    while lower < body.upper, found.count < 20 {
      let line = file.lineRange(at: lower)
      if longestLine < line.upper - line.lower {
        let place = file.scalarStart(atOrBefore: line.lower + longestLine)
        found.append(lineTooLong(at: Location(file, SourceRange(at: place))))
      }
      lower = nextLine(after: line, in: file)
    }
    return found
  }

  private static func bodyTooLarge(at location: Location) -> Diagnostic {
    Diagnostic(
      "S4", .error,
      Wording(
        zh: "正文超过 \(largestBody / 1024) KiB，从这里开始放不下",
        en: "the body is over \(largestBody / 1024) KiB; what follows does not fit"),
      at: location,
      help: [
        Wording(
          zh: "把长文字或明细放进附件，或者分成几份记录",
          en: "attach long texts and details as a file, or make several records of it")
      ])
  }

  private static func lineTooLong(at location: Location) -> Diagnostic {
    Diagnostic(
      "S4", .error,
      Wording(
        zh: "这一行超过 \(longestLine) 字节", en: "this line is over \(longestLine) bytes"),
      at: location,
      help: [
        Wording(
          zh: "分成几段，每段之间空一行", en: "break it into paragraphs with empty lines between")
      ])
  }
}
