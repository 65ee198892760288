import CLinux
import Charts
import Defaults
import Glibc
import Kinds
import Language
import Pages
import Publishing
import Source
import Values
import YAML

/// Everything that a build goes by, before a single record is read: settings, kinds, law, templates.
struct Workshop: Sendable {
  let folder: SiteFolder
  let settings: SiteSettings
  let today: CivilDate
  let rulebook: Rulebook
  let programs: PagePrograms
  let assets: [Asset]
  /// What kinds, law, templates and assets hold, for the build's fingerprint.
  let materials: [(path: String, hash: ContentHash)]
  /// What is to be said of them that stops nothing.
  let warnings: [Diagnostic]

  /// A file that pages load, under a name that changes with its content.
  struct Asset: Sendable {
    let name: String
    let address: String
    let bytes: [UInt8]
  }

  /// Why nothing can be built.
  enum Refusal: Error {
    case noSite
    case faulty([Diagnostic], MessageLanguage)
  }

  /// Opens a site's folder and compiles all that it says of kinds, law and templates.
  static func open(_ options: BuildOptions) throws -> Workshop {
    let folder = try folder(of: options.site)
    let settings = try settings(in: folder)
    let language = options.language ?? settings.messageLanguage
    var materials = try Materials(folder)
    let jurisdiction = materials.jurisdiction(
      named: settings.jurisdiction, at: settings.jurisdictionPlace)
    // Without its law every kind would be wrong, for that one reason.
    guard materials.diagnostics.isEmpty else {
      throw Refusal.faulty(materials.diagnostics, language)
    }
    let assets = materials.assets
    let (rulebook, findings) = Rulebook.compile(
      materials.kinds(), jurisdiction: jurisdiction, library: library(assets),
      language: settings.language)
    let declarations = materials.pages()
    let (programs, pageFindings) = PagePrograms.compile(
      TemplateSet(materials.templates), declarations, by: rulebook)
    let all = materials.diagnostics + findings + pageFindings
    let least: Severity = options.isStrict ? .warning : .error
    guard !all.contains(where: { least <= $0.severity }) else {
      throw Refusal.faulty(all, language)
    }
    guard let today = options.asOf ?? today(in: settings.timeZone) else {
      throw Refusal.faulty([settings.unknownTimeZone], language)
    }
    return Workshop(
      folder: folder, settings: settings, today: today, rulebook: rulebook, programs: programs,
      assets: assets, materials: materials.hashes, warnings: all)
  }

  /// What a site says of itself that must be known before anything else.
  static func settings(in folder: SiteFolder) throws -> SiteSettings {
    guard case .bytes(let bytes) = try folder.read("content/site.md", limit: 1 << 20) else {
      throw Refusal.noSite
    }
    return SiteSettings(SourceFile(path: "content/site.md", bytes: bytes))
  }

  /// The language's library with the drawings, and what templates need to know of the assets.
  static func library(_ assets: [Asset]) -> Library {
    let table = AssetTable(Dictionary(assets.map { ($0.name, $0.address) }) { first, _ in first })
    return Library(functions: Charts.functions + [table.function, PageLink.function])
  }

  static func folder(of site: String) throws -> SiteFolder {
    do {
      return try SiteFolder(site)
    } catch let failure as SystemFailure where [ENOENT, ENOTDIR].contains(failure.errno) {
      throw Refusal.noSite
    }
  }

  /// The files of the root that are no pages.
  var otherFiles: [String] {
    ["robots.txt", "sitemap.xml", "build.json"] + assets.map { String($0.address.dropFirst()) }
  }

  /// The day it is now, nil if nobody knows the time zone; the only place that asks the clock.
  private static func today(in timeZone: String) -> CivilDate? {
    let number = unsafe Int(sunboard_today(timeZone))
    return try? CivilDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }
}
