import Defaults
import Kinds
import Pages
import Publishing
import Source

/// The files that say how a site is built: the defaults, overridden by the site's own.
struct Materials {
  private(set) var diagnostics: [Diagnostic] = []
  private var files: [String: [(name: String, file: SourceFile)]] = [:]
  /// The files that are the site's own, in the place of a default or besides them.
  private(set) var ownPaths: Set<String> = []

  private static let folders = ["kinds", "jurisdictions", "templates", "assets"]
  private static let largest = 4 << 20

  init(_ folder: SiteFolder) throws {
    for name in Self.folders {
      var byName: [String: SourceFile] = [:]
      for (file, text) in Defaults.files(in: name) {
        byName[file] = SourceFile(path: "\(name)/\(file)", text: text)
      }
      if let listing = try folder.list(name) {
        diagnostics += listing.oddities.map(\.finding)
        for entry in listing.files {
          guard case .bytes(let bytes) = try folder.read(entry.path, limit: Self.largest) else {
            diagnostics.append(Workshop.unreadable(entry.path))
            continue
          }
          byName[String(entry.path.dropFirst(name.count + 1))] = SourceFile(
            path: entry.path, bytes: bytes)
          ownPaths.insert(entry.path)
        }
      }
      files[name] = byName.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  private func named(_ folder: String, endingIn ending: String) -> [(
    name: String, file: SourceFile
  )] {
    (files[folder] ?? []).filter { $0.name.hasSuffix(ending) }
  }

  /// What all of them hold, by path, for the build's fingerprint: the defaults are inputs too.
  var hashes: [(path: String, hash: ContentHash)] {
    files.values.flatMap { $0 }.map { _, file in
      let bytes = file.bytes
      return (file.path, ContentHash(of: bytes.span))
    }
  }

  mutating func kinds() -> [KindDeclaration] {
    named("kinds", endingIn: ".yml").compactMap { _, file in
      let (kind, findings) = KindReader.read(file)
      diagnostics += findings
      return kind
    }
  }

  /// A jurisdiction with all that it extends.
  mutating func jurisdiction(named name: String, at place: Location) -> Jurisdiction {
    var next: String? = name
    var place = place
    var chain: [Jurisdiction] = []
    while let name = next, chain.count < 8 {
      guard
        let file = named("jurisdictions", endingIn: ".yml").first(where: {
          $0.name == "\(name).yml"
        })
      else {
        diagnostics.append(missingJurisdiction(name, at: place))
        break
      }
      let (jurisdiction, findings) = JurisdictionReader.read(file.file)
      diagnostics += findings
      if let jurisdiction { chain.append(jurisdiction) }
      next = jurisdiction?.extends
      place = Location(file.file, nil)
    }
    let nothing = Jurisdiction(name: name, extends: nil, values: [], daysOff: [], makeUpDays: [])
    guard let first = chain.first else { return nothing }
    return chain.dropFirst().reduce(first) { $0.extending($1) }
  }

  /// Reads all jurisdictions, whichever the site names, and gives their number.
  mutating func checkJurisdictions() -> Int {
    let files = named("jurisdictions", endingIn: ".yml").map(\.file)
    for file in files {
      let (jurisdiction, findings) = JurisdictionReader.read(file)
      diagnostics += findings
      guard let parent = jurisdiction?.extends, !has(jurisdiction: parent) else { continue }
      diagnostics.append(missingJurisdiction(parent, at: Location(file, nil)))
    }
    return files.count
  }

  private func has(jurisdiction name: String) -> Bool {
    named("jurisdictions", endingIn: ".yml").contains { $0.name == "\(name).yml" }
  }

  private func missingJurisdiction(_ name: String, at place: Location) -> Diagnostic {
    let known = named("jurisdictions", endingIn: ".yml").map { String($0.name.dropLast(4)) }
    let near = NearMiss.of(name, among: known)
    return Diagnostic(
      "K5", .error,
      Wording(
        zh: "没有法域“\(name)”" + (near.map { "，是不是“\($0)”？" } ?? ""),
        en: "there is no jurisdiction `\(name)`" + (near.map { ", did you mean `\($0)`?" } ?? "")),
      at: place, found: Wording(name),
      help: [
        Wording(
          zh: "可以写：\(known.joined(separator: "、"))", en: "known: \(known.joined(separator: ", "))")
      ])
  }

  var templates: [(name: String, file: SourceFile)] { named("templates", endingIn: ".j2") }

  mutating func pages() -> [PageDeclaration] {
    guard let file = files["templates"]?.first(where: { $0.name == "pages.yml" }) else { return [] }
    let (pages, findings) = PageDeclarationReader.read(file.file)
    diagnostics += findings
    return pages
  }

  /// The assets under names that change with their content, so that a browser may keep them.
  var assets: [Workshop.Asset] {
    (files["assets"] ?? []).map { name, file in
      let bytes = file.bytes
      let hash = ContentHash(of: bytes.span).hexadecimal.prefix(10)
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      return Workshop.Asset(
        name: name, address: "/assets/\(name[..<dot]).\(hash)\(name[dot...])", bytes: file.bytes)
    }
  }
}
