/// The digits of one number, written from the last to the first on the stack.
struct NumberText {
  private static let capacity = 56

  private var bytes = InlineArray<56, UInt8>(repeating: 0)
  private var start = Self.capacity

  /// Puts one ASCII byte before what is written.
  mutating func prepend(_ byte: UInt8) {
    start -= 1
    bytes[start] = byte
  }

  /// Puts a whole number before what is written, in groups of three if asked.
  mutating func prepend(_ number: UInt64, grouped: Bool) {
    var rest = number
    var written = 0
    repeat {
      if grouped, 0 < written, written % 3 == 0 { prepend(UInt8(ascii: ",")) }
      prepend(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      written += 1
    } while rest != 0
  }

  /// Puts exactly `places` digits of `number` before what is written.
  mutating func prepend(_ number: UInt64, places: Int) {
    var rest = number
    for _ in 0..<places {
      prepend(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
  }

  mutating func prepend(_ minus: MinusSign) {
    switch minus {
    case .hyphen: prepend(UInt8(ascii: "-"))
    case .typographic:
      prepend(0x92)
      prepend(0x88)
      prepend(0xE2)
    }
  }

  func append(to output: inout [UInt8]) {
    output.append(addingCapacity: Self.capacity - start) { span in append(to: &span) }
  }

  func append(to output: inout OutputSpan<UInt8>) {
    for index in start..<Self.capacity { output.append(bytes[index]) }
  }
}

/// The sign that stands before a number below zero.
package enum MinusSign: Sendable {
  /// `-`, for data that programs read.
  case hyphen
  /// `−` (U+2212), for people.
  case typographic
}

extension Int64 {
  /// Appends the number's digits, with `-` where it is below zero.
  package func appendText(to output: inout [UInt8]) {
    var text = NumberText()
    text.prepend(magnitude, grouped: false)
    if self < 0 { text.prepend(.hyphen) }
    text.append(to: &output)
  }

  /// Appends the number in groups of three digits: `1,286`.
  package func appendGrouped(to output: inout [UInt8], minus: MinusSign = .hyphen) {
    var text = NumberText()
    text.prepend(magnitude, grouped: true)
    if self < 0 { text.prepend(minus) }
    text.append(to: &output)
  }
}
