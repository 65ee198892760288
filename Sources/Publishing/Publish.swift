import Synchronization

extension PublicationSession {
  /// Makes the planned site public in one step; the old one stays as the twin.
  ///
  /// Throws with the old site standing, save when the last `fsync` of the parent fails: then the
  /// new one stands already, but may not outlive a power cut.
  package func publish(_ plan: PublicationPlan) throws -> PublicationReport {
    ground.useUp()
    guard plan.hasChanges else {
      if 0 < plan.adopted {
        try plan.files.save(as: plan.build.id, in: ground.stateFolder(of: plan.build.id))
      }
      return PublicationReport(plan)
    }
    let ready = try ground.readyTwin()
    var files = plan.files
    if let mark = plan.mark, let index = files.index(of: BuildMark.fileName) {
      let status = try ready.twin.write(BuildMark.fileName, mark.span)
      files.setIdentity(status.identity, at: index)
    }
    for index in ready.twin.holds.indices(missingIn: files) {
      try ready.twin.remove(ready.twin.holds.path(index))
    }
    try settle(files, in: ready)
    try carryPlaceholder(into: ready)
    try saveAndCheck(files, as: plan.build.id)
    let states = try ground.stateFolder()
    // The same id twice cannot tell before from after, so the mark then stays as it is.
    if plan.build.id != publicBuild { try DirtyMark.set(plan.build.id.text, in: states) }
    try ground.parent.synchronizeFileSystem()
    try ground.switchTrees()
    try DirtyMark.clear(in: states)
    return PublicationReport(plan)
  }

  /// Looks at every file of the new tree and links from the public one those that it lacks.
  ///
  /// After an ordinary night that is what changed the night before; after a crash, or for the
  /// second publication ever, it is all of them.
  private func settle(_ files: Manifest, in ready: ReadyTwin) throws {
    for index in 0..<files.count {
      let entry = files.entries[index]
      let path = files.path(index)
      if let status = try ready.twin.tree.status(of: path), entry.isSame(as: status) { continue }
      guard !entry.isFresh, ground.live != nil else { throw PublicationRefusal.altered(path) }
      try ground.linkUnchanged(path, into: ready, within: files)
      guard let status = try ready.twin.tree.status(of: path), entry.isSame(as: status) else {
        throw PublicationRefusal.altered(path)
      }
    }
  }

  private func saveAndCheck(_ files: Manifest, as id: BuildID) throws {
    let folder = try ground.stateFolder(of: id)
    try files.save(as: id, in: folder)
    // Without it the next run would not know the site as ours.
    guard try Manifest.load(id, from: folder)?.count == files.count else {
      throw PublicationRefusal.altered("\(folder.path)/\(Manifest.fileName)")
    }
  }

  private func carryPlaceholder(into ready: ReadyTwin) throws {
    let name = RelativePath.keptPlaceholder
    guard let status = try ground.live?.status(of: name), status.kind == .file,
      try ready.twin.tree.status(of: name) == nil,
      let bytes = try ground.live?.read(name, limit: 1 << 20)
    else { return }
    try ready.twin.tree.create(name, bytes.span, permissions: status.permissions & 0o777)
  }

  /// Makes the site before the public one public again, with its state; once more undoes that.
  package func rollBack() throws -> BuildID {
    ground.useUp()
    guard let earlier = try ground.earlierGeneration() else {
      throw PublicationRefusal.nothingToRollBackTo(ground.place.path)
    }
    let tree = try ground.parent.directory(ground.twinName)
    for index in 0..<earlier.manifest.count {
      let path = earlier.manifest.path(index)
      guard let status = try tree.status(of: path),
        earlier.manifest.entries[index].isSame(as: status)
      else { throw PublicationRefusal.nothingToRollBackTo(ground.place.path) }
    }
    try ground.switchTrees()
    try DirtyMark.clear(in: ground.stateFolder())
    return earlier.id
  }
}

extension PublicationGround {
  /// After a switch the names of the two trees no longer fit what this run knows of them.
  func useUp() {
    let wasUsed = isUsedUp.exchange(true, ordering: .relaxed)
    precondition(!wasUsed, "a session publishes or rolls back once")
  }

  func linkUnchanged(_ path: String, into ready: ReadyTwin, within files: Manifest) throws {
    guard live != nil else { return }
    // A binding would copy the handle, so the place of the twin's own file is cleared first.
    if try ready.twin.tree.status(of: path)?.kind == .file { try ready.twin.tree.unlink(path) }
    try withLive { try ready.twin.link(path, from: $0, within: files) }
  }

  private func withLive(_ body: (borrowing DirectoryHandle) throws -> Void) throws {
    switch live {
    case .some(let handle): try body(handle)
    case .none: return
    }
  }

  /// Gives the twin the output's name, and the old tree, if any, the twin's.
  func switchTrees() throws {
    switch (switching, standing) {
    case (.exchange, .nothing): try parent.rename(twinName, to: place.name)
    case (.exchange, _): try parent.exchange(twinName, place.name)
    case (.symbolicLink, _): try switchLink()
    }
    try parent.synchronize()
  }

  private func switchLink() throws {
    let target = twinName
    try parent.unlink(place.newLink)
    try parent.makeLink(place.newLink, to: target)
    // A folder cannot be replaced by a link at once: the first time there is a moment without.
    // If the run ends in it, the next one finds the new link and puts it in place.
    if try parent.status(of: place.name)?.kind == .folder {
      try parent.rename(place.name, to: place.generations[target == place.generations[0] ? 1 : 0])
    }
    try parent.rename(place.newLink, to: place.name)
  }
}
