import HTML
import Kinds
import Language
package import Source
import Values

/// Runs the checks of records, one machine for one task.
package final class Judge {
  private let site: Site
  private let rulebook: Rulebook
  private let machine: Machine
  /// Where derived values of the record at hand are kept.
  private var keptIn: Arena
  private let switchedOff: Set<String>

  package init(_ site: Site) {
    self.site = site
    rulebook = site.rulebook
    machine = Machine()
    switchedOff = site.switchedOff
    keptIn = site.arenas.first ?? Arena()
    machine.derivations = rulebook.derivations
    machine.today = Value(site.today)
    machine.calendar = rulebook.calendar
    machine.keepDerived = { [unowned self] value, derivation in
      let type = rulebook.derivations[derivation].resultType ?? .unknown
      return rulebook.schema.kept(value, of: type, in: keptIn)
    }
  }

  /// What is found in one record.
  package struct Verdict: Sendable {
    package let record: Int
    package let diagnostics: [Diagnostic]
  }

  /// Judges the record with every check that needs no other folder, or only with those that do.
  package func judge(_ index: Int, reachingOutside: Bool) -> Verdict {
    let record = site.records[index]
    keptIn = site.arenas[site.arenaOfRecord[index]]
    var diagnostics: [Diagnostic] = []
    guard !record.hasUnreadableParents(rulebook.layouts[record.kind]) else {
      return Verdict(record: index, diagnostics: [])
    }
    for check in rulebook.checks[record.kind] where check.reachesOutside == reachingOutside {
      guard !switchedOff.contains(check.declaration.code) || check.declaration.severity == .error
      else { continue }
      diagnostics += findings(of: check, in: record)
    }
    if record.isHeldBack || diagnostics.contains(where: { $0.severity == .error }) {
      silence(record, rulebook.layouts[record.kind])
    }
    return Verdict(record: index, diagnostics: diagnostics)
  }

  // MARK: One check

  private func findings(of check: CompiledCheck, in record: SiteRecord) -> [Diagnostic] {
    guard let list = check.list else {
      return finding(of: check, in: record, element: nil).map { [$0] } ?? []
    }
    guard let value = try? machine.run(list, [record.value, machine.today]) else { return [] }
    // The list lies in the machine's scratch memory, which the next run takes back.
    let elements = Array(value.elements)
    var found: [Diagnostic] = []
    for (position, element) in elements.enumerated() {
      guard let finding = finding(of: check, in: record, element: (element, position)) else {
        continue
      }
      found.append(finding)
      if check.declaration.stopsAtFirst { break }
    }
    return found
  }

  private func finding(
    of check: CompiledCheck, in record: SiteRecord, element: (value: Value, position: Int)?
  ) -> Diagnostic? {
    var inputs = [record.value, machine.today]
    if let element { inputs += [element.value, Value(element.position)] }
    do throws(RunFailure) {
      let fires = try machine.run(check.fires, inputs)
      guard !machine.hasReadTainted, fires.isTrue else { return nil }
      return try diagnostic(of: check, in: record, inputs, element)
    } catch {
      // What could not be read has been reported where it stands; the rest is a fault of the rule.
      guard error.fault != .unreadable else { return nil }
      return .failure(error, in: record, by: rulebook)
    }
  }

  private func diagnostic(
    of check: CompiledCheck, in record: SiteRecord, _ inputs: [Value],
    _ element: (value: Value, position: Int)?
  ) throws(RunFailure) -> Diagnostic {
    let declaration = check.declaration
    let layout = rulebook.layouts[record.kind]
    let steps = steps(of: declaration, element, in: record)
    let place = FieldPlace.find(steps, of: record, layout)
    let message = Wording(
      zh: try text(check.message.chinese, inputs), en: try text(check.message.english, inputs))
    var notes: [Note] = []
    for note in check.notes {
      notes.append(
        Note(Wording(zh: try text(note.chinese, inputs), en: try text(note.english, inputs))))
    }
    let expected = try check.expected.map { (program) throws(RunFailure) in
      try text(program, inputs)
    }
    let found = try check.found.map { (program) throws(RunFailure) in try text(program, inputs) }
    taint(declaration, element, in: record, layout)
    return Diagnostic(
      declaration.code, declaration.severity, message, at: place.location, key: place.key,
      expected: expected.flatMap { $0.isEmpty ? nil : Wording($0) },
      found: found.flatMap { $0.isEmpty ? nil : Wording($0) },
      basis: basis(of: declaration, record), notes: notes)
  }

  private func text(_ program: Program, _ inputs: [Value]) throws(RunFailure) -> String {
    machine.writer.removeAll()
    try machine.run(program, inputs)
    return machine.writer.text()
  }

  private func basis(of declaration: CheckDeclaration, _ record: SiteRecord) -> Wording? {
    switch declaration.basis {
    case .law(let name, _):
      let day = site.day(of: record)
      return rulebook.law.citation(of: name, on: day).map { Wording($0) }
    case .words(let wording): return wording
    case nil: return nil
    }
  }

  // MARK: Places and taint

  /// From the record to the value that the check points at.
  private func steps(
    of declaration: CheckDeclaration, _ element: (value: Value, position: Int)?,
    in record: SiteRecord
  ) -> [FieldPlace.Step] {
    guard let each = declaration.each, let element, declaration.place.first == each.variable else {
      return declaration.place.map { .field($0) }
    }
    let rest = declaration.place.dropFirst().map { FieldPlace.Step.field($0) }
    guard let (field, index) = holder(of: element.value, in: record) else { return rest }
    return [.field(field), .element(index)] + rest
  }

  /// The list field of the record in which an element stands, whatever order it was read in.
  private func holder(of element: Value, in record: SiteRecord) -> (field: String, index: Int)? {
    for field in rulebook.layouts[record.kind].fields {
      let value = record.cells[field.slot]
      guard value.tag == .list else { continue }
      if let index = value.elements.firstIndex(where: {
        $0.tag == element.tag && $0.bits == element.bits
      }) {
        return (field.declaration.name, index)
      }
    }
    return nil
  }

  /// Marks what the check has spoken of, so that no other check builds on it.
  private func taint(
    _ declaration: CheckDeclaration, _ element: (value: Value, position: Int)?,
    in record: SiteRecord, _ layout: RecordLayout
  ) {
    for path in [declaration.place] + declaration.taints {
      let isElement = element != nil && path.first == declaration.each?.variable
      let start = isElement ? element?.value.cells : record.cells
      let names = isElement ? Array(path.dropFirst()) : path
      let fields = isElement ? nestedFields(layout, holding: element?.value, record) : layout.fields
      if let start { taint(names[...], fields, in: start) }
    }
    // What was derived before may rest on what is tainted now.
    for (_, slot, _) in layout.derived { record.cells[slot] = .pending }
  }

  /// Keeps what refers to a record with an error from being judged by it.
  private func silence(_ record: SiteRecord, _ layout: RecordLayout) {
    guard !layout.isFolder, rulebook.referredKinds.contains(layout.kind.name) else { return }
    for field in layout.fields {
      var value = record.cells[field.slot]
      value.marks.insert(.tainted)
      record.cells[field.slot] = value
    }
    for (_, slot, _) in layout.derived { record.cells[slot] = .pending }
  }

  private func nestedFields(_ layout: RecordLayout, holding element: Value?, _ record: SiteRecord)
    -> [FieldLayout]
  {
    guard let element, let (name, _) = holder(of: element, in: record) else { return [] }
    return layout.fields.first { $0.declaration.name == name }?.nested ?? []
  }

  private func taint(_ names: ArraySlice<String>, _ fields: [FieldLayout], in cells: Cells) {
    guard let name = names.first, let field = fields.first(where: { $0.declaration.name == name })
    else { return }
    var value = cells[field.slot]
    if 1 < names.count, value.tag == .record {
      taint(names.dropFirst(), field.nested, in: value.cells)
      return
    }
    value.marks.insert(.tainted)
    cells[field.slot] = value
  }

  // MARK: Deriving

  /// Computes what is still pending in a record, so that pages may read it from any task.
  ///
  /// What reaches outside the record's folder waits until all folders are done: two tasks would
  /// otherwise meet in one record.
  package func derive(_ index: Int, reachingOutside: Bool) -> [Diagnostic] {
    let record = site.records[index]
    keptIn = site.arenas[site.arenaOfRecord[index]]
    let layout = rulebook.layouts[record.kind]
    var diagnostics: [Diagnostic] = []
    for (_, slot, derivation) in layout.derived where record.cells[slot].tag == .pending {
      guard reachingOutside || !rulebook.derivations[derivation].reachesOutside else { continue }
      do throws(Fault) {
        try machine.derive(record.cells.from(slot), derivation, of: record.value)
      } catch {
        guard error != .unreadable, record.isPublished else { continue }
        diagnostics.append(
          .failure(RunFailure(fault: error, place: nil), in: record, by: rulebook))
      }
    }
    return diagnostics
  }

  /// Whether a condition of the kind holds for a record; true where the kind has none.
  package func isDue(_ index: Int) -> Bool {
    let record = site.records[index]
    guard let condition = rulebook.publishConditions[record.kind] else { return true }
    return (try? machine.run(condition, [record.value, machine.today]))?.isTrue ?? false
  }

  /// Sets the heading by which lists and pages call a record.
  package func setHeading(_ index: Int) {
    let record = site.records[index]
    guard let program = rulebook.headings[record.kind],
      let value = try? machine.run(program, [record.value, machine.today]), value.tag == .text
    else { return }
    keptIn = site.arenas[site.arenaOfRecord[index]]
    record.cells[rulebook.layouts[record.kind].system.heading] = keptIn.text(value.text)
  }
}

extension SiteRecord {
  /// Whether the record hangs in the air because a folder lacks the file that describes it.
  fileprivate func hasUnreadableParents(_ layout: RecordLayout) -> Bool {
    layout.parents.contains { cells[$0.slot].tag != .record }
  }
}
