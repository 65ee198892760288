import Synchronization

/// One run's right to change an output, from the lock to the switch.
///
/// Open it, give each worker a sink, plan when all have written, let the gates look at the plan,
/// publish. Until the switch the public tree is only read; a session that is dropped at any
/// point, or whose process is killed, leaves it as it was and the next run begins from there.
package final class PublicationSession: Sendable {
  let ground: PublicationGround
  // Nil once the writing has ended.
  private let sinks: Mutex<[PageSink]?> = Mutex([])

  /// Takes the lock of `output` and makes sure that a site can be published there.
  ///
  /// Throws `PublicationRefusal` or `SystemFailure`; an output that is not ours is not touched.
  package static func open(
    output: String, waiting patience: Duration = .zero, switchingBy: Switching? = nil
  ) throws -> PublicationSession {
    PublicationSession(
      try PublicationGround(output, waiting: patience, switchingBy: switchingBy))
  }

  private init(_ ground: PublicationGround) {
    self.ground = ground
  }

  /// The files of the public site; none before the first publication.
  package var published: Manifest { ground.published }

  /// The build that is public, if one is.
  package var publicBuild: BuildID? { ground.publicBuild }

  /// The bytes of a public file, such as a state that an earlier build published.
  package func publicFile(_ path: String) throws -> [UInt8]? {
    guard published.index(of: path) != nil else { return nil }
    return try ground.live?.read(path, limit: 1 << 30)
  }

  /// A sink for one worker.
  package func makeSink() -> PageSink {
    let sink = PageSink(ground)
    sinks.withLock { sinks in
      precondition(sinks != nil, "no sink is made after the publication was planned")
      sinks?.append(sink)
    }
    return sink
  }

  /// Ends the writing: all files that the sinks took are the new site.
  package func plan(_ build: BuildMark) throws -> PublicationPlan {
    let records = sinks.withLock { sinks in
      guard let open = sinks else { preconditionFailure("a publication is planned once") }
      sinks = nil
      return open.map { $0.close() }
    }
    var draft = ManifestDraft()
    for record in records { draft.add(record.draft) }
    let mark = try addMark(build, to: &draft)
    let files = try draft.finish()
    return PublicationPlan(
      build: build, files: files,
      vanished: published.indices(missingIn: files).map(published.path),
      written: records.reduce(0) { $0 + $1.written } + (mark == nil ? 0 : 1),
      bytesWritten: records.reduce(0) { $0 + $1.bytesWritten } + (mark?.count ?? 0),
      adopted: records.reduce(0) { $0 + $1.adopted }, mark: mark)
  }

  private func addMark(_ build: BuildMark, to draft: inout ManifestDraft) throws -> [UInt8]? {
    let bytes = build.json(files: draft.count + 1)
    let hash = ContentHash(of: bytes.span)
    let old = try ground.unchangedFile(BuildMark.fileName, size: bytes.count, hash)
    draft.add(
      BuildMark.fileName, size: bytes.count, hash: hash,
      identity: old?.identity ?? FileIdentity(inode: 0, modified: 0), form: .text,
      isFresh: old == nil)
    return old == nil ? bytes : nil
  }
}

// What a build keeps beside the site, such as the last good records of each street.
extension PublicationSession {
  /// Keeps `bytes` with build `id`; they count once that build is public.
  package func keep(_ name: String, _ bytes: Span<UInt8>, with id: BuildID) throws {
    let folder = try ground.stateFolder(of: id)
    try folder.replaceUnsynchronized(name, bytes)
  }

  /// What the public build kept under `name`, or nil.
  package func kept(_ name: String) throws -> [UInt8]? {
    guard let id = publicBuild else { return nil }
    return try ground.stateFolder(of: id).read(name, limit: 1 << 30)
  }

  /// Puts `status.json` or the like beside the states, at once.
  package func note(_ name: String, _ bytes: Span<UInt8>) throws {
    try ground.stateFolder().replace(name, bytes)
  }
}
