/// What an address asks a browser to do, judged more suspiciously than any browser would.
package enum URLScheme: Hashable, Sendable {
  /// A place on this site: `../notices/`, `/ganquan/`, `#h-account`, or nothing.
  case relative
  case http
  case https
  case mailto
  case tel
  /// `//host/…`: another site under whatever scheme the page has.
  case schemeRelative
  /// A name before the host, as in `https://bank@evil.example/`, which hides where a link goes.
  case disguised
  /// Any other scheme, by its name in lower case as a browser would see it.
  case forbidden(String)

  /// Reads `address`, with character references already decoded.
  ///
  /// Browsers strip controls and spaces around an address, delete tabs and line breaks inside, and
  /// take `\` for `/`. All invisible characters are dropped here before anything is compared, and a
  /// `\` never makes an address look safer, since it may be written as `%5C` later.
  package init(of address: String) {
    let visible = Array(address.unicodeScalars.lazy.filter { !Self.isInvisible($0) })
    guard !(visible.count >= 2 && visible[..<2].allSatisfy { $0 == "/" || $0 == "\\" }) else {
      self = .schemeRelative
      return
    }
    guard let end = visible.firstIndex(where: Self.endsFirstPart), visible[end] == ":" else {
      self = .relative
      return
    }
    self.init(named: Self.lowercased(visible[..<end]), before: visible[(end + 1)...])
  }

  private init(named name: String, before rest: ArraySlice<Unicode.Scalar>) {
    switch name {
    case "http": self = Self.judgeHost(rest, else: .http, name: name)
    case "https": self = Self.judgeHost(rest, else: .https, name: name)
    case "mailto": self = .mailto
    case "tel": self = .tel
    default: self = .forbidden(String(name.prefix(40)))
    }
  }

  private static func judgeHost(
    _ rest: ArraySlice<Unicode.Scalar>, else scheme: URLScheme, name: String
  ) -> URLScheme {
    // Browsers mend `https:host` and `https:/host` in ways that depend on the page.
    guard rest.starts(with: ["/", "/"]) else { return .forbidden(name) }
    let authority = rest.dropFirst(2).prefix { $0 == ":" || !endsFirstPart($0) }
    guard !authority.contains(where: { $0 == "@" || $0 == "\\" }) else { return .disguised }
    return authority.isEmpty ? .forbidden(name) : scheme
  }

  private static func endsFirstPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "/", "?", "#": true
    default: false
    }
  }

  /// Whether a link of an editor may have it.
  package var isAllowedInLinks: Bool {
    switch self {
    case .relative, .http, .https, .mailto, .tel: true
    case .schemeRelative, .disguised, .forbidden: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard 0x20 < scalar.value else { return true }
    guard 0x7F <= scalar.value else { return false }
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format: return true
    default: return false
    }
  }

  private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars)
    return String(name).lowercased()
  }
}
