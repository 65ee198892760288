import Testing

private let estate = Estate()

/// Expressions with what Jinja2 3.1.6 prints for them.
@Suite struct `What Jinja prints` {
  static let texts: [(String, String)] = [
    (#""ΑΣ ΣΑΣ"|lower"#, "ας σας"),
    (#""ὈΔΥΣΣΕΎΣ"|capitalize"#, "Ὀδυσσεύς"),
    (#""ǆa ß"|capitalize"#, "ǅa ß"),
    (#""foo's bar-baz (x) ΑΣ"|title"#, "Foo&#39;s Bar-Baz (X) Ασ"),
    (#""foo"|center(9)"#, "   foo   "),
    (#""fo"|center(9)"#, "    fo   "),
    (#""业主"|center(5) ~ "|""#, "  业主 |"),
    (#"3|center(4) ~ "|""#, " 3  |"),
    (#""foo"|center(2)"#, "foo"),
    (#""foo bar baz"|wordcount"#, "3"),
    (#""it's x_y 业主 ½"|wordcount"#, "5"),
    (#""a\nb\n\nc\n"|indent(2, blank=true)"#, "a\n  b\n  \n  c\n  "),
    (#""a\nb"|indent("> ", first=true)"#, "&gt; a\n&gt; b"),
    (#""a\r"|indent(2)"#, "a"),
    (#"("a\n<b>"|safe)|indent(1)"#, "a\n <b>"),
    (#""  ..stays.."|trim(" .")"#, "stays"),
    (#""  a"|trim(none)"#, "a"),
    (#""Joel is a slug"|truncate(7, true)"#, "Joel..."),
    (#""foo bar baz qux"|truncate(9, end="…", leeway=0)"#, "foo bar…"),
    (#""foo bar baz"|truncate(3 + 6)"#, "foo bar baz"),
    (#""<foo>"|replace("o", 42)"#, "&lt;f4242&gt;"),
    (#""a\n<b>"|replace("\n", "<br>"|safe)"#, "a<br>&lt;b&gt;"),
    (#""aaa"|replace("a", "b", count=2)"#, "bba"),
    (#""aaa"|replace("a", "b", none)"#, "bbb"),
    (#"""|replace("", "-")"#, "-"),
    (#"["a<", "b"]|join("<br>"|safe)"#, "a&lt;<br>b"),
    (#"["<a>"|e, "<b>"|e]|join(" & ")"#, "&lt;a&gt; &amp; &lt;b&gt;"),
    ("[1, 2]|join(0)", "102"),
    (#""<b>"|e|forceescape"#, "&amp;lt;b&amp;gt;"),
    (#""<b>"|forceescape"#, "&lt;b&gt;"),
    (#""a b/c"|urlencode"#, "a%20b/c"),
    (#"{"x y": "1&2", "z": "业"}|urlencode"#, "x+y=1%262&amp;z=%E4%B8%9A"),
    (#"[["a b/c", "a b/c"]]|urlencode"#, "a+b%2Fc=a+b%2Fc"),
    (#"{"b": 2}|items|urlencode"#, "b=2"),
    ("1.50|urlencode", "1.50"),
    (#""AT&T &copy; &notit; &#128; &#x41;"|striptags"#, "AT&amp;T © ¬it; € A"),
    (#""<<!-- x -->!-- y --> a <b>c</b>  d<!-->e"|striptags"#, "a c de"),
    (#""a < b"|striptags"#, "a &lt; b"),
  ]

  static let wrap: [(String, String)] = [
    (
      #""Hello!\nThis is Jinja saying something."|wordwrap(20)"#,
      "Hello!\nThis is Jinja saying\nsomething."
    ),
    (#""the well-known quick-brown"|wordwrap(7)"#, "the\nwell-\nknown\nquick-\nbrown"),
    (#""aaaa-bbbb-cccc"|wordwrap(6)"#, "aaaa-\nbbbb-\ncccc"),
    (#""aaaa-bbbb-cccc"|wordwrap(6, break_on_hyphens=false)"#, "aaaa-b\nbbb-cc\ncc"),
    (#""abcdefghij kl"|wordwrap(4, false)"#, "abcdefghij\nkl"),
    (#""a--b c---d e"|wordwrap(3, wrapstring="|")"#, "a--|b c|---|d e"),
    (#""  a   b  "|wordwrap(3, true, "|")"#, "  a|b"),
    (#""1-2-3 ab-c"|wordwrap(4, true, "|")"#, "1-2-|3|ab-c"),
    (#""业主委员会公告第一号"|wordwrap(4, true, "|")"#, "业主委员|会公告第|一号"),
  ]

  static let format: [(String, String)] = [
    (#""%s|%s"|format("a", "<b>")"#, "a|&lt;b&gt;"),
    (#""%s %d %05.2f"|format("x", 3, 2.5)"#, "x 3 02.50"),
    (#""%d%%"|format(50)"#, "50%"),
    (#""%5s|%-5s|%.2s"|format("ab", "ab", "abc")"#, "   ab|ab   |ab"),
    (#""%05d|%+d|% d|%-5d|"|format(3, 3, 3, 3)"#, "00003|+3| 3|3    |"),
    (#""%05d|%.4d"|format(-3, 5)"#, "-0003|0005"),
    (#""%x %X %#x %o"|format(255, 255, 255, 8)"#, "ff FF 0xff 10"),
    (#""%f|%.0f|%8.2f|%-8.2f|"|format(2, 3, 2.5, 2.5)"#, "2.000000|3|    2.50|2.50    |"),
    (#""%d"|format(2.75)"#, "2"),
    ("1|filesizeformat", "1 Byte"),
    ("1050|filesizeformat", "1.1 kB"),
    ("999950|filesizeformat", "1000.0 kB"),
    ("1536|filesizeformat(true)", "1.5 KiB"),
    ("9223372036854775807|filesizeformat", "9.2 EB"),
    ("-123456|filesizeformat", "-123456 Bytes"),
  ]

  static let urlize: [(String, String)] = [
    (
      #""foo example.org bar"|urlize"#,
      #"foo <a href="https://example.org" rel="noopener">example.org</a> bar"#
    ),
    (
      #""foo http://www.example.com/ bar"|urlize"#,
      #"foo <a href="http://www.example.com/" rel="noopener">http://www.example.com/</a> bar"#
    ),
    (
      #""foo mailto:email@example.com bar"|urlize"#,
      #"foo <a href="mailto:email@example.com">email@example.com</a> bar"#
    ),
    (
      #""foo email@example.com bar"|urlize"#,
      #"foo <a href="mailto:email@example.com">email@example.com</a> bar"#
    ),
    (
      #""foo http://www.example.com/ bar"|urlize(target="_blank")"#,
      #"foo <a href="http://www.example.com/" rel="noopener" target="_blank">http://www.example.com/</a> bar"#
    ),
    (
      #""(http://a.com/x_(y)) <http://b.org>, www.c.net."|urlize"#,
      #"(<a href="http://a.com/x_(y)" rel="noopener">http://a.com/x_(y)</a>) &lt;<a href="http://b.org" rel="noopener">http://b.org</a>&gt;, <a href="https://www.c.net" rel="noopener">www.c.net</a>."#
    ),
    (
      #""http://127.0.0.1:8080/x http://[::1]/"|urlize"#,
      #"<a href="http://127.0.0.1:8080/x" rel="noopener">http://127.0.0.1:8080/x</a> <a href="http://[::1]/" rel="noopener">http://[::1]/</a>"#
    ),
    (
      #""tel:+1-514 tel:"|urlize(extra_schemes=["tel:"])"#,
      #"<a href="tel:+1-514" rel="noopener">tel:+1-514</a> tel:"#
    ),
    (
      #""http://example.com/long"|urlize(10, true, rel="z a")"#,
      #"<a href="http://example.com/long" rel="a nofollow noopener z">http://exa...</a>"#
    ),
    (
      #""http://a.com@evil.com <b> javascript:x"|urlize"#,
      "http://a.com@evil.com &lt;b&gt; javascript:x"
    ),
  ]

  static let numbers: [(String, String)] = [
    (#""1e3"|int"#, "1000"),
    (#""1e10000"|int(7)"#, "7"),
    (#""-1.5e2"|int"#, "-150"),
    (#""inf"|int(4)"#, "4"),
    (#""0x4d32"|int(base=16)"#, "19762"),
    (#""011"|int(base=8)"#, "9"),
    (#""0x33Z"|int(0, 16)"#, "0"),
    (#""zz"|int(base=36)"#, "1295"),
    (#""99999999999999999.9"|int"#, "100000000000000000"),
    ("true|int", "1"),
    ("2.45|round(1)", "2.5"),
    (#"2.45|round(1, "ceil")"#, "2.5"),
    (#"2.45|round(1, "floor")"#, "2.4"),
    (#"21.3|round(-1, "ceil")"#, "30"),
    ("[1, 2]|sum(start=4)", "7"),
    ("[[1, 2], [3, 4]]|sum(attribute=1)", "6"),
    (#"{"a": 1, "b": 2}|items|sum("1")"#, "3"),
  ]

  static let lists: [(String, String)] = [
    (#"["a", "b", "A"]|map("replace", "a", "x")|join"#, "xbA"),
    (#"[1.25, 2.5]|map("round", precision=1, method="floor")|join(" ")"#, "1.2 2.5"),
    (#"[[1, 2], [3]]|map("sum")|join(" ")"#, "3 3"),
    (#"[[1, 2], [3]]|map("map", "string")|map("join", "+")|join(" ")"#, "1+2 3"),
    (#"[1, 2, 3]|select(">", 1)|join"#, "23"),
    (#"[1, 2, 3]|select("greaterthan", 1)|join"#, "23"),
    (#"[1, 2, 3]|reject("equalto", 1)|join"#, "23"),
    (#"[1, 2, 3]|select("divisibleby", 3)|join"#, "3"),
    (#"["b", "A", "a", "b"]|unique(1 == 1)|join"#, "bAa"),
    (#"["b", "a"]|sort(reverse=1 == 1)|join"#, "ba"),
    (#"["a", "B"]|min(case_sensitive=true)"#, "B"),
    (#"[1, 2, 3]|batch(2, none)|map("length")|join"#, "21"),
    (#"[1, 2, 3]|slice(2, none)|map("length")|join"#, "21"),
    (#"{"b": 2, "a": 1, "C": 3}|dictsort(true)|map(attribute=0)|join"#, "Cab"),
    (
      #"{"b": 2, "a": 1, "C": 3}|dictsort(by="value", reverse=true)|map(attribute=0)|join"#,
      "Cba"
    ),
    (#"[[3, 1], [2, 2], [2, 1]]|sort(attribute="0,1")|map("join")|join(" ")"#, "21 22 31"),
    (
      #"[["x", "b"], ["y", "A"], ["z", "a"]]|sort(attribute="1,0", reverse=true)|map("first")|join"#,
      "xzy"
    ),
    (#"[["a", "1"], ["A", "2"]]|groupby(0)|map(attribute=0)|join"#, "a"),
    (
      #"[["a", "1"], ["A", "2"]]|groupby(0, case_sensitive=true)|map(attribute=0)|join"#,
      "Aa"
    ),
  ]

  static let json: [(String, String)] = [
    ("[1, 2]|tojson(indent=2)", "[\n  1,\n  2\n]"),
    ("[]|tojson(2)", "[]"),
    (#"{"b": [], "a": [1]}|tojson(indent=1)"#, "{\n \"a\": [\n  1\n ],\n \"b\": []\n}"),
    (#"{"a": 1}|dictsort|tojson"#, #"[["a", 1]]"#),
    (#"{"a": 1}|tojson(indent=none)"#, #"{"a": 1}"#),
    (#"("<b>"|safe)|tojson"#, #""\u003cb\u003e""#),
  ]

  static let all: [(String, String)] = [texts, wrap, format, urlize, numbers, lists, json]
    .flatMap { $0 }

  @Test(arguments: all)
  func `we print too`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }
}
