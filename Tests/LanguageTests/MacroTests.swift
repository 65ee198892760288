import Language
import Testing

private let estate = Estate()

@Suite struct `Macros` {
  @Test(arguments: [
    (
      "{% macro m(x, y='d') %}[{{ x }}|{{ y }}]{% endmacro %}{{ m(1) }}{{ m('a', 'b<') }}{{ m(y=2, x='q') }}",
      "[1|d][a|b&lt;][q|2]"
    ),
    (
      "{% macro m(h) %}{{ h.number }}{% endmacro %}{{ m(home) }}{{ m(h=other) }}",
      "1-1012-&lt;10&gt;"
    ),
    (
      "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m('z') ~ s }}",
      "<b>z</b>a&lt;b&gt;&amp;&#39;&#34;"
    ),
    (
      "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{% set y = m('z') %}{{ y }}{{ y }}",
      "<b>z</b><b>z</b>"
    ),
    ("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}", "1112"),
    (
      "{% macro f(n) %}{{ n }}{% if n > 0 %},{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
      "3,2,1,0"
    ),
    (
      "{% macro even(n) %}{{ 'E' if n == 0 else odd(n - 1) }}{% endmacro %}{% macro odd(n) %}{{ 'O' if n == 0 else even(n - 1) }}{% endmacro %}{{ even(5) }}",
      "O"
    ),
    ("{% macro m() %}{{ today }}{% endmacro %}{{ m() }}", "2026-10-01"),
    (
      "<p class=\"{% macro c(x) %}on {{ x }}{% endmacro %}{{ c(s) }}\">",
      "<p class=\"on a&lt;b&gt;&amp;&#39;&#34;\">"
    ),
    (
      "<title>{% macro c(x) %}{{ x }}{% endmacro %}{{ c(n) }}</title>{{ c(n) }}",
      "<title>3</title>3"
    ),
    ("{% macro m(x) %}{% set y = x %}{{ y }}{% endmacro %}{% set y = 1 %}{{ m(2) }}{{ y }}", "21"),
    (
      "{% macro outer(xs) %}{% macro inner(x) %}({{ x }}){% endmacro %}{% for x in xs %}{{ inner(x) }}{% endfor %}{% endmacro %}{{ outer(ints) }}",
      "(3)(1)(2)"
    ),
    (
      "{% macro m(x: Int, y: List<String> = ['a'], z: Decimal? = none) %}{{ x }}{{ y|join }}{{ z|default('-') }}{% endmacro %}{{ m(1) }}{{ m(2, ['b'], 1.5) }}",
      "1a-2b1.5"
    ),
    (
      "{% macro m(h: Home) %}{{ h.owner.name if h.owner else '无' }}{% endmacro %}{{ m(home) }}{{ m(other) }}",
      "张三无"
    ),
    (
      "{% macro m(x) %}{% if x %}{{ x|upper }}{% else %}none{% endif %}{% endmacro %}{{ m(none) }}{{ m('a') }}{{ m(maybe) }}",
      "noneAnone"
    ),
  ])
  func `write their body for their arguments`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    (
      "{% macro box(t) %}<div>{{ t }}:{{ caller() }}</div>{% endmacro %}{% call box('T') %}<i>{{ n }}</i>{% endcall %}",
      "<div>T:<i>3</i></div>"
    ),
    (
      "{% macro each(xs) %}{% for x in xs %}<li>{{ caller(x) }}</li>{% endfor %}{% endmacro %}{% for z in ['a', 'b'] %}{% call(x) each(ints) %}{{ z }}{{ x }}{{ loop.index }}{% endcall %}{% endfor %}",
      "<li>a31</li><li>a11</li><li>a21</li><li>b32</li><li>b12</li><li>b22</li>"
    ),
    (
      "{% macro a() %}a{{ caller() }}{% endmacro %}{% macro b() %}b{% set inner = caller() %}{% call a() %}[{{ inner }}]{% endcall %}{% endmacro %}{% call b() %}x{{ n }}{% endcall %}",
      "ba[x3]"
    ),
    (
      "{% macro m() %}{% if caller is defined %}{{ caller() }}{% else %}no{% endif %}{% endmacro %}{{ m() }}{% call m() %}yes{% endcall %}",
      "noyes"
    ),
    (
      "{% macro m(y) %}{{ caller(y, 2) }}{{ caller(b=3, a=4) }}{% endmacro %}{% call(a, b=5) m(1) %}{{ a }}{{ b }}{{ n }};{% endcall %}",
      "123;433;"
    ),
    (
      "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}{% set c = 1 %}{% call m() %}{% set c = c + 1 %}{{ c }}{% endcall %}{{ c }}",
      "221"
    ),
    (
      "{% macro m() %}<p title=\"{{ caller() }}\">{{ caller() }}</p>{% endmacro %}{% call m() %}{{ s }}{% endcall %}",
      "<p title=\"a&lt;b&gt;&amp;&#39;&#34;\">a&lt;b&gt;&amp;&#39;&#34;</p>"
    ),
  ])
  func `put the body of a call where they like`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("{% macro m() %}{{ n }}{% endmacro %}{{ m() }}", "T028"),
    ("{% macro m(caller) %}{% endmacro %}", "T024"), ("{% macro m(a,) %}{% endmacro %}", "T001"),
    ("{% macro m(l) %}{% endmacro %}{% for i in ints %}{{ m(loop) }}{% endfor %}", "T015"),
    ("{% macro m(a) %}{% endmacro %}{{ m() }}", "T008"),
    ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "T008"),
    ("{% macro m(a) %}{% endmacro %}{{ m(1, b=2) }}", "T008"),
    ("{% macro m(a) %}{% endmacro %}{{ m(1, a=2) }}", "T008"),
    ("{% macro m(a: Int) %}{% endmacro %}{{ m('x') }}", "T020"),
    ("{% macro m(a: Int = 'x') %}{% endmacro %}", "T020"),
    ("{% macro m(a: Itn) %}{% endmacro %}{{ m(1) }}", "T024"),
    ("{% macro m(a: Itn, b) %}{% endmacro %}", "T024"),
    ("{% macro m(a: Home) %}{{ a.nmber }}{% endmacro %}", "T012"),
    ("{% macro m(a) %}{{ a.nmber }}{% endmacro %}{{ m(home) }}{{ m(other) }}", "T012"),
    ("{% macro m(a, a) %}{% endmacro %}", "T024"), ("{% macro m(a=1, b) %}{% endmacro %}", "T024"),
    ("{% macro m() %}{% endmacro %}{% macro m() %}{% endmacro %}", "T024"),
    ("{% macro m() %}{% endmacro n %}", "T024"), ("{% macro m() %}{% endmacro %}{{ m }}", "T024"),
    ("{% macro m() %}<p{% endmacro %}{{ m() }}", "T031"),
    ("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}", "T026"),
    ("{% macro m() %}{% endmacro %}{% call m() %}x{% endcall %}", "T026"),
    ("{% call n %}{% endcall %}", "T024"), ("{% call nope() %}{% endcall %}", "T024"),
    ("{{ caller() }}", "T026"), ("{% macro m() %}", "T002"), ("{% endmacro %}", "T002"),
    ("{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}", "T010"),
    ("{{ mm() }}{% macro m() %}{% endmacro %}", "T007"),
    ("{% for i in ints %}{% macro m() %}{% break %}{% endmacro %}{{ m() }}{% endfor %}", "T025"),
  ])
  func `refuse what does not fit`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }
}

@Suite struct `Modules` {
  private static let others = [
    "cards":
      "{% set sign = '·' %}{% macro card(x) %}<b>{{ x }}</b>{{ dot() }}{% endmacro %}{% macro dot() %}.{% endmacro %}{% macro _own() %}{% endmacro %} text",
    "more":
      "{% from 'cards' import card as c %}{% macro twice(x) %}{{ c(x) }}{{ c(x) }}{% endmacro %}",
    "child": "{% extends 'cards' %}", "loop": "{% import 'loop' as l %}",
    "lines": "{% for i in [1, 2] %}{% set a = i %}{% endfor %}{% set a %}<hr>{% endset %}",
  ]

  @Test(arguments: [
    ("{% import 'cards' as c %}{{ c.card(s) }}{{ c.sign }}", "<b>a&lt;b&gt;&amp;&#39;&#34;</b>.·"),
    ("{% from 'cards' import card, dot as d %}{{ card(1) }}{{ d() }}", "<b>1</b>.."),
    ("{% import 'more' as m %}{{ m.twice(n) }}", "<b>3</b>.<b>3</b>."),
    ("{% import 'lines' as l with context %}{{ l.a }}", "<hr>"),
    (
      "{% for i in ints %}{% from 'cards' import card %}{{ card(i) }}{% endfor %}",
      "<b>3</b>.<b>1</b>.<b>2</b>."
    ),
    ("{% macro m() %}{% import 'cards' as c %}{{ c.dot() }}{% endmacro %}{{ m() }}", "."),
    ("{% import 'cards' as c %}{% macro m() %}{{ c.dot() }}{% endmacro %}{{ m() }}", "."),
  ])
  func `lend their macros and values`(source: String, text: String) {
    #expect(estate.outcome(source, Self.others) == .text(text))
  }

  @Test(arguments: [
    ("{% import 'crads' as c %}", "T010"), ("{% import 'cards' as c %}{{ c.crad(1) }}", "T024"),
    ("{% import 'cards' as c %}{{ c.sing }}", "T024"), ("{% import 'cards' as c %}{{ c }}", "T024"),
    ("{% import 'cards' as c %}{{ c.card }}", "T024"), ("{% import name as c %}", "T009"),
    ("{% from 'cards' import crad %}", "T024"), ("{% from 'cards' import _own %}", "T024"),
    ("{% import 'child' as c %}", "T024"), ("{% import 'loop' as l %}", "T010"),
    ("{% import 'cards' as c %}{% macro m() %}{{ c.sign }}{% endmacro %}{{ m() }}", "T028"),
    ("{% import 'cards' %}", "T001"), ("{% from 'cards' import card, %}", "T001"),
  ])
  func `lend nothing that they do not define`(source: String, code: String) {
    #expect(estate.outcome(source, Self.others) == .findings([code]))
  }
}

@Suite struct `Parts of a template` {
  @Test(arguments: [
    ("{{ n }}{% for i in ints %}{{ n }}{% endfor %}{% set n = 1 %}{{ n }}", "33331"),
    ("{% with a = 1, b = n %}{{ a }}{{ b }}{% set a = 2 %}{{ a }}{% endwith %}", "132"),
    ("{% set a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}", "211"),
    ("{% with %}{% set q = 2 %}{{ q }}{% endwith %}", "2"),
    ("{% set x %}<b>{{ s }}</b>{% endset %}{{ x }}", "<b>a&lt;b&gt;&amp;&#39;&#34;</b>"),
    ("{% set q = 1 %}{% set x %}{% set q = 2 %}{{ q }}{% endset %}{{ x }}{{ q }}", "21"),
    ("{% for i in ints %}{% if i == 1 %}{% break %}{% endif %}{{ i }}{% endfor %}", "3"),
    (
      "{% for i in ints %}{% if i == 1 %}{% continue %}{% endif %}{{ i }}{{ loop.index }}{% endfor %}",
      "3123"
    ),
    ("{% for i in ints %}{% for j in ints %}{% break %}{% endfor %}{{ i }}{% endfor %}", "312"),
    ("{% for i in ints %}{% break %}{% endfor %}x", "x"),
    (
      "{% for i in ints %}{% if i == 3 %}{% set t = 'a' %}{% else %}{% break %}{% endif %}{{ t }}{% endfor %}",
      "a"
    ),
    (
      "<p {% for i in ints %}{% if i == 1 %} class=\"x\"{% else %}{% continue %}{% endif %}{% endfor %}>",
      "<p  class=\"x\">"
    ),
    (
      "{% set c = cycler('a', 'b') %}{% for i in ints %}{{ c.next() }}{{ c.current }}{% endfor %}",
      "abbaab"
    ),
    ("{% set c = cycler(1, 2) %}{{ c.next() }}{% set _ = c.reset() %}{{ c.next() }}", "11"),
    (
      "{% set c = cycler('a', '', 'b') %}{% for i in ints %}{{ c.next()|d('z', true) }}{% endfor %}",
      "azb"
    ),
    ("{% set c = cycler(1, 2, 3) %}{{ 'y' if 0 < c.next() < 5 else 'n' }}{{ c.next() }}", "y2"),
    ("{% set x|trim %} <b>q</b> {% endset %}{{ x }}{{ name|first }}{{ name|last }}", "<b>q</b>Ze"),
    ("{% set j = joiner() %}{% for i in ints %}{{ j() }}{{ i }}{% endfor %}", "3, 1, 2"),
    ("{% set j = joiner('<br>') %}{{ j() }}{{ j() }}", "&lt;br&gt;"),
  ])
  func `keep their own names and turns`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("{% with a = 1 %}{% endwith %}{{ a }}", "T004"),
    ("{% with a = 1, b = a %}{% endwith %}", "T004"),
    ("{% for i in ints %}{{ n }}{% endfor %}{% set n = 1 %}", "T019"),
    ("{% set x %}{{ n }}{% endset %}{% set n = 1 %}", "T019"),
    ("{% for i in empty %}{% else %}{{ n }}{% endfor %}{% set n = 1 %}", "T019"),
    ("{% for i in empty %}{% else %}{% set q = 1 %}{% endfor %}{{ q }}", "T004"),
    ("{% set x %}<p{% endset %}", "T031"), ("{% set x|join %}a{% endset %}", "T018"),
    ("{% for i in ints %}{% if i == 1 %}{% break %}{% endif %}{% else %}e{% endfor %}", "T025"),
    ("{% break %}", "T025"), ("{% continue %}", "T025"),
    ("{% for i in ints %}{% set x %}{% break %}{% endset %}{% endfor %}", "T025"),
    ("{% for i in ints %}{% block b %}{% break %}{% endblock %}{% endfor %}", "T025"),
    ("{% for i in ints %}<p{% break %}>{% endfor %}", "T031"),
    ("{% for i in ints %}{% if i == 3 %}{% set t = 'a' %}{% endif %}{{ t }}{% endfor %}", "T019"),
    ("{% set a, b = ints %}", "T009"), ("{% set x %}", "T002"),
    ("{% with a %}{% endwith %}", "T001"),
    ("{{ cycler() }}", "T008"), ("{% set c = cycler(1) %}{{ c.nxt() }}", "T012"),
    ("{% set j = joiner(1) %}", "T020"),
  ])
  func `end where they must`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }
}

@Suite struct `Namespaces` {
  @Test(arguments: [
    (
      "{% set ns = namespace(n=0) %}{% for i in ints %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}",
      "6"
    ),
    (
      "{% set ns = namespace(prev=none) %}{% for i in ints %}{{ ns.prev if ns.prev is not none else '-' }}{% set ns.prev = i %}{% endfor %}",
      "-31"
    ),
    (
      "{% set ns = namespace(l=[]) %}{% for i in ints %}{% for x in ns.l %}{{ x }}{% endfor %};{% set ns.l = ns.l + [i] %}{% endfor %}",
      ";3;31;"
    ),
    ("{% set ns = namespace(t=1) %}{% set ns.t = 1.5 %}{{ ns.t }}", "1.5"),
    (
      "{% set ns = namespace(o=maybe) %}{% set ns.o = name %}{% if ns.o %}{{ ns.o|upper }}{% endif %}",
      "ZOE"
    ),
    (
      "{% macro add(ns, v) %}{% set ns.n = ns.n + v %}{% endmacro %}{% set ns = namespace(n=1) %}{{ add(ns, 4) }}{{ ns.n }}",
      "5"
    ),
  ])
  func `keep what changes from turn to turn`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("{% set ns = namespace(n=0) %}{% set ns.m = 1 %}", "T027"),
    ("{% set ns = namespace(n=0) %}{% set ns.n = 'a' %}", "T027"),
    ("{% set ns = namespace(n=0) %}{{ ns.m }}", "T012"), ("{% set n.x = 1 %}", "T027"),
    ("{% set ns = namespace(1) %}", "T027"),
    (
      "{% set ns = namespace(on=yes) %}{% for i in ints if ns.on %}{% set ns.on = no %}{% endfor %}",
      "T027"
    ), ("{% set ns = namespace(a=1, a=2) %}", "T008"),
    (
      "{% set ns = namespace(o=maybe) %}{% if ns.o %}{% set ns.o = none %}{{ ns.o|upper }}{% endif %}",
      "T013"
    ),
    (
      "{% set ns = namespace(o=maybe) %}{% if ns.o %}{% for i in ints %}{{ ns.o|upper }}{% set ns.o = none %}{% endfor %}{% endif %}",
      "T013"
    ),
    (
      "{% set ns = namespace(o=maybe) %}{% set other = ns %}{% if ns.o %}{% set other.o = none %}{{ ns.o|upper }}{% endif %}",
      "T013"
    ),
  ])
  func `hold values of one type`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }
}

@Suite struct `Blocks of parents` {
  private static let others = [
    "base":
      "<title>{% block t %}Site{% endblock %}</title>{% block a %}base<i></i>{% endblock %}|{{ self.t() }}",
    "middle": "{% extends 'base' %}{% block a %}m{{ super() }}{% endblock %}",
    "rows": "{% for i in ints %}{% block row scoped %}{{ i }}{% endblock %}{% endfor %}",
    "row": "{% block a %}{{ n }}{% endblock %}",
    "nested": "{% block x %}a{% block y %}b{% endblock %}c{% endblock %}",
  ]

  @Test(arguments: [
    (
      "{% extends 'base' %}{% block t %}{{ s }} - {{ super() }}{% endblock %}",
      "<title>a&lt;b&gt;&amp;&#39;&#34; - Site</title>base<i></i>|a&lt;b&gt;&amp;&#39;&#34; - Site"
    ),
    (
      "{% extends 'middle' %}{% block a %}c{{ super() }}{% endblock %}",
      "<title>Site</title>cmbase<i></i>|Site"
    ),
    (
      "{% extends 'middle' %}{% block a %}{% set x = super() %}{{ x }}{{ x }}{% endblock %}",
      "<title>Site</title>mbase<i></i>mbase<i></i>|Site"
    ),
    ("{% extends 'rows' %}{% block row %}[{{ i }}{{ super() }}]{% endblock %}", "[33][11][22]"),
    (
      "{% extends 'nested' %}{% block x %}X{{ super() }}{% endblock %}{% block y %}Y{{ super() }}{% endblock %}",
      "XaYbc"
    ),
    (
      "{% extends 'nested' %}{% set v = 'V' %}{% macro m(x) %}({{ x }}){% endmacro %}{% block y %}{{ m(v) }}{% endblock %}",
      "a(V)c"
    ),
    (
      "{% extends 'row' %}{% block a %}{% for n in ['x'] %}{{ super() }}{% endfor %}{% endblock %}",
      "3"
    ),
    (
      "{% extends 'nested' %}{% block y %}{% set n = 1 %}{% block z %}{{ n }}{% endblock %}{% endblock %}",
      "a3c"
    ),
    ("{% block a %}A{% endblock %}{{ self.a() }}{% set x = self.a() %}{{ x }}", "AAA"),
  ])
  func `can be written again`(source: String, text: String) {
    #expect(estate.outcome(source, Self.others) == .text(text))
  }

  @Test(arguments: [
    ("{% with a = 1 %}{% block b %}{{ a }}{% endblock %}{% endwith %}", "T004"),
    ("{% macro m() %}{% block b %}{% endblock %}{% endmacro %}{{ m() }}", "T011"),
    (
      "{% extends 'nested' %}{% block y %}{% block x %}{{ super() }}{% endblock %}{% endblock %}",
      "T026"
    ),
    ("{{ super() }}", "T026"), ("{% block a %}{{ super() }}{% endblock %}", "T026"),
    ("{{ self.nope() }}", "T026"), ("{% block a %}{{ self.a() }}{% endblock %}", "T026"),
    ("{% extends 'nested' %}{% block y %}{{ super(1) }}{% endblock %}", "T008"),
  ])
  func `are there to be written`(source: String, code: String) {
    #expect(estate.outcome(source, Self.others) == .findings([code]))
  }
}

@Suite struct `Objects that templates write` {
  @Test(arguments: [
    ("{{ {'a': 1, 'b': 'x'}.b }}{% set d = {'k': 1} %}{{ d.k }}{{ d['k'] }}", "x11"),
    (
      "{% for r in [{'n': 'a', 'v': 1}, {'n': 'b', 'v': 2.5}] %}{{ r.n }}{{ r.v }}{% endfor %}",
      "a1b2.5"
    ),
    (
      "{% for r in [{'n': 'a'}, {'n': 'b', 'v': 1}] %}{{ r.n }}{{ r.v|default('-') }}{% endfor %}",
      "a-b1"
    ),
    ("{% for k, v in {'x': 1, 'y': 2}|items %}{{ k }}={{ v }};{% endfor %}", "x=1;y=2;"),
    ("{% for a, b in [[1, 2], [3, 4]] %}{{ a }}{{ b }};{% endfor %}", "12;34;"),
    ("{% for a, b in [[1, 2], [3, 4]] if a > 1 %}{{ a }}{{ b }};{% endfor %}", "34;"),
    ("{{ {'a': 1}|length }}{% if 'a' in {'a': 1} %}y{% endif %}", "1y"),
  ])
  func `have members`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test
  func `have as many parts as a loop wants`() {
    let source = "{% for a, b in [[1], [2]] %}{% endfor %}"
    #expect(estate.outcome(source) == .fault("T051"))
  }

  @Test(arguments: [
    ("{% set d = {'k': 1} %}{{ d.z }}", "T012"), ("{{ {'a': 1}.items }}", "T009"),
    ("{% for r in [{'n': 'a'}, {'n': 1}] %}{% endfor %}", "T022"),
  ])
  func `have no others`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }
}
