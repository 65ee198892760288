/// What a published tree says of itself in `build.json`.
package struct BuildMark: Hashable, Sendable {
  package let id: BuildID
  /// The version of the program.
  package let version: String
  /// The as-of date, as `2026-10-15`.
  package let asOf: String

  package init(id: BuildID, version: String, asOf: String) {
    self.id = id
    self.version = version
    self.asOf = asOf
  }

  /// The file's name in the root of the tree.
  static let fileName = "build.json"

  /// The bytes of the file; `files` counts all published files, this one included.
  func json(files: Int) -> [UInt8] {
    let text = """
      {"build_id":"\(id.text)","version":"\(Self.escaped(version))",\
      "as_of":"\(Self.escaped(asOf))","files":\(files)}

      """
    return Array(text.utf8)
  }

  /// The id that such a file names, or nil if it is none of ours.
  static func id(in json: [UInt8]) -> BuildID? {
    let key = Array("\"build_id\":\"".utf8)
    guard let range = json.firstRange(of: key) else { return nil }
    return BuildID(reading: String(decoding: json[range.upperBound...].prefix(32), as: UTF8.self))
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars where 32 <= scalar.value {
      if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
