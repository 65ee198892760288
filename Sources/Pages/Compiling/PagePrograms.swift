package import Kinds
import Language
package import Source

/// All templates of a site, compiled for the records and lists that they show.
package struct PagePrograms: Sendable {
  /// By kind: the page of one record.
  let records: [Program?]
  /// By kind: the page that lists all records, where the kind has one.
  let lists: [Program?]
  let declared: [DeclaredPage]
  private let templateNames: [ObjectIdentifier: String]

  /// A declared page with the programs that find its addresses and values.
  struct DeclaredPage: Sendable {
    let declaration: PageDeclaration
    let list: Program?
    let when: Program?
    let bindings: [Program]
    let address: Program
    let title: Program
    let page: Program
  }

  /// Compiles everything; any error means that nothing can be built.
  package static func compile(
    _ templates: TemplateSet, _ pages: [PageDeclaration], by rulebook: Rulebook
  ) -> (programs: PagePrograms, diagnostics: [Diagnostic]) {
    var compiler = PageCompiler(templates, rulebook)
    let programs = PagePrograms(pages, &compiler)
    let found = compiler.diagnostics.withoutRepeats()
    // Also in what no page has come to: macros that nobody uses, blocks that others replace.
    let unknown = templates.reached(from: compiler.usedTemplates).flatMap {
      rulebook.library.unknownNames(in: $0)
    }
    return (programs, templates.diagnostics + found + unknown.filter { !found.tell($0) })
  }

  init(_ pages: [PageDeclaration], _ compiler: inout PageCompiler) {
    let layouts = compiler.rulebook.layouts
    records = layouts.map { compiler.recordPage($0) }
    lists = layouts.map { compiler.listPage($0) }
    declared = pages.compactMap { compiler.declaredPage($0) }
    templateNames = compiler.templateNames
  }

  /// The template of a planned page.
  package func template(of page: PlannedPage) -> String {
    templateNames[ObjectIdentifier(page.program)] ?? ""
  }

  /// The programs from which what pages show comes.
  var showing: [Program] {
    let pages = records + lists + declared.flatMap { [$0.page, $0.title, $0.list] + $0.bindings }
    return pages.compactMap { $0 }
  }
}
