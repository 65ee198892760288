package import Kinds
package import Language
package import Source

/// What one task has read: records with their values in one arena.
package struct ReadRecords: Sendable {
  package var records: [SiteRecord] = []
  package var diagnostics: [Diagnostic] = []
  /// References still to be resolved.
  var references: [PendingReference] = []
  package var attachments: [Attachment] = []
  /// Keeps the values of the records.
  package let arena: Arena

  package init(arena: Arena = Arena()) { self.arena = arena }
}

/// A reference as written; the cell that waits for its target holds its index.
struct PendingReference: Sendable {
  let record: Int
  let kind: String
  let text: String
  let key: String
  let place: SourceRange
}

extension Rulebook {
  /// Reads the record in `file`, whose path below `content/` is `path`.
  ///
  /// Never fails: what cannot be read is reported, marked in the record's cells, and the record held
  /// back.
  package func read(
    _ file: SourceFile, path: [String], kind: Int, files: ContentFiles, into all: inout ReadRecords
  ) {
    let layout = layouts[kind]
    let (address, id, folder) = RecordAddress.of(path, describesFolder: layout.isFolder)
    let cells = all.arena.cells(layout.cellCount)
    for (_, slot, _) in layout.derived { cells[slot] = .pending }
    let reading = BodyAndFrontMatter(file, address: address)
    var record = SiteRecord(
      file: file, path: path, kind: kind, cells: cells, body: reading.body, folder: folder, id: id,
      address: address)
    var decoder = FieldDecoder(
      self, file: file, record: all.records.count, referenceBase: all.references.count,
      folder: folder, files: files, arena: all.arena)
    decoder.report(reading.diagnostics)
    decoder.decode(reading.tree, layout, into: cells)
    record.links = reading.links
    record.isHeldBack = decoder.diagnostics.contains { $0.severity == .error }
    fill(layout.system, of: record, arena: all.arena)
    all.diagnostics += decoder.diagnostics
    all.references += decoder.references
    all.attachments += decoder.attachments
    all.records.append(record)
  }

  /// Sets what every record has.
  private func fill(_ slots: SystemSlots, of record: SiteRecord, arena: Arena) {
    let cells = record.cells
    cells[slots.record] = record.value
    cells[slots.url] = arena.text(record.address)
    cells[slots.id] = arena.text(record.id)
    cells[slots.heading] = cells[slots.id]
    let body = record.file.bytes[record.body.lower..<record.body.upper]
    let hasWords = body.contains { $0 > 0x20 }
    cells[slots.bodyText] = arena.text(hasWords ? body : [])
    var markdown = cells[slots.bodyText]
    markdown.tag = .markdown
    cells[slots.body] = markdown
  }
}
