import Records
import Source

extension Reading {
  /// Judges every record and computes what pages need; estates side by side, what spans them after.
  func judged(jobs: Int, isStrict: Bool) async throws -> Site {
    var site = site
    let runs = site.judgingRuns
    let ready = site
    let verdicts = try await concurrentMap(count: runs.count, jobs: jobs) { index in
      ready.judge(runs[index][...])
    }
    site.settle(verdicts.flatMap { $0 })
    site.finishJudging(isStrict: isStrict)
    let decided = site
    let derived = try await concurrentMap(count: runs.count, jobs: jobs) { index in
      decided.derive(runs[index][...])
    }
    site.add(derived.flatMap { $0 })
    site.add(site.deriveOutside())
    return site
  }
}
