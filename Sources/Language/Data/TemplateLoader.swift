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
  /// The names of the templates that it extends or includes.
  package var references: [String] {
    (extends.map { [$0.name] } ?? []) + Self.references(in: body)
  }

  private static func references(in statements: [Statement]) -> [String] {
    statements.flatMap { statement -> [String] in
      switch statement.form {
      case .text, .output, .set: []
      case .if(let branches, let otherwise):
        references(in: branches.flatMap(\.body) + (otherwise ?? []))
      case .for(let loop): references(in: loop.body + (loop.otherwise ?? []))
      case .block(let block): references(in: block.body)
      case .include(let include): include.names.map(\.name)
      }
    }
  }
}
