/// All templates of a site by what leads from one to the other.
struct TemplateFamily {
  let names: [String: TemplateNames]
  /// The names that each template reads from whoever uses it.
  private(set) var free: [String: Set<String>] = [:]
  /// The templates that extend each.
  private var children: [String: [String]] = [:]
  /// What is read from each template where it is imported.
  private var importedNames: [String: Set<String>] = [:]

  init(_ templates: [String: Template]) {
    names = templates.mapValues { TemplateNames($0) }
    for (name, template) in names {
      if let parent = template.extends { children[parent, default: []].append(name) }
    }
    gatherImported()
    gatherFree()
  }

  // MARK: Ways between templates

  /// The template and all from which it inherits.
  func withAncestors(_ template: String) -> [String] {
    var found: [String] = []
    var next: String? = template
    while let name = next, let current = names[name], !found.contains(name) {
      found.append(name)
      next = current.extends
    }
    return found
  }

  func descendants(of template: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = children[template] ?? []
    while let name = waiting.popLast() {
      if found.insert(name).inserted { waiting += children[name] ?? [] }
    }
    return found
  }

  /// The templates that have a part in those of `roots`.
  func reached(from roots: Set<String>) -> Set<String> {
    var found: Set<String> = []
    var waiting = Array(roots)
    while let name = waiting.popLast() {
      guard let template = names[name], found.insert(name).inserted else { continue }
      waiting += template.references
    }
    return found
  }

  // MARK: Names that pass between templates

  /// The names that a template and its ancestors read from whoever includes it.
  func freeNames(of template: String) -> Set<String> {
    withAncestors(template).reduce(into: []) { $0.formUnion(free[$1] ?? []) }
  }

  /// What `inclusion` reads of what is visible around it.
  func names(readBy inclusion: TemplateNames.Inclusion) -> Set<String> {
    guard inclusion.seesScope else { return [] }
    return inclusion.templates.reduce(into: Set<String>()) { $0.formUnion(freeNames(of: $1)) }
      .subtracting(inclusion.bound)
  }

  /// Whether a top-level name of the template is read by one that imports it.
  func isImported(_ name: String, from template: String) -> Bool {
    !name.hasPrefix("_") && importedNames[template]?.contains(name) == true
  }

  private mutating func gatherImported() {
    var members: [String: Set<String>] = [:]
    for template in names.values {
      for member in template.members { members[member.owner, default: []].insert(member.name) }
    }
    for template in names.values {
      for (source, imported) in template.imports {
        switch imported {
        // The name may be handed on to templates that are included, so all its members count.
        case .all(let alias): importedNames[source, default: []].formUnion(members[alias] ?? [])
        case .some(let names): importedNames[source, default: []].formUnion(names)
        }
      }
    }
  }

  private mutating func gatherFree() {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (name, template) in names {
        let found = freeNames(in: template)
        if found != free[name] {
          free[name] = found
          hasChanged = true
        }
      }
    }
  }

  private func freeNames(in template: TemplateNames) -> Set<String> {
    let read = template.reads.filter { template.resolve($0.name, in: $0.scope).isFree }
    var found = Set(read.map(\.name))
    for inclusion in template.inclusions {
      for name in names(readBy: inclusion)
      where template.resolve(name, in: inclusion.scope).isFree { found.insert(name) }
    }
    return found
  }
}
