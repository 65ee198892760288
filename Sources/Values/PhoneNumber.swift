/// A telephone number, and whether it belongs to a person.
package struct PhoneNumber: Hashable, Sendable {
  /// Whom a number reaches.
  package enum Kind: Hashable, Sendable {
    /// A line of an office, with or without area code.
    case office
    /// A service number: 12345, 962121, 400-….
    case service
    /// A personal mobile, which privacy rule P2 keeps off the pages.
    case personalMobile
  }

  /// As it was written, in narrow characters.
  package let text: String
  package let kind: Kind
}

extension PhoneNumber: Readable {
  /// Reads `021-56661234`, `(021) 5666 1234转801`, `56661234`, `12345`, `400-820-1234`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    guard folded.next != nil else { throw .empty }
    self.text = folded.remainder
    let hasCountryCode = folded.take(word: "+86") || folded.take(word: "0086")
    guard let (digits, extensionStart) = folded.takeDialled() else { throw .notAPhoneNumber }
    if let kind = Self.kind(of: digits, hasCountryCode) {
      self.kind = kind
    } else if digits.count - extensionStart <= Self.longestExtension,
      let kind = Self.kind(of: Array(digits[..<extensionStart]), hasCountryCode)
    {
      self.kind = kind
    } else {
      throw .notAPhoneNumber
    }
  }

  private static let longestExtension = 6

  private static func kind(of digits: [UInt8], _ hasCountryCode: Bool) -> Kind? {
    if isMobile(digits) { return .personalMobile }
    guard let first = digits.first else { return nil }
    switch (digits.count, first) {
    case (10, 4), (10, 8): return digits[1] == 0 && digits[2] == 0 ? .service : nil
    case (10...12, 0): return digits[1] == 0 ? nil : .office
    case (9...11, 1...9): return hasCountryCode ? .office : nil
    case (7...8, 2...9): return .office
    case (3...6, 1...9): return .service
    default: return nil
    }
  }

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    // People put a 0 or the country's 86 before it.
    let prefix = digits.starts(with: [8, 6]) && digits.count == 13 ? 2 : digits.first == 0 ? 1 : 0
    let number = digits.dropFirst(prefix)
    guard number.count == 11, number.first == 1 else { return false }
    return 3 <= number[number.startIndex + 1]
  }
}

extension FoldedText {
  /// Reads digits with their separators to the end; `extensionStart` is where an extension may begin.
  fileprivate mutating func takeDialled() -> (digits: [UInt8], extensionStart: Int)? {
    var digits: [UInt8] = []
    var extensionStart = 0
    while !isAtEnd {
      if let digit = takeDigit() {
        digits.append(UInt8(digit))
      } else if take("-") || (!digits.isEmpty && take("转")) {
        extensionStart = digits.count
      } else if !(take(" ") || take("(") || take(")")) {
        return nil
      }
    }
    return (digits, extensionStart)
  }
}
