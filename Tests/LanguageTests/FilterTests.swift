import Testing

private let estate = Estate()

@Suite struct `Filters` {
  @Test(arguments: [
    ("ints|length", "3"), ("ints|count", "3"), ("'业主'|length", "2"), ("home.counts|length", "2"),
    ("ints|first", "3"),
    ("ints|last", "2"), ("empty|first_or_none|default('-')", "-"),
    ("ints|last_or_none|default(0)", "2"),
    ("ints|sort|join", "123"), ("ints|sort(reverse=true)|join", "321"),
    ("ints|sort(true)|join", "321"),
    ("['b', 'a', 'C']|sort|join", "abC"), ("['b', 'a', 'C']|sort(case_sensitive=true)|join", "Cab"),
    ("['10栋', '2栋', '第十二', '第二']|sort(collate='natural')|join(' ')", "2栋 10栋 第二 第十二"),
    ("estate.homes|sort(attribute='floor')|map(attribute='floor')|join", "05"),
    (
      "estate.homes|sort(attribute='owner.name')|map(attribute='number')|join(' ')",
      "1-101 2-&lt;10&gt;"
    ),
    ("[1, 2, 1, 3]|unique|join", "123"), ("['a', 'A', 'b']|unique|join", "ab"),
    ("['a', 'A']|unique(case_sensitive=true)|join", "aA"),
    ("estate.homes|unique(attribute='area')|length", "1"), ("ints|reverse|join", "213"),
    ("'业主'|reverse", "主业"),
    ("ints|map('string')|join('+')", "3+1+2"),
    ("home.rooms|map(attribute='name')|join('、')", "客厅、卧室"),
    ("home.rooms|join('、', attribute='name')", "客厅、卧室"),
    ("estate.homes|map(attribute='owner.name', default='空')|join(' ')", "张三 空"),
    ("ints|select('odd')|join", "31"), ("ints|reject('odd')|join", "2"),
    ("ints|select('gt', 1)|join", "32"), ("['', 'a']|select|join", "a"),
    ("estate.homes|selectattr('isLet')|length", "1"),
    ("estate.homes|rejectattr('isLet')|length", "1"),
    ("estate.homes|selectattr('floor', 'eq', 5)|map(attribute='number')|first", "1-101"),
    ("estate.homes|selectattr('kind', 'eq', 'flat')|length", "1"),
    ("estate.homes|selectattr('owner', 'defined')|length", "1"),
    ("estate.homes|rejectattr('owner', 'none')|length", "1"),
    ("ints|batch(2)|map('length')|join", "21"), ("ints|batch(2, 9)|map('sum')|join(' ')", "4 11"),
    ("ints|slice(2)|map('length')|join", "21"),
    ("ints|sum", "6"), ("ints|sum(start=10)", "16"), ("ints|min", "1"), ("ints|max", "3"),
    ("['b', 'A']|min", "A"),
    ("(estate.homes|max(attribute='floor')).number", "1-101"),
    ("-5|abs", "5"), ("'12'|int", "12"), ("' 7 '|int", "7"), ("'x'|int", "0"), ("'x'|int(5)", "5"),
    ("'3.9'|int", "3"), ("2.9|int", "2"),
    ("-2.9|int", "-2"), ("'١٢'|int", "12"), ("'abc'|upper", "ABC"), ("'ABC'|lower", "abc"),
    ("'hello WORLD'|capitalize", "Hello world"),
    ("\"it's a-b (c)\"|title", "It&#39;s A-B (C)"), ("' a '|trim", "a"), ("'xxaxx'|trim('x')", "a"),
    ("'　a　'|trim", "a"),
    ("'aaa'|replace('a', 'b', 2)", "bba"), ("'ab'|replace('', '-')", "-a-b-"),
    ("'hello world foo'|truncate(11)", "hello world foo"),
    ("'hello world foo bar'|truncate(11)", "hello..."),
    ("'hello world foo'|truncate(8, true, '…', 0)", "hello w…"),
    ("'a\\nb\\n\\nc'|indent(2)", "a\n  b\n\n  c"),
    ("'a\\n\\nb'|indent(1, true, true)", " a\n \n b"),
    ("'<b>x</b> &amp; y'|striptags", "x &amp; y"),
    ("home.body|striptags", "好"), ("'a b/业?'|urlencode", "a%20b/%E4%B8%9A%3F"),
    ("'<b>'|safe", "<b>"), ("'<b>'|e", "&lt;b&gt;"),
    ("5|string ~ 1", "51"), ("'业主'|list|join('-')", "业-主"), ("home.counts|list|join", "甲乙"),
    ("range(1, 7, 2)|join", "135"), ("range(3, 0, -1)|join", "321"),
    ("[1, 2, 3, 4]|pairs|map(attribute='second')|join", "234"),
    ("ints|rank(2)", "2"),
  ])
  func `give what Jinja gives`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("{{ none|tojson }}", "null"), ("{{ yes|tojson }}", "true"), ("{{ x|tojson }}", "2.50"),
    ("{{ '<a&\\'\\\"业🙂'|tojson }}", #""\u003ca\u0026\u0027\"\u4e1a\ud83d\ude42""#),
    ("{{ ints|tojson }}", "[3, 1, 2]"),
    ("{{ {'b': 1, 'a': none}|tojson }}", #"{"a": null, "b": 1}"#),
    ("{{ home.counts|tojson }}", #"{"\u4e59": 1, "\u7532": 2}"#),
    ("{{ home.deposit|tojson }}", #""151799.50""#), ("{{ home.kind|tojson }}", #""flat""#),
    ("{{ today|tojson }}", #""2026-10-01""#),
    ("{{ maybe|tojson }}", "null"), ("{{ []|tojson }}", "[]"),
    ("{{ 'a\\nb\\x7f\\u2028'|tojson }}", #""a\nb\u007f\u2028""#),
    ("{% set j = 'x'|tojson %}{{ j }}", "\"x\""), ("{{ name|tojson ~ '<' }}", "\"Zoe\"&lt;"),
  ])
  func `write JSON as Jinja does`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("n is odd", true), ("n is even", false), ("9 is divisibleby 3", true),
    ("9 is divisibleby(2)", false), ("n is eq 3", true), ("n is ne 3", false),
    ("n is lt 4", true), ("n is le 3", true), ("n is gt 3", false), ("n is ge 3", true),
    ("n is in ints", true), ("n is not in ints", false),
    ("name is startingwith 'Zo'", true), ("name is endingwith('oe')", true),
    ("name is endingwith('Zoe!')", false), ("maybe is defined", false), ("given is defined", true),
    ("maybe is undefined", true), ("maybe is none", true), ("none is none", true),
    ("name is string", true), ("n is string", false), ("n is number", true),
    ("x is number", true), ("x is integer", false), ("n is integer", true),
    ("yes is boolean", true), ("yes is true", true), ("yes is false", false),
    ("n is true", false), ("home.counts is mapping", true), ("ints is mapping", false),
    ("ints is sequence", true), ("ints is iterable", true), ("n is iterable", false),
    ("'abc' is lower", true), ("'Abc' is lower", false), ("'AB1' is upper", true),
    ("'1' is upper", false), ("maybe is string", false), ("given is string", true),
    ("other.moved is lt today", false), ("home.moved is lt today", true),
  ])
  func `and tests answer`(test: String, holds: Bool) {
    #expect(estate.value(of: "'J' if \(test) else 'N'") == .text(holds ? "J" : "N"))
  }

  @Test(arguments: [
    ("ints|sorted", "T005"), ("n is primal", "T006"), ("rnage(3)", "T007"), ("name()", "T007"),
    ("(1)()", "T007"), ("name.upper()", "T009"), ("home.counts.items()", "T009"),
    ("name|upper(1)", "T008"), ("name|replace('a')", "T008"),
    ("name|replace('a', nwe='b')", "T008"), ("name|replace('a', old='b', new='c')", "T008"),
    ("name|truncate(name)", "T020"),
    ("n|upper", "T014"), ("name|abs", "T014"), ("ints|upper", "T014"), ("home.body|upper", "T014"),
    ("n|first", "T018"), ("n|length", "T014"), ("home.counts|sum", "T018"),
    ("['a']|sum", "T014"), ("home.rooms|sort|length", "T014"),
    ("home.rooms|sum(attribute='name')", "T014"), ("home.rooms|map(attribute='nme')|join", "T012"),
    ("estate.homes|sum(attribute='fee')", "T013"),
    ("ints|select('odder')|join", "T006"), ("ints|map('uper')|join", "T005"),
    ("ints|map('upper')|join", "T014"), ("name|join(1)", "T018"), ("ints|join(yes)", "T020"),
    ("name|replace(yes, 'b')", "T020"), ("2.5|round(0, 'up')", "T008"),
    ("n|items|length", "T014"),
    ("estate|tojson", "T015"),
    ("'abc'|truncate(2)", "T014"),
  ])
  func `and what they do not take is refused`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }
}
