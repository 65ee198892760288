import Glibc

/// What is tried beside an output before any work is done, so that no night's build ends in vain.
enum Probes {
  /// Refuses an output on which, or beside which, something else is mounted.
  static func refuseMounts(_ place: OutputPlace, in parent: borrowing DirectoryHandle) throws {
    let own = try parent.status(of: ".")?.device
    for name in [place.name, place.twin, place.state] + place.generations {
      guard let status = try parent.status(of: name) else { continue }
      let isMounted = try parent.isMountPoint(name)
      guard isMounted || (status.kind != .symbolicLink && status.device != own) else { continue }
      if name == place.name { throw PublicationRefusal.mountPoint(place.path) }
      throw PublicationRefusal.twoMounts(place.path)
    }
  }

  /// Makes two folders, exchanges them and removes them again: tells how to switch here.
  static func switching(
    _ place: OutputPlace, in parent: borrowing DirectoryHandle
  ) throws -> Switching {
    for name in place.probes { try parent.makeDirectory(name) }
    var switching = Switching.exchange
    do {
      try parent.exchange(place.probes[0], place.probes[1])
    } catch let failure as SystemFailure {
      switch failure.errno {
      case EINVAL, ENOSYS, ENOTSUP: switching = .symbolicLink
      case EXDEV: throw PublicationRefusal.twoMounts(place.path)
      default: throw failure
      }
    }
    for name in place.probes { try parent.removeDirectory(name) }
    return switching
  }

  /// Refuses to begin where not even the manifest and a few pages would fit.
  static func refuseFullDisk(_ place: OutputPlace, in parent: borrowing DirectoryHandle) throws {
    let room = try parent.room()
    guard 16 << 20 <= room.bytes, 64 <= room.files ?? .max else {
      throw PublicationRefusal.noRoom(place.path, bytes: room.bytes)
    }
  }
}
