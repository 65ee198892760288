import Source
import Kinds
import Language
import Pages
import Publishing
import Records
import Values

/// Turns a folder of records into a published site, or says what is wrong with it.
package enum Build {
  /// Reads, judges, renders and publishes; never leaves half a site.
  @concurrent
  package static func run(_ options: BuildOptions) async throws -> Outcome {
    try await measured(options) { workshop in
      let output = options.output ?? "\(options.site)/public"
      let session = try PublicationSession.open(output: output, waiting: .seconds(options.patience))
      let reading = try await workshop.read(jobs: options.jobs)
      var site = try await reading.judged(jobs: options.jobs, isStrict: options.isStrict)
      let plan = planned(&site, workshop)
      var outcome = outcome(of: site, plan, options, workshop)
      guard outcome.exitCode != .faulty else { return outcome }
      let mark = BuildMark(
        id: fingerprint(reading, workshop, options), version: Version.text,
        asOf: workshop.today.description)
      let failures = try await Writing(session, workshop, site, plan, as: mark.id).write(jobs: options.jobs)
      outcome.diagnostics += failures
      guard failures.isEmpty else {
        outcome.exitCode = .faulty
        return outcome
      }
      let planned = try session.plan(mark)
      let assets = workshop.assets.map { String($0.address.dropFirst()) }.joined(separator: "\n")
      try session.keep(Writing.assetList, Array(assets.utf8).span, with: mark.id)
      outcome.publication = try session.publish(planned)
      return outcome
    }
  }

  /// Says what is wrong, and writes nothing.
  @concurrent
  package static func check(_ options: BuildOptions) async throws -> Outcome {
    try await measured(options) { workshop in
      let reading = try await workshop.read(jobs: options.jobs)
      var site = try await reading.judged(jobs: options.jobs, isStrict: options.isStrict)
      let plan = planned(&site, workshop)
      var outcome = outcome(of: site, plan, options, workshop)
      let least: Severity = options.isStrict ? .warning : .error
      outcome.exitCode =
        outcome.diagnostics.contains { least <= $0.severity } ? .faulty : .success
      return outcome
    }
  }

  private static func measured(
    _ options: BuildOptions, _ body: (Workshop) async throws -> Outcome
  ) async throws -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      var outcome = try await body(try Workshop.open(options))
      outcome.duration = clock.now - start
      outcome.diagnostics = outcome.diagnostics.inReadingOrder()
      return outcome
    } catch Workshop.Refusal.faulty(let diagnostics, let language) {
      return Outcome(
        diagnostics: diagnostics.inReadingOrder(), language: language, records: 0, heldBack: [],
        exitCode: .faulty, duration: clock.now - start)
    } catch Workshop.Refusal.noSite {
      return Outcome(
        diagnostics: [noSite], language: options.language ?? .chinese, records: 0, heldBack: [],
        exitCode: .noSite, duration: clock.now - start)
    }
  }

  private static var noSite: Diagnostic {
    Diagnostic(
      "K2", .error,
      Wording(
        zh: "这里没有 content/site.md，不是一个站点的文件夹",
        en: "there is no content/site.md here: this is no site's folder"),
      at: Location(path: "content/site.md"),
      help: [Wording(zh: "在站点的文件夹里运行，或写明它的路径", en: "run it in a site's folder or give its path")])
  }

  /// The plan of all pages; records whose addresses collide are held back and the rest planned anew.
  private static func planned(_ site: inout Site, _ workshop: Workshop) -> PagePlan {
    var plan = PagePlan.plan(site, workshop.programs)
    let collided = plan.findCollisions(in: site)
    let findings = plan.diagnostics
    if !collided.isEmpty {
      site.holdBack(collided)
      site.add(site.deriveOutside())
      plan = PagePlan.plan(site, workshop.programs)
    }
    site.add(findings)
    let addresses = Set(plan.pages.map(\.address) + site.publishedAttachments.map(\.address))
    site.add(InternalLinks.check(site, addresses: addresses))
    return plan
  }

  private static func outcome(
    of site: Site, _ plan: PagePlan, _ options: BuildOptions, _ workshop: Workshop
  ) -> Outcome {
    let heldBack = site.records.filter(\.isHeldBack).map(\.file.path).sorted()
    let isSiteFaulty = site.root.map { site.records[$0].isHeldBack } ?? true
    let wanted = site.diagnostics.filter { OnlyPaths(options.only).hold($0.location.file.path) }
    return Outcome(
      diagnostics: wanted, language: options.language ?? workshop.settings.messageLanguage,
      records: site.records.count, heldBack: heldBack,
      exitCode: isSiteFaulty
        ? .faulty : heldBack.isEmpty && !hasOtherErrors(site) ? .success : .heldBack)
  }

  /// Whether something that is no record has an error, such as a file where no kind lives.
  private static func hasOtherErrors(_ site: Site) -> Bool {
    site.diagnostics.contains { $0.severity == .error }
  }

  private static func fingerprint(
    _ reading: Reading, _ workshop: Workshop, _ options: BuildOptions
  ) -> BuildID {
    var fingerprint = InputFingerprint()
    fingerprint.note("version", Version.text)
    fingerprint.note("as-of", workshop.today.description)
    fingerprint.note("strict", options.isStrict ? "yes" : "no")
    let own = workshop.ownFiles.map { ($0.path, ContentHash(of: $0.bytes.span)) }
    for (path, hash) in (reading.hashes.map { ($0.path, $0.hash) } + own).sorted(by: {
      $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
    }) {
      fingerprint.add(path, hash)
    }
    return fingerprint.finish()
  }
}

/// The paths to which a check is narrowed.
private struct OnlyPaths {
  private let prefixes: [String]

  init(_ paths: [String]) {
    prefixes = paths.map { path in
      let path = path.hasSuffix("/") ? String(path.dropLast()) : path
      if path.hasPrefix("content/") || path == "content" { return path }
      return "content/estates/\(path)"
    }
  }

  func hold(_ path: String) -> Bool {
    prefixes.isEmpty || prefixes.contains { path == $0 || path.hasPrefix("\($0)/") }
  }
}
