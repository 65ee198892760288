/// Numbers in Chinese characters.
package struct ChineseNumeral: Sendable {
  private let digits: [String]
  private let units: [String]
  /// Whether 10 to 19 are 十…, as spoken, not 一十….
  private let dropsLeadingOne: Bool

  static let small = ChineseNumeral(
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
    units: ["", "十", "百", "千"], dropsLeadingOne: true)
  static let capitals = ChineseNumeral(
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"],
    units: ["", "拾", "佰", "仟"], dropsLeadingOne: false)

  /// Writes 25 as 二十五.
  package static func lower(_ number: Int64) -> String { signed(number, small) }

  /// Writes 25 as 贰拾伍.
  package static func upper(_ number: Int64) -> String { signed(number, capitals) }

  /// Writes 2025 digit by digit as 二〇二五, as years are written.
  package static func digits(_ number: Int64) -> String {
    var text = number < 0 ? "负" : ""
    for digit in String(number.magnitude).utf8 {
      text += digit == UInt8(ascii: "0") ? "〇" : small.digits[Int(digit) - 0x30]
    }
    return text
  }

  private static func signed(_ number: Int64, _ numeral: ChineseNumeral) -> String {
    (number < 0 ? "负" : "") + numeral.text(number.magnitude)
  }

  /// One digit.
  func digit(_ digit: UInt64) -> String { digits[Int(digit)] }

  /// A whole number with its units.
  func text(_ number: UInt64) -> String {
    guard number != 0 else { return digits[0] }
    let text = large(number)
    guard dropsLeadingOne, text.hasPrefix(digits[1] + units[1]) else { return text }
    return String(text.dropFirst())
  }

  private func large(_ number: UInt64) -> String {
    if 100_000_000 <= number { return joined(number, at: 100_000_000, "亿") }
    if 10_000 <= number { return joined(number, at: 10_000, "万") }
    return small(number)
  }

  /// The part above a unit, the unit, the part below it; 零 where that begins with a zero.
  private func joined(_ number: UInt64, at size: UInt64, _ unit: String) -> String {
    let (high, low) = number.quotientAndRemainder(dividingBy: size)
    let head = large(high) + unit
    guard low != 0 else { return head }
    return head + (low < size / 10 ? digits[0] : "") + large(low)
  }

  /// A number below ten thousand.
  private func small(_ number: UInt64) -> String {
    var text = ""
    var rest = number
    var owesZero = false
    for (power, unit) in zip([1000, 100, 10, 1] as [UInt64], units.reversed()) {
      let (digit, next) = rest.quotientAndRemainder(dividingBy: power)
      rest = next
      guard digit != 0 else {
        owesZero = !text.isEmpty
        continue
      }
      text += (owesZero ? digits[0] : "") + digits[Int(digit)] + unit
      owesZero = false
    }
    return text
  }
}
