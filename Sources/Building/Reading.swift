import Kinds
import Language
import Publishing
import Records
import Source

/// The content of a site as read from the disk and linked, not yet judged.
struct Reading: Sendable {
  let site: Site
  let scan: ContentScan
  /// What every content file holds, by path, for the build's fingerprint.
  let hashes: [(path: String, hash: ContentHash)]
  /// Every file and folder below `content/`, read or not.
  let paths: [String]
}

extension Workshop {
  /// Reads and links all records, in slices that keep an estate together.
  func read(jobs: Int) async throws -> Reading {
    guard let listing = try folder.list("content") else { throw Refusal.noSite }
    let files = listing.files.map(\.path)
    let folders = listing.entries.filter { $0.kind == .folder }.map(\.path)
    let scan = ContentScan(files: files, folders: folders, by: rulebook)
    let sizes = Dictionary(listing.files.map { ($0.path, $0.size) }) { first, _ in first }
    let content = ContentFiles(sizes: sizes) { [folder] path in
      guard case .bytes(let bytes) = try? folder.read(path, limit: 20 << 20) else { return [] }
      return Array(bytes.prefix(4096))
    }
    let slices = Self.slices(of: scan.records, jobs: jobs)
    let read = try await concurrentMap(count: slices.count, jobs: jobs) { index in
      try readSlice(scan.records[slices[index]], content)
    }
    var site = Site.link(read.map(\.records), by: rulebook, today: today)
    site.add(scan.diagnostics + listing.oddities.map(\.finding))
    site.add(scan.unnamed(besides: Set(site.attachments.map(\.source))))
    return Reading(
      site: site, scan: scan, hashes: read.flatMap(\.hashes),
      paths: listing.entries.map(\.path) + listing.oddities.map(\.path))
  }

  private struct Slice: Sendable {
    var records: ReadRecords
    var hashes: [(path: String, hash: ContentHash)] = []
  }

  private func readSlice(
    _ paths: ArraySlice<(path: [String], kind: Int)>, _ content: ContentFiles
  ) throws -> Slice {
    var slice = Slice(records: ReadRecords())
    for (path, kind) in paths {
      let full = "content/\(path.joined(separator: "/"))"
      guard case .bytes(let bytes) = try folder.read(full, limit: Self.largestRecord) else {
        slice.records.diagnostics.append(Self.unreadable(full))
        continue
      }
      slice.hashes.append((full, ContentHash(of: bytes.span)))
      rulebook.read(
        SourceFile(path: full, bytes: bytes), path: path, kind: kind, files: content,
        into: &slice.records)
    }
    return slice
  }

  /// Far above what a record may have, so that its own limits speak.
  private static let largestRecord = 4 << 20

  /// Runs of records of about equal length that never cut through an estate.
  private static func slices(of records: [(path: [String], kind: Int)], jobs: Int) -> [Range<Int>] {
    let wanted = max(1, records.count / max(1, jobs * 8))
    var slices: [Range<Int>] = []
    var start = 0
    for index in records.indices.dropFirst() where wanted <= index - start {
      let (last, next) = (records[index - 1].path, records[index].path)
      guard last.prefix(3) != next.prefix(3) else { continue }
      slices.append(start..<index)
      start = index
    }
    if start < records.count { slices.append(start..<records.count) }
    return slices
  }

  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "S4", .error, Wording(zh: "文件太大或读不出来", en: "the file is too large or cannot be read"),
      at: Location(path: path))
  }
}

extension SiteOddity {
  /// K8: something that is not opened.
  var finding: Diagnostic { Diagnostic("K8", .error, reason.message, at: Location(path: path)) }
}
