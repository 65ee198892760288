/// What remains of HTML when only its text is wanted, as MarkupSafe's `striptags` has it.
enum MarkupText {
  /// The text with spaces folded and references read.
  static func withoutTags(_ html: String) -> String {
    let plain = withoutTags(in: withoutComments(in: Array(html.unicodeScalars)))
    let words = plain.split(whereSeparator: \.isPythonSpace)
    return References.shared.resolve(in: Array(words.joined(separator: [" "])))
  }

  /// Takes comments away one by one; what stood around one may make another.
  private static func withoutComments(in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var rest = text[...]
    while let scalar = rest.popFirst() {
      kept.append(scalar)
      guard kept.suffix(4).elementsEqual("<!--".unicodeScalars) else { continue }
      guard let end = endOfComment(rest) else { return kept + rest }
      kept.removeLast(4)
      rest = rest[end...]
    }
    return kept
  }

  /// Where a comment ends whose beginning has been read.
  private static func endOfComment(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    // `<!-->` ends itself: the dashes of the beginning count.
    var dashes = 2
    for index in text.indices {
      if text[index] == ">", 2 <= dashes { return index + 1 }
      dashes = text[index] == "-" ? dashes + 1 : 0
    }
    return nil
  }

  private static func withoutTags(in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var rest = text[...]
    while let scalar = rest.first {
      guard scalar == "<" else {
        kept.append(scalar)
        rest.removeFirst()
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return kept + rest }
      rest = rest[(end + 1)...]
    }
    return kept
  }
}

/// The references of HTML, such as `&amp;`, read as Python's `html.unescape` reads them.
struct References: Sendable {
  static let shared = References()

  private let named: [String: String]

  private init() {
    var named: [String: String] = [:]
    for word in ReferenceTable.text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = word.split(separator: "=")
      guard parts.count == 2 else { preconditionFailure("the table has names with code points") }
      let scalars = parts[1].split(separator: "+").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      named[String(parts[0])] = String(String.UnicodeScalarView(scalars))
    }
    self.named = named
  }

  func resolve(in text: [Unicode.Scalar]) -> String {
    var result = ""
    var rest = text[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let (resolved, length) = reference(rest) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      result += resolved
      rest = rest.dropFirst(length)
    }
    return result
  }

  /// What the reference at the beginning stands for, and how long it is.
  private func reference(_ text: ArraySlice<Unicode.Scalar>) -> (String, length: Int)? {
    guard let first = text.first else { return nil }
    if first == "#" { return numbered(text) }
    let name = text.prefix(32).prefix { !"\t\n\u{C} <&#;".unicodeScalars.contains($0) }
    guard !name.isEmpty else { return nil }
    let isClosed = text.dropFirst(name.count).first == ";"
    let word = Self.string(name) + (isClosed ? ";" : "")
    if let known = named[word] { return (known, name.count + (isClosed ? 1 : 0)) }
    // Old names count without a semicolon, the longest first.
    let longest = name.count - (isClosed ? 0 : 1)
    for length in stride(from: longest, to: 1, by: -1) {
      if let known = named[Self.string(name.prefix(length))] { return (known, length) }
    }
    return nil
  }

  private func numbered(_ text: ArraySlice<Unicode.Scalar>) -> (String, length: Int)? {
    let isHex = ["x", "X"].contains(text.dropFirst().first)
    let digits = text.dropFirst(isHex ? 2 : 1).prefix { scalar in
      scalar.isASCII
        ? isHex ? scalar.properties.isASCIIHexDigit : 0x30...0x39 ~= scalar.value : false
    }
    guard !digits.isEmpty else { return nil }
    let end = (isHex ? 2 : 1) + digits.count
    let length = text.dropFirst(end).first == ";" ? end + 1 : end
    // What overflows is beyond all code points anyway.
    let number = UInt32(Self.string(digits), radix: isHex ? 16 : 10) ?? .max
    return (Self.character(number), length)
  }

  private static func character(_ number: UInt32) -> String {
    switch number {
    case 0, 0xD800...0xDFFF, 0x110000...: "\u{FFFD}"
    case 0x0D: "\r"
    case 0x80...0x9F: String(windows1252[Int(number) - 0x80])
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: ""
    case _ where number & 0xFFFE == 0xFFFE: ""
    default: Unicode.Scalar(number).map { String($0) } ?? ""
    }
  }

  /// What 0x80 to 0x9F mean in the pages of old.
  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
