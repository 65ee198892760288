import Language
import Source
import TestSupport
import Testing

/// Templates by name, with marks where a lint is expected, in the order of the names.
struct LintCase: CustomTestStringConvertible {
  let templates: KeyValuePairs<String, String>
  var code = ""
  var chinese = ""
  var english = ""

  var testDescription: String { templates.map { "\($0.key): \($0.value)" }.joined(separator: " ") }

  /// The findings and the marked places, both by file and place.
  func judged() -> (findings: [Diagnostic], marks: [String]) {
    var parsed: [String: Template] = [:]
    var marks: [String] = []
    for (name, source) in templates {
      let text = MarkedText(source, path: name)
      let (template, diagnostics) = Parser.parse(text.file)
      #expect(diagnostics.isEmpty, "\(name) can be read")
      parsed[name] = template
      marks += text.marks.map { "\(name) \($0.lower)–\($0.upper)" }
    }
    return (TemplateLints(parsed, pages: ["main"]).diagnostics, marks)
  }
}

@Suite struct `What stands in a template to no purpose` {
  static func unread(_ templates: KeyValuePairs<String, String>) -> LintCase {
    LintCase(
      templates: templates, code: "T042", chinese: "`x` 赋了值，但没有用到",
      english: "`x` is set but never read")
  }
  static func unimported(_ templates: KeyValuePairs<String, String>) -> LintCase {
    LintCase(
      templates: templates, code: "T043", chinese: "导入的 `x` 没有用到",
      english: "`x` is imported but never used")
  }
  static func uncalled(_ templates: KeyValuePairs<String, String>) -> LintCase {
    LintCase(
      templates: templates, code: "T044", chinese: "宏 `x` 没有用到",
      english: "macro `x` is never called")
  }
  static func unfilled(_ templates: KeyValuePairs<String, String>) -> LintCase {
    LintCase(
      templates: templates, code: "T045", chinese: "块 `x` 没有模板来填，这个模板没有被继承",
      english: "nobody can fill block `x`: no template extends this one")
  }

  static let cases = [
    unread(["main": "{% set «x» = 1 %}{{ y }}"]),
    unread(["main": "{% set «x» %}text{% endset %}"]),
    unread(["main": "{% with «x» = 1 %}{{ y }}{% endwith %}"]),
    // The loop's own name is another one.
    unread(["main": "{% set «x» = 1 %}{% for x in list %}{{ x }}{% endfor %}"]),
    unread(["main": "{% for i in list %}{% set «x» = i %}{% endfor %}{{ i }}"]),
    unread(["main": "{% set «x» = namespace(n=0) %}{% set x.n = 1 %}"]),
    unread(["main": "{% set «x» = 1 %}{{ y.x }}{{ f(x=y) }}"]),
    // What is included sees only what it is given.
    unread([
      "main": "{% set «x» = 1 %}{% include 'part' with { 'y': 2 } only %}", "part": "{{ x }}",
    ]),
    unread(["main": "{% set «x» = 1 %}{% include 'part' with { 'x': 2 } %}", "part": "{{ x }}"]),
    // A block keeps its own names to itself.
    unread([
      "main": "{% extends 'base' %}{% block b %}{% set «x» = 1 %}{% endblock %}",
      "base": "{% block b %}{% endblock %}{{ x }}",
    ]),
    // A sibling is another page.
    unread([
      "base": "{% block b %}{% endblock %}",
      "main": "{% extends 'base' %}{% set «x» = 1 %}",
      "other": "{% extends 'base' %}{% block b %}{{ x }}{% endblock %}",
    ]),
    // Names that begin with a line are not handed out.
    LintCase(
      templates: [
        "main": "{% import 'parts' as p %}{{ p._x }}", "parts": "{% set «_x» = 1 %}",
      ],
      code: "T042", chinese: "`_x` 赋了值，但没有用到", english: "`_x` is set but never read"),

    unimported(["main": "{% import 'parts' as «x» %}", "parts": ""]),
    unimported([
      "main": "{% from 'parts' import m as «x» %}", "parts": "{% macro m() %}{% endmacro %}",
    ]),
    unimported([
      "main": "{% from 'parts' import m, «x» %}{{ m() }}",
      "parts": "{% macro m() %}{% endmacro %}{% macro x() %}{% endmacro %}",
    ]),

    uncalled(["main": "{% macro «x»() %}{% endmacro %}"]),
    uncalled(["main": "{% macro «x»() %}{{ x() }}{% endmacro %}"]),
    uncalled([
      "main": "{% import 'parts' as p %}{{ p.m() }}",
      "parts": "{% macro m() %}{% endmacro %}{% macro «x»() %}{% endmacro %}",
    ]),
    // Another module's macro of the same name.
    uncalled([
      "main": "{% import 'parts' as p %}{{ p.m() }}{% import 'more' as q %}{{ q.x() }}",
      "more": "{% macro x() %}{% endmacro %}",
      "parts": "{% macro m() %}{% endmacro %}{% macro «x»() %}{% endmacro %}",
    ]),

    unfilled(["main": "{% block «x» %}a{% endblock %}"]),
    unfilled([
      "base": "{% block a %}{% endblock %}",
      "main": "{% extends 'base' %}{% block a %}{% block «x» %}{% endblock %}{% endblock %}",
    ]),
    unfilled(["main": "{% include 'part' %}", "part": "{% block «x» %}{% endblock %}"]),
  ]

  @Test(arguments: cases) func `is told at its place, in both languages`(lint: LintCase) throws {
    let (findings, marks) = lint.judged()
    #expect(findings.map(place) == marks)
    let finding = try #require(findings.first)
    #expect(finding.code == lint.code)
    #expect(finding.severity == .warning)
    #expect(finding.message == Wording(zh: lint.chinese, en: lint.english))
    #expect(!finding.help.isEmpty)
  }

  /// Everything here is of use, though it may not look so.
  static let useful: [LintCase] = [
    LintCase(templates: ["main": "{% set x = 1 %}{{ x }}"]),
    LintCase(templates: ["main": "{{ x }}{% set x = 1 %}"]),
    LintCase(templates: [
      "main": "{% if y %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}"
    ]),
    LintCase(templates: ["main": "{% set x = 1 %}{% for i in list if i > x %}{% endfor %}"]),
    LintCase(templates: ["main": "{% set x = 1 %}{% for x in x %}{{ x }}{% endfor %}"]),
    LintCase(templates: [
      "main": "{% set x = 0 %}{% for i in list %}{% set x = x + i %}{% endfor %}"
    ]),
    LintCase(templates: ["main": "{% set x = 1 %}{% with y = x %}{{ y }}{% endwith %}"]),
    LintCase(templates: ["main": "{% set x = 1 %}{% set y %}{{ x }}{% endset %}{{ y }}"]),
    LintCase(templates: ["main": "{% set x = [1] %}{{ x[0] }}{{ 'a'|replace('a', x|join) }}"]),
    LintCase(templates: ["main": "{% set x = namespace(n=0) %}{% set x.n = 1 %}{{ x.n }}"]),
    LintCase(templates: ["main": "{% for i in list %}{% endfor %}"]),
    LintCase(templates: ["main": "{% macro m(a, b=1) %}{% endmacro %}{{ m(1) }}"]),
    LintCase(templates: ["main": "{% set x = 1 %}{% include 'part' %}", "part": "{{ x }}"]),
    LintCase(templates: [
      "main": "{% set x = 1 %}{% include 'part' %}", "part": "{% include 'inner' %}",
      "inner": "{{ x }}",
    ]),
    LintCase(templates: [
      "main": "{% for i in list %}{% set x = i %}{% include 'part' %}{% endfor %}",
      "part": "{{ x }}",
    ]),
    LintCase(templates: [
      "main": "{% extends 'base' %}{% set x = 1 %}", "base": "{{ x }}",
    ]),
    LintCase(templates: [
      "main": "{% extends 'base' %}{% set x = 1 %}", "base": "{% include 'part' %}",
      "part": "{{ x }}",
    ]),
    LintCase(templates: [
      "base": "{% set x = 1 %}{% block b %}{% endblock %}",
      "main": "{% extends 'base' %}{% block b %}{{ x }}{% endblock %}",
    ]),
    // An unscoped block does not see the loop's `x`, so it means the outer one.
    LintCase(templates: [
      "base":
        "{% set x = 1 %}{% for x in list %}{{ x }}{% block b %}{{ x }}{% endblock %}{% endfor %}",
      "main": "{% extends 'base' %}",
    ]),
    LintCase(templates: [
      "base":
        "{% for i in list %}{% set x = i %}{% block b scoped %}{% endblock %}{% endfor %}",
      "main": "{% extends 'base' %}{% block b %}{{ x }}{% endblock %}",
    ]),
    LintCase(templates: [
      "main": "{% from 'parts' import m as n %}{% call n() %}{% endcall %}",
      "parts": "{% macro m() %}{{ caller() }}{% endmacro %}",
    ]),
    LintCase(templates: [
      "main": "{% import 'parts' as p %}{{ p.m() }}{{ p.x }}",
      "parts": "{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}{% endmacro %}{% set x = 1 %}",
    ]),
    LintCase(templates: [
      "main": "{% import 'parts' as p %}{% include 'part' %}", "part": "{{ p.m() }}",
      "parts": "{% macro m() %}{% endmacro %}",
    ]),
    LintCase(templates: [
      "base": "{% block x %}{% endblock %}{% block y %}{% block z %}{% endblock %}{% endblock %}",
      "main": "{% extends 'base' %}{% block x %}a{% endblock %}",
    ]),
    LintCase(templates: ["main": "{% block x %}a{% endblock %}{{ self.x() }}"]),
    // Of what no page uses it is said once, as a whole.
    LintCase(templates: ["main": "", "layout": "{% block x %}{% endblock %}"]),
  ]

  @Test(arguments: useful) func `is not what is of use somewhere`(templates: LintCase) {
    #expect(templates.judged().findings.map(place) == [])
  }

  @Test func `is judged in every template, and what pages use is known`() throws {
    let sources = [
      "main": "{% extends 'base' %}", "base": "{% include ['no', 'part'] ignore missing %}",
      "part": "{% import 'parts' as p %}{{ p.m() }}", "parts": "{% macro m() %}{% endmacro %}",
      "lost": "{% set x = 1 %}{% include 'inner' %}", "inner": "{{ y }}{{ z }}{% set y = 1 %}",
    ]
    let parsed = sources.mapValues { Parser.parse(SourceFile(path: "t", text: $0)).template }
    let lints = TemplateLints(parsed, pages: ["main"])
    #expect(lints.reached == ["main", "base", "part", "parts"])
    #expect(lints.diagnostics.map(\.code) == ["T042"])
    #expect(lints.freeNames(of: "lost") == ["y", "z"])
    #expect(!lints.needsFilling("lost"))
  }

  @Test func `is not a block that is filled further down, but one that waits to be filled`() {
    let sources = [
      "main": "",
      "base": "{% block a required %}{% endblock %}{% block b required %}{% endblock %}",
      "half": "{% extends 'base' %}{% block a %}x{% endblock %}",
      "whole": "{% extends 'half' %}{% block b %}y{% endblock %}",
    ]
    let parsed = sources.mapValues { Parser.parse(SourceFile(path: "t", text: $0)).template }
    let lints = TemplateLints(parsed, pages: ["main"])
    #expect(["base", "half", "whole"].map { lints.needsFilling($0) } == [true, true, false])
  }
}

private func place(of finding: Diagnostic) -> String {
  let range = finding.location.range
  return "\(finding.location.file.path) \(range?.lower ?? -1)–\(range?.upper ?? -1)"
}
