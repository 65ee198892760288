/// Rules for the addresses of files below a root, written with `/` between their parts.
enum RelativePath {
  /// Whether a page may be published there.
  ///
  /// Refused are absolute paths, `.` and `..`, empty and over-long parts and control characters,
  /// so that nothing that came from content can lead out of the tree.
  static func isPublishable(_ path: String) -> Bool {
    let bytes = path.utf8
    guard !bytes.isEmpty, bytes.count < 4000, !reserved.contains(path) else { return false }
    var length = 0
    var onlyDots = true
    for byte in bytes {
      if byte == UInt8(ascii: "/") {
        guard isPart(length, onlyDots) else { return false }
        length = 0
        onlyDots = true
      } else {
        guard 32 <= byte, byte != 127 else { return false }
        length += 1
        onlyDots = onlyDots && byte == UInt8(ascii: ".")
      }
    }
    return isPart(length, onlyDots)
  }

  private static func isPart(_ length: Int, _ onlyDots: Bool) -> Bool {
    0 < length && length <= 255 && !(onlyDots && length <= 2)
  }

  /// Names of the root that publication itself looks after.
  static let reserved: Set<String> = [BuildMark.fileName, keptPlaceholder]

  /// The placeholder by which git keeps the empty output folder.
  static let keptPlaceholder = ".gitkeep"

  /// The folder that holds `path`, or nil if that is the root.
  static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex
    else { return nil }
    return String(path[..<slash])
  }
}
