/// Whether a line break inside a sentence is a space.
enum LineJoin {
  /// Whether nothing stands between two scalars that a line break parts in the source.
  static func isSeamless(between left: Unicode.Scalar?, and right: Unicode.Scalar?) -> Bool {
    guard let left, let right else { return false }
    if left.isChinese { return right.isChinese || right.isSharedPunctuation }
    return left.isSharedPunctuation && right.isChinese
  }

  /// The scalar that the line after `lineBreak` begins with.
  static func scalar(after lineBreak: Node) -> Unicode.Scalar? {
    var sibling = lineBreak.next
    while let node = sibling {
      switch node.kind {
      case .text, .code: return node.withLiteral(Unicode.Scalar.init(firstOf:))
      case .emphasis, .strong, .strikethrough, .link: sibling = node.firstChild
      case .htmlInline: sibling = node.next
      default: return nil
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it is written without spaces around it: Chinese, Japanese, and full-width signs.
  fileprivate var isChinese: Bool {
    switch value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Quotation marks, dash and ellipsis belong to whichever script stands beside them.
  fileprivate var isSharedPunctuation: Bool {
    switch value {
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7: true
    default: false
    }
  }

  /// The first scalar of `text`.
  init?(firstOf text: Span<UInt8>) {
    guard 0 < text.count else { return nil }
    self.init(at: 0, in: text)
  }

  /// The last scalar of `text`.
  init?(lastOf text: Span<UInt8>) {
    var start = text.count - 1
    guard 0 <= start else { return nil }
    while 0 < start, text[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(at: start, in: text)
  }

  private init?(at start: Int, in text: Span<UInt8>) {
    var decoder = UTF8()
    var bytes = (start..<min(start + 4, text.count)).map { text[$0] }.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    self = scalar
  }
}
