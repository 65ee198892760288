import Language
import Source
import TestSupport
import Testing

private let estate = Estate()

@Suite struct `Names that other engines have` {
  @Test(arguments: [
    ("{{ ints|«random» }}", "T005", "use `first`, `sort` or name the element"),
    ("{{ ints|«pprint» }}", "T005", "use `tojson`"),
    ("{{ name|«float» }}", "T005", "fix their places with `round(2)`"),
    ("{{ home.counts|«xmlattr» }}", "T005", "write each attribute out"),
    ("{{ name|«nl2br» }}", "T005", "write `replace('\\n', '<br>'|safe)`"),
    ("{{ ints|map(«'random'»)|join }}", "T005", "name the element"),
    ("{{ 1 if name is «match»('a') else 2 }}", "T006", "use the filter `matches('…')`"),
    ("{{ 1 if ints is «empty» else 2 }}", "T006", "write `not x`"),
    ("{{ «lipsum»() }}", "T007", "write the text that is to stand there"),
    ("{{ «len»(ints) }}", "T007", "write `x|length`"),
    ("{{ «round»(x) }}", "T007", "write `x|round`"),
    ("{{ 1 if «'random' is filter» else 2 }}", "T005", "name the element"),
  ])
  func `are refused with what to write instead`(source: String, code: String, help: String) throws {
    let marked = MarkedText(source, path: "page.html.j2")
    let diagnostics = estate.check(marked.file).diagnostics
    let finding = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(finding.code == code)
    #expect(finding.location.range == marked.marks.first)
    #expect(finding.help.count == 1)
    #expect(finding.help.first?.english.contains(help) == true)
    #expect(finding.help.first?.chinese != finding.help.first?.english)
  }

  @Test(arguments: [
    Mistake(
      "T008", "{{ «'%s %q'»|format(n, n) }}", "`%s %q` 里有 `format` 不认识的位置",
      "`%s %q` has a place unknown to `format`",
      help: ["there are `%s %d %f %.2f %x %o`; write `%%` for the sign itself"]),
    Mistake(
      "T008", "{{ «'%s %s'|format(n)» }}", "`format` 有 2 个位置，却给了 1 个值",
      "`format` has 2 places and is given 1 values"),
    Mistake(
      "T008", "{{ today|date(«'%e'») }}", "`date` 不认识 `%e`", "`date` does not know `%e`",
      help: ["there are `%Y %m %d %-m %-d`; write `%%` for the sign itself"]),
    Mistake(
      "T014", "{{ '%d'|format(«name») }}", "`%d` 不能用于 String", "`%d` does not go with String"),
    Mistake(
      "T014", "{{ 1 if «name» is odd else 2 }}", "`is odd` 不能用于 String",
      "`is odd` does not go with String"),
    Mistake(
      "T014", "{{ 1 if «name» is sameas name else 2 }}", "`is sameas` 不能用于 String",
      "`is sameas` does not go with String", help: ["compare with `==`"]),
  ])
  func `and patterns say what is wrong with them`(mistake: Mistake) throws {
    let marked = MarkedText(mistake.source, path: "page.html.j2")
    let finding = try #require(estate.check(marked.file).diagnostics.first)
    #expect(finding.code == mistake.code)
    #expect(finding.message == Wording(zh: mistake.chinese, en: mistake.english))
    #expect(finding.help.map(\.english) == mistake.help)
    #expect(finding.location.range == marked.marks.first)
  }

  @Test(arguments: [
    ("name is callable", "N"), ("x is float", "J"), ("n is float", "N"), ("'<'|e is escaped", "J"),
    ("('<'|e) is escaped", "J"), ("name is escaped", "N"), ("yes is sameas true", "J"),
    ("n is sameas false", "N"), ("maybe is sameas none", "J"), ("given is sameas none", "N"),
    ("n is equalto 3", "J"), ("n is lessthan 3", "N"), ("n is greaterthan 2", "J"),
    ("'title' is filter", "J"), ("'title ' is filter", "N"), ("'number' is test", "J"),
    ("'==' is test", "J"), ("'nope' is test", "N"), ("0|bool", "N"), ("x|bool", "J"),
    ("''|bool", "N"), ("ints|bool", "J"),
  ])
  func `of tests answer as there`(test: String, text: String) {
    #expect(estate.value(of: "'J' if \(test) else 'N'") == .text(text))
  }

  @Test(arguments: [
    ("'a,b,c'|split(',')|join('|')", "a|b|c"), ("' a  b '|split|join('|')", "a|b"),
    ("'a,b,c'|split(',', 1)|join('|')", "a|b,c"), ("''|split(',')|length", "1"),
    ("'a\\nb\\n'|lines|join('|')", "a|b"), ("ints|chain([9], empty|map('length'))|join", "3129"),
    ("ints|zip(['a', 'b'])|map('attr', 'second')|join", "ab"),
    ("ints|zip(['a', 'b'])|map(attribute='0')|join", "31"), ("home|attr('number')", "1-101"),
    ("today|attr('year')", "2026"), ("home.met|attr('date')", "2026-03-01"),
  ])
  func `of MiniJinja do as there`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("home|attr('nmber')", "T012"), ("home|attr(name)", "T008"), ("ints|chain(n)|join", "T020"),
    ("ints|chain(['a'])|join", "T022"), ("name|urlize(extra_schemes=['javascript:'])", "T014"),
    ("name|urlize(extra_schemes=words)", "T008"), ("home.body|urlize", "T014"),
    ("name|center('a')", "T020"), ("ints|map('upper', 1)|join", "T008"),
    ("ints|map('round', 1, place=2)|join", "T008"), ("name|replace('a', none)", "T020"),
    ("2.5|filesizeformat", "T014"), ("home|urlencode", "T014"),
  ])
  func `and are refused where they do not fit`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }

  @Test(arguments: [
    ("name|wordwrap(0)", "T054"), ("'99999999999999999999'|int", "T050"),
    ("''|split('')|join", "T054"),
    ("'1'|int(base=0)", "T054"), ("'abc'|truncate(n - 1)", "T054"),
  ])
  func `and fail as they run where only that can tell`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .fault(code))
  }
}
