import Source

// T001 what cannot be read, T002 what is not closed, T003 unknown tags, T009 what is left out on
// purpose, T011 blocks that do not fit together.
extension Diagnostic {
  static func template(
    _ code: String, _ message: Wording, at place: Location, severity: Severity = .error,
    notes: [Note] = [], help: [Wording] = []
  ) -> Diagnostic {
    Diagnostic(code, severity, message, at: place, notes: notes, help: help)
  }

  static func unexpected(_ found: String?, wanting wanted: Wording, at place: Location)
    -> Diagnostic
  {
    let shown = found.flatMap { $0.isEmpty ? nil : "`\($0)`" }
    return .template(
      "T001",
      Wording(
        zh: "这里应为\(wanted.chinese)，写的是\(shown ?? "结尾")",
        en: "expected \(wanted.english), found \(shown ?? "the end")"), at: place,
      help: wanted.english == "the name of a tag"
        ? [] : found.flatMap { otherSigns[$0] }.map { [$0] } ?? [])
  }

  /// What other languages write, with what is meant.
  private static let otherSigns: [String: Wording] = [
    "=": Wording(zh: "比较请写 `==`", en: "compare with `==`"),
    "|": Wording(zh: "“或者”请写 `or`", en: "write `or` for `||`"),
    "&": Wording(zh: "“并且”请写 `and`", en: "write `and`"),
    "!": Wording(zh: "“不”请写 `not`", en: "write `not`"),
    "?": Wording(
      zh: "请写 `甲 if 条件 else 乙`", en: "write `a if condition else b`"),
    "if": Wording(zh: "请写 `elif`", en: "write `elif`"),
  ]

  static func strangeCharacter(_ text: String, at place: Location) -> Diagnostic {
    let ascii: [String: String] = [
      "“": "\"", "”": "\"", "‘": "'", "’": "'", "（": "(", "）": ")", "，": ",", "：": ":", "｜": "|",
      "！": "!=", "＝": "=", "；": ";", "【": "[", "】": "]",
    ]
    let help = ascii[text].map {
      [Wording(zh: "全角符号请改成半角 \($0)", en: "write the half-width \($0)")]
    }
    return .template(
      "T001", Wording(zh: "看不懂的符号 `\(text)`", en: "unknown character `\(text)`"), at: place,
      help: help ?? otherSigns[text].map { [$0] } ?? [])
  }

  static func unknownEscape(at place: Location) -> Diagnostic {
    .template(
      "T001", Wording(zh: "看不懂的转义", en: "unknown escape"), at: place,
      help: [Wording(zh: "反斜杠本身请写成 `\\\\`", en: "write a backslash itself as `\\\\`")])
  }

  static func numberTooLarge(at place: Location) -> Diagnostic {
    .template(
      "T001", Wording(zh: "数字太大，最多 18 位", en: "the number is too large: 18 digits at most"),
      at: place)
  }

  static func tooDeep(at place: Location) -> Diagnostic {
    .template(
      "T001", Wording(zh: "嵌套太深，最多 100 层", en: "nested too deeply: 100 levels at most"), at: place)
  }

  static func testNeedsParentheses(at place: Location) -> Diagnostic {
    .template(
      "T001",
      Wording(zh: "`is` 的判断要放在括号里", en: "put the test in parentheses"), at: place,
      help: [Wording(zh: "写成 `(x is defined)`", en: "write `(x is defined)`")])
  }

  static func reservedName(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T001",
      Wording(zh: "`\(name)` 不能用作名称", en: "`\(name)` cannot be used as a name"), at: place)
  }

  static func requiredBlockWithContents(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T011",
      Wording(
        zh: "块 `\(name)` 是必填的，这里不能有内容",
        en: "block `\(name)` is required, so it has no contents of its own"), at: place)
  }

  static func conditionalWithoutElse(at place: Location) -> Diagnostic {
    .template(
      "T001",
      Wording(zh: "`… if …` 缺少 `else`", en: "`… if …` has no `else`"), at: place,
      help: [
        Wording(
          zh: "写明不成立时的值：`a if 条件 else b`", en: "say what else it is: `a if condition else b`")
      ])
  }

  static func unclosed(_ opening: String, by closing: String, at place: Location) -> Diagnostic {
    .template(
      "T002",
      Wording(
        zh: "`\(opening)` 没有用 `\(closing)` 结束", en: "`\(opening)` is never closed by `\(closing)`"),
      at: place)
  }

  static func unclosedTag(
    _ tag: String, closing: String, found: String?, at place: Location, opening: Location
  ) -> Diagnostic {
    let seen = found.map { Wording(zh: "，遇到的是 `\($0)`", en: ", found `\($0)`") }
    return .template(
      "T002",
      Wording(
        zh: "`\(tag)` 缺少 `\(closing)`\(seen?.chinese ?? "，一直到文件结尾")",
        en: "`\(tag)` needs `\(closing)`\(seen?.english ?? " before the end of the file")"),
      at: place,
      notes: found == nil
        ? [] : [Note(Wording(zh: "`\(tag)` 在这里开始", en: "`\(tag)` opens here"), at: opening)])
  }

  static func strayTag(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T002", Wording(zh: "`\(name)` 没有对应的开始标签", en: "`\(name)` closes nothing"), at: place)
  }

  static func unknownTag(_ name: String, among known: [String], at place: Location) -> Diagnostic {
    let meant: [String: String] = [
      "elseif": "elif", "elsif": "elif", "unless": "if not", "foreach": "for", "let": "set",
      "assign": "set", "capture": "set", "render": "include", "embed": "include", "use": "import",
      "switch": "if … elif", "case": "if … elif", "when": "elif", "component": "macro",
    ]
    let help = meant[name].map { [Wording(zh: "请写 `\($0)`", en: "write `\($0)`")] }
    return .template(
      "T003", Wording(zh: "没有 `\(name)` 这种标签", en: "there is no tag `\(name)`"), at: place,
      help: help ?? .suggestion(NearMiss.of(name, among: known)))
  }

  static func lateExtends(at place: Location) -> Diagnostic {
    .template(
      "T011",
      Wording(zh: "`extends` 只能是模板的第一个标签", en: "`extends` must be the first tag of a template"),
      at: place)
  }

  static func leftOut(_ construct: LeftOut, at place: Location) -> Diagnostic {
    .template(
      "T009",
      Wording(
        zh: "本语言没有 `\(construct.name)`", en: "`\(construct.name)` is left out of this language"),
      at: place, help: [construct.help])
  }

  static func wrongBlockName(
    _ found: String, of name: String, at place: Location, opening: Location
  ) -> Diagnostic {
    .template(
      "T011",
      Wording(
        zh: "这里结束的是 `\(name)`，写的是 `\(found)`", en: "this closes `\(name)`, not `\(found)`"),
      at: place,
      notes: [Note(Wording(zh: "`\(name)` 在这里开始", en: "`\(name)` opens here"), at: opening)])
  }

  static func duplicateBlock(_ name: String, at place: Location, first: Location) -> Diagnostic {
    .template(
      "T011", Wording(zh: "块 `\(name)` 写了两次", en: "block `\(name)` stands twice"), at: place,
      notes: [Note(Wording(zh: "第一次在这里", en: "first here"), at: first)])
  }

  static func unknownBlock(_ name: String, among known: [String], at place: Location)
    -> Diagnostic
  {
    .template(
      "T011",
      Wording(zh: "上级模板没有块 `\(name)`", en: "the parent template has no block `\(name)`"), at: place,
      help: .suggestion(NearMiss.of(name, among: known)))
  }

  static func textOutsideBlocks(at place: Location) -> Diagnostic {
    .template(
      "T011",
      Wording(
        zh: "继承了上级模板的模板，内容只能写在块里", en: "a template that extends another holds only blocks"),
      at: place,
      help: [Wording(zh: "移到某个 {% block %} 里", en: "move it into a {% block %}")])
  }

  static func requiredBlock(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T011", Wording(zh: "块 `\(name)` 必须填写", en: "block `\(name)` must be filled"), at: place)
  }

  static func unknownTemplate(_ name: String, among known: [String], at place: Location)
    -> Diagnostic
  {
    .template(
      "T010", Wording(zh: "没有模板 `\(name)`", en: "there is no template `\(name)`"), at: place,
      help: .suggestion(NearMiss.of(name, among: known)))
  }

  static func noTemplateOf(_ names: [String], at place: Location) -> Diagnostic {
    let list = names.map { "`\($0)`" }
    return .template(
      "T010",
      Wording(
        zh: "这些模板都没有：\(list.joined(separator: "、"))",
        en: "there is none of these templates: \(list.joined(separator: ", "))"), at: place)
  }

  static func tooManyTemplates(at place: Location) -> Diagnostic {
    .template(
      "T010",
      Wording(zh: "引入的模板太多", en: "too many templates are included"), at: place)
  }

  static func templateCycle(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T010",
      Wording(zh: "模板 `\(name)` 又用到了自己", en: "template `\(name)` uses itself"), at: place)
  }
}

extension [Wording] {
  /// "Did you mean …?", if there is something to suggest.
  static func suggestion(_ name: String?) -> [Wording] {
    guard let name else { return [] }
    return [Wording(zh: "是不是 `\(name)`？", en: "did you mean `\(name)`?")]
  }
}
