import Testing

@testable import Source

struct HiddenCharacterTests {
  @Test func `tab, line feed, carriage return and honest letters are no hidden characters`() {
    #expect(HiddenCharacter.find(in: "a\tb\r\n业（é）“…”\u{3000}\u{A0}🏠\u{FE0F}").isEmpty)
  }

  @Test func `hidden characters are found with their places and kinds`() {
    let found = HiddenCharacter.find(in: "a\u{0}业\u{85}\u{2028}\u{202E}\u{200B}\u{E0041}z")
    #expect(found.map(\.name) == ["U+0000", "U+0085", "U+2028", "U+202E", "U+200B", "U+E0041"])
    #expect(
      found.map(\.kind)
        == [.control, .lineBreak, .lineBreak, .direction, .invisible, .invisible])
    #expect(
      found.map(\.range)
        == [(1, 2), (5, 7), (7, 10), (10, 13), (13, 16), (16, 20)].map { SourceRange($0.0, $0.1) })
    #expect(found.map(\.isRefusedEverywhere) == [true, true, true, true, false, false])
  }

  @Test func `bytes that are no UTF-8 are passed over`() {
    let bytes: [UInt8] = [0xE2, 0x80, 0x07, 0xC2, 0xF3, 0xA0, 0xEF]
    #expect(HiddenCharacter.find(in: bytes[...]).map(\.range) == [SourceRange(2, 3)])
  }

  @Test func `a revealed text names what it hides and keeps the rest`() {
    #expect(HiddenCharacter.revealed("甲\u{202E}乙\tc") == "甲<U+202E>乙\tc")
    #expect(HiddenCharacter.revealed("甲\u{1B}[31m") == "甲<U+001B>[31m")
  }

  @Test func `a finding at a wider place has no fix that deletes too much`() throws {
    let file = SourceFile(path: "a", text: "x: \"\\u202E\"")
    let hidden = try #require(HiddenCharacter.find(in: "\u{202E}").first)
    let wide = hidden.diagnostic(at: Location(file, SourceRange(3, 11)), key: "x")
    #expect(wide.fixes.isEmpty)
    #expect(wide.key == "x")
    #expect(!hidden.diagnostic(at: Location(file, SourceRange(0, 3))).fixes.isEmpty)
  }
}
