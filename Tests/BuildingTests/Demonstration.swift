import Publishing

/// The demonstration site of this repository.
enum Demonstration {
  static let day = "2026-11-20"

  /// The folder that holds `content/` and all else that the program embeds.
  static let repository: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// A copy of the records alone.
  static func copied(isBackwards: Bool = false) throws -> Workplace {
    let place = try Workplace()
    try place.copy("\(repository)/content", to: "content", isBackwards: isBackwards)
    return place
  }

  /// All that is published of it, built once for all tests.
  static let published: Result<[String: [UInt8]], any Error> = Result {
    let place = try copied()
    let run = try place.sunboard("build", "--as-of", day)
    guard run.exitCode == 0 else {
      throw Failure(exitCode: run.exitCode, errors: run.errors)
    }
    return try place.files("public")
  }

  /// What the program said instead of building.
  struct Failure: Error {
    let exitCode: Int32
    let errors: String
  }

  /// The published pages by their paths, sorted.
  static func pages() throws -> [(path: String, html: String)] {
    try published.get().filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map {
      ($0.key, String(decoding: $0.value, as: UTF8.self))
    }
  }
}
