package import Kinds
package import Source
import Values

/// Says of every path below `content/` what it is: a record of a kind, an attachment, or a mistake.
package struct ContentScan: Sendable {
  package private(set) var records: [(path: [String], kind: Int)] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// Files that go out only if a record names them: their paths and where they lie.
  package private(set) var others: [String] = []

  /// `files` and `folders` are paths relative to the site's folder, sorted.
  package init(files: [String], folders: [String], by rulebook: Rulebook) {
    for folder in folders where !isBelowFault(folder) { checkFolder(folder, rulebook) }
    for file in files where !isBelowFault(file) { add(file, rulebook) }
  }

  /// Folders that have a finding; it speaks for all that lies in them.
  private var faultyFolders: Set<String> = []

  private func isBelowFault(_ path: String) -> Bool {
    guard !faultyFolders.isEmpty else { return false }
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      if faultyFolders.contains(parts.joined(separator: "/")) { return true }
      parts.removeLast()
    }
    return false
  }

  private mutating func add(_ file: String, _ rulebook: Rulebook) {
    let path = file.split(separator: "/").dropFirst().map { UnicodeText.normalized(String($0)) }
    if let reason = Self.fault(ofName: path.last ?? "") {
      diagnostics.append(.badName(file, reason))
      return
    }
    if let kind = rulebook.kind(ofPath: path.map { $0[...] }) {
      records.append((path, kind))
    } else if file.hasSuffix(".md") {
      diagnostics.append(.nowhere(file, isMarkdown: true, near: near(path, rulebook)))
    } else {
      others.append(file)
    }
  }

  /// K10 for files that no record names and that lie in no `files` folder.
  package func unnamed(besides named: Set<String>) -> [Diagnostic] {
    others.compactMap { file in
      let parts = file.split(separator: "/")
      guard !named.contains(file), !parts.dropLast().contains("files") else { return nil }
      return .nowhere(file, isMarkdown: false, near: nil)
    }
  }

  // MARK: Folders

  private mutating func checkFolder(_ folder: String, _ rulebook: Rulebook) {
    let path = folder.split(separator: "/").dropFirst().map { UnicodeText.normalized(String($0)) }
    guard let name = path.last else { return }
    if let reason = Self.fault(ofName: name) {
      diagnostics.append(.badName(folder, reason))
      faultyFolders.insert(folder)
      return
    }
    if path.count == 2, path[0] == RecordAddress.estates,
      Self.reserved.contains(name.lowercased()) || Self.ownFolders(rulebook).contains(name)
    {
      diagnostics.append(.reservedName(folder))
      faultyFolders.insert(folder)
    }
    let parent = path.dropLast()
    let holdsRecords = rulebook.layouts.contains { layout in
      layout.kind.place.isMany && layout.kind.place.folders.count == parent.count
        && zip(layout.kind.place.folders, parent).allSatisfy { $0 == "*" || $0 == $1 }
    }
    guard holdsRecords, name != "files" else { return }
    diagnostics.append(.folderInRecords(folder))
    faultyFolders.insert(folder)
  }

  /// Addresses that belong to the site itself.
  private static let reserved: Set<String> = [
    "compare", "data", "duties", "deliveries", "archive", "posters", "ledger", "search", "q", "s",
    "assets", "notices", "404.html", "sitemap.xml", "robots.txt", "build.json", "index.html",
  ]

  /// The folders of records right below `content/`.
  private static func ownFolders(_ rulebook: Rulebook) -> Set<String> {
    Set(
      rulebook.layouts.compactMap {
        $0.kind.place.folders.count == 1 ? $0.kind.place.folders.first : nil
      })
  }

  /// The place that was probably meant.
  private func near(_ path: [String], _ rulebook: Rulebook) -> String? {
    let places = rulebook.layouts.map(\.kind.place).filter { $0.parts.count == path.count }
    for place in places {
      let differing = zip(place.parts, path).filter { $0 != "*" && $0 != "*.md" && $0 != $1 }
      guard differing.count == 1, let (meant, written) = differing.first,
        NearMiss.of(written, among: [meant]) != nil
      else { continue }
      return zip(place.parts, path).map { $0 == "*" || $0 == "*.md" ? $1 : $0 }.joined(
        separator: "/")
    }
    return nil
  }

  /// Why a folder or file may not have a name: letters and digits of any script, `-`, `_`, `.`.
  private static func fault(ofName name: String) -> Wording? {
    for scalar in name.unicodeScalars {
      let isAllowed =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_.".unicodeScalars.contains(scalar)
      if !isAllowed {
        return Wording(zh: "名称里不能有“\(scalar)”", en: "a name cannot have `\(scalar)`")
      }
    }
    if name.hasPrefix(".") || name.hasPrefix("-") {
      return Wording(zh: "名称不能以点或减号开头", en: "a name cannot start with a dot or a hyphen")
    }
    if name.hasSuffix(".") { return Wording(zh: "名称不能以点结尾", en: "a name cannot end in a dot") }
    let stem = name.prefix { $0 != "." }.uppercased()
    if ["CON", "NUL", "PRN", "AUX"].contains(stem) {
      return Wording(zh: "Windows 不允许这个名称", en: "Windows does not allow this name")
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func badName(_ path: String, _ reason: Wording) -> Diagnostic {
    Diagnostic(
      "K8", .error,
      Wording(
        zh: "文件或文件夹名称不合规则：\(reason.chinese)", en: "the name breaks the rules: \(reason.english)"),
      at: Location(path: path),
      help: [
        Wording(zh: "只用文字、数字、-、_ 和 .", en: "use letters, digits, -, _ and . only")
      ])
  }

  fileprivate static func reservedName(_ folder: String) -> Diagnostic {
    Diagnostic(
      "K9", .error,
      Wording(
        zh: "街镇文件夹不能叫这个名字，本站自己要用",
        en: "a street folder cannot have this name; the site itself uses it"),
      at: Location(path: folder), help: [Wording(zh: "换一个文件夹名", en: "rename the folder")])
  }

  fileprivate static func folderInRecords(_ folder: String) -> Diagnostic {
    Diagnostic(
      "K10", .error,
      Wording(zh: "记录文件夹里不能再有文件夹", en: "a folder of records holds no other folder"),
      at: Location(path: folder),
      help: [Wording(zh: "附件请放进 files 文件夹", en: "put attachments into a folder called files")])
  }

  fileprivate static func nowhere(_ file: String, isMarkdown: Bool, near: String?) -> Diagnostic {
    Diagnostic(
      "K10", isMarkdown ? .error : .warning,
      Wording(
        zh: isMarkdown ? "这里不放记录，这个文件不会公开" : "没有记录提到这个文件，它不会公开",
        en: isMarkdown
          ? "no kind of record lives here; the file is not published"
          : "no record names this file; it is not published"),
      at: Location(path: file),
      help: near.map {
        [Wording(zh: "是不是 content/\($0)？", en: "did you mean content/\($0)?")]
      } ?? [
        isMarkdown
          ? Wording(zh: "核对文件夹的名字和位置", en: "check the folder's name and place")
          : Wording(
            zh: "附件请放进 files 文件夹，并在记录里写上",
            en: "put attachments into files and name them in a record")
      ])
  }
}
