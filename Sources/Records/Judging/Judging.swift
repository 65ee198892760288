import Kinds
import Language
package import Source
import Values

// The steps of judging a site; the front door decides which of them run side by side.
extension Site {
  /// The innermost folders and lone records that may be judged apart from one another.
  package var judgingFolders: [Range<Int>] { folders.filter { isInnermost($0.lowerBound) } }

  /// The same folders in runs for one task each: those whose records were read into one arena.
  ///
  /// Judging keeps headings and derived values in the arena of the record, and one task at a time
  /// may allocate in an arena; runs cut by number alone let two tasks meet in one.
  package var judgingRuns: [[Range<Int>]] {
    var runs = [[Range<Int>]](repeating: [], count: arenas.count)
    for folder in judgingFolders { runs[arenaOfRecord[folder.lowerBound]].append(folder) }
    return runs.filter { !$0.isEmpty }
  }

  private func isInnermost(_ index: Int) -> Bool { layout(of: records[index]).isInnermost }

  /// Judges a run of folders with what needs no other folder.
  package func judge(_ folders: ArraySlice<Range<Int>>) -> [Judge.Verdict] {
    let judge = Judge(self)
    return folders.flatMap { folder -> [Judge.Verdict] in
      for index in folder { judge.setHeading(index) }
      return inOrderOfReference(folder).map { judge.judge($0, reachingOutside: false) }
    }
  }

  /// Records that others refer to come before those, so that taint is there when they are read.
  private func inOrderOfReference(_ folder: Range<Int>) -> [Int] {
    folder.sorted { left, right in
      let first = rulebook.referenceRanks[records[left].kind]
      let second = rulebook.referenceRanks[records[right].kind]
      return first == second ? left < right : first < second
    }
  }

  /// Takes the verdicts over.
  package mutating func settle(_ verdicts: [Judge.Verdict]) {
    for verdict in verdicts { diagnostics += verdict.diagnostics }
  }

  /// Adds findings of other phases.
  package mutating func add(_ findings: [Diagnostic]) { diagnostics += findings }

  /// Judges what spans folders, then decides what is published and lists only that.
  package mutating func finishJudging(isStrict: Bool) {
    let outer = Judge(self)
    for index in records.indices where !isInnermost(index) { outer.setHeading(index) }
    var verdicts: [Judge.Verdict] = []
    for index in records.indices {
      if !isInnermost(index) { verdicts.append(outer.judge(index, reachingOutside: false)) }
      verdicts.append(outer.judge(index, reachingOutside: true))
    }
    settle(verdicts)
    holdBackFaulty(isStrict: isStrict)
    choosePublished(outer)
    relistPublished()
  }

  /// What a finding names is held back if the finding is an error, or a warning where all count.
  private mutating func holdBackFaulty(isStrict: Bool) {
    let least: Severity = isStrict ? .warning : .error
    let paths = Set(diagnostics.filter { least <= $0.severity }.map(\.location.file.path))
    guard !paths.isEmpty else { return }
    for index in records.indices {
      let path = records[index].file.path
      let isNamed = paths.contains(path)
      // An error that names a folder, such as a reserved name, is one of all that lies in it.
      if isNamed || (2...4).contains(where: { paths.contains(path.folder(ofDepth: $0)) }) {
        records[index].isHeldBack = true
      }
    }
  }

  /// Holds back further records, such as those whose addresses collide.
  package mutating func holdBack(_ numbers: [Int]) {
    for number in numbers {
      records[number].isHeldBack = true
      records[number].isPublished = false
    }
    unpublishOrphans()
    relistPublished()
  }

  private mutating func choosePublished(_ judge: Judge) {
    for index in records.indices {
      records[index].isPublished = !records[index].isHeldBack && judge.isDue(index)
    }
    unpublishOrphans()
  }

  /// Without its folder's record nothing in the folder has a page to hang on.
  private mutating func unpublishOrphans() {
    let unpublished = Set(
      records.filter { !$0.isPublished && layout(of: $0).isFolder }.map(\.value.bits))
    guard !unpublished.isEmpty else { return }
    for index in records.indices {
      let record = records[index]
      let isOrphan = layout(of: record).parents.contains { parent in
        unpublished.contains(record.cells[parent.slot].bits)
      }
      if isOrphan { records[index].isPublished = false }
    }
  }

  /// Pages list only what is published, so what was derived from lists is derived anew.
  ///
  /// A folder all of whose records are published keeps what was derived from it alone.
  private func relistPublished() {
    let published = records.map(\.isPublished)
    if published.contains(false) {
      fillChildren(of: records, rulebook, arena: arenas.first ?? Arena()) { published[$0] }
      clearReferencesToUnpublished()
    }
    for folder in folders {
      let isWhole = !published[folder].contains(false)
      for record in records[folder] {
        for (_, slot, derivation) in layout(of: record).derived
        where !isWhole || rulebook.derivations[derivation].reachesOutside {
          record.cells[slot] = .pending
        }
      }
    }
  }

  /// An optional reference to a record that has no page is left out.
  private func clearReferencesToUnpublished() {
    let unpublished = Set(records.filter { !$0.isPublished }.map(\.value.bits))
    for record in records where record.isPublished {
      clearReferences(to: unpublished, layout(of: record).fields, in: record.cells)
    }
  }

  private func clearReferences(to gone: Set<UInt64>, _ fields: [FieldLayout], in cells: Cells) {
    for field in fields where field.hasReferences {
      let value = cells[field.slot]
      switch (field.declaration.type, value.tag) {
      case (.reference, .record) where gone.contains(value.bits):
        if !field.declaration.isRequired { cells[field.slot] = .absent }
      case (.mapping, .record): clearReferences(to: gone, field.nested, in: value.cells)
      case (.list(.reference), .list):
        guard value.elements.contains(where: { gone.contains($0.bits) }) else { continue }
        let kept = value.elements.filter { !gone.contains($0.bits) }
        cells[field.slot] = (arenas.first ?? Arena()).list(kept)
      case (.list, .list):
        for element in value.elements where element.tag == .record {
          clearReferences(to: gone, field.nested, in: element.cells)
        }
      default: continue
      }
    }
  }

  /// Computes all derived values of a run of folders.
  package func derive(_ folders: ArraySlice<Range<Int>>) -> [Diagnostic] {
    let judge = Judge(self)
    return folders.flatMap { folder in folder.flatMap { judge.derive($0, reachingOutside: false) } }
  }

  /// Computes the derived values that span folders; after all others.
  package func deriveOutside() -> [Diagnostic] {
    let judge = Judge(self)
    return records.indices.flatMap { judge.derive($0, reachingOutside: true) }
  }

  /// The codes of warnings that the site has switched off.
  var switchedOff: Set<String> {
    guard let root, case let layout = layout(of: records[root]),
      let slot = layout.slot(of: "checks")
    else { return [] }
    let map = records[root].cells[slot]
    guard map.tag == .map else { return [] }
    let entries = map.elements
    return Set(stride(from: 0, to: entries.count, by: 2).map { entries[$0].string })
  }

  /// The day at which the law is looked up for a record.
  func day(of record: SiteRecord) -> CivilDate {
    let layout = layout(of: record)
    guard let name = layout.kind.datedBy, let slot = layout.slot(of: name) else { return today }
    let value = record.cells[slot]
    return value.tag == .date ? value.date : value.tag == .span ? value.spanFirst : today
  }
}

extension String {
  /// The first so many folders of a path: `content/estates/ganquan` is of depth 3.
  fileprivate func folder(ofDepth depth: Int) -> String {
    split(separator: "/").dropLast().prefix(depth).joined(separator: "/")
  }
}
