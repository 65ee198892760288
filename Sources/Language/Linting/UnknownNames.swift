package import Source

// What can be said of a template without knowing any type: also of macros that nobody uses and of
// blocks that others replace.
extension Library {
  /// The filters and tests in a template that do not exist.
  package func unknownNames(in template: Template) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func note(filter name: Identifier) {
      guard filters[name.name] == nil else { return }
      found.append(
        .unknownFilter(
          name.name, among: filters.keys.sorted(), at: Location(template.file, name.range)))
    }
    for statement in template.body {
      statement.visitAll {
        if case .capture(let capture) = $0.form {
          capture.filters.forEach { note(filter: $0.name) }
        }
      }
      statement.visit { expression in
        switch expression.form {
        case .filter(_, let name, _): note(filter: name)
        case .test(_, let name, _, _) where tests[name.name] == nil:
          found.append(
            .unknownTest(
              name.name, among: tests.keys.sorted(), at: Location(template.file, name.range)))
        default: return
        }
      }
    }
    return found
  }
}
