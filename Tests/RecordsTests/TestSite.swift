import Defaults
import Kinds
import Language
import Source
import TestSupport
import Testing
import Values

@testable import Records

/// A site in a string, read, linked and judged as a build does it.
struct TestSite {
  let site: Site
  /// Everything that is said of it, in reading order.
  let findings: [Diagnostic]
  /// What is marked in the files, in reading order.
  let marks: [SourceRange]

  init(
    _ text: SiteText, on today: String = "2026-11-20", isStrict: Bool = false,
    sizes: [String: Int] = [:]
  ) throws {
    let files = text.files.map { ($0.path, MarkedText($0.text, path: $0.path)) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    let (rulebook, faults) = Self.rulebook(for: text)
    marks = files.flatMap(\.1.marks)
    let content = files.filter { $0.0.hasPrefix("content/") }.map(\.1.file)
    let (scan, slices) = Self.read(content, by: rulebook, sizes)
    var site = Site.link(slices, by: rulebook, today: try CivilDate(reading: today))
    site.add(scan.diagnostics)
    site.add(scan.unnamed(besides: Set(site.attachments.map(\.source))))
    site.settle(site.judge(site.judgingFolders[...]))
    site.finishJudging(isStrict: isStrict)
    site.add(site.derive(site.judgingFolders[...]))
    site.add(site.deriveOutside())
    self.site = site
    findings = (faults + site.diagnostics).inReadingOrder()
  }

  init(_ text: String, on today: String = "2026-11-20") throws {
    try self.init(SiteText(text).choosing(.wrong), on: today)
  }

  /// Reads each folder in a slice of its own, as tasks would.
  private static func read(_ files: [SourceFile], by rulebook: Rulebook, _ sizes: [String: Int])
    -> (ContentScan, [ReadRecords])
  {
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    let scan = ContentScan(files: files.map(\.path), folders: folders(of: files), by: rulebook)
    let content = ContentFiles(
      sizes: byPath.mapValues(\.bytes.count).merging(sizes) { $1 },
      firstBytes: { byPath[$0]?.bytes ?? [] })
    var slices: [ReadRecords] = []
    var last: ArraySlice<String> = []
    for (path, kind) in scan.records {
      if path.prefix(3) != last || slices.isEmpty { slices.append(ReadRecords()) }
      last = path.prefix(3)
      guard let file = byPath["content/\(path.joined(separator: "/"))"] else { continue }
      rulebook.read(file, path: path, kind: kind, files: content, into: &slices[slices.count - 1])
    }
    return (scan, slices)
  }

  private static func folders(of files: [SourceFile]) -> [String] {
    let folders = files.flatMap { file in
      let parts = file.path.split(separator: "/").dropLast()
      return (1...parts.count).map { parts.prefix($0).joined(separator: "/") }
    }
    return Set(folders).subtracting(["content"]).sorted()
  }
}

// MARK: - Kinds

extension TestSite {
  /// The default kinds and the law of Shanghai, compiled once for all tests.
  static let defaults = compile(SiteText(""))

  private static func rulebook(for text: SiteText) -> (Rulebook, [Diagnostic]) {
    let hasOwn = text.files.contains { !$0.path.hasPrefix("content/") }
    return hasOwn ? compile(text) : defaults
  }

  private static func compile(_ own: SiteText) -> (Rulebook, [Diagnostic]) {
    func files(_ folder: String) -> [SourceFile] {
      var texts = Dictionary(uniqueKeysWithValues: Defaults.files(in: folder).map { ($0, $1) })
      for (path, text) in own.files where path.hasPrefix("\(folder)/") {
        texts[String(path.dropFirst(folder.count + 1))] = text
      }
      return texts.sorted { $0.key < $1.key }.map {
        MarkedText($0.value, path: "\(folder)/\($0.key)").file
      }
    }
    let kinds = files("kinds").map(KindReader.read)
    let laws = files("jurisdictions").map(JurisdictionReader.read)
    let law = laws.compactMap(\.jurisdiction)
    guard let china = law.first(where: { $0.name == "china" }),
      let shanghai = law.first(where: { $0.name == "shanghai" })
    else { preconditionFailure("the default law is there") }
    let (rulebook, findings) = Rulebook.compile(
      kinds.compactMap(\.kind), jurisdiction: shanghai.extending(china), language: "zh-Hans")
    return (rulebook, kinds.flatMap(\.diagnostics) + laws.flatMap(\.diagnostics) + findings)
  }
}

// MARK: - What is said

extension TestSite {
  var codes: [String] { findings.map(\.code) }

  /// The places of findings that have one.
  var places: [SourceRange] { findings.compactMap(\.location.range) }

  /// Everything said, as a test writes it down.
  var report: String { findings.map(\.inATest).joined(separator: "\n") }

  /// The ids of the records that an error holds back.
  var heldBack: [String] { site.records.filter(\.isHeldBack).map(\.id) }

  /// The ids of the records that have no page.
  var unpublished: [String] { site.records.filter { !$0.isPublished }.map(\.id) }

  /// The record whose path ends so.
  func record(_ ending: String) throws -> SiteRecord {
    try #require(site.records.first { $0.file.path.hasSuffix(ending) })
  }

  /// The value of a field of a record.
  func value(_ field: String, of ending: String) throws -> Value {
    let record = try record(ending)
    let shape = site.rulebook.schema[site.rulebook.layouts[record.kind].shape]
    return record.cells[try #require(shape.slot(of: field))]
  }
}

extension Diagnostic {
  fileprivate var inATest: String {
    let file = location.file.path.split(separator: "/").suffix(1).joined()
    var lines = ["\(code) \(severity) \(file)" + (key.map { " \($0)" } ?? "")]
    lines += ["zh \(message.chinese)", "en \(message.english)"]
    func add(_ name: String, _ wording: Wording?) {
      guard let wording else { return }
      let (zh, en) = (wording.chinese, wording.english)
      lines.append("\(name) " + (zh == en ? zh : "\(zh) | \(en)"))
    }
    add("expected", expected)
    add("found", found)
    add("basis", basis)
    for note in notes { add("note", note.message) }
    for line in help { add("help", line) }
    for fix in fixes { lines.append(line(of: fix)) }
    return lines.joined(separator: "\n")
  }

  private func line(of fix: Fix) -> String {
    let old = location.file.text(in: fix.range).unicodeScalars.map { scalar in
      HiddenCharacter.kind(of: scalar) == nil
        ? String(scalar) : "U+\(String(scalar.value, radix: 16, uppercase: true))"
    }
    return "fix \(old.joined()) → " + (fix.replacement.isEmpty ? "nothing" : fix.replacement)
  }
}
