extension CivilDate: Readable {
  /// Reads `2026-03-01`, `2026/3/1`, `2026年3月1日`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    self = try folded.takeDate()
    guard folded.isAtEnd else { throw .notADate }
  }
}

extension CivilDate: Printable {
  // Said again here, since a type that can be inlined must show its witnesses.
  @usableFromInline package var description: String { String(appending: appendText) }

  /// Appends `2026-03-01`.
  package func appendText(to output: inout [UInt8]) {
    output.append(addingCapacity: 10) { span in appendText(to: &span) }
  }

  /// Appends `2026-03-01` to a span that has room for 10 bytes.
  package func appendText(to output: inout OutputSpan<UInt8>) {
    let (year, month, day) = components
    output.appendPair(year / 100)
    output.appendPair(year % 100)
    output.append(UInt8(ascii: "-"))
    output.appendPair(month)
    output.append(UInt8(ascii: "-"))
    output.appendPair(day)
  }

  /// Appends `2026年3月1日`.
  package func appendChinese(to output: inout [UInt8]) {
    let (year, month, day) = components
    Int64(year).appendText(to: &output)
    output.append(contentsOf: "年".utf8)
    Int64(month).appendText(to: &output)
    output.append(contentsOf: "月".utf8)
    Int64(day).appendText(to: &output)
    output.append(contentsOf: "日".utf8)
  }

  /// 2026年3月1日.
  package var chinese: String { String(appending: appendChinese) }
}

extension FoldedText {
  /// Reads a date and leaves what follows it.
  mutating func takeDate() throws(Malformed) -> CivilDate {
    guard next != nil else { throw .empty }
    guard let year = takeDigits(4, 4), let separator = next,
      take("-") || take("/") || take("年"),
      let month = takeDigits(1, 2), take(separator == "年" ? "月" : separator),
      let day = takeDigits(1, 2), separator != "年" || take("日")
    else { throw .notADate }
    return try CivilDate(year: year, month: month, day: day)
  }
}

extension OutputSpan<UInt8> {
  /// Appends two digits of a number below one hundred.
  mutating func appendPair(_ number: Int) {
    append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
