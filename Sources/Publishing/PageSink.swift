import Synchronization

/// Where one worker puts the pages of the new site.
///
/// Any number of sinks may be written at once, each by one worker, to addresses of their own.
package final class PageSink: Sendable {
  private let ground: PublicationGround
  private let record: Mutex<Record> = Mutex(Record())

  /// What one worker has written.
  struct Record: Sendable {
    var draft = ManifestDraft()
    var written = 0
    var bytesWritten = 0
    /// Files that are as before but lie elsewhere on the disk, as after a restored backup.
    var adopted = 0
    var isClosed = false
  }

  /// What became of a file.
  package enum Outcome: Sendable { case unchanged, written }

  init(_ ground: PublicationGround) {
    self.ground = ground
  }

  /// Puts a file of the new site at `path`, relative to the web root.
  ///
  /// A file that is published with the same bytes stays the file it is. Whether the bytes are the
  /// same is told by size and SHA-256 of the manifest, not by reading the old file: on a cold disk
  /// reading 160,000 small files takes minutes, and the hash is needed for the new manifest anyway.
  /// That the old file still is what the manifest says is told by inode and time of change; only
  /// if those differ is it read.
  @discardableResult
  package func write(
    _ path: String, _ bytes: Span<UInt8>, form: Manifest.Form = .text
  ) throws -> Outcome {
    guard RelativePath.isPublishable(path) else { throw PublicationRefusal.unusablePath(path) }
    let hash = ContentHash(of: bytes)
    let old = try ground.unchangedFile(path, size: bytes.count, hash)
    let identity = try old?.identity ?? ground.readyTwin().twin.write(path, bytes).identity
    record.withLock { record in
      precondition(!record.isClosed, "no page is written after the publication was planned")
      record.draft.add(
        path, size: bytes.count, hash: hash, identity: identity, form: form,
        isFresh: old == nil)
      record.written += old == nil ? 1 : 0
      record.bytesWritten += old == nil ? bytes.count : 0
      record.adopted += old?.isAdopted == true ? 1 : 0
    }
    return old == nil ? .written : .unchanged
  }

  /// Puts a file of the new site at `path`.
  @discardableResult
  package func write(
    _ path: String, _ bytes: [UInt8], form: Manifest.Form = .text
  ) throws -> Outcome {
    try write(path, bytes.span, form: form)
  }

  /// Ends the writing and gives what was written.
  func close() -> Record {
    record.withLock { record in
      let result = record
      record = Record(isClosed: true)
      return result
    }
  }
}

/// A public file that has the bytes of a new page.
struct UnchangedFile {
  let identity: FileIdentity
  /// Whether the manifest had another identity for it.
  let isAdopted: Bool
}

extension PublicationGround {
  /// The public file at `path`, if its bytes are the wanted ones.
  func unchangedFile(_ path: String, size: Int, _ hash: ContentHash) throws -> UnchangedFile? {
    guard live != nil, let index = published.index(of: path) else { return nil }
    let entry = published.entries[index]
    guard entry.size == UInt64(size), entry.hash == hash,
      let status = try live?.status(of: path)
    else { return nil }
    if entry.isSame(as: status) {
      return UnchangedFile(identity: entry.identity, isAdopted: false)
    }
    guard status.kind == .file, status.size == size,
      status.permissions == Manifest.Entry.permissions,
      let bytes = try live?.read(path, limit: size), ContentHash(of: bytes.span) == hash
    else { return nil }
    return UnchangedFile(identity: status.identity, isAdopted: true)
  }
}
