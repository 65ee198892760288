import HTML
import Language
import Source
import TestSupport
import Testing

private let estate = Estate()

/// Every row of the table in design/language.md: what is written there, and what is refused.
@Suite struct `A value is written for the place where it stands` {
  @Test(arguments: [
    ("<p>{{ s }}</p>", "<p>a&lt;b&gt;&amp;&#39;&#34;</p>"),
    ("<p>{{ home.body }}</p>", "<p><p>好</p></p>"),
    ("<title>{{ s }}</title>", "<title>a&lt;b&gt;&amp;&#39;&#34;</title>"),
    ("<textarea>{{ s }}</textarea>", "<textarea>a&lt;b&gt;&amp;&#39;&#34;</textarea>"),
    ("<b title=\"{{ s }}\">", "<b title=\"a&lt;b&gt;&amp;&#39;&#34;\">"),
    ("<b class='x {{ name }}'>", "<b class='x Zoe'>"),
    (
      "<b data-x=\"{{ s }}\" aria-label=\"{{ name }}\">",
      "<b data-x=\"a&lt;b&gt;&amp;&#39;&#34;\" aria-label=\"Zoe\">"
    ),
    (
      "<meta name=\"description\" content=\"{{ s }}\">",
      "<meta name=\"description\" content=\"a&lt;b&gt;&amp;&#39;&#34;\">"
    ),
    ("<input{% if yes %} checked{% endif %}>", "<input checked>"),
    ("<option{% if no %} selected{% endif %} value=\"1\">", "<option value=\"1\">"),
    ("<li class=\"{% if yes %}a{% else %}b{% endif %}\">", "<li class=\"a\">"),
    ("<li {% if yes %}class=\"a\"{% endif %}>", "<li class=\"a\">"),
    ("<noscript>{{ name }}</noscript>", "<noscript>Zoe</noscript>"), ("1 < {{ n }} <3", "1 < 3 <3"),
    ("<!-- c -->{{ n }}", "<!-- c -->3"), ("<!-->{{ n }}", "<!-->3"),
    ("<!DOCTYPE html>{{ n }}", "<!DOCTYPE html>3"),
    (
      "<svg><rect width=\"{{ n }}\"/><title>{{ name }}</title></svg>",
      "<svg><rect width=\"3\"/><title>Zoe</title></svg>"
    ),
  ])
  func `in text and plain attributes`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("<a href=\"{{ home.page }}\">", "<a href=\"/ganquan/xinghe/?a=1&amp;b=2\">"),
    ("<a href=\"{{ home.link }}\">", "<a href=\"a%20b/?x\">"),
    ("<a href=\"/u/{{ s }}\">", "<a href=\"/u/a%3Cb%3E%26%27%22\">"),
    ("<a href=\"/u/{{ 'a/b' }}\">", "<a href=\"/u/a%2Fb\">"),
    ("<a href=\"/u{{ home.page }}\">", "<a href=\"/u/ganquan/xinghe/%3Fa%3D1%26b%3D2\">"),
    ("<a href=\"/q?x={{ 'a&b/业' }}\">", "<a href=\"/q?x=a%26b%2F%E4%B8%9A\">"),
    ("<a href=\"/p#{{ 'a b' }}\">", "<a href=\"/p#a%20b\">"),
    ("<a href=\"/q?x={{ 'a b'|urlencode }}\">", "<a href=\"/q?x=a%20b\">"),
    (
      "<img src=\"{{ home.photo|default(home.page) }}\" alt=\"\">",
      "<img src=\"/photos/1%201.jpg\" alt=\"\">"
    ),
    ("<a href=\"https://{{ 'x.y' }}/\">", "<a href=\"https://x.y/\">"),
    ("<a href=\"tel:{{ '021 1' }}\">", "<a href=\"tel:021%201\">"),
    ("<a href=\"{% if yes %}/a{% else %}/b{% endif %}/{{ n }}\">", "<a href=\"/a/3\">"),
    (
      "<script src=\"{{ home.sheet }}\"></script>",
      "<script src=\"/assets/site.1a2b.css\"></script>"
    ),
    (
      "<link rel=\"stylesheet\" href=\"{{ home.sheet }}\">",
      "<link rel=\"stylesheet\" href=\"/assets/site.1a2b.css\">"
    ),
    (
      "<link rel=\"canonical\" href=\"{{ home.page }}\">",
      "<link rel=\"canonical\" href=\"/ganquan/xinghe/?a=1&amp;b=2\">"
    ),
    (
      "<meta http-equiv=\"refresh\" content=\"0; url={{ home.page }}\">",
      "<meta http-equiv=\"refresh\" content=\"0; url=/ganquan/xinghe/?a=1&amp;b=2\">"
    ),
    ("<img src=\"data:image/gif;base64,R0\">", "<img src=\"data:image/gif;base64,R0\">"),
    ("<form action=\"{{ home.page }}\">", "<form action=\"/ganquan/xinghe/?a=1&amp;b=2\">"),
  ])
  func `in addresses`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    (
      "<script type=\"application/json\">{{ ints|tojson }}</script>",
      "<script type=\"application/json\">[3, 1, 2]</script>"
    ),
    (
      "<script type=\"application/ld+json\">{\"a\": {{ name|tojson }}, \"b\": [{{ n|tojson }}]}</script>",
      "<script type=\"application/ld+json\">{\"a\": \"Zoe\", \"b\": [3]}</script>"
    ),
    (
      "<script type=\"application/json\">[{% for i in ints %}{{ i|tojson }}{% if not loop.last %},{% endif %}{% endfor %}]</script>",
      "<script type=\"application/json\">[3,1,2]</script>"
    ),
    (
      "<script type=\"application/json\">{{ '</script>&'|tojson }}</script>",
      "<script type=\"application/json\">\"\\u003c/script\\u003e\\u0026\"</script>"
    ), ("<b data-x='{{ s|tojson }}'>", "<b data-x='\"a\\u003cb\\u003e\\u0026\\u0027\\\"\"'>"),
    ("<p>{{ ints|tojson }}</p>", "<p>[3, 1, 2]</p>"),
    ("<script>let a = 1</script>{{ n }}", "<script>let a = 1</script>3"),
    ("<style>a { b: c }</style>{{ n }}", "<style>a { b: c }</style>3"),
  ])
  func `in JSON`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("<title>{{ home.body }}</title>", "T032"), ("<textarea>{{ home.body }}</textarea>", "T032"),
    ("<b title=\"{{ home.body }}\">", "T032"), ("<b title=\"{{ 'x'|safe }}\">", "T032"),
    ("<a href=\"{{ home.body }}\">", "T032"), ("<a href=\"javascript:{{ name }}\">", "T030"),
    ("<a href=\"javascript:alert(1)\">x</a>", "T030"), ("<a href=\" JavaScript:x\">", "T030"),
    ("<a href=\"data:{{ name }}\">", "T030"), ("<a href=\"{{ name }}:{{ name }}\">", "T030"),
    ("<a href=\"{{ name }}:x\">", "T030"),
    ("<a href=\"java&#115;cript&colon;{{ name }}\">", "T030"),
    ("<a href=\"/a{% if yes %}?b={% endif %}{{ name }}\">", "T031"),
    ("<a href=\"{% if yes %}/x/{% endif %}{{ name }}\">", "T031"),
    ("<a href=\"{% for i in ints %}{{ i }}{% endfor %}\">", "T031"),
    ("<script src=\"{{ name }}\"></script>", "T033"),
    ("<script src=\"{{ home.page }}\"></script>", "T033"),
    ("<script src=\"/x/{{ home.sheet }}\"></script>", "T033"),
    ("<link href=\"{{ home.page }}\">", "T033"),
    ("<iframe src=\"{{ home.page }}\"></iframe>", "T033"),
    ("<base href=\"{{ home.page }}\">", "T033"), ("<object data=\"{{ name }}\">", "T033"),
    ("<embed src=\"{{ name }}\">", "T033"),
    ("<img srcset=\"{{ home.page }} 2x\">", "T030"),
    ("<script type=\"application/json\">{{ name }}</script>", "T030"),
    ("<script type=\"application/json\">\"{{ name|tojson }}\"</script>", "T030"),
    ("<script type=\"application/json\">{\"a\\\"{{ n|tojson }}\": 1}</script>", "T030"),
    ("<script type=\"application/json\">{{ n|tojson }}{{ n|tojson }}</script>", "T030"),
    ("<script>let a = {{ ints|tojson }}</script>", "T030"),
    ("<script type=\"{{ name }}\">{{ ints|tojson }}</script>", "T030"),
    ("<script></scriptx>{{ n }}</script>", "T030"), ("<style>{{ name }}</style>", "T030"),
    ("<b onclick=\"{{ name }}\">", "T030"), ("<b style=\"color: {{ name }}\">", "T030"),
    ("<b title={{ name }}>", "T030"), ("<b title=x{{ name }}>", "T030"),
    ("<b {{ name }}=\"x\">", "T030"), ("<b data-{{ name }}=\"x\">", "T030"),
    ("<{{ name }}>", "T030"), ("</{{ name }}>", "T030"), ("<b{{ name }}>", "T030"),
    ("<!-- {{ name }} -->", "T030"), ("<!DOCTYPE {{ name }}>", "T030"),
    ("<iframe srcdoc=\"{{ name }}\"></iframe>", "T030"),
    ("<meta http-equiv=\"refresh\" content=\"5; url={{ home.page }}\">", "T030"),
    ("<meta http-equiv=\"refresh\" content=\"0; url={{ name }}\">", "T030"),
    ("<meta content=\"0; url={{ name }}\" http-equiv=\"refresh\">", "T030"),
    ("<animate attributeName=\"href\" to=\"{{ name }}\"/>", "T030"),
    ("<b data-x=\"{{ s|tojson }}\">", "T030"), ("<iframe>{{ name }}</iframe>", "T030"),
  ])
  func `and refused where none is safe`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }

  @Test(arguments: [
    ("{% if yes %}<a href=\"{% endif %}x", "T031"),
    ("{% if yes %}<b {% else %}<script {% endif %}>", "T031"),
    ("<b {% if yes %}onclick{% else %}title{% endif %}=\"{{ name }}\">", "T031"),
    ("{% for i in ints %}<b title=\"{% endfor %}", "T031"),
    ("<p{% if yes %} class=\"x\"{% endif %}q>", "T031"),
    ("<b a{% if yes %}b{% endif %}=\"x\">", "T031"),
    ("{% block b %}<a href=\"{% endblock %}\">", "T031"), ("{% include 'part' %}\">", "T031"),
    ("<p title=\"x", "T034"), ("<script>", "T034"), ("<!-- x", "T034"),
    ("{% for i in ints %}{% else %}<b title=\"{% endfor %}\">", "T031"),
  ])
  func `and the ways through a page meet in one place`(source: String, code: String) {
    #expect(estate.outcome(source, ["part": "<a href=\""]) == .findings([code]))
  }

  @Test(arguments: [
    ("{{ other.link }}", "T053"), ("{{ '//evil.example' }}", "T053"),
    ("{{ ' java\\tscript:x' }}", "T053"), ("{{ 'https://bank@evil.example' }}", "T053"),
    ("{{ 'data:text/html,x' }}", "T053"),
  ])
  func `and a forbidden scheme stops the page at run time`(value: String, code: String) {
    #expect(estate.outcome("<a href=\"\(value)\">") == .fault(code))
  }

  @Test func `and both contexts are named where branches differ`() throws {
    let source = MarkedText(
      "<a href=\"{% if «yes» %}/a{% else %}/b?c={% endif %}\">{% «if» no %}<b title=\"{% endif %}")
    let diagnostics = estate.check(source.file).diagnostics
    #expect(
      diagnostics.map(\.message.english) == [
        "branches end in different places: `title=\"…\"`; text"
      ])
    #expect(diagnostics.map(\.message.chinese) == ["各分支结束在不同的位置：`title=\"…\"`；正文"])
    #expect(diagnostics.map(\.location.range) == [source.marks[1]])
  }

  @Test func `and a failure at run time names the place in the template and the record`() throws {
    let source = MarkedText("<p>\n<a href=\"{{ «other.link» }}\">x</a>")
    let (checked, checker, _) = estate.check(source.file)
    let program = Compiler.compile(checked, of: checker)
    let machine = Machine()
    let failure = try #require(throws: RunFailure.self) {
      try machine.run(program, estate.inputs.map(\.value))
    }
    #expect(failure.fault == .forbiddenAddress("javascript:"))
    #expect(failure.place?.range == source.marks[0])
    let record = SourceFile(path: "content/estates/a/b/home.md", text: "")
    let finding = Diagnostic.failure(failure, record: record)
    #expect(finding.code == "T053")
    #expect(finding.location.file.path == "content/estates/a/b/home.md")
    #expect(
      finding.message
        == Wording(zh: "不允许 `javascript:` 链接", en: "`javascript:` links are forbidden"))
    #expect(finding.notes.map(\.location?.range) == [source.marks[0]])
  }
}
