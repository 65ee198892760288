package import Source

/// The templates that one page needs, read from wherever they lie.
package struct TemplateLoader {
  /// What has been read, by name.
  package private(set) var templates: [String: Template] = [:]
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads `main` and everything that it extends or includes, and so on.
  ///
  /// `read` gives the file of a name, or nil if there is none.
  package init(
    _ main: String, options: TemplateOptions, read: (String) -> SourceFile?
  ) {
    var wanted = [main]
    var asked: Set<String> = [main]
    while let name = wanted.popLast() {
      guard let file = read(name) else { continue }
      let (template, findings) = Parser.parse(file, options: options)
      templates[name] = template
      diagnostics += findings
      for reference in template.references where asked.insert(reference).inserted {
        wanted.append(reference)
      }
    }
  }
}

extension Template {
  /// The names of the templates that it extends, includes or imports.
  package var references: [String] {
    (extends.map { [$0.name] } ?? []) + body.flatMap(\.references)
  }
}

extension Statement {
  /// The names of the templates that it includes or imports.
  fileprivate var references: [String] {
    switch form {
    case .include(let include): include.names.map(\.name)
    case .import(let template, _), .from(let template, _): [template.name]
    default: children.flatMap(\.references)
    }
  }
}
