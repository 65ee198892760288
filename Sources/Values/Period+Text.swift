extension Period: Readable {
  /// Reads a period of any kind: `2026`, `2026-H1`, `2026年第三季度`, `2026-03`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    guard folded.next != nil else { throw .empty }
    guard let year = folded.takeDigits(4, 4) else { throw .notAPeriod }
    let (kind, number) = try folded.takePeriodOfYear()
    guard folded.isAtEnd else { throw .notAPeriod }
    try self.init(kind, number, of: year)
  }

  /// Reads a period of one kind.
  package init(reading text: Span<UInt8>, as kind: Kind) throws(Malformed) {
    let period = try Period(reading: text)
    guard period.kind == kind else { throw .wrongPeriod(found: period.kind) }
    self = period
  }

  /// Reads a period of one kind outside hot paths.
  package init(reading text: String, as kind: Kind) throws(Malformed) {
    try self.init(reading: text.utf8Span.span, as: kind)
  }
}

extension FoldedText {
  /// Reads what stands after the year's digits.
  fileprivate mutating func takePeriodOfYear() throws(Malformed) -> (kind: Period.Kind, Int) {
    if isAtEnd { return (.year, 1) }
    if take("-") { return try takeNarrowPeriod() }
    guard take("年") else { throw .notAPeriod }
    return isAtEnd ? (.year, 1) : try takeChinesePeriod()
  }

  private mutating func takeNarrowPeriod() throws(Malformed) -> (kind: Period.Kind, Int) {
    let kind: Period.Kind = take("Q") ? .quarter : take("H") ? .half : .month
    guard let number = kind == .month ? takeDigits(1, 2) : takeDigits(1, 1) else {
      throw .notAPeriod
    }
    return (kind, number)
  }

  private mutating func takeChinesePeriod() throws(Malformed) -> (kind: Period.Kind, Int) {
    if take(word: "上半年") { return (.half, 1) }
    if take(word: "下半年") { return (.half, 2) }
    let isNumbered = take("第")
    if let number = takeQuarterNumeral() ?? takeDigits(1, 2) {
      if take(word: "季度") { return (.quarter, number) }
      if !isNumbered, take("月") { return (.month, number) }
    }
    throw .notAPeriod
  }

  /// Steps over 一 to 四 before 季度; months are not written so.
  private mutating func takeQuarterNumeral() -> Int? {
    guard self[ahead: 1] == "季" else { return nil }
    return take("一") ? 1 : take("二") ? 2 : take("三") ? 3 : take("四") ? 4 : nil
  }
}

extension Period: Printable {
  /// Appends `2026`, `2026-H1`, `2026-Q3` or `2026-03`.
  package func appendText(to output: inout [UInt8]) {
    output.append(addingCapacity: 7) { span in
      span.appendPair(year / 100)
      span.appendPair(year % 100)
      guard kind != .year else { return }
      span.append(UInt8(ascii: "-"))
      guard kind != .month else { return span.appendPair(number) }
      span.append(kind == .half ? UInt8(ascii: "H") : UInt8(ascii: "Q"))
      span.append(0x30 + UInt8(truncatingIfNeeded: number))
    }
  }

  /// 2026年, 2026年上半年, 2026年第三季度 or 2026年3月.
  package var chinese: String {
    switch kind {
    case .year: "\(year)年"
    case .half: "\(year)年\(number == 1 ? "上" : "下")半年"
    case .quarter: "\(year)年第\(ChineseNumeral.lower(Int64(number)))季度"
    case .month: "\(year)年\(number)月"
    }
  }
}
