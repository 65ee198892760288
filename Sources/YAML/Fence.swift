import Source

/// The findings about the `---` lines around front matter (Y7).
enum Fence {
  /// The file does not begin with `---`.
  static func missing(from start: Int, in file: SourceFile) -> Diagnostic {
    let first = file.lineRange(at: start)
    if looksLikeFence(first, in: file) { return misspelt(first, in: file) }
    if let fence = fenceBelowEmptyLines(from: start, in: file) {
      return late(SourceRange(start, fence.lower), in: file, first: first)
    }
    let isKey = file.text(in: first).contains(": ")
    let fixes =
      isKey && hasFence(after: first, in: file)
      ? [
        Fix(
          Wording(zh: "在最前面加一行 ---", en: "put a line --- at the top"),
          replacing: SourceRange(at: start), with: "---\n", confidence: .likely)
      ] : []
    return finding(
      Wording(
        zh: "文件开头没有信息块：第一行应当是 ---",
        en: "the file does not begin with front matter: its first line should be ---"),
      at: Location(file, first), fixes: fixes)
  }

  /// The second `---` never comes.
  static func unclosed(_ first: SourceRange, in file: SourceFile) -> Diagnostic {
    var notes: [Note] = []
    var fixes: [Fix] = []
    var lower = RecordText.nextLine(after: first, in: file)
    while lower < file.bytes.count {
      let line = file.lineRange(at: lower)
      if looksLikeFence(line, in: file) {
        notes.append(
          Note(
            Wording(zh: "是不是想写在这里？", en: "was it meant to be here?"),
            at: Location(file, line)))
        fixes.append(replacement(of: line))
        break
      }
      lower = RecordText.nextLine(after: line, in: file)
    }
    return finding(
      Wording(
        zh: "信息块没有结束：后面还缺一行 ---", en: "the front matter never ends: a second line --- is missing"),
      at: Location(file, first), notes: notes, fixes: fixes)
  }

  private static func misspelt(_ line: SourceRange, in file: SourceFile) -> Diagnostic {
    finding(
      Wording(
        zh: "第一行应当是三个半角减号 ---", en: "the first line should be three hyphens, ---"),
      at: Location(file, line), found: file.text(in: line), fixes: [replacement(of: line)])
  }

  private static func late(
    _ gap: SourceRange, in file: SourceFile, first: SourceRange
  ) -> Diagnostic {
    finding(
      Wording(
        zh: "--- 之前有空行，它应当是文件的第一行",
        en: "empty lines stand before the ---, which should be the file's first line"),
      at: Location(file, first),
      fixes: [
        Fix(
          Wording(zh: "删掉前面的空行", en: "delete the empty lines"), replacing: gap, with: "",
          confidence: .certain)
      ])
  }

  private static func replacement(of line: SourceRange) -> Fix {
    Fix(
      Wording(zh: "换成 ---", en: "replace it by ---"), replacing: line, with: "---",
      confidence: .certain)
  }

  private static func finding(
    _ message: Wording, at location: Location, found: String? = nil, notes: [Note] = [],
    fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      "Y7", .error, message, at: location, expected: Wording("---"),
      found: found.map { Wording($0) },
      notes: notes,
      help: [
        Wording(
          zh: "每份记录的开头是两行 ---，中间写「键: 值」，例如：\n---\n标题: 关于…的公告\n---",
          en: "every record begins with two lines --- and 'key: value' between them, such as:\n"
            + "---\ntitle: Notice about …\n---")
      ], fixes: fixes)
  }

  /// Three or more hyphens, dashes or their full-width forms, perhaps indented, but not `---`.
  private static func looksLikeFence(_ line: SourceRange, in file: SourceFile) -> Bool {
    guard line.upper - line.lower <= 300 else { return false }
    var dashes = 0
    for scalar in file.text(in: line).unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x2500, 0xFE63: dashes += 1
      case 0x20, 0x09, 0x3000, 0xA0: continue
      default: return false
      }
    }
    return 2 <= dashes && !RecordText.isFence(line, in: file)
  }

  private static func fenceBelowEmptyLines(from start: Int, in file: SourceFile) -> SourceRange? {
    var lower = start
    while lower < file.bytes.count {
      let line = file.lineRange(at: lower)
      if RecordText.isFence(line, in: file) { return line }
      guard file.bytes[line.lower..<line.upper].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
        return nil
      }
      lower = RecordText.nextLine(after: line, in: file)
    }
    return nil
  }

  private static func hasFence(after first: SourceRange, in file: SourceFile) -> Bool {
    var lower = RecordText.nextLine(after: first, in: file)
    while lower < file.bytes.count {
      let line = file.lineRange(at: lower)
      if RecordText.isFence(line, in: file) { return true }
      lower = RecordText.nextLine(after: line, in: file)
    }
    return false
  }
}
