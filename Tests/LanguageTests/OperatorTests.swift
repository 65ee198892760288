import Testing

private let estate = Estate()

@Suite struct `Operators` {
  @Test(arguments: [
    ("1 + 2", "3"), ("7 - 10", "-3"), ("6 * 7", "42"), ("-7 // 2", "-4"), ("-7 % 3", "2"),
    ("7 % -3", "-2"), ("7.5 // 2", "3"), ("7.5 % 2", "1.5"), ("0.1 + 0.2", "0.3"), ("1.10", "1.10"),
    ("1.10 + 1", "2.10"), ("1.5 * 1.50", "2.250"), ("-n", "-3"), ("+n", "3"), ("--n", "3"),
    ("9007199254740993", "9007199254740993"), ("1_000", "1000"), ("0x1F", "31"), ("0b101", "5"),
    ("0o17", "15"), ("n - n", "0"), ("-x", "-2.50"), ("2 - 0.50", "1.50"),
  ])
  func `compute exactly and keep decimals`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("1 == 1.0", true), ("1.10 == 1.1", true), ("1 != 2", true), ("1 < 2 < 3", true),
    ("1 < 3 > 2 == 2", true), ("3 > 2 > 2", false), ("'a' < 'b'", true), ("'B' < 'a'", true),
    ("'阿' < '张'", false), ("2 >= 2", true), ("2 <= 1", false), ("yes == true", true),
    ("yes != no", true), ("[1, 2] == [1, 2.0]", true), ("[1] == [1, 2]", false),
    ("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", true), ("{'a': 1} != {'a': 2}", true),
    ("2 in ints", true), ("5 not in ints", true), ("'oe' in name", true), ("'x' in name", false),
    ("'' in name", true), ("'a' in {'a': 1}", true), ("'甲' in home.counts", true),
    ("maybe == 'x'", false), ("maybe != 'x'", true), ("given == '有'", true),
    ("maybe == none", true),
    ("given != none", true), ("home.kind == 'flat'", true), ("home.kind != 'shop'", true),
    ("home.kind in ['shop', 'flat']", true), ("home.kind not in ['shop']", true),
    ("home.state == 'open'", false), ("other.state == 'open'", false),
    ("today == home.moved", false), ("home.quarter == home.quarter", true),
    ("estate.homes[0] == home", true),
    ("home.deposit > other.deposit", false), ("home.opens < home.opens", false),
  ])
  func `compare`(expression: String, holds: Bool) {
    #expect(estate.value(of: "'J' if \(expression) else 'N'") == .text(holds ? "J" : "N"))
  }

  @Test(arguments: [
    // Filters and tests bind tighter than every operator between two, and looser than a sign.
    ("-1|abs", "1"), ("2 + 3|string|length", "3"), ("1 ~ 2 * 3", "16"), ("1 ~ 2 ~ 3", "123"),
    ("'a' ~ 'b'|upper", "aB"), ("'-' ~ -1|abs", "-1"), ("2 * 3 + 4 * 5", "26"),
    ("2 * (3 + 4)", "14"), ("10 - 3 - 2", "5"), ("100 // 7 // 2", "7"), ("7 - 2 * 3 % 4", "5"),
    ("1 if yes else 2 if no else 3", "1"), ("1 if no else 2 if no else 3", "3"),
    ("'T' if not 1 == 2 else 'F'", "T"), ("'T' if not no and no else 'F'", "F"),
    ("'T' if no and yes or yes else 'F'", "T"), ("'T' if yes or yes and no else 'F'", "T"),
    ("'T' if 1 + 1 == 2 else 'F'", "T"), ("'T' if 5 is odd == yes else 'F'", "T"),
    ("'T' if 1 in ints and 9 not in ints else 'F'", "T"), ("ints[0] + 1", "4"),
    ("ints[-1]", "2"), ("home.rooms[1].name", "卧室"), ("home['number']", "1-101"),
    ("'ab'[0]", "a"), ("'业主'[1]", "主"), ("name[1:]", "oe"), ("name[:-1]", "Zo"),
    ("name[-2:]", "oe"),
    ("ints[1:]|join", "12"), ("(ints + [9])|join", "3129"), ("'a' 'b'", "ab"),
    ("[1, 2,]|join('-')", "1-2"), ("home.counts['乙']|default(0)", "1"),
    ("home.counts.丙|default(7)", "7"),
  ])
  func `bind as in Jinja`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("1 ~ 2 + 3", "T014"), ("'a' + 'b'", "T014"), ("'1' == 1", "T014"), ("n + yes", "T014"),
    ("n + 1 is odd", "T014"), ("n - 'a'", "T014"), ("-name", "T014"), ("not n", "T016"),
    ("yes < no", "T014"), ("ints < ints", "T014"), ("1 in name", "T014"), ("1 in n", "T014"),
    ("home < other", "T014"), ("2 ** 3", "T009"), ("(1, 2)", "T009"),
    ("n / 2", "T017"), ("1 // 0", "T050"), ("1 / 0", "T050"), ("1 % 0", "T050"),
    ("9223372036854775807 + 1", "T050"), ("yes and 1", "T022"), ("name or ints", "T022"),
    ("1 if yes", "T001"), ("n is odd if yes else 1", "T001"), ("range(3, n=1)", "T008"),
    ("range(stop=1, 3)", "T001"), ("00.5.1 + 007", "T001"), ("1__0", "T001"), ("1 +", "T001"),
    ("[1, 'a']", "T022"), ("{1: 2}", "T020"), ("ints['a']", "T014"), ("name['a']", "T014"),
    ("yes", "T015"), ("none", "T015"), ("ints", "T015"), ("home", "T015"), ("home.stay", "T015"),
    ("home.counts", "T015"),
  ])
  func `refuse what would surprise`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }

  @Test(arguments: [
    ("n * 9223372036854775807", "T050"), ("1 // (n - 3)", "T050"), ("ints[9]", "T051"),
    ("empty|first", "T051"), ("name[5]", "T051"), ("range(0, 1, n - 3)|length", "T050"),
    ("range(0 - 9223372036854775807, 9223372036854775807)|length", "T052"),
  ])
  func `fail at run time with a code`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .fault(code))
  }
}

@Suite struct `And and or` {
  @Test(arguments: [
    ("name or 'x'", "Zoe"), ("'' or 'x'", "x"), ("name and 'x'", "x"), ("'' and 'x'", ""),
    ("maybe or 'x'", "x"), ("given or 'x'", "有"), ("'' or '' or 'z'", "z"),
    ("(empty or ['q'])|join", "q"), ("none or 'x'", "x"),
  ])
  func `give one of their operands where both have a type in common`(
    expression: String, text: String
  ) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test func `give a yes or no in a condition whatever the types`() {
    #expect(estate.value(of: "'J' if name and ints or empty else 'N'") == .text("J"))
    #expect(estate.value(of: "'J' if name and (empty or maybe) else 'N'") == .text("N"))
  }

  @Test func `take long chains without running away`() {
    let chain = Array(repeating: "name", count: 60).joined(separator: " and ")
    #expect(estate.value(of: chain) == .text("Zoe"))
    let tests = Array(repeating: "maybe is defined", count: 60).joined(separator: " or ")
    #expect(estate.value(of: "1 if \(tests) else 2") == .text("2"))
    let endless = Array(repeating: "1", count: 2000).joined(separator: " + ")
    #expect(estate.value(of: endless) == .findings(["T001"]))
    let nested = String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500)
    #expect(estate.value(of: nested) == .findings(["T001"]))
    let deep = String(repeating: "{% if yes %}", count: 300)
    #expect(estate.outcome(deep + String(repeating: "{% endif %}", count: 300)) != .text(""))
  }
}

@Suite struct `Truth` {
  @Test(arguments: [
    ("yes", true), ("no", false), ("name", true), ("''", false), ("ints", true), ("empty", false),
    ("home.counts", true), ("{}", false), ("none", false), ("maybe", false), ("given", true),
    ("home", true), ("home.owner", true), ("other.owner", false), ("home.kind", true),
    ("other.state", false), ("home.moved", true), ("other.moved", false), ("home.body", true),
    ("home.photo", true), ("other.photo", false), ("not maybe", true),
  ])
  func `is as in Jinja for what has an empty form`(condition: String, holds: Bool) {
    let source = "{% if \(condition) %}J{% else %}N{% endif %}"
    #expect(estate.outcome(source) == .text(holds ? "J" : "N"))
  }

  @Test(arguments: ["n", "x", "count", "home.fee", "home.deposit", "home.area", "home.share", "0"])
  func `is not asked of numbers`(condition: String) {
    #expect(estate.outcome("{% if \(condition) %}{% endif %}") == .findings(["T016"]))
  }
}
