package import Language
package import Source

/// The templates of a site, its own before the defaults, read once.
package struct TemplateSet: Sendable {
  package let templates: [String: Template]
  package let diagnostics: [Diagnostic]

  /// `sources` are the texts by name, such as `base.html.j2`.
  package init(_ sources: [(name: String, file: SourceFile)]) {
    var templates: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, file) in sources {
      let (template, findings) = Parser.parse(file)
      templates[name] = template
      diagnostics += findings
    }
    self.templates = templates
    self.diagnostics = diagnostics
  }

  /// The templates of these names and all that they extend, include and import.
  func reached(from names: Set<String>) -> [Template] {
    var waiting = names.sorted()
    var reached: [Template] = []
    var seen = names
    while let name = waiting.popLast() {
      guard let template = templates[name] else { continue }
      reached.append(template)
      waiting += template.references.filter { seen.insert($0).inserted }
    }
    return reached
  }
}

/// The files beside the pages: their names in templates and their addresses.
package struct AssetTable: Sendable {
  package let addresses: [String: String]

  package init(_ addresses: [String: String]) { self.addresses = addresses }

  /// `asset('style.css')`: the address of a file, which changes with its content.
  package var function: Callable {
    Callable("asset", "name") { [addresses] call in
      guard let (name, place) = call.literal("name") else { return nil }
      guard let address = addresses[name] else {
        let near = NearMiss.of(name, among: addresses.keys.sorted())
        return call.fail(
          Diagnostic(
            "T010", .error,
            Wording(zh: "assets 里没有 `\(name)`", en: "there is no asset `\(name)`"), at: place,
            help: near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? []))
      }
      return call.constant(address, .asset)
    }
  }
}
