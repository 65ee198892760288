/// The paths to which a check is narrowed.
struct OnlyPaths {
  /// As typed, and as a path relative to the site.
  private let prefixes: [(typed: String, path: String)]

  /// `paths` are relative to the folder of estates, to the site or to where the person stands.
  init(_ paths: [String], below site: String) {
    let site = site.hasSuffix("/") ? site : "\(site)/"
    prefixes = paths.map { typed in
      var path = Substring(typed)
      if path.hasPrefix(site), site != "/" { path = path.dropFirst(site.count) }
      while path.hasPrefix("./") { path = path.dropFirst(2) }
      while path.hasSuffix("/") { path = path.dropLast() }
      if path.hasPrefix("content/") || path == "content" { return (typed, String(path)) }
      return (typed, "content/estates/\(path)")
    }
  }

  /// Whether findings at `path` are wanted.
  func hold(_ path: String) -> Bool {
    prefixes.isEmpty || prefixes.contains { Self.lies(path, at: $0.path) }
  }

  /// The first of the typed paths where nothing lies, so that a slip of the pen is not a clean bill.
  func unknown(among paths: [String]) -> String? {
    prefixes.first { prefix in !paths.contains { Self.lies($0, at: prefix.path) } }?.typed
  }

  private static func lies(_ path: String, at prefix: String) -> Bool {
    path == prefix || path.hasPrefix("\(prefix)/")
  }
}
