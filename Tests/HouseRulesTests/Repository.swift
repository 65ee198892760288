import Publishing
import Testing

/// The files of this repository, without what git or a build puts beside them.
enum Repository {
  /// One text file and the lines in it.
  struct File {
    /// Relative to the repository: `Sources/Values/Money.swift`.
    let path: String
    let text: String

    /// The lines with their numbers, counted from 1.
    var lines: [(number: Int, text: Substring)] {
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { ($0.offset + 1, $0.element) }
    }

    /// The room of a file below `Sources/`.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  /// Every text file below the repository or one of its folders, sorted by path.
  static func files(below folder: String = "", ending: String = "") throws -> [File] {
    var files: [File] = []
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    try gather(DirectoryHandle(opening: path), folder, ending, &files)
    // A folder that was renamed must not turn a rule into one that cannot fail.
    try #require(!files.isEmpty, "nothing to read in \(path)")
    return files
  }

  /// The Swift sources, each taken apart.
  static func sources(below folder: String = "Sources") throws -> [(file: File, swift: SwiftText)] {
    try files(below: folder, ending: ".swift").map { ($0, SwiftText($0.text)) }
  }

  /// The one file at `path`.
  static func file(_ path: String) throws -> File {
    let bytes = try DirectoryHandle(opening: root).read(path, limit: 1 << 22)
    return File(path: path, text: String(decoding: try #require(bytes), as: UTF8.self))
  }

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  private static func gather(
    _ folder: borrowing DirectoryHandle, _ prefix: String, _ ending: String, _ files: inout [File]
  ) throws {
    for entry in try folder.entries() {
      guard let name = entry.text, !isPassedOver(name, in: prefix) else { continue }
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      switch try folder.status(of: name)?.kind {
      case .folder: try gather(folder.directory(name), path, ending, &files)
      case .file where name.hasSuffix(ending):
        let text = try folder.read(name, limit: 1 << 24).flatMap {
          String(validating: $0, as: UTF8.self)
        }
        if let text { files.append(File(path: path, text: text)) }
      default: continue
      }
    }
  }

  private static func isPassedOver(_ name: String, in folder: String) -> Bool {
    guard folder.isEmpty else { return folder == "public" && name != ".gitkeep" }
    return [".git", ".build", ".swiftpm", "Package.resolved"].contains(name)
      || name.hasPrefix(".public.")
  }
}

/// Records one issue for a file that breaks a rule, so that a broken rule does not flood the log.
func expectNone(
  _ findings: [String], in path: String, _ rule: String,
  at location: SourceLocation = #_sourceLocation
) {
  guard !findings.isEmpty else { return }
  Issue.record(
    "\(path): \(rule)\n  \(findings.joined(separator: "\n  "))", sourceLocation: location)
}
