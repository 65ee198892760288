import Language
import Testing

private let estate = Estate()

@Suite struct `Loops` {
  @Test(arguments: [
    ("{% for i in ints %}{{ i }}{% endfor %}", "312"),
    (
      "{% for i in ints %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}",
      "1032 2121 3210 "
    ),
    (
      "{% for i in ints %}{{ 'F' if loop.first else '-' }}{{ 'L' if loop.last else '-' }}{% endfor %}",
      "F----L"
    ),
    (
      "{% for i in ints %}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }} {% endfor %}",
      "310 310 310 "
    ),
    ("{% for i in ints %}{% for j in ints %}{{ loop.depth }}{% endfor %}{% endfor %}", "111111111"),
    (
      "{% for i in ints %}{{ loop.previtem|default('x') }}{{ loop.nextitem|default('y') }} {% endfor %}",
      "x1 32 1y "
    ),
    ("{% for i in ints %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"),
    ("{% for i in [1, 1, 2, 1] %}{{ 'c' if loop.changed(i) else '.' }}{% endfor %}", "c.cc"),
    (
      "{% for i in ints if i > 1 %}{{ loop.index }}:{{ i }}/{{ loop.length }} {% endfor %}",
      "1:3/2 2:2/2 "
    ),
    ("{% for i in empty %}{{ i }}{% else %}none{% endfor %}", "none"),
    ("{% for i in ints if i > 9 %}{{ i }}{% else %}none{% endfor %}", "none"),
    ("{% for i in [] %}{{ i.name }}{% else %}none{% endfor %}", "none"),
    ("{% for k, v in home.counts|items %}{{ k }}{{ v }}{% endfor %}", "甲2乙1"),
    ("{% for k, v in home.counts|items if v > 1 %}{{ k }}{% endfor %}", "甲"),
    ("{% for k, v in home.counts|dictsort(by='value') %}{{ k }}{{ v }}{% endfor %}", "乙1甲2"),
    ("{% for pair in home.counts|items %}{{ pair[0] }}{{ pair[1] }}{% endfor %}", "甲2乙1"),
    (
      "{% for kind, homes in estate.homes|groupby('floor') %}{{ kind }}{{ homes|length }} {% endfor %}",
      "01 51 "
    ),
    ("{% for i in range(3) %}{{ i }}{% endfor %}", "012"),
    (
      "{% for i in range(2) %}{% set outer = loop %}{% for j in range(2) %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}",
      "11 12 21 22 "
    ),
    (
      "{% for i in ints %}{% if not loop.first and loop.previtem > i %}>{% endif %}{{ i }}{% endfor %}",
      "3>12"
    ),
    (
      "{% for i in ints %}{% for j in range(i) %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}",
      "1231 12 123 "
    ),
    ("{% for i in ints %}{% set last = i %}{{ last }}{% endfor %}", "312"),
  ])
  func `run as in Jinja`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("{% for c in name %}{% endfor %}", "T018"), ("{% for i in n %}{% endfor %}", "T018"),
    ("{% for i in home.counts %}{% endfor %}", "T018"), ("{% for i in home %}{% endfor %}", "T018"),
    ("{% for a, b in ints %}{% endfor %}", "T014"), ("{% for i in maybe %}{% endfor %}", "T013"),
    ("{% for i in ints %}{{ loop.nope }}{% endfor %}", "T012"),
    ("{% for i in ints %}{{ loop.nope() }}{% endfor %}", "T012"), ("{{ loop.index }}", "T004"),
    ("{% for i in ints if loop.first %}{% endfor %}", "T004"),
    ("{% for i in ints %}{{ loop.cycle() }}{% endfor %}", "T008"),
    ("{% for i in ints %}{{ loop.cycle(1, 'a') }}{% endfor %}", "T022"),
    ("{% for i in ints recursive %}{% endfor %}", "T009"),
    ("{% for i in 1, 2 %}{% endfor %}", "T001"),
    (
      "{% for i in ints %}{% if loop.changed(i) or loop.changed(n) %}{% endif %}{% endfor %}",
      "T008"
    ),
  ])
  func `refuse what they cannot run over`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }
}

@Suite struct `Includes` {
  @Test(arguments: [
    ("[{% include 'part' %}]", "{{ n }}", "[3]"),
    ("{% set a = 'x' %}{% include 'part' %}", "{{ a }}", "x"),
    ("{% for i in ints %}{% include 'part' %}{% endfor %}", "{{ i }},", "3,1,2,"),
    ("{% include 'part' with {'a': 1, 'b': 'x'} only %}", "{{ a }}{{ b }}", "1x"),
    ("{% include 'part' with {'a': 1} %}", "{{ a }}{{ n }}", "13"),
    ("{% include 'part' with context %}", "{{ n }}", "3"),
    ("{% include 'part' without context %}", "x", "x"),
    ("{% include ['none', 'part'] %}", "x", "x"),
    ("a{% include 'none' ignore missing %}b", "", "ab"),
    ("{% include 'part' ignore missing without context %}", "x", "x"),
    ("{% set a = 1 %}{% include 'part' %}{{ a }}", "{% set a = 2 %}{{ a }}", "21"),
    ("{% if yes %}{% include 'part' %}{% endif %}", "{% block b %}B{% endblock %}", "B"),
  ])
  func `stand in the place of their text`(source: String, part: String, text: String) {
    #expect(estate.outcome(source, ["part": part]) == .text(text))
  }

  @Test(arguments: [
    ("{% include 'prat' %}", "", "T010"), ("{% include ['a', 'b'] %}", "", "T010"),
    ("{% include name %}", "", "T009"), ("{% include 'main' %}", "", "T010"),
    ("{% include 'part' %}", "{% include 'part' %}", "T010"),
    ("{% include 'part' without context %}", "{{ n }}", "T004"),
    ("{% include 'part' with {'a': 1} only %}", "{{ n }}", "T004"),
    ("{% include 'part' %}{{ a }}", "{% set a = 1 %}", "T004"),
    ("{% for i in ints %}{% include 'part' %}{% endfor %}", "{{ loop.index }}", "T004"),
    ("{% include 'part' %}", "{{ maybe }}", "T013"),
  ])
  func `are checked where they stand`(source: String, part: String, code: String) {
    #expect(estate.outcome(source, ["part": part]) == .findings([code]))
  }
}

@Suite struct `Inheritance` {
  private static let base =
    "<h1>{% block title %}Base{% endblock %}</h1>{% block body scoped %}{% endblock %}."

  @Test(arguments: [
    ("{% extends 'base' %}", "<h1>Base</h1>."),
    ("{% extends 'base' %}{% block title %}Mine{% endblock %}", "<h1>Mine</h1>."),
    (
      "{% extends 'base' %}{% block title %}A{% endblock title %}\n{% block body %}B{% endblock %}\n",
      "<h1>A</h1>B."
    ),
    ("\n{# c #}{% extends 'base' %}", "\n<h1>Base</h1>."),
    ("{% extends 'base' %}{% set t = 'T' %}{% block title %}{{ t }}{% endblock %}", "<h1>T</h1>."),
    ("{% extends 'middle' %}{% block title %}Mine{% endblock %}", "<h1>Mine</h1>[x]."),
    ("{% extends 'middle' %}{% block inner %}y{% endblock %}", "<h1>Base</h1>[y]."),
  ])
  func `puts blocks into their places`(source: String, text: String) {
    let others = [
      "base": Self.base,
      "middle":
        "{% extends 'base' %}{% block body %}[{% block inner %}x{% endblock %}]{% endblock %}",
    ]
    #expect(estate.outcome(source, others) == .text(text))
  }

  @Test(arguments: [
    (
      "{% for i in ints %}{% block b scoped %}{{ i }}{% endblock %}{% endfor %}",
      Outcome.text("312")
    ),
    (
      "{% for i in ints %}{% block b scoped %}{{ loop.index }}{% endblock %}{% endfor %}",
      .text("123")
    ),
    ("{% for i in ints %}{% block b %}{{ i }}{% endblock %}{% endfor %}", .findings(["T004"])),
    (
      "{% block a %}{% set q = 1 %}{% block b %}{{ q }}{% endblock %}{% endblock %}",
      .findings(["T004"])
    ),
    (
      "{% block a %}{% set q = 1 %}{% block b scoped %}{{ q }}{% endblock %}{% endblock %}",
      .text("1")
    ),
    ("{% set q = 1 %}{% block b %}{{ q }}{% endblock %}", .text("1")),
    (
      "{% if yes %}{% set q = 1 %}{% else %}{% set q = 2 %}{% endif %}{% block b %}{{ q }}{% endblock %}",
      .text("1")
    ),
    ("{% block b %}{% set n = 1 %}{{ n }}{% endblock %}{{ n }}", .text("13")),
    ("{% block b required %}{% endblock %}", .findings(["T011"])),
    ("{% block b required %}x{% endblock %}", .findings(["T011", "T011"])),
    ("{% block b required scoped %}{% endblock %}", .findings(["T001"])),
    ("{% block b %}{% endblock c %}", .findings(["T011"])),
    ("{% block b %}{% endblock %}{% block b %}{% endblock %}", .findings(["T011"])),
    ("x{% extends 'base' %}", .findings(["T011"])), ("{% extends 'bsae' %}", .findings(["T010"])),
    ("{% extends 'base' %}text", .findings(["T011"])),
    ("{% extends 'base' %}{{ n }}", .findings(["T011"])),
    ("{% extends 'base' %}{% block ttile %}{% endblock %}", .findings(["T011"])),
    ("{% extends 'main' %}", .findings(["T010"])), ("{% extends name %}", .findings(["T001"])),
    ("{% extends 'needs' %}", .findings(["T011"])),
    ("{% extends 'needs' %}{% block b %}x{% endblock %}", .text("x")),
  ])
  func `keeps to scopes and demands`(source: String, outcome: Outcome) {
    let others = ["base": Self.base, "needs": "{% block b required %} {# here #}{% endblock %}"]
    #expect(estate.outcome(source, others) == outcome)
  }
}

@Suite struct `White space` {
  /// The source, then what it gives without options, with trim_blocks, with lstrip_blocks, with both.
  @Test(arguments: [
    ("a\n{% if yes %}\nb\n{% endif %}\nc", "a\n\nb\n\nc", "a\nb\nc", "a\n\nb\n\nc", "a\nb\nc"),
    (
      "a\n  {% if yes %}\n  b\n  {% endif %}\nc", "a\n  \n  b\n  \nc", "a\n    b\n  c",
      "a\n\n  b\n\nc", "a\n  b\nc"
    ),
    ("a\n  {%+ if yes %}b{% endif %}", "a\n  b", "a\n  b", "a\n  b", "a\n  b"),
    ("a {%- if yes -%} b {%- endif -%} c", "abc", "abc", "abc", "abc"),
    ("{% if yes +%}\nb{% endif %}", "\nb", "\nb", "\nb", "\nb"),
    ("a\n  {# c #}\nb", "a\n  \nb", "a\n  b", "a\n\nb", "a\nb"),
    ("a\n  {#- c -#}\nb", "ab", "ab", "ab", "ab"), ("a {#-#} b", "a b", "a b", "a b", "a b"),
    ("{{ n }}\n  {{ n }}", "3\n  3", "3\n  3", "3\n  3", "3\n  3"),
    ("a {{- n -}} b", "a3b", "a3b", "a3b", "a3b"), ("{{- n }}\n", "3\n", "3\n", "3\n", "3\n"),
    ("x　{{- n -}}　y", "x3y", "x3y", "x3y", "x3y"),
    ("　{% if yes %}a{% endif %}", "　a", "　a", "a", "a"),
    (
      "{% raw %}\n{{ x }}\n{% endraw %}\nz", "\n{{ x }}\n\nz", "\n{{ x }}\nz", "\n{{ x }}\n\nz",
      "\n{{ x }}\nz"
    ),
    ("a {%- raw -%} {% x %} {%- endraw -%} b", "a{% x %}b", "a{% x %}b", "a{% x %}b", "a{% x %}b"),
    ("a\r\nb\r\n{% if yes %}\r\nc{% endif %}", "a\nb\n\nc", "a\nb\nc", "a\nb\n\nc", "a\nb\nc"),
    ("{{ '}}' }}{{ {'a': {'b': 1}}|length }}", "}}1", "}}1", "}}1", "}}1"),
    ("{% set a = '%}' %}{{ a }}", "%}", "%}", "%}", "%}"),
  ])
  func `is kept or dropped by signs and options`(
    source: String, plain: String, trimmed: String, stripped: String, both: String
  ) {
    let expected = [plain, trimmed, stripped, both]
    let options = [(false, false), (true, false), (false, true), (true, true)].map {
      TemplateOptions(trimsBlocks: $0, stripsBeforeBlocks: $1)
    }
    for (options, text) in zip(options, expected) {
      #expect(estate.outcome(source, options: options) == .text(text))
    }
  }

  @Test(arguments: [
    ("a\n", true, "a\n"), ("a\n", false, "a"), ("a\r\n", false, "a"), ("a\r", false, "a"),
    ("a\n\n", false, "a\n"), ("{{ n }}\n", false, "3"), ("{{ n }}\n", true, "3\n"),
  ])
  func `at the end of the file is kept unless told otherwise`(
    source: String, keeps: Bool, text: String
  ) {
    let options = TemplateOptions(
      trimsBlocks: false, stripsBeforeBlocks: false, keepsTrailingNewline: keeps)
    #expect(estate.outcome(source, options: options) == .text(text))
  }

  @Test(arguments: [
    (#"{{ 'a\nb' }}"#, "a\nb"), (#"{{ "\u4e1a\x41\101\t\\" }}"#, "业AA\t\\"),
    (#"{{ 'it\'s' }}"#, "it&#39;s"),
    (#"{{ 'a\qb' }}"#, "a\\qb"), ("{{ 'a\\\nb' }}", "ab"), ("{{ 'two\r\nlines' }}", "two\nlines"),
    (#"{{ '\U0001F642' }}"#, "🙂"),
  ])
  func `and escapes in strings are Python's`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [#"{{ '\x4' }}"#, #"{{ '\u12' }}"#, #"{{ '\N{BULLET}' }}"#, #"{{ '\ud800' }}"#])
  func `but an escape that Python refuses is a finding`(source: String) {
    #expect(estate.outcome(source) == .findings(["T001"]))
  }
}
