import Defaults
package import Source

/// What a code means, as its page in `docs/diagnostics` says it.
package enum Explanation {
  /// The page of a code in one language, or the nearest code that has one.
  package static func of(_ code: String, in language: MessageLanguage) -> Result {
    let pages = Defaults.files(in: "docs/diagnostics")
    let wanted = "\(code.uppercased()).md"
    guard let page = pages.first(where: { $0.name == wanted }) else {
      let codes = pages.map { String($0.name.dropLast(".md".count)) }
      return .unknown(near: NearMiss.of(code.uppercased(), among: codes))
    }
    return .page(text(of: page.text, in: language))
  }

  /// The outcome of a look-up.
  package enum Result: Sendable {
    case page(String)
    case unknown(near: String?)
  }

  /// The heading, the level and the section of one language.
  private static func text(of page: String, in language: MessageLanguage) -> String {
    let sections = page.split(separator: "\n## ", omittingEmptySubsequences: false)
    let title = language == .chinese ? "中文" : "English"
    let section = sections.dropFirst().first { $0.hasPrefix(title) } ?? ""
    let body = section.dropFirst(title.count)
    return String(sections.first ?? "") + String(body)
  }
}
