import HTML
import Language
import Source
import Testing

@testable import Pages

/// What `url_for` gives in a page about one notice, or the code of what is wrong.
private func outcome(_ source: String) throws -> String {
  let arena = Arena()
  var schema = Schema()
  let notice = schema.add(RecordShape(name: "notice"))
  schema[notice].add(Member("url", .url))
  schema[notice].add(Member("title", .string))
  let file = SourceFile(path: "page.html.j2", text: source)
  let (template, diagnostics) = Parser.parse(file)
  #expect(diagnostics.isEmpty)
  let checker = Checker(
    schema: schema, library: Library(functions: [PageLink.function]), file: file, dialect: .html)
  checker.bind("notice", .record(notice))
  let program = checker.checkTemplate("page", among: ["page": template])
  if let finding = checker.diagnostics.first { return finding.code }
  let machine = Machine()
  let record = arena.record([arena.text("/ganquan/星河/"), arena.text("水箱")])
  try machine.run(Compiler.compile(program, of: checker), [record])
  return machine.writer.text()
}

@Test(arguments: [
  ("<a href=\"{{ url_for(notice) }}\">", "<a href=\"/ganquan/%E6%98%9F%E6%B2%B3/\">"),
  ("<a href=\"{{ url_for('/compare/fees/') }}\">", "<a href=\"/compare/fees/\">"),
  (
    "<a href=\"{{ url_for('/compare/') }}?q={{ notice.title }}\">",
    "<a href=\"/compare/?q=%E6%B0%B4%E7%AE%B1\">"
  ),
  ("{{ url_for('compare/') }}", "K8"), ("{{ url_for('//evil.example/') }}", "K8"),
  ("{{ url_for('/a/../') }}", "K8"), ("{{ url_for(notice.title) }}", "T020"),
  ("{{ url_for() }}", "T008"), ("<script src=\"{{ url_for('/a.js') }}\"></script>", "T033"),
])
func `a page is linked by its record or by its address`(source: String, text: String) throws {
  #expect(try outcome(source) == text)
}
