package import Source

/// Refuses, before anything is parsed, the bodies that would make cmark 0.29.0.gfm.6 explode.
///
/// It reads bytes and knows only as much Markdown as it needs to overestimate: what it lets pass
/// takes neither two seconds nor 256 MB.
package enum MarkdownGuard {
  /// What is wrong with the size and shape of `body`, each limit named once.
  package static func check(_ body: SourceRange, of file: SourceFile) -> [Diagnostic] {
    violations(in: file.bytes[body.lower..<body.upper])
      .map { $0.diagnostic(from: body.lower, in: file) }
  }

  /// Whether `bytes` may be parsed.
  static func passes(_ bytes: ArraySlice<UInt8>) -> Bool { violations(in: bytes).isEmpty }

  static func violations(in bytes: ArraySlice<UInt8>) -> [Violation] {
    guard bytes.count <= Limits.bodyBytes else { return [bodyViolation(in: bytes)] }
    var survey = Survey()
    survey.read(bytes.span)
    return survey.violations
  }

  /// Points at the first line that does not fit any more.
  private static func bodyViolation(in bytes: ArraySlice<UInt8>) -> Violation {
    let limit = bytes.startIndex + Limits.bodyBytes
    let feed = UInt8(ascii: "\n")
    let lower = bytes[..<limit].lastIndex(of: feed).map { $0 + 1 } ?? bytes.startIndex
    let upper = bytes[limit...].firstIndex(of: feed) ?? bytes.endIndex
    return Violation(
      limit: .body, lower: lower - bytes.startIndex, upper: upper - bytes.startIndex,
      found: bytes.count)
  }
}
