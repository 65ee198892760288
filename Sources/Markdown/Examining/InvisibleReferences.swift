import Source

/// Character references bring nothing invisible into a body.
///
/// What stands in the file as it is was seen when its bytes were read; only what cmark decodes,
/// `&#x202E;` for example, can first be seen here.
struct InvisibleReferences {
  private let references: [Reference]
  private var isSaid: Set<Int> = []

  /// A reference in the source that stands for an invisible scalar.
  private struct Reference {
    let scalar: Unicode.Scalar
    let range: SourceRange
  }

  init(_ places: Places) {
    references = Self.references(in: places.file.bytes, places.body)
  }

  /// What to say of `text`, decoded from somewhere in `area`.
  mutating func findings(
    in text: String, from area: SourceRange, nearest block: SourceRange, in file: SourceFile
  ) -> [Diagnostic] {
    guard !references.isEmpty else { return [] }
    var found: [Diagnostic] = []
    for scalar in text.unicodeScalars {
      guard let kind = Invisible(scalar), let index = place(of: scalar, in: area) else { continue }
      isSaid.insert(index)
      found.append(Self.finding(scalar, kind, at: references[index].range, in: file))
    }
    return found
  }

  private func place(of scalar: Unicode.Scalar, in area: SourceRange) -> Int? {
    references.indices.first { index in
      let reference = references[index]
      return reference.scalar == scalar && area.lower <= reference.range.lower
        && reference.range.upper <= area.upper && !isSaid.contains(index)
    }
  }

  private static func finding(
    _ scalar: Unicode.Scalar, _ kind: Invisible, at range: SourceRange, in file: SourceFile
  ) -> Diagnostic {
    let name = codePoint(of: scalar)
    return Diagnostic(
      "S3", kind == .zeroWidth ? .warning : .error, message(kind, name),
      at: Location(file, range), found: Wording(name),
      help: [
        Wording(
          zh: "删去 \(file.text(in: range))；它不显示，却会改变或遮盖别的文字",
          en: "delete \(file.text(in: range)); it shows nothing but can change or hide other text")
      ],
      fixes: [
        Fix(
          Wording(zh: "删去它", en: "delete it"), replacing: range, with: "", confidence: .likely)
      ])
  }

  private static func message(_ kind: Invisible, _ name: String) -> Wording {
    switch kind {
    case .control:
      Wording(zh: "这里写出了一个控制字符（\(name)）", en: "this stands for a control character (\(name))")
    case .bidirectional:
      Wording(
        zh: "这里写出了一个改变文字方向的字符（\(name)）",
        en: "this stands for a character that turns the direction of text (\(name))")
    case .zeroWidth:
      Wording(zh: "这里写出了一个看不见的字符（\(name)）", en: "this stands for an invisible character (\(name))")
    }
  }

  private static func codePoint(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

// Finding references in the source.
extension InvisibleReferences {
  /// No reference that cmark knows is longer.
  private static let longest = 32

  private static func references(in bytes: [UInt8], _ body: SourceRange) -> [Reference] {
    var found: [Reference] = []
    for index in body.lower..<body.upper where bytes[index] == UInt8(ascii: "&") {
      let limit = min(body.upper, index + longest)
      guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")) else { continue }
      let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      guard let scalar = scalar(named: name), Invisible(scalar) != nil else { continue }
      found.append(Reference(scalar: scalar, range: SourceRange(index, end + 1)))
    }
    return found
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init)
  }

  /// The names HTML has for them.
  private static let named: [String: Unicode.Scalar] = [
    "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "lrm": "\u{200E}", "rlm": "\u{200F}",
    "ZeroWidthSpace": "\u{200B}", "NegativeThinSpace": "\u{200B}",
    "NegativeMediumSpace": "\u{200B}", "NegativeThickSpace": "\u{200B}",
    "NegativeVeryThinSpace": "\u{200B}", "NoBreak": "\u{2060}", "af": "\u{2061}",
    "ApplyFunction": "\u{2061}", "it": "\u{2062}", "InvisibleTimes": "\u{2062}",
    "ic": "\u{2063}", "InvisibleComma": "\u{2063}",
  ]
}
