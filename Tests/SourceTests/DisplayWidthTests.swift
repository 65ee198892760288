import Testing

@testable import Source

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("标题", 4), ("：", 2), ("（2026）", 8), ("Ａ１", 4), ("ｱ", 1), ("한글", 4),
    ("é", 1), ("e\u{301}", 1), ("🏠", 2), ("—…“”", 4), ("㎡", 2), ("〔〕", 4), ("𠀀", 2),
    ("\u{200B}", 0),
    ("¥￥", 3), ("ไทย", 3),
  ])
  func `a text takes the columns of a terminal`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
