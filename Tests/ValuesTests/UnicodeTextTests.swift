import Testing

@testable import Values

@Suite struct `Text in NFC` {
  @Test(arguments: [
    "", "content/estates", "甘泉路街道·星河苑", "「公示」，2026年３月（第三届）〔2026〕3号", "カタカナ、ひらがな",
    "café", "Ω", "¥−％…—“”", "👍🏻", "한국", "\u{20000}",
  ])
  func `is left as it is`(text: String) {
    let normal = UnicodeText.normalized(text.utf8Span.span)
    #expect(normal == nil)
    let isNormalized = UnicodeText.isNormalized(text.utf8Span.span)
    #expect(isNormalized)
  }

  @Test(arguments: [
    ("cafe\u{301}", "caf\u{E9}"), ("\u{2126}", "\u{3A9}"), ("か\u{3099}", "が"),
    ("\u{F900}", "\u{8C48}"),
    ("\u{1112}\u{1161}\u{11AB}", "한"), ("a\u{301}\u{323}", "\u{1EA1}\u{301}"),
    ("\u{2000}", "\u{2002}"),
    ("\u{2F800}", "\u{4E3D}"),
  ])
  func `replaces its twins`(text: String, expected: String) {
    let normal = UnicodeText.normalized(text.utf8Span.span)
    #expect(normal == Array(expected.utf8))
    #expect(Array(UnicodeText.normalized(text).utf8) == Array(expected.utf8))
  }

  @Test func `is known at once only where no scalar can change`() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), UnicodeText.isInert(scalar) else { continue }
      let properties = scalar.properties
      guard properties.canonicalCombiningClass == .notReordered else {
        Issue.record("U+\(String(value, radix: 16)) can move")
        continue
      }
      // A letter before it shows whether it could join; the letters are those that marks join to.
      for letter in ["A", "か", "\u{1100}", "\u{AC00}", "\u{9C7}"] as [Unicode.Scalar] {
        let text = String(String.UnicodeScalarView([letter, scalar]))
        guard UnicodeText.slowlyNormalized(Array(text.utf8)) == Array(text.utf8) else {
          Issue.record("U+\(String(value, radix: 16)) can change")
          break
        }
      }
    }
  }
}

@Suite struct `Display width` {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("Ω", 1), ("阳", 2), ("，", 2), ("Ａ", 2), ("ﾊ", 1), ("　", 2), ("㎡", 2),
      ("한", 2),
      ("👍", 2), ("〔", 2), ("¥", 1), ("￥", 2), ("\u{20000}", 2), ("\u{301}", 0), ("\u{3099}", 0),
      ("\u{200B}", 0), ("\u{FE0F}", 0), ("\u{1161}", 0), ("\u{1100}", 2), ("\u{0}", 0), ("㐀", 2),
      ("\u{1F1E8}", 1), ("⏩", 2), ("\u{2FFFF}", 1),
    ] as [(Unicode.Scalar, Int)])
  func `is that of a terminal`(scalar: Unicode.Scalar, width: Int) {
    #expect(UnicodeText.displayWidth(of: scalar) == width)
  }
}
