import Source

// T024 macros and modules, T025 leaving loops, T026 callers and parents' blocks, T027 namespaces,
// T028 what macros do not see.
extension Diagnostic {
  static func wrongMacroName(
    _ found: String, of name: String, at place: Location, opening: Location
  ) -> Diagnostic {
    .template(
      "T024",
      Wording(
        zh: "这里结束的是宏 `\(name)`，写的是 `\(found)`",
        en: "this closes the macro `\(name)`, not `\(found)`"),
      at: place,
      notes: [Note(Wording(zh: "`\(name)` 在这里开始", en: "`\(name)` opens here"), at: opening)])
  }

  static func duplicateMacro(_ name: String, at place: Location, first: Location) -> Diagnostic {
    .template(
      "T024", Wording(zh: "宏 `\(name)` 写了两次", en: "the macro `\(name)` stands twice"), at: place,
      notes: [Note(Wording(zh: "第一次在这里", en: "first here"), at: first)],
      help: [Wording(zh: "给其中一个换个名称", en: "give one of them another name")])
  }

  static func duplicateParameter(_ name: String, at place: Location, first: Location)
    -> Diagnostic
  {
    .template(
      "T024", Wording(zh: "参数 `\(name)` 写了两次", en: "the parameter `\(name)` stands twice"),
      at: place, notes: [Note(Wording(zh: "第一次在这里", en: "first here"), at: first)])
  }

  static func parameterAfterDefault(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T024",
      Wording(
        zh: "参数 `\(name)` 没有默认值，要写在有默认值的参数前面",
        en: "the parameter `\(name)` has no default, so it must stand before those that have one"),
      at: place)
  }

  static func callerParameter(at place: Location) -> Diagnostic {
    .template(
      "T024",
      Wording(
        zh: "参数 `caller` 只能写成 `caller=none`", en: "the parameter `caller` can only be `caller=none`"
      ),
      at: place,
      help: [
        Wording(
          zh: "`{% call %}` 给的内容不用写参数，直接用 `caller()`",
          en: "the body that `{% call %}` gives needs no parameter: write `caller()`")
      ])
  }

  static func unknownType(_ name: String, among known: [String], at place: Location) -> Diagnostic {
    .template(
      "T024", Wording(zh: "没有类型 `\(name)`", en: "there is no type `\(name)`"), at: place,
      help: .suggestion(NearMiss.of(name, among: known)))
  }

  static func macroCallWanted(at place: Location) -> Diagnostic {
    .template(
      "T024", Wording(zh: "`call` 后面要写一个宏", en: "`call` needs the use of a macro"), at: place,
      help: [
        Wording(zh: "例如 `{% call box('标题') %}`", en: "for instance `{% call box('Title') %}`")
      ])
  }

  static func macroWithoutCall(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T024",
      Wording(zh: "宏 `\(name)` 本身不是一个值", en: "the macro `\(name)` is no value by itself"),
      at: place,
      help: [Wording(zh: "用的时候加括号：`\(name)(…)`", en: "use it with parentheses: `\(name)(…)`")])
  }

  static func moduleAsValue(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T024",
      Wording(
        zh: "`\(name)` 是导入的模板，不是一个值", en: "`\(name)` is an imported template, not a value"),
      at: place,
      help: [Wording(zh: "写出其中的一项：`\(name).…`", en: "name something in it: `\(name).…`")])
  }

  static func notInModule(
    _ name: String, of module: String, among known: [String], at place: Location
  ) -> Diagnostic {
    var help = [Wording].suggestion(NearMiss.of(name, among: known))
    if !known.isEmpty {
      let list = known.joined(separator: ", ")
      help.append(Wording(zh: "里面有：\(list)", en: "it defines: \(list)"))
    }
    return .template(
      "T024", Wording(zh: "模板 \(module) 里没有 `\(name)`", en: "\(module) defines no `\(name)`"),
      at: place, help: help)
  }

  static func privateName(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T024",
      Wording(
        zh: "`\(name)` 以下划线开头，只在它自己的模板里使用",
        en: "`\(name)` begins with an underscore, so it belongs to its own template"), at: place,
      help: [Wording(zh: "去掉下划线就能导入", en: "without the underscore it can be imported")])
  }

  static func importedChild(_ name: String, at place: Location, extends: Location) -> Diagnostic {
    .template(
      "T024",
      Wording(
        zh: "模板 `\(name)` 继承了别的模板，不能导入",
        en: "`\(name)` extends another template, so it cannot be imported"),
      at: place, notes: [Note(Wording(zh: "在这里继承", en: "extended here"), at: extends)],
      help: [
        Wording(zh: "把宏移到单独的文件里", en: "move its macros to a file of their own")
      ])
  }

  static func outsideLoop(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T025",
      Wording(zh: "`\(name)` 只能写在循环里", en: "`\(name)` stands outside a loop"), at: place,
      help: [
        Wording(
          zh: "块、宏、set 块和引入的模板里不能离开外面的循环",
          en:
            "a block, a macro, a set block and an included template cannot leave the loop around them"
        )
      ])
  }
}

extension Diagnostic {
  static func exitBeforeElse(at place: Location) -> Diagnostic {
    .template(
      "T025",
      Wording(
        zh: "有 else 的循环里不能用 break 和 continue",
        en: "a loop that has an else is not left by break or continue"), at: place,
      help: [
        Wording(
          zh: "先用 `{% if 列表 %}` 判断有没有内容，再写循环",
          en: "ask `{% if list %}` around the loop instead of an else in it")
      ])
  }

  static func noCaller(_ macro: String?, at place: Location) -> Diagnostic {
    guard let macro else {
      return .template(
        "T026", Wording(zh: "`caller()` 只能写在宏里", en: "`caller()` stands outside a macro"),
        at: place)
    }
    return .template(
      "T026",
      Wording(
        zh: "这里使用 `\(macro)` 时没有给它内容", en: "`\(macro)` is used here without a body"),
      at: place,
      help: [
        Wording(
          zh: "用 `{% call \(macro)(…) %}…{% endcall %}`，或先判断 `{% if caller is defined %}`",
          en:
            "use `{% call \(macro)(…) %}…{% endcall %}`, or ask first `{% if caller is defined %}`")
      ])
  }

  static func callerInBody(at place: Location) -> Diagnostic {
    .template(
      "T026",
      Wording(
        zh: "call 的内容里不能再用 `caller()`", en: "the body of a call has no `caller()` of its own"),
      at: place,
      help: [
        Wording(
          zh: "先写 `{% set inner = caller() %}`，在内容里用 `inner`",
          en: "write `{% set inner = caller() %}` first and use `inner` in the body")
      ])
  }

  static func unusedCallBody(_ macro: String, at place: Location) -> Diagnostic {
    .template(
      "T026",
      Wording(zh: "宏 `\(macro)` 不用给它的内容", en: "the macro `\(macro)` has no use for a body"),
      at: place,
      help: [
        Wording(
          zh: "在宏里写 `{{ caller() }}`，或直接用 `{{ \(macro)(…) }}`",
          en: "write `{{ caller() }}` in the macro, or use `{{ \(macro)(…) }}`")
      ])
  }

  static func superOutsideBlock(at place: Location) -> Diagnostic {
    .template(
      "T026", Wording(zh: "`super()` 只能写在块里", en: "`super()` stands outside a block"), at: place)
  }

  static func noParentBlock(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T026",
      Wording(zh: "块 `\(name)` 没有上级", en: "there is no parent block called `\(name)`"), at: place)
  }

  static func noSuchBlock(_ name: String, among known: [String], at place: Location) -> Diagnostic {
    .template(
      "T026", Wording(zh: "没有块 `\(name)`", en: "there is no block `\(name)`"), at: place,
      help: .suggestion(NearMiss.of(name, among: known)))
  }

  static func blockInMacro(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T011",
      Wording(zh: "块 `\(name)` 不能写在宏里", en: "block `\(name)` cannot stand in a macro"),
      at: place,
      help: [
        Wording(zh: "用参数，或用 `caller()`", en: "use a parameter, or `caller()`")
      ])
  }

  static func blockCycle(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T026", Wording(zh: "块 `\(name)` 又用到了自己", en: "the block `\(name)` uses itself"), at: place)
  }

  static func changingFilter(at place: Location) -> Diagnostic {
    .template(
      "T027",
      Wording(
        zh: "`for … if` 的条件里不能用会变的值", en: "the `if` of a `for` cannot ask for what changes"),
      at: place,
      help: [
        Wording(zh: "请把它写进循环里的 `{% if %}`", en: "ask with an `{% if %}` inside the loop")
      ])
  }

  static func namespaceValue(at place: Location) -> Diagnostic {
    .template(
      "T027",
      Wording(zh: "namespace 的每一项都要有名称", en: "each value of a namespace needs a name"),
      at: place,
      help: [Wording(zh: "写成 `namespace(count=0)`", en: "write `namespace(count=0)`")])
  }

  static func notInNamespace(
    _ name: String, of owner: String, among known: [String], at place: Location
  ) -> Diagnostic {
    .template(
      "T027",
      Wording(zh: "`\(owner)` 里没有 `\(name)`", en: "`\(owner)` has no `\(name)`"), at: place,
      help: .suggestion(NearMiss.of(name, among: known)) + [
        Wording(
          zh: "一开始就写上它的第一个值：`namespace(\(name)=…)`",
          en: "give it a first value where the namespace is made: `namespace(\(name)=…)`")
      ])
  }

  static func notNamespace(_ name: String, _ type: String, at place: Location) -> Diagnostic {
    .template(
      "T027",
      Wording(
        zh: "`\(name)` 是 \(type)，不能改它的一项",
        en: "`\(name)` is \(type.withArticle), whose parts do not change"),
      at: place,
      help: [
        Wording(
          zh: "要累加的值请放进 `{% set ns = namespace(…) %}`",
          en: "keep what changes in `{% set ns = namespace(…) %}`")
      ])
  }

  static func namespaceType(
    _ name: String, _ type: String, _ found: String, at place: Location, first: Location?
  ) -> Diagnostic {
    .template(
      "T027",
      Wording(
        zh: "`\(name)` 是 \(type)，不能改成 \(found)",
        en: "`\(name)` is \(type.withArticle), it cannot become \(found.withArticle)"),
      at: place,
      notes: first.map { [Note(Wording(zh: "它的第一个值在这里", en: "its first value is here"), at: $0)] }
        ?? [])
  }

  static func captureNotHTML(_ type: String, at place: Location) -> Diagnostic {
    .template(
      "T020",
      Wording(
        zh: "set 块的结果应为 Html，这里是 \(type)", en: "a set block gives Html, this is \(type)"),
      at: place,
      help: [
        Wording(
          zh: "去掉过滤器，用的时候再加", en: "leave the filter out here and put it where the name is used")
      ])
  }

  static func contextInMacro(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T028",
      Wording(
        zh: "宏只看得到自己的参数，看不到 `\(name)`",
        en: "a macro sees only its parameters, not `\(name)`"), at: place,
      help: [
        Wording(
          zh: "把 `\(name)` 作为参数传进来", en: "add a parameter and pass `\(name)` to it")
      ])
  }
}
