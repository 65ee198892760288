import Records
import Source

extension Reading {
  /// Judges every record and computes what pages need; estates side by side, what spans them after.
  func judged(jobs: Int, isStrict: Bool) async throws -> Site {
    var site = site
    let folders = site.judgingFolders
    let slices = (0..<folders.count).cut(into: jobs * 8)
    let ready = site
    let verdicts = try await concurrentMap(count: slices.count, jobs: jobs) { index in
      ready.judge(folders[slices[index]])
    }
    site.settle(verdicts.flatMap { $0 })
    site.finishJudging(isStrict: isStrict)
    let decided = site
    let derived = try await concurrentMap(count: slices.count, jobs: jobs) { index in
      decided.derive(folders[slices[index]])
    }
    site.add(derived.flatMap { $0 })
    site.add(site.deriveOutside())
    return site
  }
}
