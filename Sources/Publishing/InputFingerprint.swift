import Crypto

/// A hash of everything that goes into a build, whose end is the build's id.
///
/// Files may be hashed by several threads; their hashes come in here in the order of their paths.
package struct InputFingerprint {
  private var function = SHA256()
  private var last: String?

  package init() {}

  /// Adds one input file by the hash of its bytes; paths come in ascending byte order.
  package mutating func add(_ path: String, _ content: ContentHash) {
    if let last {
      precondition(
        last.utf8.lexicographicallyPrecedes(path.utf8),
        "input files are added once each, sorted by the bytes of their paths")
    }
    last = path
    add(field: Array(path.utf8))
    add(field: content.bytes)
  }

  /// Adds one input file by its bytes.
  package mutating func add(_ path: String, _ bytes: Span<UInt8>) {
    add(path, ContentHash(of: bytes))
  }

  /// Adds an input that is no file, such as the as-of date or the program's version.
  package mutating func note(_ name: String, _ value: String) {
    add(field: Array(name.utf8))
    add(field: Array(value.utf8))
  }

  /// The id of the build with exactly these inputs.
  package consuming func finish() -> BuildID {
    BuildID(ContentHash(function.finalize()))
  }

  // The length goes first, so that no two series of fields look the same.
  private mutating func add(field: [UInt8]) {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: UInt64(field.count) >> (8 * UInt64($0))) }
    function.update(data: length)
    function.update(data: field)
  }
}

/// The name of a build: 32 hexadecimal digits of the hash of its inputs.
package struct BuildID: Hashable, Sendable {
  /// The digits, in lower case.
  package let text: String

  init(_ hash: ContentHash) {
    text = hexadecimalDigits(hash.bytes.prefix(16))
  }

  /// Reads an id, and only that form: it becomes the name of a folder.
  package init?(reading text: some StringProtocol) {
    let digits = Set("0123456789abcdef".utf8)
    guard text.utf8.count == 32, text.utf8.allSatisfy(digits.contains) else { return nil }
    self.text = String(text)
  }
}
