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
    var stopwatch = Stopwatch()
    return try await measured(options) { workshop in
      stopwatch.lap(.compiling)
      let output = options.output ?? "\(options.site)/public"
      let session = try PublicationSession.open(output: output, waiting: .seconds(options.patience))
      let reading = try await workshop.read(jobs: options.jobs)
      stopwatch.lap(.reading)
      var site = try await reading.judged(jobs: options.jobs, isStrict: options.isStrict)
      stopwatch.lap(.judging)
      let plan = planned(&site, workshop, isStrict: options.isStrict)
      var outcome = outcome(of: site, plan, options, workshop)
      stopwatch.lap(.planning)
      guard outcome.exitCode != .faulty else { return outcome }
      let writing = Writing(session, workshop, site, plan)
      let written = try await writing.write(jobs: options.jobs, measuring: options.isMeasured)
      stopwatch.lap(.pages)
      outcome.diagnostics += written.failures
      guard written.failures.isEmpty else {
        outcome.exitCode = .faulty
        return outcome
      }
      let mark = BuildMark(
        id: fingerprint(reading.hashes + written.attachments, workshop, options),
        version: Version.text, asOf: workshop.today.description)
      try writing.keepOldAssets(beside: mark.id)
      let planned = try session.plan(mark)
      let assets = workshop.assets.map { String($0.address.dropFirst()) }.joined(separator: "\n")
      try session.keep(Writing.assetList, Array(assets.utf8).span, with: mark.id)
      outcome.publication = try session.publish(planned)
      stopwatch.lap(.publishing)
      outcome.metrics = written.tally.map { Metrics($0, stopwatch) }
      return outcome
    }
  }

  /// Says what is wrong, and writes nothing.
  @concurrent
  package static func check(_ options: BuildOptions) async throws -> Outcome {
    try await measured(options) { workshop in
      let reading = try await workshop.read(jobs: options.jobs)
      var site = try await reading.judged(jobs: options.jobs, isStrict: options.isStrict)
      let plan = planned(&site, workshop, isStrict: options.isStrict)
      var outcome = outcome(of: site, plan, options, workshop)
      let only = OnlyPaths(options.only, below: options.site)
      if let path = only.unknown(among: reading.paths) { throw BuildRefusal.unknownPath(path) }
      let least: Severity = options.isStrict ? .warning : .error
      outcome.exitCode =
        outcome.diagnostics.contains { least <= $0.severity } ? .faulty : .success
      return outcome
    }
  }

  private static func measured(
    _ options: BuildOptions, _ body: (Workshop) async throws -> Outcome
  ) async throws -> Outcome {
    try await timed(options) { language in
      let workshop = try Workshop.open(options)
      language = options.language ?? workshop.settings.messageLanguage
      return try await body(workshop)
    }
  }

  /// Gives `body` a place for the language of messages, and turns what it throws into an outcome.
  static func timed(
    _ options: BuildOptions, _ body: (inout MessageLanguage) async throws -> Outcome
  ) async throws -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    var language = options.language ?? .chinese
    do {
      var outcome = try await body(&language)
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
    } catch let failure as any ExplainedFailure {
      throw BuildFailure(failure, language: language)
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

  /// The plan of all pages; records whose addresses collide are held back and the rest planned anew,
  /// and so are records with dead links where warnings count.
  private static func planned(_ site: inout Site, _ workshop: Workshop, isStrict: Bool) -> PagePlan
  {
    while true {
      let plan = PagePlan.plan(site, workshop.programs)
      let collisions = Collisions(plan, in: site, besides: workshop.otherFiles)
      let addresses = Set(plan.pages.map(\.address) + site.publishedAttachments.map(\.address))
      let deadLinks = DeadLinks(site, addresses: addresses)
      site.add(collisions.diagnostics)
      if !collisions.records.isEmpty {
        holdBack(collisions.records, of: &site)
      } else if isStrict, !deadLinks.records.isEmpty {
        site.add(deadLinks.diagnostics)
        holdBack(deadLinks.records, of: &site)
      } else {
        site.add(plan.diagnostics + collisions.amongDeclared + deadLinks.diagnostics)
        return plan
      }
    }
  }

  private static func holdBack(_ records: [Int], of site: inout Site) {
    site.holdBack(records)
    site.add(site.deriveOutside())
  }

  private static func outcome(
    of site: Site, _ plan: PagePlan, _ options: BuildOptions, _ workshop: Workshop
  ) -> Outcome {
    let heldBack = site.records.filter(\.isHeldBack).map(\.file.path).sorted()
    let errors = site.diagnostics.filter { $0.severity == .error }
    let isSiteHeldBack = site.root.map { site.records[$0].isHeldBack } ?? true
    let isFaulty =
      isSiteHeldBack || errors.contains { !$0.location.file.path.hasPrefix("content/") }
    let only = OnlyPaths(options.only, below: options.site)
    return Outcome(
      diagnostics: (workshop.warnings + site.diagnostics).filter {
        only.hold($0.location.file.path)
      },
      language: options.language ?? workshop.settings.messageLanguage,
      records: site.records.count, heldBack: heldBack,
      exitCode: isFaulty ? .faulty : heldBack.isEmpty && errors.isEmpty ? .success : .heldBack)
  }

  private static func fingerprint(
    _ files: [(path: String, hash: ContentHash)], _ workshop: Workshop, _ options: BuildOptions
  ) -> BuildID {
    var fingerprint = InputFingerprint()
    fingerprint.note("version", Version.text)
    fingerprint.note("as-of", workshop.today.description)
    fingerprint.note("strict", options.isStrict ? "yes" : "no")
    for (path, hash) in (files + workshop.materials).sorted(by: {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }) {
      fingerprint.add(path, hash)
    }
    return fingerprint.finish()
  }
}
