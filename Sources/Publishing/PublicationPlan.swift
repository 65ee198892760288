/// A new site that is written but not public: what gates look at before it is.
package struct PublicationPlan: Sendable {
  package let build: BuildMark
  /// All files of the new site.
  package internal(set) var files: Manifest
  /// Addresses of the public site that the new one does not have.
  package let vanished: [String]
  /// Files whose bytes are new or changed, `build.json` included.
  package let written: Int
  /// The bytes in them.
  package let bytesWritten: Int
  /// Files that are as before but lie elsewhere on the disk.
  let adopted: Int
  /// The bytes of the new `build.json`, if it differs from the public one.
  let mark: [UInt8]?

  /// Whether the new site differs from the public one.
  package var hasChanges: Bool { 0 < written || !vanished.isEmpty }
}

/// What a publication did.
package struct PublicationReport: Hashable, Sendable {
  package let build: BuildMark
  /// All files of the site, `build.json` included.
  package let files: Int
  package let written: Int
  package let unchanged: Int
  package let removed: Int
  package let bytesWritten: Int

  init(_ plan: PublicationPlan) {
    build = plan.build
    files = plan.files.count
    written = plan.written
    unchanged = plan.files.count - plan.written
    removed = plan.vanished.count
    bytesWritten = plan.bytesWritten
  }

  /// Whether the site was switched; if not, every file is the one it was.
  package var isNew: Bool { 0 < written || 0 < removed }
}
