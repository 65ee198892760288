import Testing

/// The rooms of the front door: only they touch disk, clock, environment and processes.
private let frontDoor: Set<String> = ["Publishing", "Building", "sunboard", "embed-defaults"]

@Test func `a room imports only what the manifest lets it see`() throws {
  let map = try RoomMap()
  for (file, swift) in try Repository.sources() where file.room != "embed-defaults" {
    let visible = map.visible[file.room] ?? []
    let strangers = swift.imports.filter { !visible.contains($0.name) && !isAllowed($0, file) }
    expectNone(
      strangers.map { "line \($0.line): import \($0.name)" }, in: file.path, "not in Package.swift")
  }
}

@Test func `no source imports Foundation`() throws {
  for (file, swift) in try Repository.sources() where file.room != "embed-defaults" {
    let found = swift.imports.filter { $0.name.hasPrefix("Foundation") }
    expectNone(found.map { "line \($0.line)" }, in: file.path, "imports Foundation")
  }
}

@Test func `only Building starts tasks`() throws {
  let starters: Set<Substring> = [
    "Task", "TaskGroup", "withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup",
    "ThrowingTaskGroup", "DispatchQueue", "Thread", "pthread_create",
  ]
  for (file, swift) in try Repository.sources() where file.room != "Building" {
    let found = swift.codeLines.filter { line in
      line.text.words.contains(where: starters.contains) || line.text.contains("async let ")
    }
    expectNone(found.map { "line \($0.number): \($0.text)" }, in: file.path, "starts a task")
  }
}

@Test func `only the front door touches disk, clock, environment and processes`() throws {
  let sources = try Repository.sources()
  let namesDeclared = declarations(in: sources)
  for (file, swift) in sources where !frontDoor.contains(file.room) {
    let own = namesDeclared[file.room] ?? []
    let found = swift.codeLines.filter { line in
      line.text.words.contains(where: worldly.contains)
        || calls(in: line.text).contains { worldlyCalls.contains($0) && !own.contains($0) }
    }
    expectNone(found.map { "line \($0.number): \($0.text)" }, in: file.path, "asks the machine")
  }
}

/// Names that mean the machine wherever they stand.
private let worldly: Set<Substring> = [
  "fopen", "fread", "fwrite", "openat", "getenv", "setenv", "opendir", "readdir", "fstatat", "mmap",
  "clock_gettime", "gettimeofday", "localtime", "localtime_r", "posix_spawn", "execv", "popen",
  "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator", "CommandLine",
  "random", "shuffled", "shuffle", "randomElement", "ProcessInfo", "FileManager",
]

/// Words that a room may use for functions of its own, and that mean the machine where it does not.
private let worldlyCalls: Set<Substring> = [
  "open", "read", "write", "close", "stat", "time", "system", "fork", "print", "debugPrint",
  "rename",
  "unlink", "mkdir", "exit", "abort", "readLine", "sleep", "usleep", "signal", "kill",
]

/// Modules beyond the rooms that a file may import, and why.
private func isAllowed(_ module: SwiftText.Import, _ file: Repository.File) -> Bool {
  switch module.name {
  case "Glibc":
    // GB18030 is recognised by iconv, a pure function over bytes.
    frontDoor.contains(file.room) || file.path == "Sources/YAML/GB18030.swift"
  case "Synchronization":
    // cmark's extensions are registered once, whichever thread comes first.
    frontDoor.contains(file.room) || file.path == "Sources/Markdown/Parsing/Parser.swift"
  default: false
  }
}

/// The functions, cases and parameters that each room declares.
private func declarations(
  in sources: [(file: Repository.File, swift: SwiftText)]
) -> [String: Set<Substring>] {
  var names: [String: Set<Substring>] = [:]
  for (file, swift) in sources {
    for line in swift.codeLines {
      let words = line.text.words
      for (word, name) in zip(words, words.dropFirst()) {
        let isDeclared =
          ["func", "case", "let", "var"].contains(word) || line.text.contains("\(name): ")
        if isDeclared, worldlyCalls.contains(name) { names[file.room, default: []].insert(name) }
      }
    }
  }
  return names
}

/// The names that are called without anything before them: `open(…)`, not `file.open(…)`.
private func calls(in line: Substring) -> [Substring] {
  var calls: [Substring] = []
  for place in line.indices where line[place] == "(" {
    let name = line[..<place].reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.count
    let start = line.index(place, offsetBy: -name)
    guard 0 < name, line[..<start].last != ".", !line[..<start].hasSuffix("func ") else { continue }
    calls.append(line[start..<place])
  }
  return calls
}

extension SwiftText {
  /// An `import` line.
  struct Import {
    let line: Int
    let name: String
  }

  /// The modules that the source imports.
  var imports: [Import] {
    codeLines.compactMap { line in
      let words = line.text.words
      guard let place = words.prefix(3).firstIndex(of: "import"),
        words[..<place].allSatisfy({ modifiers.contains($0) }), place + 1 < words.count
      else { return nil }
      return Import(line: line.number, name: String(words[place + 1]))
    }
  }
}

private let modifiers: Set<Substring> = [
  "package", "public", "internal", "private", "fileprivate", "_exported", "testable",
  "preconcurrency",
]
