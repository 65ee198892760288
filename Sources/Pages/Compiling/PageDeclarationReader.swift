import Kinds
package import Source
import YAML

/// Reads `templates/pages.yml`.
package enum PageDeclarationReader {
  /// The declared pages; what cannot be read is reported and left out.
  package static func read(_ file: SourceFile) -> (
    pages: [PageDeclaration], diagnostics: [Diagnostic]
  ) {
    var declaration = Declaration(file)
    guard let root = declaration.root() else { return ([], declaration.diagnostics) }
    declaration.allow(["pages"], in: root)
    guard let pages = declaration.required("pages", of: root) else {
      return ([], declaration.diagnostics)
    }
    guard pages.kind == .mapping else {
      declaration.report(
        Diagnostic(
          "K3", .error,
          Wording(zh: "pages 下面应是一页一页的声明", en: "pages is a mapping of names to declarations"),
          at: pages.location, key: "pages"))
      return ([], declaration.diagnostics)
    }
    let read = pages.entries.compactMap { key, value in
      page(key.text, value, &declaration)
    }
    return (read, declaration.diagnostics)
  }

  private static func page(_ name: String, _ node: YAMLTree.Node, _ declaration: inout Declaration)
    -> PageDeclaration?
  {
    declaration.allow(["each", "when", "let", "address", "title", "template"], in: node)
    guard let address = declaration.required("address", of: node),
      let title = declaration.required("title", of: node),
      let template = declaration.required("template", of: node)
    else { return nil }
    return PageDeclaration(
      name: name, each: declaration.each(node), when: declaration.snippet("when", of: node),
      bindings: declaration.value("let", of: node).map { bindings in
        bindings.entries.map { ($0.key.text, declaration.snippet($0.value)) }
      } ?? [],
      address: declaration.snippet(address), title: declaration.snippet(title),
      template: (template.text, template.location))
  }
}
