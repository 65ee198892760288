import Testing

@Test func `no file names a place on somebody's machine`() throws {
  for file in try Repository.files() {
    let folders = ["work", "root", "home"] + (file.path.hasPrefix("Sources/") ? ["tmp"] : [])
    let found = file.lines.filter { line in folders.contains { names(folder: $0, in: line.text) } }
    expectNone(
      found.map { "line \($0.number): \($0.text)" }, in: file.path, "names a machine's folder")
  }
}

@Test func `no file names the host of a package registry`() throws {
  // Written in two halves, or this file would break its own rule.
  let hosts = [
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("crates", "io"),
    ("rubygems", "org"), ("proxy.golang", "org"), ("deb.debian", "org"), ("security.debian", "org"),
    ("docker", "io"),
  ].map { "\($0.0).\($0.1)" }
  for file in try Repository.files() {
    let found = file.lines.filter { line in hosts.contains { line.text.contains($0) } }
    expectNone(found.map { "line \($0.number): \($0.text)" }, in: file.path, "names a registry")
  }
}

/// Whether `/folder/` stands in the line as the beginning of a path.
private func names(folder: String, in line: Substring) -> Bool {
  let path = "/\(folder)/"
  guard line.utf8.count >= path.utf8.count, line.contains(path) else { return false }
  return line.indices.contains { place in
    guard line[place...].hasPrefix(path) else { return false }
    guard let before = line[..<place].last else { return true }
    return !before.isLetter && !before.isNumber && !"._-~/*)>}]".contains(before)
  }
}
