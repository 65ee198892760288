import CLinux
import Glibc
import Synchronization

/// The folders of one output, held under its lock for the length of a run.
///
/// Shared by all workers: what is public does not change while they write, and the twin is made
/// ready once, by the first who has something to put into it.
final class PublicationGround: Sendable {
  let place: OutputPlace
  let parent: DirectoryHandle
  let switching: Switching
  let standing: Standing
  /// The public tree, if there is one.
  let live: DirectoryHandle?
  /// The list of the public tree's files.
  let published: Manifest
  private let lock: PublicationLock
  let isUsedUp = Atomic(false)
  private let readiness: Mutex<ReadyTwin?> = Mutex(nil)

  init(
    _ output: String, waiting patience: Duration, switchingBy forced: Switching?
  ) throws {
    place = try OutputPlace(output)
    try Self.makeParents(place.parent)
    parent = try DirectoryHandle(opening: place.parent)
    // Before the lock's own file is made: an output that is not ours has nothing put beside it.
    _ = try Standing(of: place, in: parent)
    lock = try PublicationLock(of: place, in: parent, waiting: patience)
    try Self.finishLink(place, parent)
    standing = try Standing(of: place, in: parent)
    let isLink: Bool
    switch standing {
    case .nothing:
      live = nil
      published = .empty
      isLink = false
    case .emptyFolder:
      live = try parent.directory(place.name)
      published = .empty
      isLink = false
    case .site(let id, let folder, let linked):
      live = try parent.directory(folder)
      // Without a whole manifest every file is written anew, which mends it.
      let state = try parent.directory(place.state).directory(id.text)
      published = try Manifest.load(id, from: state) ?? .empty
      isLink = linked
    }
    try Probes.refuseMounts(place, in: parent)
    let probed = try Probes.switching(place, in: parent)
    switching = isLink ? .symbolicLink : forced ?? probed
    try Probes.refuseFullDisk(place, in: parent)
    try parent.makeDirectory(place.state)
    try pruneStates()
  }

  /// The build that is public, if one is.
  var publicBuild: BuildID? {
    guard case .site(let id, _, _) = standing else { return nil }
    return id
  }

  /// The name of the twin's folder.
  var twinName: String {
    guard switching == .symbolicLink else { return place.twin }
    if case .site(_, let folder, _) = standing, folder == place.generations[0] {
      return place.generations[1]
    }
    return place.generations[0]
  }

  /// The folder of all states.
  func stateFolder() throws -> DirectoryHandle { try parent.directory(place.state) }

  /// The folder of one build's state, made if missing.
  func stateFolder(of id: BuildID) throws -> DirectoryHandle {
    let states = try stateFolder()
    try states.makeDirectory(id.text)
    return try states.directory(id.text)
  }

  /// The twin, ready to be written into; from here on it is no whole site any more.
  func readyTwin() throws -> ReadyTwin {
    try readiness.withLock { ready in
      if let ready { return ready }
      let made = ReadyTwin(try prepareTwin())
      ready = made
      return made
    }
  }

  private func prepareTwin() throws -> Twin {
    let earlier = try earlierGeneration()
    try DirtyMark.set(DirtyMark.unfinished, in: stateFolder())
    try parent.makeDirectory(twinName)
    let tree = try parent.directory(twinName)
    guard let earlier else { return try Twin(tree, sweepingAllBut: published) }
    return Twin(tree, holding: earlier.manifest)
  }

  /// The generation before the public one, if it stands whole in the twin.
  func earlierGeneration() throws -> (id: BuildID, manifest: Manifest)? {
    let states = try stateFolder()
    let mark = try DirtyMark.read(in: states)
    // The mark names the build that was to be published: if it was, the twin is the one before.
    if let mark, mark != publicBuild?.text { return nil }
    guard let id = try Standing.build(in: twinName, parent),
      try states.status(of: id.text)?.kind == .folder,
      let manifest = try Manifest.load(id, from: states.directory(id.text))
    else { return nil }
    return (id, manifest)
  }

  /// Removes the states of builds that stand neither in the public tree nor in the twin.
  private func pruneStates() throws {
    let states = try stateFolder()
    let needed = [publicBuild, try Standing.build(in: twinName, parent)]
    for entry in try states.entries() {
      guard let name = entry.text, let id = BuildID(reading: name), !needed.contains(id) else {
        continue
      }
      try states.removeTree(name)
    }
  }

  /// Ends a switch of links that was cut off between its two steps.
  private static func finishLink(_ place: OutputPlace, _ parent: borrowing DirectoryHandle) throws {
    guard try parent.status(of: place.name) == nil,
      try parent.status(of: place.newLink)?.kind == .symbolicLink,
      try place.generations.contains(parent.target(ofLink: place.newLink))
    else { return }
    try parent.rename(place.newLink, to: place.name)
    try parent.synchronize()
  }

  private static func makeParents(_ path: String) throws {
    do {
      _ = try DirectoryHandle(opening: path)
    } catch let failure as SystemFailure where failure.errno == ENOENT {
      let isAbsolute = path.hasPrefix("/")
      let root = try DirectoryHandle(opening: isAbsolute ? "/" : ".")
      try root.makeDirectories(isAbsolute ? String(path.dropFirst()) : path)
    }
  }
}

/// The twin, shared by the workers that write into it.
final class ReadyTwin: Sendable {
  let twin: Twin

  init(_ twin: consuming Twin) {
    self.twin = twin
  }
}

/// How the new site takes the place of the old one.
package enum Switching: Sendable {
  /// Two folders exchange their names.
  case exchange
  /// The output is a symbolic link that is replaced, for file systems that cannot exchange.
  case symbolicLink
}

/// The note that the twin is being changed and is no site anybody may return to.
enum DirtyMark {
  private static let name = "unfinished"
  /// What the mark says before it is known which build will be published.
  static let unfinished = "-"

  /// Writes the mark and waits until it is on disk, so that no power cut can leave it behind.
  static func set(_ target: String, in states: borrowing DirectoryHandle) throws {
    try states.replace(name, Array(target.utf8).span)
  }

  static func read(in states: borrowing DirectoryHandle) throws -> String? {
    try states.read(name, limit: 4096).map { String(decoding: $0, as: UTF8.self) }
  }

  static func clear(in states: borrowing DirectoryHandle) throws {
    try states.unlink(name)
  }
}
