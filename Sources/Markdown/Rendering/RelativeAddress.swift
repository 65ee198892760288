/// Addresses that depend on the page they stand on.
enum RelativeAddress {
  /// `address` as a path from the root, seen from the page at `base` (RFC 3986, 5.2).
  ///
  /// No number of `..` leads out of the site.
  static func resolve(_ address: String, against base: String) -> String {
    let (path, rest) = split(address)
    guard !path.isEmpty else {
      return rest.hasPrefix("#") || !rest.isEmpty ? split(base).path + rest : base
    }
    guard !path.utf8.starts(with: "/".utf8) else { return normalized(path) + rest }
    let folder = split(base).path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    return normalized(folder + "/" + path) + rest
  }

  /// The path of an address, and its query and fragment.
  static func split(_ address: String) -> (path: String, rest: String) {
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    guard let end else { return (address, "") }
    return (String(address[..<end]), String(address[end...]))
  }

  private static func normalized(_ path: String) -> String {
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for part in parts {
      switch part {
      case ".": continue
      case "..": if !kept.isEmpty { kept.removeLast() }
      default: kept.append(part)
      }
    }
    // `a/.` and `a/..` name folders, so their slash stays.
    if let last = parts.last, last == "." || last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/")
  }

  /// `path` with `%XX` read back to text.
  static func decoded(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    let bytes = Array(path.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
