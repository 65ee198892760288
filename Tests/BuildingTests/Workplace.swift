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

  /// Puts a file there, in the place of an older one, with the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let folder = try root()
    if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try folder.makeDirectories(String(name[..<slash]))
    }
    try folder.unlink(name)
    try folder.create(name, bytes.span, permissions: 0o644)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> String? {
    try root().read(name, limit: 1 << 26).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Changes the text of a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try read(name) ?? ""
    precondition(text.contains(old), "\(name) holds what is to be changed")
    try write(name, text.replacing(old, with: new))
  }

  /// All files below `name`, by their paths from there.
  func files(_ name: String) throws -> [String: [UInt8]] {
    try Folder(path: "\(path)/\(name)").files()
  }

  /// The status of every file and folder below `name`.
  func statuses(_ name: String) throws -> [String: FileStatus] {
    let folder = try root().directory(name)
    var statuses: [String: FileStatus] = [:]
    for path in try files(name).keys { statuses[path] = try folder.status(of: path) }
    return statuses
  }

  /// Copies all that lies in another folder; `isBackwards` makes the files in the opposite order.
  func copy(_ source: String, to name: String, isBackwards: Bool = false) throws {
    let files = try Folder(path: source).files().sorted { $0.key < $1.key }
    for (path, bytes) in isBackwards ? files.reversed() : files {
      try write(name.isEmpty ? path : "\(name)/\(path)", bytes)
    }
  }

  /// Runs the program here.
  func sunboard(_ arguments: String..., environment: [String] = []) throws -> Run {
    try Run(arguments, in: path, environment: environment)
  }
}

/// A folder that is only read.
struct Folder {
  let path: String

  /// All files below, by their paths.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try gather(DirectoryHandle(opening: path), "", &files)
    return files
  }

  private func gather(
    _ folder: borrowing DirectoryHandle, _ prefix: String, _ files: inout [String: [UInt8]]
  ) throws {
    for entry in try folder.entries() {
      guard let name = entry.text, let status = try folder.status(of: name) else { continue }
      switch status.kind {
      case .folder: try gather(folder.directory(name), "\(prefix)\(name)/", &files)
      case .file: files[prefix + name] = try folder.read(name, limit: 1 << 26) ?? []
      default: continue
      }
    }
  }

  /// Whether something lies at `name`.
  func has(_ name: String) throws -> Bool {
    try DirectoryHandle(opening: path).status(of: name) != nil
  }
}
