import Source

/// A heading is at most one level below the one before it.
enum HeadingsStepByOne {
  static func finding(
    level: Int, after last: Int, at range: SourceRange, in file: SourceFile
  ) -> Diagnostic {
    let written = marks(level)
    let wanted = marks(last + 1)
    return Diagnostic(
      "M5", .warning,
      Wording(
        zh: "标题从 \(marks(last)) 跳到了 \(written)",
        en: "the headings skip from \(marks(last)) to \(written)"),
      at: Location(file, range),
      expected: Wording(
        zh: "\(wanted) 或更高一级", en: "\(wanted) or a higher level"),
      found: Wording(written),
      help: [
        Wording(
          zh: "写成 \(wanted)；听读网页的人靠标题级别找内容",
          en: "write \(wanted); people who listen to a page find their way by its levels")
      ],
      fixes: fix(level: level, wanted: wanted, at: range, in: file))
  }

  private static func marks(_ level: Int) -> String { String(repeating: "#", count: level) }

  /// Only headings that start with their marks can be mended by replacing them.
  private static func fix(
    level: Int, wanted: String, at range: SourceRange, in file: SourceFile
  ) -> [Fix] {
    let end = range.lower + level
    guard end <= range.upper,
      file.bytes[range.lower..<end].allSatisfy({ $0 == UInt8(ascii: "#") })
    else { return [] }
    return [
      Fix(
        Wording(zh: "改成 \(wanted)", en: "write \(wanted)"),
        replacing: SourceRange(range.lower, end), with: wanted, confidence: .likely)
    ]
  }
}
