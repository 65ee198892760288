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
    output.append(addingCapacity: 17) { span in
      span.appendPair(year / 100)
      span.appendPair(year % 100)
      span.append(utf8Of: "年")
      span.appendShort(month)
      span.append(utf8Of: "月")
      span.appendShort(day)
      span.append(utf8Of: "日")
    }
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
  /// Appends a number below one hundred without a zero before it.
  mutating func appendShort(_ number: Int) {
    guard number < 10 else { return appendPair(number) }
    append(UInt8(truncatingIfNeeded: 0x30 + number))
  }

  /// Appends a scalar between U+0800 and U+FFFF, as all Chinese units are.
  mutating func append(utf8Of scalar: Unicode.Scalar) {
    append(UInt8(truncatingIfNeeded: 0xE0 | scalar.value >> 12))
    append(UInt8(truncatingIfNeeded: 0x80 | scalar.value >> 6 & 0x3F))
    append(UInt8(truncatingIfNeeded: 0x80 | scalar.value & 0x3F))
  }
}
