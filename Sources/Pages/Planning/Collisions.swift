package import Records
import Kinds
package import Source
import Values

/// K9: pages whose addresses collide, told apart by case and normalisation alone counted as one.
package struct Collisions: Sendable {
  /// Findings about records.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Findings about declared pages alone, where no record is to blame.
  package private(set) var amongDeclared: [Diagnostic] = []
  /// The records that have to be held back for them, sorted.
  package private(set) var records: [Int] = []

  private let site: Site
  private let pages: [PlannedPage]
  /// The pages by the keys of their files; -1 for files that are no page.
  private var owners: [String: Int]

  /// `files` are the paths that the site itself needs besides its pages, such as `robots.txt`.
  package init(_ plan: PagePlan, in site: Site, besides files: [String]) {
    self.site = site
    pages = plan.pages
    owners = Dictionary(files.map { (Self.key($0), -1) }) { first, _ in first }
    var collided: [(page: Int, other: Int)] = []
    for (index, page) in pages.enumerated() {
      let key = Self.key(page.path)
      if let other = owners[key] {
        collided.append((index, other))
      } else {
        owners[key] = index
      }
    }
    for (index, page) in pages.enumerated() {
      if let other = fileInTheWay(of: page) { collided.append((index, other)) }
    }
    tell(collided)
    tellAttachments()
  }

  /// Files of one name from two folders: the published folder `files/` has room for one of them.
  private mutating func tellAttachments() {
    var first: [String: Attachment] = [:]
    var found: [(later: Attachment, earlier: Attachment)] = []
    for attachment in site.publishedAttachments {
      let key = Self.key(attachment.address)
      if let earlier = first[key] {
        if earlier.source != attachment.source { found.append((attachment, earlier)) }
      } else {
        first[key] = attachment
      }
    }
    guard !found.isEmpty else { return }
    let numbers = Dictionary(site.records.indices.map { (site.records[$0].file.path, $0) }) {
      first, _ in first
    }
    for (later, earlier) in found {
      diagnostics.append(finding(later, earlier))
      records += [later.owner, earlier.owner].compactMap { numbers[$0] }
    }
    records = Set(records).sorted()
  }

  private func finding(_ later: Attachment, _ earlier: Attachment) -> Diagnostic {
    Diagnostic(
      "K9", .error,
      Wording(
        zh: "两个附件的地址都是 \(later.address)：\(later.source) 和 \(earlier.source)",
        en: "two attachments have the address \(later.address): "
          + "\(later.source) and \(earlier.source)"),
      at: Location(path: later.owner),
      help: [Wording(zh: "给其中一个文件换个名字", en: "rename one of the files")])
  }

  private static func key(_ path: String) -> String { UnicodeText.normalized(path).lowercased() }

  /// The owner of a file where the page needs a folder, as `index.html.md` would make one.
  private func fileInTheWay(of page: PlannedPage) -> Int? {
    let parts = Self.key(page.path).split(separator: "/")
    var folder = ""
    for part in parts.dropLast() {
      folder += folder.isEmpty ? part : "/\(part)"
      // All files have a dot in their names.
      if part.utf8.contains(UInt8(ascii: ".")), let owner = owners[folder] { return owner }
    }
    return nil
  }

  private mutating func tell(_ collided: [(page: Int, other: Int)]) {
    // What lies below two colliding folders collides for the same reason.
    let folders = Set(
      collided.map(\.page).compactMap { pages[$0].address.hasSuffix("/") ? $0 : nil }
        .map { Self.key(pages[$0].address) })
    var held: Set<Int> = []
    for (page, other) in collided {
      let holder = other < 0 ? nil : pages[other]
      for number in [holder?.record, pages[page].record] {
        if let number { held.insert(number) }
      }
      guard !hasAncestor(pages[page].address, in: folders) else { continue }
      if holder?.record == nil, pages[page].record == nil {
        amongDeclared.append(finding(pages[page], holder))
      } else {
        diagnostics.append(finding(pages[page], holder))
      }
    }
    records = held.sorted()
  }

  private func hasAncestor(_ address: String, in folders: Set<String>) -> Bool {
    var above = Substring(Self.key(address))
    if above.hasSuffix("/") { above.removeLast() }
    while let slash = above.lastIndex(of: "/"), slash != above.startIndex {
      above = above[...slash]
      if folders.contains(String(above)) { return true }
      above.removeLast()
    }
    return false
  }

  private func finding(_ page: PlannedPage, _ other: PlannedPage?) -> Diagnostic {
    let second = page.record == nil ? nil : other?.record.map { site.records[$0].file.path }
    return Diagnostic(
      "K9", .error,
      Wording(
        zh: "地址 \(page.address) 有两页，另一页是" + (second.map { " \($0)" } ?? "本站自带的页面"),
        en: "two pages have the address \(page.address); "
          + "the other is \(second ?? "a page of the site itself")"),
      at: place(of: page, other),
      notes: other?.declaration.map {
        [Note(Wording(zh: "另一页在这里声明", en: "the other is declared here"), at: $0)]
      } ?? [],
      help: [Wording(zh: "给其中一个文件或文件夹换个名字", en: "rename one of the files or folders")])
  }

  private func place(of page: PlannedPage, _ other: PlannedPage?) -> Location {
    if let record = page.record ?? other?.record { return Location(site.records[record].file, nil) }
    return page.declaration ?? other?.declaration ?? Location(path: page.address)
  }
}
