import Testing

/// Which room sees which, read from Package.swift.
struct RoomMap {
  /// The modules that a room may import, by the room's name.
  private(set) var visible: [String: Set<String>] = [:]

  init() throws {
    let manifest = try Repository.file("Package.swift").text
    for declaration in manifest.components(between: "room(", and: "\n  + ") {
      add(declaration)
    }
    for declaration in manifest.components(between: ".executableTarget(", and: "swiftSettings") {
      add(declaration)
    }
    // Should the manifest be written another way one day, this must be told, not passed over.
    try #require(
      visible["Values"] == [] && visible["Pages"]?.contains("Records") == true
        && visible["sunboard"]?.contains("ArgumentParser") == true)
  }

  private mutating func add(_ declaration: Substring) {
    let literals = SwiftText(String(declaration)).literals.map(\.text)
    guard let name = literals.first else { return }
    var modules = Set(literals.dropFirst())
    if declaration.contains("crypto") { modules.insert("Crypto") }
    if declaration.contains("argumentParser") { modules.insert("ArgumentParser") }
    visible[name] = modules
  }
}

extension String {
  /// What follows each `opening`, up to the next `closing` or `opening`.
  fileprivate func components(between opening: String, and closing: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let start = rest.firstRange(of: opening) {
      rest = rest[start.upperBound...]
      let end = rest.firstRange(of: closing)?.lowerBound ?? rest.endIndex
      let next = rest.firstRange(of: opening)?.lowerBound ?? rest.endIndex
      parts.append(rest[..<min(end, next)])
    }
    return parts
  }
}

extension Substring {
  /// Where `text` first stands.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
