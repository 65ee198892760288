import Kinds
import Language
import Pages
import Publishing
import Records
import Source

/// Writes everything that a build makes into a publication session.
struct Writing {
  private let session: PublicationSession
  private let workshop: Workshop
  private let site: Site
  private let plan: PagePlan

  init(_ session: PublicationSession, _ workshop: Workshop, _ site: Site, _ plan: PagePlan) {
    self.session = session
    self.workshop = workshop
    self.site = site
    self.plan = plan
  }

  /// What was written, and what could not be.
  struct Result: Sendable {
    /// Pages that could not be rendered.
    var failures: [Diagnostic]
    /// What the attachments hold, by path, for the build's fingerprint.
    var attachments: [(path: String, hash: ContentHash)]
    /// What the pages took, if anybody asked.
    var tally: PageTally?
  }

  /// Writes pages side by side, then the few other files.
  func write(jobs: Int, measuring isMeasured: Bool) async throws -> Result {
    let slices = (0..<plan.pages.count).cut(into: jobs * 8)
    let (session, site, plan, programs) = (session, site, plan, workshop.programs)
    let rulebook = workshop.rulebook
    let written = try await concurrentMap(count: slices.count, jobs: jobs) { index in
      try Self.writePages(
        plan.pages[slices[index]], of: site, by: rulebook, into: session.makeSink(),
        measuredBy: isMeasured ? programs : nil)
    }
    let attachments = try writeOthers(into: session.makeSink())
    var result = Result(failures: written.flatMap(\.failures), attachments: attachments)
    if isMeasured {
      result.tally = written.compactMap(\.tally).reduce(into: PageTally()) { $0.add($1) }
    }
    return result
  }

  private static func writePages(
    _ pages: ArraySlice<PlannedPage>, of site: Site, by rulebook: Rulebook, into sink: PageSink,
    measuredBy programs: PagePrograms?
  ) throws -> (failures: [Diagnostic], tally: PageTally?) {
    let renderer = PageRenderer(site)
    var measured = programs.map { MeasuredPages($0) }
    var failures: [Diagnostic] = []
    for page in pages {
      do {
        try renderer.render(page) { bytes in
          measured?.noteRendered()
          _ = try sink.write(page.path, bytes)
        }
        measured?.noteWritten(page)
      } catch let failure as RunFailure {
        failures.append(
          page.record.map { site.diagnostic(of: failure, record: $0, by: rulebook) }
            ?? .failure(failure, record: SourceFile(path: page.address, bytes: [])))
      }
    }
    return (failures, measured?.tally)
  }

  private func writeOthers(into sink: PageSink) throws -> [(path: String, hash: ContentHash)] {
    for asset in workshop.assets {
      try sink.write(String(asset.address.dropFirst()), asset.bytes)
    }
    var attachments: [(path: String, hash: ContentHash)] = []
    var written: Set<String> = []
    for attachment in site.publishedAttachments
    where written.insert(attachment.address).inserted {
      guard case .bytes(let bytes) = try workshop.folder.read(attachment.source, limit: 20 << 20)
      else { continue }
      attachments.append((attachment.source, ContentHash(of: bytes.span)))
      try sink.write(String(attachment.address.dropFirst()), bytes, form: .binary)
    }
    let base = workshop.settings.base
    for (path, bytes) in Sitemap.files(base: base, addresses: plan.pages.map(\.address)) {
      try sink.write(path, bytes)
    }
    try sink.write("robots.txt", Sitemap.robots(base: base))
    return attachments
  }

  /// Keeps the assets of the build before this one, for readers who have its pages open.
  func keepOldAssets(beside build: BuildID) throws {
    let sink = session.makeSink()
    let current = Set(workshop.assets.map { String($0.address.dropFirst()) })
    for path in try oldAssets(beside: build) where !current.contains(path) {
      if let bytes = try session.publicFile(path) { try sink.write(path, bytes) }
    }
  }

  private func oldAssets(beside build: BuildID) throws -> [String] {
    // The same build again is no new generation: what stands, stays.
    guard session.publicBuild != build else {
      return session.published.paths.filter { $0.hasPrefix("assets/") }
    }
    guard let list = try session.kept(Self.assetList) else { return [] }
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  static let assetList = "assets"
}
