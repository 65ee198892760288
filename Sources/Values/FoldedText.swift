/// The text of one value, trimmed and folded, read from the front.
///
/// It lies on the stack: no value of this room is longer than its 48 scalars, and a longer text is
/// refused by whatever reader meets it. Not copyable, since a copy of it costs more than a reading.
struct FoldedText: ~Copyable {
  private static let capacity = 48

  // In two bytes each: reading an element copies the whole, and up to 128 bytes that is nearly free.
  private var scalars = InlineArray<48, UInt16>(repeating: 0)
  /// Where reading goes on; kept by readers that may have to step back.
  var position = 0
  private var end = 0
  /// Whether the text had more scalars than are kept.
  private(set) var isTooLong = false

  init(_ text: Span<UInt8>) {
    let trimmed = Self.trimmed(text)
    var index = trimmed.lowerBound
    while index < trimmed.upperBound {
      guard end < Self.capacity else {
        isTooLong = true
        return
      }
      let byte = text[index]
      if byte < 0x80 {
        scalars[end] = UInt16(byte)
        index += 1
      } else {
        let (scalar, length) = Self.decode(text, at: index)
        scalars[end] = UInt16(exactly: Self.folded(scalar).value) ?? 0xFFFD
        index += length
      }
      end += 1
    }
  }

  /// How many scalars are left.
  var count: Int { end - position }

  var isAtEnd: Bool { position == end && !isTooLong }

  /// The next scalar, or nil at the end.
  var next: Unicode.Scalar? { self[ahead: 0] }

  /// The scalar `distance` places after the next one.
  subscript(ahead distance: Int) -> Unicode.Scalar? {
    position + distance < end ? Unicode.Scalar(scalars[position + distance]) : nil
  }

  /// What is left, as text.
  var remainder: String {
    var text = ""
    for distance in 0..<count {
      if let scalar = self[ahead: distance] { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  mutating func advance() { position += 1 }

  /// Steps over `scalar` if it is next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// Steps over `word` if it is next, whole.
  mutating func take(word: String) -> Bool {
    let start = position
    for scalar in word.unicodeScalars {
      guard take(scalar) else {
        position = start
        return false
      }
    }
    return true
  }

  /// The next digit's worth, if a digit is next.
  mutating func takeDigit() -> Int64? {
    guard let scalar = next, "0" <= scalar, scalar <= "9" else { return nil }
    position += 1
    return Int64(scalar.value &- 0x30)
  }

  /// Reads at least `least` and at most `most` digits.
  mutating func takeDigits(_ least: Int, _ most: Int) -> Int? {
    var value = 0
    var count = 0
    while count < most, let digit = takeDigit() {
      value = value * 10 + Int(digit)
      count += 1
    }
    return least <= count ? value : nil
  }
}

extension FoldedText {
  private static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
    var lower = 0
    var upper = text.count
    while lower < upper {
      if isSpace(text[lower]) {
        lower += 1
      } else if lower + 3 <= upper, isIdeographicSpace(text, at: lower) {
        lower += 3
      } else {
        break
      }
    }
    while lower < upper {
      if isSpace(text[upper - 1]) {
        upper -= 1
      } else if lower + 3 <= upper, isIdeographicSpace(text, at: upper - 3) {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<upper
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isIdeographicSpace(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x80
  }

  /// The narrow twin of a full-width digit, sign or capital.
  ///
  /// The comma is left out: `1，000` may be one number or two.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "０"..."９", "Ａ"..."Ｚ", "．", "－", "＋", "／", "：", "％", "（", "）":
      Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case "￥": "¥"
    case "\u{3000}": " "
    default: scalar
    }
  }

  /// The scalar at `index` and its length; broken UTF-8 gives U+FFFD, which no reader accepts.
  static func decode(_ text: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = UInt32(text[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return ("\u{FFFD}", text.count - index) }
    guard 1 < length else { return (Unicode.Scalar(UInt8(lead)), 1) }
    var value = lead & (0x7F >> UInt32(length))
    for offset in 1..<length {
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
