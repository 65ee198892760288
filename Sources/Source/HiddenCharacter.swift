/// A character that people cannot see but that changes what a text says or how it stands.
///
/// Named as `U+202E` in every message and excerpt, never shown raw.
package struct HiddenCharacter: Hashable, Sendable {
  package let scalar: Unicode.Scalar
  /// Where it stands, in the indices of the slice that was searched.
  package let range: SourceRange
  package let kind: Kind

  /// What a hidden character does to the text.
  package enum Kind: Hashable, Sendable {
    /// C0 and C1 controls but tab, LF and CR; refused everywhere.
    case control
    /// U+0085, U+2028, U+2029: line breaks that no editor shows; refused everywhere.
    case lineBreak
    /// U+202A–202E, U+2066–2069: they turn the reading direction; refused everywhere.
    case direction
    /// Zero-width characters and tags: refused in single-line values, a warning in bodies.
    case invisible
  }

  package init(scalar: Unicode.Scalar, range: SourceRange, kind: Kind) {
    self.scalar = scalar
    self.range = range
    self.kind = kind
  }

  /// Whether no text may hold it, of whatever field.
  package var isRefusedEverywhere: Bool { kind != .invisible }

  /// What `scalar` hides, or nil if it is an honest character.
  package static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: nil
    case 0x85, 0x2028, 0x2029: .lineBreak
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0x202A...0x202E, 0x2066...0x2069: .direction
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xE0000...0xE007F: .invisible
    default: nil
    }
  }

  /// Every hidden character of `bytes`, in order; bytes that are not UTF-8 are passed over.
  package static func find(in bytes: ArraySlice<UInt8>) -> [HiddenCharacter] {
    var found: [HiddenCharacter] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      guard mayHide(lead), let (scalar, length) = scalar(in: bytes, at: index) else {
        index += 1
        continue
      }
      if let kind = kind(of: scalar) {
        let range = SourceRange(index, index + length)
        found.append(HiddenCharacter(scalar: scalar, range: range, kind: kind))
      }
      index += length
    }
    return found
  }

  /// Every hidden character of a text that has no place of its own, such as a decoded entity.
  package static func find(in text: String) -> [HiddenCharacter] {
    find(in: Array(text.utf8)[...])
  }

  private static func mayHide(_ lead: UInt8) -> Bool {
    switch lead {
    case 0x00...0x1F, 0x7F, 0xC2, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  private static func scalar(
    in bytes: ArraySlice<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var decoder = UTF8()
    var iterator = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}

extension HiddenCharacter {
  /// The name that stands for it: `U+202E`.
  package var name: String { Self.name(of: scalar) }

  /// The name by which every message speaks of `scalar`: `U+202E`.
  package static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// `text` with every hidden character replaced by its name in angle brackets.
  package static func revealed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { kind(of: $0) != nil }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if kind(of: scalar) == nil {
        shown.append(scalar)
      } else {
        shown.append(contentsOf: "<\(name(of: scalar))>".unicodeScalars)
      }
    }
    return String(shown)
  }
}

extension HiddenCharacter {
  /// The finding S3 for this character at `location`.
  ///
  /// A fix that deletes it comes along where `location` holds the very character and nothing else.
  package func diagnostic(
    at location: Location, severity: Severity = .error, key: String? = nil
  ) -> Diagnostic {
    let isVeryCharacter = location.range.map { $0.upper - $0.lower } == UTF8.width(scalar)
    var fixes: [Fix] = []
    if isVeryCharacter, let range = location.range {
      fixes.append(
        Fix(
          Wording(zh: "删掉 \(name)", en: "delete \(name)"), replacing: range, with: "",
          confidence: kind == .invisible ? .certain : .likely))
    }
    return Diagnostic(
      "S3", severity,
      Wording(
        zh: "这里藏着一个看不见的字符 \(name)（\(meaning.chinese)）",
        en: "an invisible character \(name) is hidden here (\(meaning.english))"),
      at: location, key: key, help: [advice], fixes: fixes)
  }

  private var meaning: Wording {
    switch kind {
    case .control: Wording(zh: "控制字符", en: "a control character")
    case .lineBreak:
      Wording(zh: "编辑器里看不到的换行", en: "a line break that editors do not show")
    case .direction:
      Wording(zh: "会颠倒文字的阅读方向", en: "it turns the reading direction around")
    case .invisible: Wording(zh: "没有宽度", en: "it has no width")
    }
  }

  private var advice: Wording {
    Wording(
      zh: "多半是从网页或聊天软件复制时带进来的；请删掉这一处，再把文字重新打一遍",
      en: "it mostly comes along when text is copied from a web page or a chat; "
        + "delete this spot and type the words again")
  }
}
