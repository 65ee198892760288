package import Kinds
import Language
import Source
package import Values

extension Site {
  /// Links what the tasks have read, whose slices follow one another in the order of paths.
  package static func link(
    _ slices: [ReadRecords], by rulebook: Rulebook, today: CivilDate
  ) -> Site {
    var linker = Linker(rulebook, slices, today)
    linker.linkParents()
    linker.linkChildren()
    linker.resolveReferences()
    linker.setLaw()
    linker.checkIdentities()
    return linker.site()
  }
}

/// Ties records to parents, children, references and the law of their day.
private struct Linker {
  let rulebook: Rulebook
  let today: CivilDate
  let slices: [ReadRecords]
  var records: [SiteRecord] = []
  var diagnostics: [Diagnostic] = []
  /// The records that describe a folder, by kind and path of the folder.
  var folderRecords: [FolderKey: Int] = [:]
  private var arenaOfRecord: [Int] = []

  struct FolderKey: Hashable {
    let kind: Int
    let folder: String
  }

  init(_ rulebook: Rulebook, _ slices: [ReadRecords], _ today: CivilDate) {
    self.rulebook = rulebook
    self.slices = slices
    self.today = today
    for (index, slice) in slices.enumerated() {
      records += slice.records
      arenaOfRecord += Array(repeating: index, count: slice.records.count)
      diagnostics += slice.diagnostics
    }
    for (index, record) in records.enumerated() where rulebook.layouts[record.kind].isFolder {
      folderRecords[FolderKey(kind: record.kind, folder: record.folder)] = index
    }
  }

  // MARK: Parents and children

  /// The record of a kind whose folder holds the given one.
  private func holder(ofKind kind: Int, for record: SiteRecord) -> Int? {
    let depth = rulebook.layouts[kind].kind.place.folders.count
    let folder = record.path.dropLast().prefix(depth).joined(separator: "/")
    return folderRecords[FolderKey(kind: kind, folder: folder)]
  }

  mutating func linkParents() {
    var missing: Set<String> = []
    for index in records.indices {
      let record = records[index]
      for (name, slot) in rulebook.layouts[record.kind].parents {
        guard let kind = rulebook.kind(named: name) else { continue }
        if let holder = holder(ofKind: kind, for: record) {
          record.cells[slot] = records[holder].value
        } else {
          record.cells[slot] = .unreadable
          records[index].isHeldBack = true
          reportMissingHolder(kind, of: record, &missing)
        }
      }
    }
  }

  private mutating func reportMissingHolder(
    _ kind: Int, of record: SiteRecord, _ missing: inout Set<String>
  ) {
    let layout = rulebook.layouts[kind]
    let depth = layout.kind.place.folders.count
    let folder = (["content"] + record.path.dropLast().prefix(depth)).joined(separator: "/")
    let file = layout.kind.place.parts.last ?? ""
    guard missing.insert(folder + "/" + file).inserted else { return }
    diagnostics.append(
      Diagnostic(
        "K2", .error,
        Wording(zh: "这个文件夹缺少 `\(file)`", en: "this folder has no `\(file)`"),
        at: Location(path: folder),
        help: [
          Wording(zh: "新建 \(folder)/\(file)", en: "make \(folder)/\(file)")
        ]))
  }

  /// Puts lists of siblings into the records that hold them.
  mutating func linkChildren() {
    fillChildren(of: records, rulebook, arena: slices.first?.arena ?? Arena()) { _ in true }
  }

  // MARK: References

  mutating func resolveReferences() {
    let index = ReferenceIndex(records, rulebook)
    var base = 0
    for slice in slices {
      for (offset, _) in slice.records.enumerated() {
        let number = base + offset
        let record = records[number]
        let layout = rulebook.layouts[record.kind]
        guard layout.fields.contains(where: \.hasReferences) else { continue }
        resolve(layout.fields, in: record.cells, of: number, slice.references, index)
      }
      base += slice.records.count
    }
  }

  private mutating func resolve(
    _ fields: [FieldLayout], in cells: Cells, of number: Int, _ references: [PendingReference],
    _ index: ReferenceIndex
  ) {
    for field in fields where field.hasReferences {
      let value = cells[field.slot]
      switch value.tag {
      case .pending: cells[field.slot] = target(of: references[Int(value.bits)], number, index)
      case .record: resolve(field.nested, in: value.cells, of: number, references, index)
      case .list:
        let elements = value.elements
        for position in elements.indices {
          let element = elements[position]
          if element.tag == .pending {
            value.elementCells[position] = target(of: references[Int(element.bits)], number, index)
          } else if element.tag == .record, !field.nested.isEmpty {
            resolve(field.nested, in: element.cells, of: number, references, index)
          }
        }
      default: continue
      }
    }
  }

  private mutating func target(
    of reference: PendingReference, _ number: Int, _ index: ReferenceIndex
  ) -> Value {
    let record = records[number]
    if let target = index.target(of: reference, from: record) { return records[target].value }
    records[number].isHeldBack = true
    let labels = rulebook.kind(named: reference.kind).map { rulebook.layouts[$0].kind.labels }
    let kind = Wording(
      zh: labels?["zh-Hans"] ?? reference.kind, en: labels?["en"]?.lowercased() ?? reference.kind)
    diagnostics.append(
      .unresolved(
        reference.text, kind: kind,
        near: index.near(reference, from: record), at: Location(record.file, reference.place),
        key: reference.key))
    return .unreadable
  }

  // MARK: Law and identity

  mutating func setLaw() {
    for record in records {
      let layout = rulebook.layouts[record.kind]
      var day = today
      if let name = layout.kind.datedBy, let slot = layout.slot(of: name) {
        let value = record.cells[slot]
        if value.tag == .date { day = value.date }
        if value.tag == .span { day = value.spanFirst }
      }
      record.cells[layout.system.law] = rulebook.law.record(on: day)
    }
  }

  mutating func checkIdentities() {
    for finding in Identities.repeated(among: records, rulebook) {
      diagnostics.append(finding.diagnostic)
      for index in finding.records { records[index].isHeldBack = true }
    }
  }

  func site() -> Site {
    Site(
      rulebook: rulebook, records: records, diagnostics: diagnostics,
      attachments: slices.flatMap(\.attachments), today: today, arenas: slices.map(\.arena),
      arenaOfRecord: arenaOfRecord,
      root: records.firstIndex { $0.path.count == 1 && rulebook.layouts[$0.kind].isFolder },
      folders: folders())
  }

  /// Runs of records that lie in one innermost folder.
  private func folders() -> [Range<Int>] {
    var folders: [Range<Int>] = []
    var start = 0
    for index in records.indices.dropFirst()
    where !belongTogether(records[index - 1], records[index]) {
      folders.append(start..<index)
      start = index
    }
    if !records.isEmpty { folders.append(start..<records.count) }
    return folders
  }

  private func belongTogether(_ left: SiteRecord, _ right: SiteRecord) -> Bool {
    guard rulebook.layouts[left.kind].isInnermost, rulebook.layouts[right.kind].isInnermost,
      2 < left.path.count, 2 < right.path.count
    else { return false }
    let depth = innermostDepth
    return left.path.prefix(depth) == right.path.prefix(depth)
  }

  private var innermostDepth: Int {
    rulebook.layouts.filter { $0.isInnermost && $0.isFolder }.map { $0.kind.place.folders.count }
      .max() ?? 1
  }
}

extension FieldLayout {
  /// Whether the field or something in it refers to records.
  var hasReferences: Bool { !referredKinds.isEmpty }
}

extension Value {
  /// The elements of a list as cells that can be set.
  var elementCells: Cells { cells }
}
