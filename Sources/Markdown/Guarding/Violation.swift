import Source

/// One limit that a body breaks, and where.
struct Violation: Hashable {
  let limit: Limit
  /// Offsets into the bytes that were guarded.
  let lower: Int
  let upper: Int
  /// How much was found, in the limit's own unit.
  let found: Int

  /// The limits, each said once for a body.
  enum Limit: Hashable, CaseIterable {
    case body, line, columns, cells, delimiters, definitions, expansion, nesting, declarations,
      brackets
  }
}

extension Violation {
  /// The finding that an editor reads; `start` is where the guarded bytes stand in `file`.
  func diagnostic(from start: Int, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "S4", .error, message,
      at: Location(file, SourceRange(start + lower, start + upper)),
      expected: expected.map { Wording(zh: "不超过 \($0)", en: "at most \($0)") },
      found: expected.map { _ in Wording("\(found)") }, help: [help])
  }

  private var expected: Int? {
    switch limit {
    case .body: Limits.bodyBytes
    case .line: Limits.lineBytes
    case .columns: Limits.tableColumns
    case .cells: Limits.tableCells
    case .definitions: Limits.definitions
    case .nesting: Limits.nesting
    case .declarations: Limits.declarations
    case .delimiters, .expansion, .brackets: nil
    }
  }

  private var message: Wording {
    switch limit {
    case .body: Wording(zh: "正文太长", en: "the body is too long")
    case .line: Wording(zh: "这一行太长", en: "this line is too long")
    case .columns: Wording(zh: "表格的列太多", en: "the table has too many columns")
    case .cells: Wording(zh: "表格的单元格太多", en: "the table has too many cells")
    case .delimiters:
      Wording(zh: "一段里像“|---|”的行太多", en: "a paragraph has too many lines like '|---|'")
    case .definitions:
      Wording(zh: "“[名称]: 地址”这样的定义太多", en: "there are too many definitions like '[name]: address'")
    case .expansion:
      Wording(zh: "这段正文展开后会大得无法显示", en: "this body would become far too large a page")
    case .nesting:
      Wording(zh: "列表或引用套得太深", en: "lists or quotations are nested too deeply")
    case .declarations: Wording(zh: "“<!”和“<?”太多", en: "there are too many '<!' and '<?'")
    case .brackets:
      Wording(zh: "方括号和 *、_ 记号太多", en: "there are too many brackets and marks like * and _")
    }
  }

  private var help: Wording {
    switch limit {
    case .body:
      Wording(
        zh: "把一部分内容放进附件，或分成几份记录（上限 64 KiB）",
        en: "move a part into an attachment, or split the record (the limit is 64 KiB)")
    case .line:
      Wording(zh: "在句子之间换行；换行不会分段", en: "break it between sentences; that starts no paragraph")
    case .delimiters:
      Wording(zh: "每个表格前后各空一行", en: "leave an empty line before and after each table")
    case .columns, .cells:
      Wording(
        zh: "把大表格做成附件（如 CSV），正文里只放要点",
        en: "attach the large table as a file such as CSV and keep the main figures here")
    case .definitions, .expansion:
      Wording(
        zh: "把地址直接写在链接里：[文字](地址)", en: "write addresses in the links: [text](address)")
    case .nesting:
      Wording(zh: "减少行首的 >、- 和缩进", en: "use fewer '>', '-' and less indentation at line starts")
    case .declarations, .brackets:
      Wording(
        zh: "正文像是程序或乱码；请改成普通文字，或放进附件",
        en: "this looks like code or garbage; write plain text, or attach it as a file")
    }
  }
}
