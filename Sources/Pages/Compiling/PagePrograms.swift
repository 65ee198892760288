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
    let records = rulebook.layouts.map { compiler.recordPage($0) }
    let lists = rulebook.layouts.map { compiler.listPage($0) }
    let declared = pages.compactMap { compiler.declaredPage($0) }
    return (
      PagePrograms(records: records, lists: lists, declared: declared),
      templates.diagnostics + compiler.diagnostics.withoutRepeats
    )
  }
}

extension [Diagnostic] {
  /// A fault in a shared template is met once for each page that uses it; it is told once.
  fileprivate var withoutRepeats: [Diagnostic] {
    var seen: Set<String> = []
    return filter { finding in
      let range = finding.location.range
      let key =
        "\(finding.location.file.path):\(range?.lower ?? -1):\(finding.code):\(finding.message.english)"
      return seen.insert(key).inserted
    }
  }
}
