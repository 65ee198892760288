import Kinds
import Pages
import Source
import TestSupport
import Testing

@Test func `a declared page has its names in the order of the file`() throws {
  let (pages, diagnostics) = read(
    """
    pages:
      streets:
        each: "street in site.streets"
        when: "street.estates"
        let: { later: "1", earlier: "later" }
        address: "/s/{{ street.id }}/"
        title: "{{ street.name }}"
        template: street-page.html.j2
    """)
  #expect(diagnostics.isEmpty)
  let page = try #require(pages.first)
  #expect(page.name == "streets")
  #expect(page.each?.variable == "street")
  #expect(page.each.map { $0.list.file.text(in: $0.list.range) } == "site.streets")
  #expect(page.bindings.map(\.name) == ["later", "earlier"])
  #expect(page.when.map { $0.file.text(in: $0.range) } == "street.estates")
  #expect(page.address.file.text(in: page.address.range) == "/s/{{ street.id }}/")
  #expect(page.template.name == "street-page.html.j2")
}

@Test(arguments: [
  ("pages:\n  a: { «adress»: /a/, address: /a/, title: A, template: t }", "K1"),
  ("pages:\n  a: «{ address: /a/, template: t }»", "K2"),
  ("pages:\n  a: { each: «street of streets», address: /a/, title: A, template: t }", "K3"),
  ("pages: «3»", "K3"),
  ("«page»: {}", "K1"),
])
func `a slip in a declaration is told at its place`(text: String, code: String) throws {
  let marked = MarkedText(text, path: "templates/pages.yml")
  let (_, diagnostics) = PageDeclarationReader.read(marked.file)
  let finding = try #require(diagnostics.first { $0.code == code })
  #expect(finding.location.range == marked.marks.first)
  #expect(finding.severity == .error)
}

private func read(_ text: String) -> (pages: [PageDeclaration], diagnostics: [Diagnostic]) {
  PageDeclarationReader.read(SourceFile(path: "templates/pages.yml", text: text))
}
