/// Reads HTML as strictly as nobody else does, and names the first thing that is not allowed.
struct StrictHTML {
  private static let elements: [String: Set<String>] = [
    "p": [], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"],
    "blockquote": [], "ul": [], "ol": ["start"], "li": ["class", "id"], "hr": [], "br": [],
    "pre": [], "code": ["class"], "em": [], "strong": [], "del": [], "sup": [],
    "a": ["href", "title", "id", "aria-label"], "img": ["src", "alt", "title"],
    "input": ["type", "disabled", "checked", "aria-label"],
    "section": ["class", "aria-label"], "div": ["class", "tabindex", "role", "aria-label"],
    "table": [], "thead": [], "tbody": [], "tr": [], "th": ["scope", "class"], "td": ["class"],
  ]
  private static let void: Set<String> = ["hr", "br", "img", "input"]
  private static let references = ["&amp;", "&lt;", "&gt;", "&#34;", "&#39;"]
  private static let classes: Set<String> = [
    "task", "table", "footnotes", "left", "center", "right",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []

  /// What is wrong with `html`, or nil.
  static func fault(in html: String) -> String? {
    var reader = StrictHTML(bytes: Array(html.utf8))
    return reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> String? {
    while index < bytes.count {
      let fault = bytes[index] == UInt8(ascii: "<") ? readTag() : readTextByte()
      if let fault { return fault }
    }
    return open.isEmpty ? nil : "not closed: \(open)"
  }

  private mutating func readTextByte() -> String? {
    defer { index += 1 }
    switch bytes[index] {
    case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return "a raw character at \(index)"
    case UInt8(ascii: "&"):
      let rest = bytes[index...]
      return Self.references.contains { rest.starts(with: $0.utf8) } ? nil : "a raw & at \(index)"
    default: return nil
    }
  }

  private mutating func readTag() -> String? {
    index += 1
    let isEnd = take("/")
    let name = takeName()
    guard let allowed = Self.elements[name] else { return "element '\(name)'" }
    if isEnd {
      guard open.popLast() == name, take(">") else { return "wrong end of \(name)" }
      return nil
    }
    if !Self.void.contains(name) { open.append(name) }
    var seen: Set<String> = []
    while take(" ") {
      let attribute = takeName()
      guard allowed.contains(attribute), seen.insert(attribute).inserted else {
        return "attribute '\(attribute)' of \(name)"
      }
      let isBare = attribute == "disabled" || attribute == "checked"
      if isBare { continue }
      guard take("="), take("\""), let value = takeValue() else { return "value of \(attribute)" }
      if let fault = Self.fault(in: value, of: attribute) { return fault }
    }
    return take(">") ? nil : "end of tag \(name)"
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func takeName() -> String {
    let start = index
    while index < bytes.count, "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains(bytes[index]) {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func takeValue() -> String? {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] != UInt8(ascii: "<") else { return nil }
      if readTextByte() != nil { return nil }
    }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    return take("\"") ? value : nil
  }

  private static func fault(in value: String, of attribute: String) -> String? {
    switch attribute {
    case "href", "src": return harm(of: value, isImage: attribute == "src")
    case "class":
      return classes.contains(value) || value.hasPrefix("language-") ? nil : "class \(value)"
    case "id":
      let isOurs = ["h-", "fn-", "fnref-"].contains { value.utf8.starts(with: $0.utf8) }
      return isOurs ? nil : "id \(value)"
    default: return nil
    }
  }

  private static func harm(of address: String, isImage: Bool) -> String? {
    guard address.utf8.allSatisfy({ 0x20 < $0 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
      return "a byte that no address has in \(address)"
    }
    let lowered = address.lowercased()
    if !isImage, ["http://", "https://", "mailto:", "tel:"].contains(where: lowered.hasPrefix) {
      return nil
    }
    let beginning = lowered.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !beginning.contains(":"), !lowered.hasPrefix("//") else { return "address \(address)" }
    return nil
  }
}
