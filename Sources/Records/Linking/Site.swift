package import Kinds
import Language
package import Source
package import Values

/// All records of a site, linked to one another.
package struct Site: Sendable {
  package let rulebook: Rulebook
  package internal(set) var records: [SiteRecord]
  package internal(set) var diagnostics: [Diagnostic]
  package let attachments: [Attachment]
  package let today: CivilDate
  /// Keep the values of the records; one for each task that read.
  let arenas: [Arena]
  /// Which arena holds the values of a record, by record.
  let arenaOfRecord: [Int]
  /// The record of the kind that holds the whole site.
  package let root: Int?
  /// The records of one innermost folder, such as an estate, one after another.
  let folders: [Range<Int>]
}

extension Site {
  /// The records of a kind in the order of their paths.
  package func records(ofKind kind: Int) -> [SiteRecord] {
    records.filter { $0.kind == kind }
  }

  func layout(of record: SiteRecord) -> RecordLayout { rulebook.layouts[record.kind] }

  /// The attachments of records that are published.
  package var publishedAttachments: [Attachment] {
    let published = Set(records.filter(\.isPublished).map(\.file.path))
    return attachments.filter { published.contains($0.owner) }
  }
}
