import Language
import Source
import TestSupport
import Testing

private let estate = Estate()

/// One mistake, marked, and what is said about it.
struct Mistake: CustomTestStringConvertible {
  let code: String
  let source: String
  let chinese: String
  let english: String
  /// What is suggested, in English.
  var help: [String] = []
  /// The further marks that notes point at, in order.
  var notes: [String] = []

  var testDescription: String { source }

  init(
    _ code: String, _ source: String, _ chinese: String, _ english: String, help: [String] = [],
    notes: [String] = []
  ) {
    self.code = code
    self.source = source
    self.chinese = chinese
    self.english = english
    self.help = help
    self.notes = notes
  }
}

@Suite struct `A finding names its place and says what to do` {
  static let syntax: [Mistake] = [
    Mistake("T001", "{{ 1 + «}}»", "这里应为一个值，写的是`}}`", "expected a value, found `}}`"),
    Mistake("T001", "{{ n «m» }}", "这里应为标签到此结束，写的是`m`", "expected the end of the tag, found `m`"),
    Mistake("T001", "{{ ints[0«}}»", "这里应为`]`，写的是`}}`", "expected `]`, found `}}`"),
    Mistake("T001", "{% set «1» = 2 %}", "这里应为一个名称，写的是`1`", "expected a name, found `1`"),
    Mistake(
      "T001", "{{ n «，» 2 }}", "看不懂的符号 `，`", "unknown character `，`",
      help: ["write the half-width ,"]),
    Mistake(
      "T001", "{{ «“»n }}", "看不懂的符号 `“`", "unknown character `“`", help: ["write the half-width \""]
    ),
    Mistake(
      "T001", "{{ n «!» }}", "看不懂的符号 `!`", "unknown character `!`", help: ["write `not`"]),
    Mistake(
      "T001", "{% if n «=» 1 %}{% endif %}", "这里应为标签到此结束，写的是`=`",
      "expected the end of the tag, found `=`", help: ["compare with `==`"]),
    Mistake(
      "T001", "{{ join«（»“、”） }}", "看不懂的符号 `（`", "unknown character `（`",
      help: ["write the half-width ("]),
    Mistake(
      "T003", "{% if yes %}{% «elseif» no %}{% endif %}", "没有 `elseif` 这种标签",
      "there is no tag `elseif`", help: ["write `elif`"]),
    Mistake(
      "T001", "{{ «99999999999999999999» }}", "数字太大，最多 18 位",
      "the number is too large: 18 digits at most"),
    Mistake(
      "T001", "{{ 1 «if» yes }}", "`… if …` 缺少 `else`", "`… if …` has no `else`",
      help: ["say what else it is: `a if condition else b`"]),
    Mistake(
      "T001", "{{ '«\\x»4' }}", "看不懂的转义", "unknown escape",
      help: ["write a backslash itself as `\\\\`"]),
    Mistake(
      "T001", "{{ 1 if «n is odd» if yes else 2 }}", "`is` 的判断要放在括号里",
      "put the test in parentheses", help: ["write `(x is defined)`"]),
    Mistake("T001", "{% set «loop» = 1 %}", "`loop` 不能用作名称", "`loop` cannot be used as a name"),
    Mistake("T001", "{% «=» %}", "这里应为标签名，写的是`=`", "expected the name of a tag, found `=`"),
    Mistake("T002", "«{{» n", "`{{` 没有用 `}}` 结束", "`{{` is never closed by `}}`"),
    Mistake("T002", "a «{#» n", "`{#` 没有用 `#}` 结束", "`{#` is never closed by `#}`"),
    Mistake(
      "T002", "«{% raw %}» n", "`{% raw %}` 没有用 `{% endraw %}` 结束",
      "`{% raw %}` is never closed by `{% endraw %}`"),
    Mistake("T002", "{{ «'»a }}", "`'` 没有用 `'` 结束", "`'` is never closed by `'`"),
    Mistake(
      "T002", "{% «if» yes %}a", "`if` 缺少 `endif`，一直到文件结尾",
      "`if` needs `endif` before the end of the file"),
    Mistake(
      "T002", "{% «for» i in ints %}{% «endif» %}", "`for` 缺少 `endfor`，遇到的是 `endif`",
      "`for` needs `endfor`, found `endif`", notes: ["`for` opens here"]),
    Mistake("T002", "{% «endfor» %}", "`endfor` 没有对应的开始标签", "`endfor` closes nothing"),
    Mistake(
      "T003", "{% «fro» i in ints %}", "没有 `fro` 这种标签", "there is no tag `fro`",
      help: ["did you mean `for`?"]),
    Mistake(
      "T009", "{{ 2 «**» 3 }}", "本语言没有 `**`", "`**` is left out of this language",
      help: ["write the multiplication out"]),
    Mistake(
      "T009", "{{ (1«,» 2) }}", "本语言没有 `( , )`", "`( , )` is left out of this language",
      help: ["write a list with [ ]"]),
    Mistake(
      "T009", "{% «filter» upper %}", "本语言没有 `{% filter %}`",
      "`{% filter %}` is left out of this language",
      help: ["put the filter behind each value: {{ x|upper }}"]),
    Mistake(
      "T009", "{% «autoescape» false %}", "本语言没有 `{% autoescape %}`",
      "`{% autoescape %}` is left out of this language",
      help: ["escaping is always on and follows the place"]),
    Mistake(
      "T009", "{% «do» n %}", "本语言没有 `{% do %}`", "`{% do %}` is left out of this language",
      help: ["expressions have no effects; use set"]),
    Mistake(
      "T009", "{% include «name» %}", "本语言没有 `include`", "`include` is left out of this language",
      help: ["name the template in quotes and choose with if"]),
    Mistake(
      "T009", "{{ name.«strip»() }}", "本语言没有 `.strip()`", "`.strip()` is left out of this language",
      help: ["write `|trim`"]),
    Mistake(
      "T009", "{{ home.counts.«items» }}", "本语言没有 `.items()`",
      "`.items()` is left out of this language", help: ["write `|items`"]),
    Mistake(
      "T010", "{% include «'prat'» %}", "没有模板 `prat`", "there is no template `prat`",
      help: ["did you mean `part`?"]),
    Mistake("T010", "{% include «'main'» %}", "模板 `main` 又用到了自己", "template `main` uses itself"),
    Mistake(
      "T011", "a{% «extends» 'part' %}", "`extends` 只能是模板的第一个标签",
      "`extends` must be the first tag of a template"),
    Mistake(
      "T011", "{% block «a» %}{% endblock «b» %}", "这里结束的是 `a`，写的是 `b`", "this closes `a`, not `b`",
      notes: ["`a` opens here"]),
    Mistake(
      "T011", "{% block «a» %}{% endblock %}{% block «a» %}{% endblock %}", "块 `a` 写了两次",
      "block `a` stands twice", notes: ["first here"]),
    Mistake(
      "T011", "{% extends 'part' %}{% block «bdoy» %}{% endblock %}", "上级模板没有块 `bdoy`",
      "the parent template has no block `bdoy`", help: ["did you mean `body`?"]),
    Mistake(
      "T011", "{% extends 'part' %}«text»", "继承了上级模板的模板，内容只能写在块里",
      "a template that extends another holds only blocks", help: ["move it into a {% block %}"]),
    Mistake(
      "T011", "{% block «a» required %}{% endblock %}", "块 `a` 必须填写", "block `a` must be filled"),
  ]

  static let names: [Mistake] = [
    Mistake(
      "T004", "{{ «nmae» }}", "这里没有叫 `nmae` 的东西", "nothing here is called `nmae`",
      help: ["did you mean `name`?"]),
    Mistake("T004", "{{ «xyzzyx» }}", "这里没有叫 `xyzzyx` 的东西", "nothing here is called `xyzzyx`"),
    Mistake(
      "T005", "{{ name|«uper» }}", "没有过滤器 `uper`", "there is no filter `uper`",
      help: ["did you mean `upper`?"]),
    Mistake(
      "T005", "{{ ints|map(«'uper'»)|join }}", "没有过滤器 `uper`", "there is no filter `uper`",
      help: ["did you mean `upper`?"]),
    Mistake(
      "T006", "{{ 1 if n is «ood» else 2 }}", "没有判断 `is ood`", "there is no test `is ood`",
      help: ["did you mean `odd`?"]),
    Mistake(
      "T007", "{{ «rnage»(3)|length }}", "没有函数 `rnage`", "there is no function `rnage`",
      help: ["did you mean `range`?"]),
    Mistake("T007", "{{ «(n + 1)»(3) }}", "这不是函数", "this is not a function"),
    Mistake(
      "T008", "{{ name|«replace»('a') }}", "`replace` 缺少参数 `new`",
      "`replace` needs the argument `new`"),
    Mistake(
      "T008", "{{ name|upper(«1») }}", "`upper` 没有这么多参数", "`upper` takes no further argument"),
    Mistake(
      "T008", "{{ name|replace('a', «nwe»='b') }}", "`replace` 没有参数 `nwe`",
      "`replace` has no argument `nwe`", help: ["did you mean `new`?"]),
    Mistake(
      "T008", "{{ name|replace('a', 'b', «old»='c') }}", "`replace` 的 `old` 写了两次",
      "`replace` has `old` twice"),
    Mistake(
      "T008", "{{ today|date(«name») }}", "参数 `format` 必须直接写出",
      "the argument `format` must be written out"),
    Mistake(
      "T012", "{{ «home».«flor» }}", "`Home` 没有 `flor`", "`Home` has no field `flor`",
      help: ["did you mean `floor`?"], notes: ["`home` is a `Home`, see kinds/home.yml"]),
    Mistake(
      "T012", "{{ «home».«业主» }}", "`Home` 没有 `业主`", "`Home` has no field `业主`",
      help: ["did you mean `owner`?"], notes: ["`home` is a `Home`, see kinds/home.yml"]),
    Mistake(
      "T012", "{{ «home».«phone» }}", "`Home` 没有 `phone`", "`Home` has no field `phone`",
      help: ["did you mean `owner.phone`?"], notes: ["`home` is a `Home`, see kinds/home.yml"]),
    Mistake(
      "T012", "{{ «estate».«titel» }}", "`Estate` 没有 `titel`", "`Estate` has no field `titel`",
      help: ["did you mean `title`?", "fields: built, homes, title"],
      notes: ["`estate` is a `Estate`"]),
    Mistake(
      "T012", "{{ n.«length» }}", "Int 没有 `.length`", "an Int has no `.length`",
      help: ["write `|length`"]),
    Mistake(
      "T012", "{{ home.rooms|map(attribute='«nme»')|join }}", "`Room` 没有 `nme`",
      "`Room` has no field `nme`", help: ["did you mean `name`?", "fields: area, name"]),
    Mistake(
      "T012", "{{ estate.homes|map(attribute='«owner».«nmae»')|list|length }}", "`Owner` 没有 `nmae`",
      "`Owner` has no field `nmae`", help: ["did you mean `name`?", "fields: name, phone"],
      notes: ["`owner` is a `Owner`"]),
    Mistake(
      "T019", "{% if «yes» %}{% set a = 1 %}{% endif %}{{ «a» }}", "`a` 可能还没有赋值",
      "`a` may be unset", notes: ["set only on this branch"]),
  ]

  static let types: [Mistake] = [
    Mistake(
      "T013", "{{ «home.owner».name }}", "`home.owner` 可能没有填写", "`home.owner` may be absent",
      help: ["ask first `{% if home.owner is defined %}`, or give `|default(…)`"]),
    Mistake(
      "T013", "{{ «maybe» }}", "`maybe` 可能没有填写", "`maybe` may be absent",
      help: ["ask first `{% if maybe is defined %}`, or give `|default(…)`"]),
    Mistake(
      "T014", "{{ «'a' + name» }}", "`+` 不能用于 String 和 String",
      "`+` does not go between String and String", help: ["join texts with `~`"]),
    Mistake(
      "T014", "{{ «home.deposit + home.area» }}", "`+` 不能用于 Money 和 Area",
      "`+` does not go between Money and Area"),
    Mistake(
      "T014", "{{ 1 if «n / 2 == 1» else 2 }}", "`==` 不能用于 Quotient 和 Int",
      "`==` does not go between Quotient and Int", help: ["round the quotient first: `|round(2)`"]),
    Mistake("T014", "{{ «n»|upper }}", "`|upper` 不能用于 Int", "`|upper` does not go with Int"),
    Mistake("T014", "{{ -«name» }}", "`-` 不能用于 String", "`-` does not go with String"),
    Mistake(
      "T015", "{{ «yes» }}", "Bool 不能直接显示", "a Bool cannot be printed",
      help: ["write `{{ \"yes\" if … else \"no\" }}`"]),
    Mistake(
      "T015", "{{ «ints» }}", "List<Int> 不能直接显示", "a List<Int> cannot be printed",
      help: ["use `|join(\", \")`, `|tojson` or a loop"]),
    Mistake(
      "T015", "{{ «home» }}", "Home 不能直接显示", "a Home cannot be printed",
      help: ["print one of its fields"]),
    Mistake(
      "T015", "{{ «home.counts» }}", "Map<Int> 不能直接显示", "a Map<Int> cannot be printed",
      help: ["use `|tojson` or `|items`"]),
    Mistake(
      "T015", "{{ «home.stay» }}", "Span 不能直接显示", "a Span cannot be printed",
      help: ["print its `.first` and `.last`"]),
    Mistake(
      "T016", "{% if «n» %}{% endif %}", "Int 不能当作条件，0 也是一个数",
      "an Int is no condition: 0 is a value too",
      help: ["compare it, as in `!= 0`, or ask `is defined`"]),
    Mistake(
      "T017", "{{ «n / 2» }}", "除法的结果必须先舍入", "a quotient must be rounded",
      help: ["add `|round(2)`, `|money` or `|percent(1)`"]),
    Mistake(
      "T018", "{% for c in «name» %}{% endfor %}", "String 不能逐项列出", "a String cannot be looped over"
    ),
    Mistake(
      "T018", "{% for c in «home.counts» %}{% endfor %}", "Map<Int> 不能逐项列出",
      "a Map<Int> cannot be looped over", help: ["write `|items`"]),
    Mistake(
      "T020", "{{ ints|join(«yes») }}", "`join` 的 d 应为 String，这里是 Bool",
      "d of `join` must be String, this is Bool"),
    Mistake(
      "T021", "{% if home.kind == «'flta'» %}{% endif %}", "`home.kind` 没有选项 `flta`",
      "`home.kind` has no choice `flta`",
      help: ["did you mean `flat`?", "choices: flat, shop, parking"]),
    Mistake(
      "T021", "{% if home.kind in ['flat', «'商铺'»] %}{% endif %}", "`home.kind` 没有选项 `商铺`",
      "`home.kind` has no choice `商铺`",
      help: ["did you mean `shop`?", "choices: flat, shop, parking"]),
    Mistake(
      "T021", "{% if home.kind == 'flat' %}{% elif home.kind in [«'shpo'»] %}{% endif %}",
      "`home.kind` 没有选项 `shpo`", "`home.kind` has no choice `shpo`",
      help: ["did you mean `shop`?", "choices: flat, shop, parking"]),
    Mistake(
      "T022", "{% set v = «1» if yes else «'a'» %}", "各分支类型不同：String 和 Int",
      "branches give String and Int",
      notes: ["the other branch"]),
    Mistake(
      "T022", "{{ «name or ints» }}", "`or` 两边类型不同：String 和 List<Int>",
      "`or` would give a String or a List<Int>",
      help: ["say what is meant: `true if a or b else false`"]),
    Mistake("T050", "{{ «1 // 0» }}", "除数为零", "division by zero"),
    Mistake("T050", "{{ «9223372036854775807 + 1» }}", "数字太大，无法计算", "the result is too large"),
  ]

  static let places: [Mistake] = [
    Mistake(
      "T030", "<b onclick=\"{{ «name» }}\">", "`onclick=\"…\"`里不能放值",
      "no value may stand in `onclick=\"…\"`", help: ["put data into a data-* attribute"]),
    Mistake(
      "T030", "<b title={{ «name» }}>", "没有引号的属性值里不能放值",
      "no value may stand in an attribute value without quotes", help: ["put the value in quotes"]),
    Mistake(
      "T030", "<script>{{ «name» }}</script>", "<script>里不能放值", "no value may stand in <script>",
      help: ["put data into a JSON script block or a data-* attribute"]),
    Mistake(
      "T030", "<!-- {{ «name» }} -->", "注释里不能放值", "no value may stand in a comment",
      help: ["write the literal text of each case with if"]),
    Mistake(
      "T030", "<b style=\"{{ «name» }}\">", "`style=\"…\"`里不能放值",
      "no value may stand in `style=\"…\"`", help: ["use a class or an SVG attribute"]),
    Mistake(
      "T030", "<a href=\"data:{{ «name» }}\">", "不允许 `data:` 链接", "`data:` links are forbidden",
      help: ["http, https, mailto, tel and addresses of this site are allowed"]),
    Mistake(
      "T030", "<a href=\"javascript«:»alert(1)\">", "不允许 `javascript:` 链接",
      "`javascript:` links are forbidden",
      help: ["http, https, mailto, tel and addresses of this site are allowed"]),
    Mistake(
      "T031", "<a href=\"{% if yes %}?{% endif %}{{ «name» }}\">", "前面的分支结束在不同的位置：地址的路径；地址的查询部分",
      "the branches before this end in different places: the path of an address; its query"),
    Mistake(
      "T031", "<p{% if yes %} class=\"x\"{% endif %}«q»>", "标签里的分支后面要有空格、`/` 或 `>`",
      "after branches inside a tag a space, `/` or `>` must follow",
      help: ["else the name in one branch would go on in what follows"]),
    Mistake(
      "T031", "{% «for» i in ints %}<b title=\"{% endfor %}", "循环的开头和结尾结束在不同的位置：正文；`title=\"…\"`",
      "the start and the end of the loop end in different places: text; `title=\"…\"`"),
    Mistake(
      "T032", "<title>{{ «home.body» }}</title>", "HTML 不能放进属性或标题",
      "HTML cannot stand in an attribute or a title", help: ["use `|striptags` first"]),
    Mistake(
      "T033", "<script src=\"{{ «name» }}\"></script>",
      "`script[src]` 里只能放固定文字或 asset(…)，这里是 String",
      "`script[src]` takes literal text or asset(…), this is String"),
    Mistake(
      "T034", "<p>«<»p title=\"«»", "页面结束时还在`title=\"…\"`里", "the page ends inside `title=\"…\"`",
      notes: ["the last tag begins here"]),
  ]

  static let macros: [Mistake] = [
    Mistake(
      "T024", "{% macro «m»() %}{% endmacro «n» %}", "这里结束的是宏 `m`，写的是 `n`",
      "this closes the macro `m`, not `n`", notes: ["`m` opens here"]),
    Mistake(
      "T024", "{% macro «m»() %}{% endmacro %}{% macro «m»() %}{% endmacro %}", "宏 `m` 写了两次",
      "the macro `m` stands twice", help: ["give one of them another name"], notes: ["first here"]),
    Mistake(
      "T024", "{% macro m(«a», «a») %}{% endmacro %}", "参数 `a` 写了两次",
      "the parameter `a` stands twice", notes: ["first here"]),
    Mistake(
      "T024", "{% macro m(a=1, «b») %}{% endmacro %}", "参数 `b` 没有默认值，要写在有默认值的参数前面",
      "the parameter `b` has no default, so it must stand before those that have one"),
    Mistake(
      "T024", "{% macro m(a: «Hoem») %}{% endmacro %}{{ m(home) }}", "没有类型 `Hoem`",
      "there is no type `Hoem`", help: ["did you mean `Home`?"]),
    Mistake(
      "T024", "{% macro m() %}{% endmacro %}{{ «m» }}", "宏 `m` 本身不是一个值",
      "the macro `m` is no value by itself", help: ["use it with parentheses: `m(…)`"]),
    Mistake(
      "T024", "{% call «n» %}{% endcall %}", "`call` 后面要写一个宏", "`call` needs the use of a macro",
      help: ["for instance `{% call box('Title') %}`"]),
    Mistake(
      "T024", "{% from 'part' import «boody» %}{{ boody() }}", "模板 part 里没有 `boody`",
      "part defines no `boody`"),
    Mistake(
      "T024", "{% from 'part' import «_own» %}", "`_own` 以下划线开头，只在它自己的模板里使用",
      "`_own` begins with an underscore, so it belongs to its own template",
      help: ["without the underscore it can be imported"]),
    Mistake(
      "T025", "{% if yes %}{% «break» %}{% endif %}", "`break` 只能写在循环里",
      "`break` stands outside a loop",
      help: [
        "a block, a macro, a set block and an included template cannot leave the loop around them"
      ]),
    Mistake(
      "T026", "{% macro m() %}{{ «caller»() }}{% endmacro %}{{ «m»() }}", "这里使用 `m` 时没有给它内容",
      "`m` is used here without a body",
      help: ["use `{% call m(…) %}…{% endcall %}`, or ask first `{% if caller is defined %}`"],
      notes: ["in `m` used here"]),
    Mistake(
      "T026", "{% macro m() %}{% endmacro %}{% call «m»() %}x{% endcall %}", "宏 `m` 不用给它的内容",
      "the macro `m` has no use for a body",
      help: ["write `{{ caller() }}` in the macro, or use `{{ m(…) }}`"]),
    Mistake(
      "T026", "{{ «super»() }}", "`super()` 只能写在块里", "`super()` stands outside a block"),
    Mistake(
      "T027", "{% set ns = namespace(n=0) %}{% set ns.«m» = 1 %}", "`ns` 里没有 `m`",
      "`ns` has no `m`",
      help: [
        "did you mean `n`?", "give it a first value where the namespace is made: `namespace(m=…)`",
      ]),
    Mistake(
      "T027", "{% set ns = namespace(«n»=0) %}{% set ns.n = «'a'» %}", "`ns.n` 是 Int，不能改成 String",
      "`ns.n` is an Int, it cannot become a String", notes: ["its first value is here"]),
    Mistake(
      "T027", "{% set «home».x = 1 %}", "`home` 是 Home，不能改它的一项",
      "`home` is a Home, whose parts do not change",
      help: ["keep what changes in `{% set ns = namespace(…) %}`"]),
    Mistake(
      "T028", "{% macro m() %}{{ «n» }}{% endmacro %}{{ «m»() }}", "宏只看得到自己的参数，看不到 `n`",
      "a macro sees only its parameters, not `n`", help: ["add a parameter and pass `n` to it"],
      notes: ["in `m` used here"]),
    Mistake(
      "T004", "{% for h in estate.homes %}{% block b %}{{ «h».number }}{% endblock %}{% endfor %}",
      "这里没有叫 `h` 的东西", "nothing here is called `h`",
      help: ["a block does not see the variables around it: write `{% block b scoped %}`"]),
  ]

  @Test(arguments: syntax + names + types + places + macros)
  func `once, in both languages`(mistake: Mistake) throws {
    let source = MarkedText(mistake.source, path: "page.html.j2")
    let part = SourceFile(path: "part", text: "{% block body %}{% endblock %}")
    let diagnostics = estate.check(source.file, ["part": part]).diagnostics
    #expect(diagnostics.count == 1)
    let finding = try #require(diagnostics.first)
    #expect(finding.code == mistake.code)
    #expect(finding.severity == .error)
    #expect(finding.message.chinese == mistake.chinese)
    #expect(finding.message.english == mistake.english)
    #expect(finding.help.map(\.english) == mistake.help)
    #expect(finding.notes.map(\.message.english) == mistake.notes)
    let noted = finding.notes.compactMap(\.location?.range)
    let main = source.marks.filter { !noted.contains($0) }
    #expect(main == [finding.location.range])
    #expect(source.marks.count == 1 + noted.count)
  }

  @Test func `and warns of what is likely a slip`() throws {
    let slips = [
      Mistake(
        "T040", "{% set «a» = 1 %}{% for i in ints %}{% set «a» = 2 %}{{ a }}{% endfor %}{{ a }}",
        "循环里的 `set a` 不会改变外面的 `a`", "`set a` inside the loop does not change the outer `a`",
        notes: ["the outer one"]),
      Mistake(
        "T041", "{% «if» home.kind == 'flat' %}{% elif home.kind == 'shop' %}{% endif %}",
        "没有处理这些选项：parking", "these choices are not handled: parking", help: ["add them, or an else"]
      ),
      Mistake(
        "T041",
        "{% «if» home.kind in ['flat'] or 'flat' == home.kind %}{% elif home.kind == 'parking' %}{% endif %}",
        "没有处理这些选项：shop", "these choices are not handled: shop", help: ["add them, or an else"]),
      Mistake(
        "T041", "{% «if» home.kind in ['flat'] %}{% elif home.kind in [] %}{% endif %}",
        "没有处理这些选项：shop、parking", "these choices are not handled: shop, parking",
        help: ["add them, or an else"]),
    ]
    for slip in slips {
      let source = MarkedText(slip.source)
      let finding = try #require(estate.check(source.file).diagnostics.first)
      #expect(finding.code == slip.code)
      #expect(finding.severity == .warning)
      #expect(finding.message == Wording(zh: slip.chinese, en: slip.english))
      #expect(finding.help.map(\.english) == slip.help)
      #expect(source.marks.contains { $0 == finding.location.range })
      #expect(finding.notes.map(\.message.english) == slip.notes)
    }
    #expect(
      estate.outcome(
        "{% if home.kind == 'flat' %}{% elif home.kind == 'shop' %}{% else %}{% endif %}")
        == .text(""))
  }

  @Test(arguments: [
    "{% if home.kind == 'flat' %}{% elif home.kind in ['shop', 'parking'] %}{% endif %}",
    "{% if home.kind == 'flat' %}{% elif home.kind == 'shop' %}{% else %}{% endif %}",
    // One branch alone means just that one, and any other question leaves the rest open.
    "{% if home.kind == 'flat' %}{% endif %}",
    "{% if home.kind in ['flat', 'shop'] %}{% endif %}",
    "{% if home.kind == 'flat' %}{% elif yes %}{% endif %}",
    "{% if home.kind == 'flat' or yes %}{% elif home.kind == 'shop' %}{% endif %}",
    "{% if home.kind == 'flat' and yes %}{% elif home.kind == 'shop' %}{% endif %}",
    "{% if home.kind == 'flat' %}{% elif home.kind != 'shop' %}{% endif %}",
    "{% if home.kind == 'flat' %}{% elif n == 1 %}{% endif %}",
  ])
  func `but not of choices that are all handled, or left out on purpose`(source: String) {
    #expect(estate.check(SourceFile(path: "page", text: source)).diagnostics.isEmpty)
  }
}
