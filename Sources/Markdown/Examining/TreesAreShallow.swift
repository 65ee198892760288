import Source

/// Marks within marks end somewhere.
enum TreesAreShallow {
  static func finding(at range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "S4", .error,
      Wording(zh: "这一段里的记号套得太深", en: "the marks in this paragraph are nested too deeply"),
      at: Location(file, range),
      expected: Wording(zh: "不超过 \(Limits.depth) 层", en: "at most \(Limits.depth) levels"),
      help: [
        Wording(
          zh: "减少 * 和 _，或在它们前面加反斜杠 \\", en: "use fewer '*' and '_', or put a backslash before them")
      ])
  }
}
