/// A unified social credit code (统一社会信用代码, GB 32100) whose check digit is right.
package struct CreditCode: Hashable, Sendable {
  /// The 18 characters as one number in base 31, small enough for a table cell.
  private let number: UInt128

  private static let length = 18
  /// No I, O, S, V, Z: they look like 1, 0, 5, U, 2.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// 3^i mod 31.
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
}

extension CreditCode: Readable {
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    guard folded.next != nil else { throw .empty }
    var number: UInt128 = 0
    var sum = 0
    var last = 0
    let found = folded.count
    var index = 0
    while let scalar = folded.next {
      guard let digit = Self.digit(of: scalar) else { throw .badCharacter(Character(scalar)) }
      if index < Self.weights.count { sum += digit * Self.weights[index] }
      if index < Self.length { number = number * 31 + UInt128(digit) }
      last = digit
      index += 1
      folded.advance()
    }
    guard found == Self.length else { throw .badLength(found: found) }
    let expected = (31 - sum % 31) % 31
    guard last == expected else {
      throw .badCheckDigit(expected: Character(Unicode.Scalar(Self.alphabet[expected])))
    }
    self.number = number
  }

  private static func digit(of scalar: Unicode.Scalar) -> Int? {
    guard scalar.isASCII else { return nil }
    return alphabet.firstIndex(of: UInt8(truncatingIfNeeded: scalar.value))
  }
}

extension CreditCode: Printable {
  package func appendText(to output: inout [UInt8]) {
    var digits = [UInt8](repeating: 0, count: Self.length)
    var rest = number
    for index in digits.indices.reversed() {
      digits[index] = Self.alphabet[Int(rest % 31)]
      rest /= 31
    }
    output.append(contentsOf: digits)
  }
}
