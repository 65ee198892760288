/// A whole site in one text, cut into files by lines such as `-- content/site.md --`.
package struct SiteText {
  /// Paths with their texts; `«…»` marks places, `⟦wrong⇒right⟧` tells two sites apart.
  package private(set) var files: [(path: String, text: String)] = []

  package init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += "\(line)\n"
      }
    }
  }

  /// This site with the files of another, which win.
  package func merging(_ other: SiteText) -> SiteText {
    var merged = self
    for (path, text) in other.files { merged.set(path, text) }
    return merged
  }

  package mutating func set(_ path: String, _ text: String) {
    if let index = files.firstIndex(where: { $0.path == path }) {
      files[index].text = text
    } else {
      files.append((path, text))
    }
  }

  package mutating func remove(_ path: String) { files.removeAll { $0.path == path } }

  /// How often `old` stands in the one file whose path ends in `ending`, which then has `new`.
  package mutating func replace(_ old: String, by new: String, in ending: String) -> Int {
    guard let index = files.firstIndex(where: { $0.path.hasSuffix(ending) }) else { return 0 }
    let pieces = Self.cut(files[index].text, at: old)
    files[index].text = pieces.joined(separator: new)
    return pieces.count - 1
  }

  private static func cut(_ text: String, at separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = Array(separator.utf8)
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// The site in which every `⟦wrong⇒right⟧` reads as its wrong or as its right side.
  package func choosing(_ side: Side) -> SiteText {
    var chosen = self
    chosen.files = files.map { ($0.path, Self.choose(side, in: $0.text)) }
    return chosen
  }

  /// One side of `⟦wrong⇒right⟧`.
  package enum Side: Sendable { case wrong, right }

  private static func choose(_ side: Side, in text: String) -> String {
    var chosen = ""
    var current: Side?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": current = .wrong
      case "⇒" where current != nil: current = .right
      case "⟧": current = nil
      default: if current == nil || current == side { chosen.unicodeScalars.append(scalar) }
      }
    }
    return chosen
  }
}
