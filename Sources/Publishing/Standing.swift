import Glibc

/// What stands at the output when a run begins.
enum Standing: Sendable {
  case nothing
  /// A folder with nothing in it but perhaps a placeholder.
  case emptyFolder
  /// A site of ours; in `folder`, which is not the output's name where that is a link.
  case site(BuildID, folder: String, isLink: Bool)

  /// Looks, and touches nothing; what is not ours is refused.
  init(of place: OutputPlace, in parent: borrowing DirectoryHandle) throws {
    guard let status = try parent.status(of: place.name) else {
      self = .nothing
      return
    }
    var folder = place.name
    switch status.kind {
    case .folder: break
    case .symbolicLink:
      folder = try parent.target(ofLink: place.name)
      guard place.generations.contains(folder) else {
        throw PublicationRefusal.foreignLink(place.path, target: folder)
      }
    default: throw PublicationRefusal.notAFolder(place.path)
    }
    if let id = try Self.build(in: folder, parent), try Self.hasManifest(id, place, parent) {
      self = .site(id, folder: folder, isLink: folder != place.name)
      return
    }
    let names = try parent.directory(folder).entries().map(\.printable)
    if let found = names.first(where: { $0 != RelativePath.keptPlaceholder }) {
      throw PublicationRefusal.foreignOutput(place.path, found: found)
    }
    self = .emptyFolder
  }

  /// The build that the tree in `folder` says it is.
  static func build(in folder: String, _ parent: borrowing DirectoryHandle) throws -> BuildID? {
    guard let status = try parent.status(of: folder), status.kind == .folder,
      let mark = try parent.directory(folder).status(of: BuildMark.fileName), mark.kind == .file,
      mark.size < 65536,
      let json = try parent.directory(folder).read(BuildMark.fileName, limit: 65536)
    else { return nil }
    return BuildMark.id(in: json)
  }

  private static func hasManifest(
    _ id: BuildID, _ place: OutputPlace, _ parent: borrowing DirectoryHandle
  ) throws -> Bool {
    try parent.status(of: "\(place.state)/\(id.text)/\(Manifest.fileName)")?.kind == .file
  }
}
