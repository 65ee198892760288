/// Addresses that depend on the page they stand on.
enum RelativeAddress {
  /// `address` as a path from the root, seen from the page at `base` (RFC 3986, 5.2).
  ///
  /// No number of `..` leads out of the site.
  static func resolve(_ address: String, against base: String) -> String {
    let (path, rest) = split(address)
    guard !path.isEmpty else { return rest.isEmpty ? base : split(base).path + rest }
    guard path.utf8.first != slash else { return normalized(path) + rest }
    let page = split(base).path.utf8
    let folder = page.prefix(through: page.lastIndex(of: slash) ?? page.startIndex)
    return normalized(String(Substring(folder)) + path) + rest
  }

  /// The path of an address, and its query and fragment.
  static func split(_ address: String) -> (path: String, rest: String) {
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    guard let end else { return (address, "") }
    return (String(address[..<end]), String(address[end...]))
  }

  // Bytes, not characters: a `/` with a mark combined above it still parts two names.
  private static let slash = UInt8(ascii: "/")

  private static func normalized(_ path: String) -> String {
    var kept: [Substring.UTF8View] = []
    let parts = path.utf8.split(separator: slash, omittingEmptySubsequences: false).dropFirst()
    for part in parts {
      if isDots(part, count: 1) { continue }
      if !isDots(part, count: 2) {
        kept.append(part)
      } else if !kept.isEmpty {
        kept.removeLast()
      }
    }
    var joined = kept.map { "/" + String(Substring($0)) }.joined()
    // `a/.` and `a/..` name folders, so their slash stays.
    if let last = parts.last, isDots(last, count: 1) || isDots(last, count: 2) { joined += "/" }
    return joined.isEmpty ? "/" : joined
  }

  private static func isDots(_ part: Substring.UTF8View, count: Int) -> Bool {
    part.count == count && part.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// `path` with `%XX` read back to text.
  static func decoded(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    let bytes = Array(path.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = hexValue(of: bytes[index + 1], bytes[index + 2])
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

  private static func hexValue(of high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = Character(UnicodeScalar(high)).hexDigitValue,
      let low = Character(UnicodeScalar(low)).hexDigitValue
    else { return nil }
    return UInt8(high * 16 + low)
  }
}
