import Testing

private let estate = Estate()

@Suite struct `dict` {
  @Test(arguments: [
    ("dict(a=1, b=2)|dictsort|tojson", #"[["a", 1], ["b", 2]]"#), ("dict()|tojson", "{}"),
    ("dict({'b': 2}, a=1, b=3)|tojson", #"{"a": 1, "b": 3}"#),
    ("dict(home.counts)|length", "2"), ("dict(a=1, b='x').b|upper", "X"),
    ("dict(a=1, b='x')|tojson", #"{"a": 1, "b": "x"}"#),
    ("dict(a=1, b=2.50)|tojson", #"{"a": 1, "b": 2.50}"#),
  ])
  func `makes a map of what it is given`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("dict({'a': 1}, b='x')|tojson", "T022"), ("dict(n)|tojson", "T020"),
    ("dict({}, {})|tojson", "T008"),
    ("dict(a=1, a=2)|tojson", "T008"), ("dict(none)|tojson", "T013"),
  ])
  func `and refuses what is no map of one type`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }
}
