package import Records
import Kinds
package import Source
import Values

extension PagePlan {
  /// K9: two pages with one address, told apart by case and normalisation alone counted as one.
  ///
  /// Gives the records that have to be held back for it.
  package mutating func findCollisions(in site: Site) -> [Int] {
    var first: [String: Int] = [:]
    var held: Set<Int> = []
    for (index, page) in pages.enumerated() {
      let key = UnicodeText.normalized(page.address).lowercased()
      guard let other = first[key] else {
        first[key] = index
        continue
      }
      for number in [pages[other].record, page.record] {
        if let number { held.insert(number) }
      }
      diagnostics.append(collision(page, pages[other], site))
    }
    findAttachmentCollisions(in: site, &held)
    return held.sorted()
  }

  /// Two files that would go out under one name: neither record is published until one is renamed.
  private mutating func findAttachmentCollisions(in site: Site, _ held: inout Set<Int>) {
    var first: [String: Attachment] = [:]
    for attachment in site.publishedAttachments {
      let key = UnicodeText.normalized(attachment.address).lowercased()
      guard let other = first[key] else {
        first[key] = attachment
        continue
      }
      guard other.source != attachment.source else { continue }
      let owners = [other.owner, attachment.owner]
      let numbers = site.records.indices.filter { owners.contains(site.records[$0].file.path) }
      held.formUnion(numbers)
      guard let last = numbers.last else { continue }
      diagnostics.append(
        Diagnostic(
          "K9", .error,
          Wording(
            zh: "附件 \(attachment.source) 和 \(other.source) 会用同一个地址 \(attachment.address)",
            en: "\(attachment.source) and \(other.source) would share the address \(attachment.address)"),
          at: Location(site.records[last].file, nil),
          help: [Wording(zh: "给其中一个文件换个名字", en: "rename one of the files")]))
    }
  }

  private func collision(_ page: PlannedPage, _ other: PlannedPage, _ site: Site) -> Diagnostic {
    let record = page.record ?? other.record
    let file = record.map { site.records[$0].file } ?? SourceFile(path: page.address, bytes: [])
    let second = page.record == nil ? nil : other.record.map { site.records[$0].file.path }
    return Diagnostic(
      "K9", .error,
      Wording(
        zh: "地址 \(page.address) 有两页，另一页是 \(second ?? "本站自带的页面")",
        en:
          "two pages have the address \(page.address); the other is \(second ?? "a page of the site itself")"
      ),
      at: Location(file, nil),
      help: [Wording(zh: "给其中一个文件或文件夹换个名字", en: "rename one of the files or folders")])
  }
}

/// M3: a link of a body to a page of this site that does not exist.
package enum InternalLinks {
  package static func check(
    _ site: Site, addresses: Set<String>, near: Bool = true
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for record in site.records where record.isPublished {
      for link in record.links where !leads(link.path, addresses) {
        findings.append(
          Diagnostic(
            "M3", .warning,
            Wording(
              zh: "本站没有“\(link.path)”这一页", en: "this site has no page `\(link.path)`"),
            at: Location(record.file, link.range), found: Wording(link.path),
            help: [Wording(zh: "核对地址，或删去链接", en: "check the address or remove the link")]))
      }
    }
    return findings
  }

  private static func leads(_ path: String, _ addresses: Set<String>) -> Bool {
    if addresses.contains(path) || addresses.contains("\(path)/") { return true }
    return path.hasSuffix("index.html")
      && addresses.contains(String(path.dropLast("index.html".count)))
  }
}
