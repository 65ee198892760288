package import Source

/// What stands in templates to no purpose: names that nobody reads, blocks that nobody fills.
///
/// Judged over all templates of a site together, since a macro or a variable may be meant for
/// another file. Whatever may be read counts as read, so that nothing in use is ever blamed.
package struct TemplateLints {
  package private(set) var diagnostics: [Diagnostic] = []
  /// The templates in which pages have a part.
  package let reached: Set<String>
  private let family: TemplateFamily
  private let files: [String: SourceFile]

  /// `pages` are the templates that are pages by themselves.
  package init(_ templates: [String: Template], pages: Set<String>) {
    family = TemplateFamily(templates)
    files = templates.mapValues(\.file)
    reached = family.reached(from: pages)
    for (name, template) in family.names {
      judgeDefinitions(of: template, named: name)
      judgeBlocks(of: template, named: name)
    }
    diagnostics = diagnostics.inReadingOrder()
  }

  // MARK: Names

  private mutating func judgeDefinitions(of template: TemplateNames, named name: String) {
    guard let file = files[name], !template.definitions.isEmpty else { return }
    let used = usedInside(template)
    let related = Set(family.withAncestors(name).dropFirst()).union(family.descendants(of: name))
    let readAround = related.reduce(into: Set<String>()) { $0.formUnion(family.free[$1] ?? []) }
    for (index, definition) in template.definitions.enumerated() where !used.contains(index) {
      let isTop = definition.scope == 0
      // A scope with a block in it may be read by the child that fills the block.
      let isSeenAround = isTop || template.scopes[definition.scope].holdsBlock
      if isSeenAround, readAround.contains(definition.name.name) { continue }
      if isTop, family.isImported(definition.name.name, from: name) { continue }
      diagnostics.append(.unused(definition, at: Location(file, definition.name.range)))
    }
  }

  /// The definitions that something in the same file or in what it includes reads.
  private func usedInside(_ template: TemplateNames) -> Set<Int> {
    var used: Set<Int> = []
    for read in template.reads {
      used.formUnion(template.resolve(read.name, in: read.scope).definitions)
    }
    for inclusion in template.inclusions {
      for name in family.names(readBy: inclusion) {
        used.formUnion(template.resolve(name, in: inclusion.scope).definitions)
      }
    }
    return used
  }

  // MARK: Blocks

  /// A block is there to be filled by a template that extends this one; where none does, and no
  /// ancestor offers the block, it does nothing.
  private mutating func judgeBlocks(of template: TemplateNames, named name: String) {
    guard let file = files[name], reached.contains(name), family.descendants(of: name).isEmpty
    else { return }
    let ancestors = family.withAncestors(name).dropFirst()
    let offered = Set(ancestors.flatMap { family.names[$0]?.blocks.map(\.name.name) ?? [] })
    let repeated = Set(template.members.filter { $0.owner == "self" }.map(\.name))
    for block in template.blocks
    where !block.isRequired && !offered.contains(block.name.name)
      && !repeated.contains(block.name.name)
    {
      diagnostics.append(.unusedBlock(block.name.name, at: Location(file, block.name.range)))
    }
  }

  // MARK: What no page reaches

  /// The names that a template and what it uses read from outside.
  package func freeNames(of template: String) -> Set<String> { family.freeNames(of: template) }

  /// Whether the template leaves a block to be filled, so that it is no page by itself.
  package func needsFilling(_ template: String) -> Bool {
    var filled: Set<String> = []
    for block in family.withAncestors(template).flatMap({ family.names[$0]?.blocks ?? [] }) {
      if block.isRequired, !filled.contains(block.name.name) { return true }
      filled.insert(block.name.name)
    }
    return false
  }
}
