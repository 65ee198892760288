import Source

// T004–T008 names, T012–T022 types.
extension Diagnostic {
  static func unknownName(_ name: String, among known: [String], at place: Location)
    -> Diagnostic
  {
    .template(
      "T004", Wording(zh: "这里没有叫 `\(name)` 的东西", en: "nothing here is called `\(name)`"),
      at: place, help: .suggestion(NearMiss.of(name, among: known)))
  }

  static func unknownName(_ name: String, meaning help: Wording, at place: Location) -> Diagnostic {
    .template(
      "T004", Wording(zh: "这里没有叫 `\(name)` 的东西", en: "nothing here is called `\(name)`"),
      at: place, help: [help])
  }

  static func hiddenFromBlock(_ name: String, block: String, at place: Location) -> Diagnostic {
    .unknownName(
      name,
      meaning: Wording(
        zh: "块看不到外面循环的变量，请写 `{% block \(block) scoped %}`",
        en: "a block does not see the variables around it: write `{% block \(block) scoped %}`"),
      at: place)
  }

  static func unknownFilter(_ name: String, among known: [String], at place: Location)
    -> Diagnostic
  {
    .template(
      "T005", Wording(zh: "没有过滤器 `\(name)`", en: "there is no filter `\(name)`"), at: place,
      help: LeftOutNames.filter(name).map { [$0] }
        ?? .suggestion(NearMiss.of(name, among: known)))
  }

  static func unknownTest(_ name: String, among known: [String], at place: Location)
    -> Diagnostic
  {
    .template(
      "T006", Wording(zh: "没有判断 `is \(name)`", en: "there is no test `is \(name)`"), at: place,
      help: LeftOutNames.test(name).map { [$0] }
        ?? .suggestion(NearMiss.of(name, among: known)))
  }

  static func unknownFunction(_ name: String, among known: [String], at place: Location)
    -> Diagnostic
  {
    .template(
      "T007", Wording(zh: "没有函数 `\(name)`", en: "there is no function `\(name)`"), at: place,
      help: LeftOutNames.function(name).map { [$0] }
        ?? .suggestion(NearMiss.of(name, among: known)))
  }

  static func notCallable(at place: Location) -> Diagnostic {
    .template("T007", Wording(zh: "这不是函数", en: "this is not a function"), at: place)
  }

  static func missingArgument(_ name: String, of function: String, at place: Location)
    -> Diagnostic
  {
    .template(
      "T008",
      Wording(zh: "`\(function)` 缺少参数 `\(name)`", en: "`\(function)` needs the argument `\(name)`"),
      at: place)
  }

  static func extraArgument(of function: String, at place: Location) -> Diagnostic {
    .template(
      "T008",
      Wording(zh: "`\(function)` 没有这么多参数", en: "`\(function)` takes no further argument"), at: place
    )
  }

  static func unknownArgument(
    _ name: String, of function: String, among known: [String], at place: Location
  ) -> Diagnostic {
    .template(
      "T008",
      Wording(
        zh: "`\(function)` 没有参数 `\(name)`", en: "`\(function)` has no argument `\(name)`"),
      at: place, help: .suggestion(NearMiss.of(name, among: known)))
  }

  static func argumentTwice(_ name: String, of function: String, at place: Location)
    -> Diagnostic
  {
    .template(
      "T008",
      Wording(zh: "`\(function)` 的 `\(name)` 写了两次", en: "`\(function)` has `\(name)` twice"),
      at: place)
  }

  static func loopAsValue(at place: Location) -> Diagnostic {
    .template(
      "T015", Wording(zh: "`loop` 本身不是一个值", en: "`loop` is no value by itself"), at: place,
      help: [
        Wording(
          zh: "写出它的一项，如 `loop.index`；要在里层循环用外层的，先写 `{% set outer = loop %}`",
          en:
            "name what is meant, as in `loop.index`; for an inner loop write `{% set outer = loop %}` first"
        )
      ])
  }

  static func constantMarkup(at place: Location) -> Diagnostic {
    .template(
      "T014",
      Wording(
        zh: "这里全是写好的文字，`~` 会丢掉它的 HTML", en: "this is all written out, and `~` would lose its HTML"),
      at: place,
      help: [Wording(zh: "把文字直接写在模板里", en: "write the text itself into the template")])
  }

  static func secondChanged(at place: Location) -> Diagnostic {
    .template(
      "T008",
      Wording(
        zh: "一个循环里只能用一次 `loop.changed`", en: "a loop asks `loop.changed` once at most"),
      at: place,
      help: [
        Wording(
          zh: "几个值一起问：`loop.changed(a, b)`", en: "ask about several values: `loop.changed(a, b)`")
      ])
  }

  static func literalWanted(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T008",
      Wording(zh: "参数 `\(name)` 必须直接写出", en: "the argument `\(name)` must be written out"),
      at: place)
  }

  static func noSuchMember(
    _ name: String, of type: String, known: [String], suggestion: String?, at place: Location,
    origin: [Note]
  ) -> Diagnostic {
    var help = [Wording].suggestion(suggestion)
    if !known.isEmpty {
      let list = known.joined(separator: ", ")
      help.append(Wording(zh: "可用的有：\(list)", en: "fields: \(list)"))
    }
    return .template(
      "T012", Wording(zh: "`\(type)` 没有 `\(name)`", en: "`\(type)` has no field `\(name)`"),
      at: place, notes: origin, help: help)
  }

  static func noMembers(_ name: String, of type: String, at place: Location) -> Diagnostic {
    let isCount = ["length", "count", "size"].contains(name)
    return .template(
      "T012",
      Wording(zh: "\(type) 没有 `.\(name)`", en: "\(type.withArticle) has no `.\(name)`"), at: place,
      help: isCount ? [Wording(zh: "请写 `|length`", en: "write `|length`")] : [])
  }

  static func mayBeAbsent(_ what: String, at place: Location) -> Diagnostic {
    .template(
      "T013", Wording(zh: "`\(what)` 可能没有填写", en: "`\(what)` may be absent"), at: place,
      help: [
        Wording(
          zh: "先判断 `{% if \(what) is defined %}`，或给出 `|default(…)`",
          en: "ask first `{% if \(what) is defined %}`, or give `|default(…)`")
      ])
  }

  static func elementMayBeAbsent(_ function: String, at place: Location) -> Diagnostic {
    .template(
      "T013",
      Wording(
        zh: "`\(function)` 的列表里有的一项可能没有填写",
        en: "some elements that `\(function)` gets may be absent"),
      at: place,
      help: [
        Wording(
          zh: "先去掉没有的：`|select('defined')`，或给出 `map(attribute='…', default='…')`",
          en: "leave them out with `|select('defined')`, or give `map(attribute='…', default='…')`")
      ])
  }

  static func operands(
    _ operation: String, _ left: String, _ right: String, at place: Location, help: [Wording] = []
  ) -> Diagnostic {
    .template(
      "T014",
      Wording(
        zh: "`\(operation)` 不能用于 \(left) 和 \(right)",
        en: "`\(operation)` does not go between \(left) and \(right)"), at: place, help: help)
  }

  static func operand(_ operation: String, _ type: String, at place: Location) -> Diagnostic {
    .template(
      "T014",
      Wording(zh: "`\(operation)` 不能用于 \(type)", en: "`\(operation)` does not go with \(type)"),
      at: place)
  }

  static func notTakenApart(_ type: String, at place: Location) -> Diagnostic {
    .template(
      "T014",
      Wording(
        zh: "\(type) 不能拆成几个变量", en: "\(type.withArticle) cannot be taken apart into several names"),
      at: place,
      help: [
        Wording(
          zh: "要序号请写 `loop.index`；要键和值请写 `|items`",
          en: "for the number write `loop.index`; for keys and values `|items`")
      ])
  }

  static func notPrintable(_ type: String, at place: Location, help: [Wording]) -> Diagnostic {
    .template(
      "T015", Wording(zh: "\(type) 不能直接显示", en: "\(type.withArticle) cannot be printed"), at: place,
      help: help)
  }

  static func numberAsCondition(_ type: String, at place: Location) -> Diagnostic {
    .template(
      "T016",
      Wording(
        zh: "\(type) 不能当作条件，0 也是一个数", en: "\(type.withArticle) is no condition: 0 is a value too"),
      at: place,
      help: [
        Wording(
          zh: "写明比较，例如 `!= 0`，或 `is defined`", en: "compare it, as in `!= 0`, or ask `is defined`")
      ])
  }

  static func objectAsCondition(_ type: String, at place: Location) -> Diagnostic {
    .template(
      "T016",
      Wording(
        zh: "\(type) 不能当作条件，它可能是空的", en: "\(type.withArticle) is no condition: it may be empty"),
      at: place,
      help: [Wording(zh: "写明要看的那一项", en: "ask for the field that matters")])
  }

  static func mixedOperands(
    _ operation: String, _ left: String, _ right: String, at place: Location
  ) -> Diagnostic {
    .template(
      "T022",
      Wording(
        zh: "`\(operation)` 两边类型不同：\(left) 和 \(right)",
        en: "`\(operation)` would give \(left.withArticle) or \(right.withArticle)"), at: place,
      help: [
        Wording(
          zh: "写明各是什么：`true if a \(operation) b else false`",
          en: "say what is meant: `true if a \(operation) b else false`")
      ])
  }

  static func untyped(at place: Location) -> Diagnostic {
    .template(
      "T022",
      Wording(
        zh: "这里的类型不清楚，列表总是空的", en: "this has no type: the list is always empty"),
      at: place)
  }

  static func unroundedQuotient(at place: Location) -> Diagnostic {
    .template(
      "T017", Wording(zh: "除法的结果必须先舍入", en: "a quotient must be rounded"), at: place,
      help: [
        Wording(
          zh: "加上 `|round(2)`、`|money` 或 `|percent(1)`",
          en: "add `|round(2)`, `|money` or `|percent(1)`")
      ])
  }

  static func notIterable(_ type: String, at place: Location, help: [Wording] = []) -> Diagnostic {
    .template(
      "T018", Wording(zh: "\(type) 不能逐项列出", en: "\(type.withArticle) cannot be looped over"),
      at: place,
      help: help)
  }

  static func setAfterReading(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T019",
      Wording(
        zh: "上面的循环里已经用过外面的 `\(name)`，这里又给它赋值",
        en: "the outer `\(name)` was used in a loop above before it is set here"), at: place,
      help: [Wording(zh: "换一个名称", en: "take another name")])
  }

  static func maybeUnset(_ name: String, at place: Location, set: Location) -> Diagnostic {
    .template(
      "T019", Wording(zh: "`\(name)` 可能还没有赋值", en: "`\(name)` may be unset"), at: place,
      notes: [
        Note(Wording(zh: "只在这个分支里赋值", en: "set only on this branch"), at: set)
      ])
  }

  static func argumentType(
    _ name: String, of function: String, wanted: String, found: String, at place: Location
  ) -> Diagnostic {
    // `sort('name')` is what everybody writes once.
    let isAttribute = ["reverse", "case_sensitive"].contains(name) && found == "String"
    return .template(
      "T020",
      Wording(
        zh: "`\(function)` 的 \(name) 应为 \(wanted)，这里是 \(found)",
        en: "\(name) of `\(function)` must be \(wanted), this is \(found)"), at: place,
      help: isAttribute
        ? [
          Wording(
            zh: "按某一项请写 `\(function)(attribute='…')`",
            en: "to go by a field write `\(function)(attribute='…')`")
        ] : [])
  }

  static func unknownChoice(
    _ word: String, of name: String, among known: [String], at place: Location
  ) -> Diagnostic {
    .template(
      "T021",
      Wording(zh: "`\(name)` 没有选项 `\(word)`", en: "`\(name)` has no choice `\(word)`"), at: place,
      help: .suggestion(NearMiss.of(word, among: known)) + [
        Wording(
          zh: "选项有：\(known.joined(separator: "、"))", en: "choices: \(known.joined(separator: ", "))"
        )
      ])
  }

  static func branchTypes(_ left: String, _ right: String, at place: Location, other: Location)
    -> Diagnostic
  {
    .template(
      "T022",
      Wording(zh: "各分支类型不同：\(left) 和 \(right)", en: "branches give \(left) and \(right)"),
      at: place, notes: [Note(Wording(zh: "另一个分支", en: "the other branch"), at: other)])
  }

  static func shadowing(_ name: String, at place: Location, outer: Location) -> Diagnostic {
    .template(
      "T040",
      Wording(
        zh: "循环里的 `set \(name)` 不会改变外面的 `\(name)`",
        en: "`set \(name)` inside the loop does not change the outer `\(name)`"), at: place,
      severity: .warning,
      notes: [Note(Wording(zh: "外面的在这里", en: "the outer one"), at: outer)])
  }

  static func missingCases(_ missing: [String], at place: Location) -> Diagnostic {
    .template(
      "T041",
      Wording(
        zh: "没有处理这些选项：\(missing.joined(separator: "、"))",
        en: "these choices are not handled: \(missing.joined(separator: ", "))"), at: place,
      severity: .warning, help: [Wording(zh: "补上，或加 else", en: "add them, or an else")])
  }
}
