import HTML
import Testing

/// Text of a template around a value, in memory that reads on behind it.
@Suite struct LiteralTests {
  static let text = String(repeating: "<li class=\"甘泉\">", count: 4)
  static let lengths = [0, 1, 7, 15, 16, 17, 31, 40]

  /// Every split of a text into what stands before a value and what stands behind it.
  static func written(
    _ write: (inout PageWriter, UnsafePointer<UInt8>, _ before: Int, _ behind: Int) -> Void,
    wanting value: String
  ) {
    let padded = Array(text.utf8) + Array(repeating: 0, count: 16)
    for before in lengths {
      for behind in lengths where before + behind <= text.utf8.count {
        var page = PageWriter(capacity: 0)
        unsafe padded.withUnsafeBufferPointer {
          guard let start = $0.baseAddress else { return }
          unsafe write(&page, start, before, behind)
        }
        let bytes = Array(text.utf8)
        let wanted =
          bytes[..<before] + Array(value.utf8) + bytes[before..<(before + behind)]
        #expect(page.bytes() == Array(wanted))
      }
    }
  }

  @Test(arguments: [Int64.min, -7, 0, 9, 10, 99, 100, 12_840_050, .max])
  func `a number stands between the texts around it`(number: Int64) {
    unsafe Self.written(
      { page, start, before, behind in
        unsafe page.append(decimal: number, amid: start, before: before, behind: behind)
      }, wanting: String(number))
  }

  @Test(arguments: ["", "<", "甲 & 乙", "1234567&", "12345678'9", "no such byte in this line at all"])
  func `a text stands escaped between the texts around it`(text: String) {
    var escaped = PageWriter()
    escaped.appendEscaped(text)
    let bytes = Array(text.utf8)
    unsafe Self.written(
      { page, start, before, behind in
        unsafe bytes.withUnsafeBufferPointer {
          unsafe page.appendEscaped($0, amid: start, before: before, behind: behind)
        }
      }, wanting: escaped.text())
  }

  @Test func `a text alone stands as it is`() {
    unsafe Self.written(
      { page, start, before, behind in
        unsafe page.append(literal: start, count: before)
        unsafe page.append(literal: start + before, count: behind)
      }, wanting: "")
  }

  @Test(
    arguments: [PercentEncoding.segment, .path, .query, .address],
    ["", "/甘泉/a b?c=1&d='2'#x", "\"<>%41", "2026-11-20-notice"])
  func `an address is encoded, then escaped`(encoding: PercentEncoding, text: String) {
    var inTwoSteps = PageWriter()
    inTwoSteps.appendEscaped(encoding.encode(text))
    var page = PageWriter(capacity: 0)
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBufferPointer { unsafe page.appendEscaped($0, encoding: encoding) }
    #expect(page.text() == inTwoSteps.text())
  }
}
