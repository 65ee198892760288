package import Kinds
import Language
package import Source

/// All that can be said of a site's kinds and templates without looking at a record.
package struct TemplateSurvey {
  package private(set) var diagnostics: [Diagnostic]

  /// Looks at all of them together.
  ///
  /// `isOwn` says of a path whether the site may change that file; it may not change the defaults.
  /// Where not all could be read, what seems to be of no use may be of some.
  package init(
    _ templates: TemplateSet, _ pages: [PageDeclaration], by rulebook: Rulebook,
    isComplete: Bool, isOwn: (String) -> Bool
  ) {
    var compiler = PageCompiler(templates, rulebook)
    let programs = PagePrograms(pages, &compiler)
    let lints = TemplateLints(templates.templates, pages: compiler.usedTemplates)
    let unused = templates.templates.keys.filter { !lints.reached.contains($0) }.sorted()
    for name in unused where !Self.isPart(name) && !lints.needsFilling(name) {
      compiler.checkUnused(name, reading: lints.freeNames(of: name))
    }
    diagnostics = templates.diagnostics + compiler.diagnostics.withoutRepeats()
    guard isComplete, templates.diagnostics.isEmpty else { return }
    let told = lints.diagnostics + unused.compactMap { Self.unused($0, templates, rulebook) }
    diagnostics += told.filter { isOwn($0.location.file.path) }
    if !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics += ShownFields(programs, rulebook).missing
    }
  }

  /// Whether the name is that of a part, which only its users give its names.
  private static func isPart(_ name: String) -> Bool {
    (name.split(separator: "/").last ?? "").hasPrefix("_")
  }

  /// The template of a kind whose name was perhaps meant.
  private static func kindTemplate(like name: String, _ rulebook: Rulebook) -> String? {
    let ending = ".html.j2"
    guard name.hasSuffix(ending) else { return nil }
    let known = rulebook.layouts.flatMap { layout in
      [layout.kind.name] + (layout.hasListPage ? ["\(layout.kind.name)-list"] : [])
    }
    return NearMiss.of(String(name.dropLast(ending.count)), among: known).map { $0 + ending }
  }

  /// T047: a template that no page reaches.
  private static func unused(_ name: String, _ templates: TemplateSet, _ rulebook: Rulebook)
    -> Diagnostic?
  {
    // These two stand in for kinds without a template of their own, of which there may be none.
    guard let file = templates.templates[name]?.file, !PageCompiler.standIns.contains(name) else {
      return nil
    }
    let near = isPart(name) ? nil : kindTemplate(like: name, rulebook)
    return Diagnostic(
      "T047", .warning, Wording(zh: "没有页面用到这个模板", en: "no page uses this template"),
      at: Location(file, nil),
      help: (near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? []) + [
        Wording(
          zh: "在 pages.yml 里声明它的页面，或删去它", en: "declare a page for it in pages.yml, or delete it")
      ])
  }
}
