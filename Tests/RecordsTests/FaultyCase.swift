import Source
import TestSupport
import Testing

/// A good site with a few edits that make it faulty, and what is then said.
struct FaultyCase: Sendable, CustomTestStringConvertible {
  let name: String
  private let edits: [Edit]
  private let said: String
  private let today: String
  private let sizes: [String: Int]

  /// A text that takes the place of another, or a whole new file; see `SiteText` for its signs.
  enum Edit: Sendable {
    case replace(String, String, in: String)
    case file(String, String)
    case remove(String)
  }

  init(
    _ name: String, _ edits: Edit..., on today: String = "2026-11-20",
    sizes: [String: Int] = [:], says said: String
  ) {
    self.name = name
    self.edits = edits
    self.said = said
    self.today = today
    self.sizes = sizes
  }

  var testDescription: String { name }

  /// The faulty site says exactly this at the marked places, and its mended twin nothing.
  func verify() throws {
    let text = edited()
    let faulty = try TestSite(text.choosing(.wrong), on: today, sizes: sizes)
    #expect(faulty.report == said, "\n<<<\(name)\n\(faulty.report)\n>>>")
    #expect(faulty.places == faulty.marks)
    let mended = try TestSite(text.choosing(.right), on: today)
    #expect(mended.report == "", "the mended twin")
  }

  /// The lines of what is said of the faulty site.
  func lines() throws -> [Int] {
    try TestSite(edited().choosing(.wrong), on: today, sizes: sizes).findings.map { finding in
      finding.location.file.position(at: finding.location.range?.lower ?? 0).line
    }
  }

  private func edited() -> SiteText {
    var text = GoodSite.text
    for edit in edits {
      switch edit {
      case .replace(let old, let new, let file):
        let count = text.replace(old, by: new, in: file)
        #expect(count == 1, "“\(old)” stands \(count) times in \(file)")
      case .file(let path, let content): text.set(path, content)
      case .remove(let path): text.remove(path)
      }
    }
    return text
  }
}
