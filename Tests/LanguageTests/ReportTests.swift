import Language
import Source
import TestSupport
import Testing

private let estate = Estate()

@Suite struct `All findings of a run` {
  @Test func `come out together, each at its own place`() {
    let source = MarkedText(
      "{{ «nmae» }}{% if «n» %}{{ «maybe» }}{% else %}{{ name|«uper» }}{% endif %}{{ 1 + «}}»{{ «ints» }}{% for i in «n» %}{{ i.x }}{% endfor %}"
    )
    let diagnostics = estate.check(source.file).diagnostics
    #expect(diagnostics.map(\.code) == ["T004", "T016", "T013", "T005", "T001", "T015", "T018"])
    #expect(diagnostics.map(\.location.range) == source.marks)
  }

  @Test func `name the way by which a template came in`() throws {
    let main = MarkedText("{% include «'middle'» %}", path: "main")
    let middle = MarkedText("<p>\n{% include «'part'» %}", path: "middle")
    let part = MarkedText("{{ «nmae» }}", path: "part")
    let found = estate.check(main.file, ["middle": middle.file, "part": part.file]).diagnostics
    let finding = try #require(found.first)
    #expect(finding.location.file.path == "part")
    #expect(finding.location.range == part.marks[0])
    #expect(finding.notes.map(\.message.english) == ["included here", "included here"])
    #expect(finding.notes.map(\.message.chinese) == ["在这里引入", "在这里引入"])
    #expect(finding.notes.compactMap(\.location?.file.path) == ["middle", "main"])
    #expect(finding.notes.compactMap(\.location?.range) == [middle.marks[0], main.marks[0]])
  }

  @Test func `say of a parent who extends it, and of a block nothing of the kind`() throws {
    let main = MarkedText(
      "{% extends «'base'» %}{% block b %}{{ «nmae» }}{% endblock %}", path: "main")
    let base = MarkedText("{{ «nmea» }}{% block b %}{% endblock %}", path: "base")
    let found = estate.check(main.file, ["base": base.file]).diagnostics
    #expect(found.map(\.location.file.path) == ["base", "main"])
    #expect(found.map(\.location.range) == [base.marks[0], main.marks[1]])
    #expect(found[0].notes.map(\.message.english) == ["extended here"])
    #expect(found[0].notes.map(\.location?.range) == [main.marks[0]])
    #expect(found[1].notes.isEmpty)
  }

  @Test func `print with the caret below what is meant, however wide the text before it`() {
    let source = MarkedText(
      "<ul>\n  {% for h in estate.homes %}\n\t<td>业主：{{ h.«ownr».name }}</td>\n  {% endfor %}</ul>",
      path: "templates/page.html.j2")
    let report = TextReport(language: .english).text(of: estate.check(source.file).diagnostics)
    #expect(
      report == """
        templates/page.html.j2:3:14: error[T012]: `Home` has no field `ownr`
          |
        3 | \t<td>业主：{{ h.ownr.name }}</td>
          | \t               ^^^^
        templates/page.html.j2:3:12: note: `h` is a `Home`, see kinds/home.yml
          |
        3 | \t<td>业主：{{ h.ownr.name }}</td>
          | \t             ^
          = help: did you mean `owner`?

        """)
    let chinese = TextReport(language: .chinese).text(of: estate.check(source.file).diagnostics)
    #expect(chinese.hasPrefix("templates/page.html.j2:3:14: error[T012]: `Home` 没有 `ownr`\n"))
    #expect(chinese.contains("怎么办：是不是 `owner`？"))
  }

  /// Valid templates with one piece taken out, doubled or turned into something else.
  @Test func `are always located, whatever is broken`() {
    let sources = [
      "{% extends 'base' %}{% block a %}{{ home.owner.name|default('x', true)|upper }}{% endblock %}",
      "<a href=\"/x/{{ name }}?q={{ n }}\">{% for k, v in home.counts|items if v > 1 %}{{ k ~ v }}{% else %}-{% endfor %}</a>",
      "{% set a = [1, 2.5]|sort %}{% if a[0] < 2 and not (n is odd) %}{{ a|join(', ') }}{% elif yes %}{{ {'x': 1}.x|default(0) }}{% endif %}",
      "{# c #}{% raw %}{{ x }}{% endraw %}{% include 'base' with {'q': (n / 2)|round(1)} only %}{{ 'a' if yes else \"b\" }}",
    ]
    let base = SourceFile(path: "base", text: "{% block a %}{% endblock %}")
    let pieces = [
      "", "{{", "}}", "{%", "%}", "|", "(", ")", "'", "if", "end", "1", ".", "业", "\\", "endif",
      "<", "\"",
    ]
    for source in sources {
      let bytes = Array(source.utf8)
      for start in bytes.indices {
        for (number, piece) in pieces.enumerated() where (start + number) % 3 == 0 {
          let broken =
            Array(bytes[..<start]) + Array(piece.utf8)
            + Array(bytes[min(bytes.count, start + number % 4)...])
          let file = SourceFile(path: "main", bytes: broken)
          let (checked, checker, diagnostics) = estate.check(file, ["base": base])
          for finding in diagnostics where finding.location.file === file {
            let range = finding.location.range
            #expect(range.map { $0.upper <= broken.count } == true)
          }
          guard !diagnostics.contains(where: { $0.severity == .error }) else { continue }
          _ = try? Machine().run(Compiler.compile(checked, of: checker), estate.inputs.map(\.value))
        }
      }
    }
  }
}
