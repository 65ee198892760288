import HTML
import Kinds
import Language
package import Records
import Source
import Values

extension PagePlan {
  /// Plans the pages of all published records, of their lists, and those that are declared.
  package static func plan(_ site: Site, _ programs: PagePrograms) -> PagePlan {
    var planner = Planner(site, programs)
    planner.planRecords()
    planner.planLists()
    planner.planDeclared()
    return planner.plan
  }
}

private struct Planner {
  let site: Site
  let programs: PagePrograms
  let machine = Machine()
  let today: Value
  let root: Value
  var plan = PagePlan()

  init(_ site: Site, _ programs: PagePrograms) {
    self.site = site
    self.programs = programs
    today = Value(site.today)
    root = site.root.map { site.records[$0].value } ?? .absent
    machine.today = today
    machine.calendar = site.rulebook.calendar
  }

  private func page(_ address: String, title: String) -> Value {
    plan.arena.record([plan.arena.text(address), plan.arena.text(title)])
  }

  mutating func planRecords() {
    for (index, record) in site.records.enumerated() where record.isPublished {
      guard let program = programs.records[record.kind] else { continue }
      let heading = record.cells[site.rulebook.layouts[record.kind].system.heading]
      let page = plan.arena.record([plan.arena.text(record.address), heading])
      plan.pages.append(
        PlannedPage(
          address: record.address, program: program, inputs: [root, today, page, record.value],
          record: index, base: record.address))
    }
  }

  mutating func planLists() {
    for (kind, layout) in site.rulebook.layouts.enumerated() where layout.hasListPage {
      guard let program = programs.lists[kind], let folder = layout.kind.place.folders.first,
        let holder = site.root.map({ site.records[$0] }),
        let slot = site.rulebook.layouts[holder.kind].children.first(where: {
          $0.kind == layout.kind.name
        })?.slot
      else { continue }
      let records = holder.cells[slot]
      guard records.count > 0 else { continue }
      let language = site.rulebook.language
      let label = layout.kind.labels[language] ?? layout.kind.name
      let plural = layout.kind.pluralLabels[language] ?? label
      let kindValue = plan.arena.record([plan.arena.text(label), plan.arena.text(plural)])
      let address = "/\(folder)/"
      plan.pages.append(
        PlannedPage(
          address: address, program: program,
          inputs: [root, today, page(address, title: plural), records, kindValue], record: nil,
          base: address))
    }
  }

  // MARK: Declared pages

  mutating func planDeclared() {
    for page in programs.declared {
      do throws(RunFailure) {
        try plan(page)
      } catch {
        plan.diagnostics.append(.failure(error, record: page.declaration.address.file))
      }
    }
  }

  private mutating func plan(_ page: PagePrograms.DeclaredPage) throws(RunFailure) {
    let nothing = self.page("", title: "")
    guard let list = page.list else {
      try plan(page, [root, today, nothing])
      return
    }
    var element = Type.unknown
    if case .list(let inner) = list.resultType { element = inner }
    let values = Array(try machine.run(list, [root, today, nothing]).elements)
    let kept = values.map { site.rulebook.schema.kept($0, of: element, in: plan.arena) }
    for value in kept { try plan(page, [root, today, nothing, value]) }
  }

  private mutating func plan(_ page: PagePrograms.DeclaredPage, _ inputs: [Value])
    throws(RunFailure)
  {
    var inputs = inputs
    for program in page.bindings {
      let value = try machine.run(program, inputs)
      inputs.append(
        site.rulebook.schema.kept(value, of: program.resultType ?? .unknown, in: plan.arena))
    }
    if let when = page.when, try !machine.run(when, inputs).isTrue { return }
    let address = try text(page.address, inputs)
    let declaration = Location(page.declaration.address.file, page.declaration.address.range)
    if let reason = PageAddress.fault(of: address) {
      plan.diagnostics.append(.unusableAddress(address, reason, at: declaration))
      return
    }
    inputs[2] = self.page(address, title: try text(page.title, inputs))
    plan.pages.append(
      PlannedPage(
        address: address, program: page.page, inputs: inputs, record: nil, base: address,
        declaration: declaration))
  }

  private func text(_ program: Program, _ inputs: [Value]) throws(RunFailure) -> String {
    machine.writer.removeAll()
    try machine.run(program, inputs)
    return machine.writer.text()
  }
}
