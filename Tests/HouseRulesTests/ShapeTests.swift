import Testing

@Test func `no file is longer than 500 lines`() throws {
  for folder in ["Sources", "Tests", "Plugins"] {
    for file in try Repository.files(below: folder, ending: ".swift") {
      let count = file.lines.count - 1
      expectNone(count <= 500 ? [] : ["\(count) lines"], in: file.path, "longer than 500 lines")
    }
  }
}

@Test func `every type and function that rooms share says in a sentence what it is`() throws {
  var missing: [String: [String]] = [:]
  for file in try Repository.files(below: "Sources", ending: ".swift") {
    missing[file.room, default: []] += undocumented(in: file)
  }
  for (room, places) in missing.sorted(by: { $0.key < $1.key }) {
    expectNone(places, in: room, "\(places.count) without a doc comment")
  }
}

private func undocumented(in file: Repository.File) -> [String] {
  let lines = file.lines
  return lines.indices.compactMap { index in
    guard let name = sharedDeclaration(in: lines[index].text) else { return nil }
    var above = index - 1
    while 0 <= above, lines[above].text.trimmed.hasPrefix("@") { above -= 1 }
    let isDocumented = 0 <= above && lines[above].text.trimmed.hasPrefix("///")
    return isDocumented ? nil : "\(file.path):\(lines[index].number) \(name)"
  }
}

/// The name of the type or function that this line shares with other rooms.
private func sharedDeclaration(in line: Substring) -> Substring? {
  var words = line.trimmed.split(separator: " ")[...]
  while words.first?.hasPrefix("@") == true { words.removeFirst() }
  guard words.popFirst() == "package" else { return nil }
  while let first = words.first, adverbs.contains(first) { words.removeFirst() }
  guard let keyword = words.popFirst(), declarations.contains(keyword), let rest = words.first
  else { return nil }
  let name = rest.prefix { !"(<:{".contains($0) }
  // Operators and what a protocol of the standard library asks for are explained there.
  return name.isEmpty || conformances.contains(name) || !(name.first?.isLetter ?? false)
    ? nil : name
}

private let adverbs: Set<Substring> = [
  "static", "mutating", "consuming", "borrowing", "final", "indirect", "nonisolated",
]
private let declarations: Set<Substring> = [
  "func", "struct", "enum", "class", "actor", "protocol",
]
private let conformances: Set<Substring> = [
  "hash", "index", "encode", "makeIterator", "next", "appendText",
]

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
