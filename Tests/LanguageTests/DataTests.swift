import Language
import Source
import TestSupport
import Testing
import Values

/// What a template over JSON writes, or the code of what is wrong.
private func render(
  _ template: String, _ json: String, _ others: [String: String] = [:]
) -> Outcome {
  let files = others.merging(["main": template], uniquingKeysWith: { $1 })
  let rendering = DataRendering(
    "main", over: SourceFile(path: "data.json", text: json),
    options: TemplateOptions(trimsBlocks: false, stripsBeforeBlocks: false), language: .english,
    machine: Machine()
  ) { name in files[name].map { SourceFile(path: name, text: $0) } }
  if let output = rendering.output { return .text(String(decoding: output, as: UTF8.self)) }
  return .findings(rendering.diagnostics.map(\.code))
}

@Suite struct `JSON is read strictly` {
  @Test(arguments: [
    ("1.10", "1.10"), ("-0.50", "-0.50"), ("0", "0"), ("-7", "-7"), ("1e2", "100"),
    ("1.5E+1", "15"), ("25e-1", "2.5"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    (#""a\u00e9\n\"\\\/\ud83d\ude42""#, "aé\n&#34;\\/🙂"), ("\"业\"", "业"),
  ])
  func `and keeps what was written`(json: String, text: String) {
    #expect(render("{{ x }}", "{ \"x\" : \(json) }") == .text(text))
  }

  @Test(arguments: [
    ("{\"x\": «»}", "expected a JSON value"), ("{\"x\": 1«,»}", ""),
    ("{«'»x': 1}", "expected a name in quotes"), ("{\"x\": «0»1}", ""),
    ("{\"x\": 1.«}»", "expected a digit"), ("{\"x\": 1«}»", ""),
    ("{\"x\": \"a«\n»\"}", "a control character in a string"),
    ("{\"x\": \"«\\q»\"}", "an unknown escape"), ("{\"x\": \"«\\u»d800\"}", ""),
    ("{\"x\": 1} «2»", "expected the end of the JSON"),
    ("{\"x\": «n»il}", "expected a JSON value"), ("[1«]»", ""),
    ("{\"x\": 1, «\"x\"»: 2}", "`x` stands twice"),
  ])
  func `and a mistake is shown where it stands`(json: String, message: String) throws {
    let marked = MarkedText(json, path: "data.json")
    guard case .failure(let refusal) = JSONReader.read(marked.file) else { return }
    let finding = refusal.diagnostic
    #expect(finding.code == "T060")
    guard !message.isEmpty else { return }
    #expect(finding.message.english == message)
    #expect(finding.location.range?.lower == marked.marks[0].lower)
  }

  @Test(arguments: [
    "{\"x\": 1,}", "{x: 1}", "{\"x\": 01}", "{\"x\": +1}", "{\"x\": .5}", "{\"x\": 1.}",
    "{\"x\": 1e}", "{\"x\": NaN}", "{\"x\": [1,]}", "[1]", "1", "", "{\"x\": 92233720368547758080}",
    "{\"x\": 1e400}",
    "{\"x\": \"\\ud800\"}", "{\"x\": \"\\u12\"}", "{\"x\": 1, \"x\": 2}", "{\"x\": 1} x",
    "{\"x\": \"a}", "{\"x\" 1}", "{\"x\": 1.0000000000000000001}",
  ])
  func `and anything else is refused`(json: String) {
    #expect(render("{{ 1 }}", json) == .findings(["T060"]))
  }

  @Test func `however deep it is nested`() {
    let json =
      "{\"x\": " + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "}"
    #expect(render("{{ 1 }}", json) == .findings(["T060"]))
  }
}

@Suite struct `Data has types` {
  @Test(arguments: [
    (
      "{% for p in xs %}{{ p.a }}{{ p.b|default('-') }}{% endfor %}",
      #"{"xs": [{"a": 1, "b": "x"}, {"a": 2}]}"#, "1x2-"
    ),
    (
      "{% for p in xs %}{{ p.a|default(0) }}{% endfor %}",
      #"{"xs": [{"a": null}, {"a": 2.5}, {}]}"#, "02.50"
    ),
    ("{{ xs|join(' ') }}", #"{"xs": [1, 2.50]}"#, "1 2.50"),
    ("{% for x in xs %}{{ x|default('-') }}{% endfor %}", #"{"xs": ["a", null]}"#, "a-"),
    (
      "{% for x in xs %}{{ x }}{% else %}none{% endfor %}{{ xs|length }}{{ xs|join }}",
      #"{"xs": []}"#, "none0"
    ), ("{{ xs|map(attribute='a')|join }}{{ xs|sum(attribute='b') }}", #"{"xs": []}"#, "0"),
    ("{{ o.a }}{{ o['b'] }}", #"{"o": {"a": 1, "b": "x"}}"#, "1x"),
    ("{% for k, v in o|items %}{{ k }}{{ v }}{% endfor %}", #"{"o": {"b": 1, "a": 2}}"#, "b1a2"),
    ("{% for k, v in o|dictsort %}{{ k }}{{ v }}{% endfor %}", #"{"o": {"b": 1, "a": 2}}"#, "a2b1"),
    ("{% for k in ['a', 'z'] %}{{ o[k]|default('-') }}{% endfor %}", #"{"o": {"a": 1}}"#, "1-"),
    (
      "{{ o|length }}{{ 'y' if 'a' in o else 'n' }}{{ 'y' if 'z' in o else 'n' }}",
      #"{"o": {"a": 1}}"#, "1yn"
    ), ("{{ o|tojson }}", #"{"o": {"b": 1.10, "a": null}}"#, #"{"a": null, "b": 1.10}"#),
    ("{% if o %}y{% else %}n{% endif %}", #"{"o": {}}"#, "n"),
    ("{% for p in xs %}{{ 'y' if p else 'n' }}{% endfor %}", #"{"xs": [{}, {"a": 1}]}"#, "ny"),
    ("{{ 'y' if a == b else 'n' }}", #"{"a": {"x": 1, "y": 2}, "b": {"y": 2, "x": 1}}"#, "y"),
    (
      "{% for k, v in o|items %}{{ v.n }}{{ v.m|default('-') }}{% endfor %}",
      #"{"o": {"u": {"n": 1}, "w": {"n": 2, "m": 3}}}"#, "1-23"
    ),
    ("{{ o.u.n }}", #"{"o": {"u": {"n": 1}, "w": {"m": 3}}}"#, "1"),
    ("{{ 'y' if x is none else 'n' }}{{ x|default('d') }}", #"{"x": null}"#, "yd"),
    ("{{ yes }}", #"{"yes": "<b>"}"#, "&lt;b&gt;"),
    ("{{ 名称 }}", #"{"名称": "星河"}"#, "星河"), ("{% include 'p' %}", #"{"a": 1}"#, "1"),
    ("{% if xs %}{{ xs[0] }}{% endif %}ok", #"{"xs": []}"#, "ok"),
  ])
  func `inferred from it`(template: String, json: String, text: String) {
    #expect(render(template, json, ["p": "{{ a }}"]) == .text(text))
  }

  @Test(arguments: [
    ("{{ y }}", #"{"x": 1}"#, "T004"), ("{{ o.nope }}", #"{"o": {"a": 1}}"#, "T012"),
    ("{{ o.items }}", #"{"o": {"items": 1}}"#, "T009"),
    ("{{ p[0].b }}", #"{"p": [{"b": 1}, {}]}"#, "T013"), ("{{ 1 }}", #"{"xs": [1, "a"]}"#, "T061"),
    ("{{ 1 }}", #"{"xs": [{"a": 1}, {"a": "b"}]}"#, "T061"),
    ("{{ o|length }}", #"{"o": {"a": 1, "b": "x"}}"#, "T014"),
    ("{% macro m(a) %}{{ a|nosuch }}{% endmacro %}", "{}", "T005"),
    ("{% macro m(a) %}{{ a is nosuch }}{% endmacro %}", "{}", "T006"),
    ("{% macro m(a) %}{% set b|nosuch %}{% endset %}{% endmacro %}", "{}", "T005"),
    ("{{ xs[0] }}", #"{"xs": []}"#, "T051"), ("{{ xs|first }}", #"{"xs": []}"#, "T051"),
    ("{{ o }}", #"{"o": {"a": 1}}"#, "T015"),
    ("{{ 'y' if xs == xs else 'n' }}", #"{"xs": [{"a": 1}]}"#, "T014"),
    ("{% include 'none' %}", "{}", "T010"), ("{{ x // y }}", #"{"x": 1, "y": 0}"#, "T050"),
    ("{% if o %}{% endif %}", #"{"o": [{"a": 1}, {"b": "x"}]}"#, ""),
  ])
  func `and what they do not allow has a code`(template: String, json: String, code: String) {
    #expect(render(template, json) == (code.isEmpty ? .text("") : .findings([code])))
  }

  @Test func `a line of cases is answered by a line`() {
    func answer(_ line: String) -> String {
      String(
        decoding: RenderingCase(Array(line.utf8)).answer(in: .english, on: Machine()), as: UTF8.self
      )
    }
    #expect(
      answer(
        #"{"id": "a1", "templates": {"m": "{% if x %}\n[{{ x }}]{% endif %}\n"}, "main": "m", "data": {"x": "业&"}, "options": {"trim_blocks": true, "keep_trailing_newline": false}}"#
      )
        == #"{"id":"a1","ok":true,"output":"[\u4e1a\u0026amp;]"}"#)
    #expect(
      answer(#"{"id": 7, "templates": {"m": "a\n {{ xx }}"}, "main": "m", "data": {"x": 1}}"#)
        == #"{"id":7,"ok":false,"error":{"code":"T004","message":"nothing here is called `xx`","file":"m","line":2,"column":5}}"#
    )
    #expect(
      answer(#"{"id": 8, "templates": {"m": "{{ 1 // x }}"}, "main": "m", "data": {"x": 0}}"#)
        == #"{"id":8,"ok":false,"error":{"code":"T050","message":"division by zero","file":"m","line":1,"column":4}}"#
    )
    #expect(
      answer(#"{"id": "b", "templates": {"m": ""}, "main": "m", "data": {"x": 1e400}}"#)
        .hasPrefix(#"{"id":"b","ok":false,"error":{"code":"T060","#))
    #expect(
      answer(#"{"id": 9, "templates": {"m": 5}, "main": "m", "data": {}}"#)
        .hasPrefix(#"{"id":9,"ok":false,"error":{"code":"T060","#))
    #expect(answer("{").hasPrefix(#"{"id":null,"ok":false,"error":{"code":"T060","#))
    #expect(
      answer(#"{"id": 9, "main": "m"}"#).hasPrefix(#"{"id":9,"ok":false,"error":{"code":"T060","#))
    #expect(
      answer(#"{"id": 9, "templates": {}, "main": "m", "data": {}}"#).contains(#""code":"T010""#))
  }
}
