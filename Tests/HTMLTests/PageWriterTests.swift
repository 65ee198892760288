import HTML
import Testing

@Suite struct PageWriterTests {
  @Test func `what is appended stands in order`() {
    var page = PageWriter(capacity: 1)
    page.append("公示")
    page.append(byte: 0x20)
    page.append(literal: "<p>")
    page.append([0x61, 0x62])
    page.append([0x63, 0x64, 0x65][1...])
    #expect(page.text() == "公示 <p>abde")
    #expect(page.count == 14)
    #expect(page.last == 0x65)
    #expect(page.text(from: 10) == "abde")
    #expect(page.withBytes { $0.count } == 14)
  }

  @Test func `a writer grows past its first room and keeps what it had`() {
    var page = PageWriter(capacity: 0)
    for number in 0..<10_000 { page.append(decimal: number) }
    #expect(page.text() == (0..<10_000).map(String.init).joined())
  }

  @Test(arguments: [
    Int64.min, -1_000_000, -10, -9, -1, 0, 1, 9, 10, 99, 100, 12_840_050, .max,
  ])
  func `a number is written as Swift writes it`(number: Int64) {
    var page = PageWriter()
    page.append(decimal: number)
    #expect(page.text() == String(number))
  }

  @Test func `a page is emptied and cut without losing its writer`() {
    var page = PageWriter()
    page.append("abcdef")
    page.truncate(to: 4)
    #expect(page.text() == "abcd")
    page.removeAll()
    #expect(page.text() == "" && page.last == nil)
    page.append("x")
    page.removeAll(keepingCapacity: false)
    page.append("yz")
    #expect(page.text() == "yz")
  }

  @Test func `a page cannot be cut beyond its end`() async {
    await #expect(processExitsWith: .failure) {
      var page = PageWriter()
      page.append("ab")
      page.truncate(to: 3)
    }
  }
}

@Suite struct EscapingTests {
  static func escaped(_ text: String) -> String {
    var page = PageWriter()
    page.appendEscaped(text)
    return page.text()
  }

  @Test(arguments: [
    ("", ""),
    ("水箱清洗", "水箱清洗"),
    ("&<>\"'", "&amp;&lt;&gt;&#34;&#39;"),
    ("a&b", "a&amp;b"),
    ("0123456789abcdef<", "0123456789abcdef&lt;"),
    ("0123456789abcde'0123456789abcdef", "0123456789abcde&#39;0123456789abcdef"),
    ("#%=?!;:，“”", "#%=?!;:，“”"),
  ])
  func `five characters become references`(text: String, html: String) {
    #expect(Self.escaped(text) == html)
  }

  @Test func `every byte at every place of a block is escaped as one alone would be`() {
    for byte in UInt8.min...127 {
      let alone = Self.escaped(String(UnicodeScalar(byte)))
      for place in 0..<40 {
        let before = String(repeating: "x", count: place)
        let after = String(repeating: "y", count: 39 - place)
        #expect(
          Self.escaped(before + String(UnicodeScalar(byte)) + after) == before + alone + after)
      }
    }
  }

  @Test func `bytes that are not text pass as they are`() {
    var page = PageWriter()
    page.appendEscaped([0xFF, 0x3C, 0xC3] as [UInt8])
    #expect(page.bytes() == [0xFF] + Array("&lt;".utf8) + [0xC3])
  }
}
