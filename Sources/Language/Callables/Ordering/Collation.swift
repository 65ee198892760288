/// An order of texts that people expect and code points do not give.
enum Collation: String, CaseIterable, Sendable {
  /// Numbers in texts count as numbers, those in Chinese numerals too: 2栋, 10栋; 第二, 第十二.
  case natural
  /// By how characters are read, then by their strokes; numbers in digits count as numbers.
  case pinyin
  /// By how many strokes characters have; numbers in digits count as numbers.
  case stroke

  /// Numbers that stand in the order of the texts they are made from.
  ///
  /// Numbers come first, then what is no Chinese character by code point, then the characters that
  /// the tables know, then all others. Characters that are read alike, or have as many strokes,
  /// stand in the order of strokes and code points, so those of one name stay together.
  func key(of text: String) -> [UInt64] {
    var rest = Array(text.unicodeScalars)[...]
    var key: [UInt64] = []
    if self == .pinyin, let first = CharacterTable.shared.rank(startOf: rest) {
      key.append(Self.ranked(first))
      rest.removeFirst()
    }
    while let scalar = rest.first {
      if let number = leadingNumber(&rest) {
        key.append(number)
      } else {
        key.append(place(of: scalar))
        rest.removeFirst()
      }
    }
    return key
  }

  private func leadingNumber(_ rest: inout ArraySlice<Unicode.Scalar>) -> UInt64? {
    if let number = NumberInText.leadingDigits(&rest) { return number }
    return self == .natural ? NumberInText.leadingNumeral(&rest) : nil
  }

  private func place(of scalar: Unicode.Scalar) -> UInt64 {
    let rank: UInt64? =
      switch self {
      case .natural: nil
      case .pinyin: CharacterTable.shared.rank(byReadingOf: scalar)
      case .stroke: CharacterTable.shared.rank(byStrokesOf: scalar)
      }
    if let rank { return Self.ranked(rank) }
    let isUnknown = self != .natural && scalar.properties.isIdeographic
    return (isUnknown ? 3 : 1) << 60 | UInt64(scalar.value)
  }

  private static func ranked(_ rank: UInt64) -> UInt64 { 2 << 60 | rank }
}

/// Numbers at the beginning of a text, which they are taken from.
enum NumberInText {
  /// So many digits fit below the bits that tell numbers from characters.
  private static let longest = 17

  static func leadingDigits(_ rest: inout ArraySlice<Unicode.Scalar>) -> UInt64? {
    var value: UInt64 = 0
    var digits = 0
    while let scalar = rest.first, scalar.properties.numericType == .decimal, digits < longest,
      let digit = scalar.properties.numericValue
    {
      value = value * 10 + UInt64(digit)
      digits += 1
      rest.removeFirst()
    }
    return 0 < digits ? value : nil
  }

  private static let digits: [Unicode.Scalar: UInt64] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]
  private static let units: [Unicode.Scalar: UInt64] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
  ]

  /// Numerals below ten thousand, as they stand in names: 十二, 二十, 一百零五, 二〇二六.
  static func leadingNumeral(_ rest: inout ArraySlice<Unicode.Scalar>) -> UInt64? {
    var total: UInt64 = 0
    var digit: UInt64?
    var length = 0
    while let scalar = rest.first, length < longest {
      if let next = digits[scalar] {
        digit = (digit ?? 0) * 10 + next
      } else if let unit = units[scalar] {
        // Without a digit before it only 十 is a numeral: 百合苑 has no number.
        guard let count = digit ?? (unit == 10 ? 1 : nil) else { break }
        total += count * unit
        digit = nil
      } else {
        break
      }
      length += 1
      rest.removeFirst()
    }
    return 0 < length ? total + (digit ?? 0) : nil
  }
}
