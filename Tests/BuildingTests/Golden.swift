import Glibc
import Publishing
import Testing

/// A small site with what the program says of it and some of what it writes.
///
/// Its file `runs.txt` says line by line: `site NAME`, the golden whose files this one changes;
/// `without PATH`, a file left out; `run WORDS`, a run of the program; `page PATH`, a file of the
/// output that is looked at after the run above.
struct Golden: CustomTestStringConvertible {
  let name: String
  private(set) var runs: [(words: [String], pages: [String])] = []
  private var base: String?
  private var leftOut: [String] = []

  var testDescription: String { name }

  init(_ name: String) throws {
    self.name = name
    let text = try Folder(path: "\(Self.home)/\(name)").files()["runs.txt"] ?? []
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.dropFirst().first) {
      case ("site", let other?): base = other
      case ("without", let path?): leftOut.append(path)
      case ("run", _): runs.append((Array(words.dropFirst()), []))
      case ("page", let path?): runs[runs.count - 1].pages.append(path)
      default: preconditionFailure("\(name)/runs.txt: \(line)")
      }
    }
  }

  private static let home: String = {
    let parts = #filePath.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/") + "/Goldens"
  }()

  /// All goldens, sorted.
  static func all() throws -> [Golden] {
    let names = Set(
      try Folder(path: home).files().keys.compactMap { $0.split(separator: "/").first })
    return try names.map(String.init).sorted().map { try Golden($0) }
  }

  /// The files of the site, without what is expected of it.
  func site() throws -> [String: [UInt8]] {
    var files = try base.map { try Golden($0).site() } ?? [:]
    for (path, bytes) in try Folder(path: "\(Self.home)/\(name)").files()
    where path != "runs.txt" && !path.hasPrefix("expected") {
      files[path] = bytes
    }
    for path in leftOut { files[path] = nil }
    return files
  }

  /// Puts the site into a folder of the test's own.
  func copied() throws -> Workplace {
    let place = try Workplace()
    for (path, bytes) in try site() { try place.write(path, bytes) }
    return place
  }

  /// What the program said and wrote, by paths below this golden.
  func results() throws -> [String: String] {
    var results: [String: String] = [:]
    var said = ""
    let chinese = try copied()
    let english = try copied()
    for (number, (words, pages)) in runs.enumerated() {
      said += try transcript(words, in: chinese)
      if !words.contains("--lang") {
        said += try transcript(words + ["--lang", "en"], in: english)
      }
      let folder = runs.count == 1 ? "expected" : "expected/\(number + 1)"
      for page in pages {
        results["\(folder)/\(page)"] = try chinese.read("public/\(page)") ?? "no such file\n"
      }
    }
    results["expected.txt"] = said
    return results
  }

  private func transcript(_ words: [String], in place: Workplace) throws -> String {
    let run = try Run(words, in: place.path)
    var text = "$ sunboard \(words.joined(separator: " "))\nexit \(run.exitCode)\n"
    for (title, stream) in [("errors", run.errors), ("output", run.output)] where !stream.isEmpty {
      text += "-- \(title)\n\(Run.withoutTimes(stream))"
      if !stream.hasSuffix("\n") { text += "\n" }
    }
    return text + "\n"
  }

  /// What is expected, by paths below this golden.
  func expected() throws -> [String: String] {
    try Folder(path: "\(Self.home)/\(name)").files().filter { $0.key.hasPrefix("expected") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Makes `results` what is expected from now on.
  func record(_ results: [String: String]) throws {
    let folder = try DirectoryHandle(opening: "\(Self.home)/\(name)")
    for path in try expected().keys where results[path] == nil { try folder.unlink(path) }
    for (path, text) in results {
      if let slash = path.lastIndex(of: "/") { try folder.makeDirectories(String(path[..<slash])) }
      try folder.unlink(path)
      try folder.create(path, Array(text.utf8).span, permissions: 0o644)
    }
  }
}
