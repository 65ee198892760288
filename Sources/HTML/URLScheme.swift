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
  /// take `\` for `/`; all invisible characters are dropped here before anything is compared.
  package init(of address: String) {
    let visible = Self.visibleScalars(of: address)
    guard !(visible.starts(with: ["/", "/"])) else {
      self = .schemeRelative
      return
    }
    guard let end = visible.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }),
      visible[end] == ":"
    else {
      self = .relative
      return
    }
    self.init(named: Self.lowercased(visible[..<end]), before: visible[(end + 1)...])
  }

  private init(named name: String, before rest: ArraySlice<Unicode.Scalar>) {
    switch name {
    case "http", "https":
      self = Self.judgeHost(rest, else: name == "http" ? .http : .https, name: name)
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
    let authority = rest.dropFirst(2).prefix { !"/?#".unicodeScalars.contains($0) }
    guard !authority.contains("@") else { return .disguised }
    return authority.isEmpty ? .forbidden(name) : scheme
  }

  /// Whether a link of an editor may have it.
  package var isAllowedInLinks: Bool {
    switch self {
    case .relative, .http, .https, .mailto, .tel: true
    case .schemeRelative, .disguised, .forbidden: false
    }
  }

  private static func visibleScalars(of address: String) -> [Unicode.Scalar] {
    var visible: [Unicode.Scalar] = []
    for scalar in address.unicodeScalars where !isInvisible(scalar) {
      visible.append(scalar == "\\" ? "/" : scalar)
    }
    return visible
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
