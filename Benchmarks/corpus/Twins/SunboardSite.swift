import Glibc

/// The corpus in the public format: DIR/content and what lies below it.
struct SunboardSite: Twin {
  private let root: String
  private let isNew: Bool
  private var file: [UInt8] = []
  private(set) var files = 0
  private(set) var bytes = 0

  /// A site that must not have a content folder yet.
  init(creating root: String) throws(Trouble) {
    guard unsafe access(root + "/content", F_OK) != 0 else { throw .stands(root + "/content") }
    self.root = root + "/content/"
    isNew = true
  }

  /// A site whose files are written over; none is added.
  init(changing root: String) {
    self.root = root + "/content/"
    isNew = false
  }

  mutating func write(_ record: Record) throws {
    file.removeAll(keepingCapacity: true)
    file.append(contentsOf: "---\n".utf8)
    file.append(contentsOf: record.frontMatter.utf8)
    file.append(contentsOf: "---\n\n".utf8)
    file.append(contentsOf: record.body)
    let descriptor = try open("\(root)\(record.folder)", "\(record.stem).md")
    defer { close(descriptor) }
    try writeFile(to: descriptor, "\(record.folder)/\(record.stem).md")
    files += 1
    bytes += file.count
  }

  private func open(_ folder: String, _ name: String) throws(Trouble) -> Int32 {
    let path = "\(folder)/\(name)"
    let flags = O_WRONLY | O_CLOEXEC | (isNew ? O_CREAT | O_EXCL : O_TRUNC)
    var descriptor = unsafe Glibc.open(path, flags, 0o644)
    if descriptor < 0, errno == ENOENT, isNew {
      Self.makeFolders(folder)
      descriptor = unsafe Glibc.open(path, flags, 0o644)
    }
    guard 0 <= descriptor else { throw .unwritable(path, errno) }
    return descriptor
  }

  private func writeFile(to descriptor: Int32, _ path: String) throws(Trouble) {
    var written = 0
    while written < file.count {
      let count = unsafe file.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      guard 0 < count else { throw .unwritable(path, errno) }
      written += count
    }
  }

  // A folder that cannot be made shows when the file in it cannot be opened.
  private static func makeFolders(_ path: String) {
    var made = path.hasPrefix("/") ? "/" : ""
    for step in path.split(separator: "/") {
      made += step
      _ = unsafe mkdir(made, 0o755)
      made += "/"
    }
  }

  /// What keeps a corpus from being written.
  enum Trouble: Error, CustomStringConvertible {
    case stands(String)
    case unwritable(String, Int32)

    var description: String {
      switch self {
      case .stands(let path): "\(path) stands already; name a new folder"
      case .unwritable(let path, let code):
        "cannot write \(path): \(unsafe String(cString: strerror(code)))"
      }
    }
  }
}
