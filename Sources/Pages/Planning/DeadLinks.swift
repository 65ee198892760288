package import Records
package import Source

/// M3: links of a body to pages of this site that do not exist.
package struct DeadLinks: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  /// The records that have such links, sorted.
  package private(set) var records: [Int] = []

  /// `addresses` are those of all pages and attachments.
  package init(_ site: Site, addresses: Set<String>) {
    for (number, record) in site.records.enumerated() where record.isPublished {
      let dead = record.links.filter { !Self.leads($0.path, addresses) }
      guard !dead.isEmpty else { continue }
      records.append(number)
      diagnostics += dead.map { Self.finding($0, in: record.file) }
    }
  }

  private static func finding(_ link: BodyLink, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "M3", .warning,
      Wording(zh: "本站没有“\(link.path)”这一页", en: "this site has no page `\(link.path)`"),
      at: Location(file, link.range), found: Wording(link.path),
      help: [Wording(zh: "核对地址，或删去链接", en: "check the address or remove the link")])
  }

  private static func leads(_ path: String, _ addresses: Set<String>) -> Bool {
    if addresses.contains(path) || addresses.contains("\(path)/") { return true }
    return path.hasSuffix("index.html")
      && addresses.contains(String(path.dropLast("index.html".count)))
  }
}
