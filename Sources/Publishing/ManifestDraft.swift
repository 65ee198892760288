/// A manifest in the making: files in the order in which they were written.
struct ManifestDraft: Sendable {
  private var entries: [Manifest.Entry] = []
  private var pathBytes: [UInt8] = []

  /// How many files it has.
  var count: Int { entries.count }

  mutating func add(
    _ path: String, size: Int, hash: ContentHash, identity: FileIdentity, form: Manifest.Form,
    isFresh: Bool
  ) {
    var path = path
    let offset = pathBytes.count
    path.withUTF8 { unsafe pathBytes.append(contentsOf: $0) }
    entries.append(
      Manifest.Entry(
        pathOffset: UInt32(offset), pathLength: UInt16(pathBytes.count - offset),
        marks: (form == .binary ? Manifest.Entry.binary : 0)
          | (isFresh ? Manifest.Entry.fresh : 0),
        size: UInt64(size), hash: hash, identity: identity))
  }

  /// Takes in what another worker wrote.
  mutating func add(_ other: ManifestDraft) {
    let shift = UInt32(pathBytes.count)
    pathBytes += other.pathBytes
    entries.reserveCapacity(entries.count + other.entries.count)
    for var entry in other.entries {
      entry.pathOffset += shift
      entries.append(entry)
    }
  }

  /// The sorted manifest; an address given to two files is refused.
  consuming func finish() throws -> Manifest {
    let paths = pathBytes
    entries.sort { Manifest.order($0, $1, in: paths) < 0 }
    let manifest = Manifest(entries: entries, pathBytes: paths)
    for index in entries.indices.dropFirst() {
      guard Manifest.order(entries[index - 1], entries[index], in: paths) != 0 else {
        throw PublicationRefusal.samePath(manifest.path(index))
      }
    }
    return manifest
  }
}
