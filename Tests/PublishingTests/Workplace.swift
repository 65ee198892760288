import Glibc
import Publishing

/// A folder of a test's own, removed with all in it at the end.
final class Workplace: Sendable {
  let path: String

  init() throws {
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var pattern = Array("\(base)/sunboard-test-XXXXXX".utf8CString)
    let made = unsafe pattern.withUnsafeMutableBufferPointer { characters in
      guard let start = characters.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard made else { throw SystemFailure(call: "mkdtemp", path: base, errno: errno) }
    path = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return }
    let base = "/" + parts.dropLast().joined(separator: "/")
    try? DirectoryHandle(opening: base).removeTree(String(name))
  }

  func root() throws -> DirectoryHandle { try DirectoryHandle(opening: path) }

  /// Puts a file there, with the folders above it.
  func write(_ name: String, _ text: String = "") throws {
    let folder = try root()
    if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try folder.makeDirectories(String(name[..<slash]))
    }
    try folder.unlink(name)
    try folder.create(name, Array(text.utf8).span, permissions: 0o644)
  }

  func read(_ name: String) throws -> String? {
    try root().read(name, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All files below `name` with their text, links and the like with what they are.
  func tree(_ name: String) throws -> [String: String] {
    var tree: [String: String] = [:]
    try gather(root().directory(name), "", &tree)
    return tree
  }

  /// The status of every file below `name`.
  func statuses(_ name: String) throws -> [String: FileStatus] {
    let folder = try root().directory(name)
    var statuses: [String: FileStatus] = [:]
    for path in try tree(name).keys { statuses[path] = try folder.status(of: path) }
    return statuses
  }

  private func gather(
    _ folder: borrowing DirectoryHandle, _ prefix: String, _ tree: inout [String: String]
  ) throws {
    let entries = try folder.entries()
    if entries.isEmpty, !prefix.isEmpty { tree[prefix] = "empty folder" }
    for entry in entries {
      guard let name = entry.text, let status = try folder.status(of: name) else {
        tree[prefix + entry.printable] = "unreadable"
        continue
      }
      switch status.kind {
      case .folder: try gather(folder.directory(name), prefix + name + "/", &tree)
      case .file:
        let bytes = try folder.read(name, limit: 1 << 20) ?? []
        tree[prefix + name] = String(decoding: bytes, as: UTF8.self)
      default: tree[prefix + name] = "\(status.kind)"
      }
    }
  }
}

extension Workplace {
  /// The output that these tests publish to.
  var output: String { "\(path)/public" }

  func open(_ switching: Switching? = nil) throws -> PublicationSession {
    try PublicationSession.open(output: output, switchingBy: switching)
  }

  /// Publishes `pages`, as build number `number`.
  @discardableResult
  func publish(
    _ pages: [String: String], as number: Int, by switching: Switching? = nil
  ) throws -> PublicationReport {
    // A process that another test starts holds the lock too until it runs its program.
    let session = try PublicationSession.open(
      output: output, waiting: .seconds(10), switchingBy: switching)
    let sink = session.makeSink()
    for (path, text) in pages { try sink.write(path, Array(text.utf8)) }
    return try session.publish(session.plan(try mark(number)))
  }

  /// What lies in the output, without the file that names the build.
  func pages() throws -> [String: String] { try pages(in: "public") }

  func pages(in name: String) throws -> [String: String] {
    try tree(name).filter { $0.key != "build.json" }
  }

  func session() throws -> PublicationSession { try open() }
}

/// The mark of build number `number`.
func mark(_ number: Int) throws -> BuildMark {
  var fingerprint = InputFingerprint()
  fingerprint.note("number", "\(number)")
  return BuildMark(id: fingerprint.finish(), version: "1.0", asOf: "2026-10-15")
}
