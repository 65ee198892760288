/// How much a reference definition may put into each of its links, never too little.
struct Definitions {
  private(set) var count = 0
  private(set) var largest = 0
  private var largestPlace = Line(lower: 0, upper: 0)

  /// Reads what follows the `]:` at `index`, whether or not it is a definition.
  mutating func read(at index: Int, in bytes: Span<UInt8>) {
    count += 1
    guard count <= Limits.definitions else { return }
    var end = Self.skipBlanks(from: index + 2, in: bytes)
    while end < bytes.count, !Self.isBlank(bytes[end]) { end += 1 }
    end = Self.endOfTitle(from: Self.skipBlanks(from: end, in: bytes), in: bytes) ?? end
    guard largest < end - index else { return }
    largest = end - index
    largestPlace = Line(lower: index, upper: end)
  }

  /// The largest definition, if `uses` of it could outgrow `output`.
  func firstTooBig(for output: Int, uses: Int) -> Line? {
    output < largest * uses ? largestPlace : nil
  }

  private static func endOfTitle(from start: Int, in bytes: Span<UInt8>) -> Int? {
    guard start < bytes.count else { return nil }
    let closer: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = bytes[start]
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var end = start + 1
    while end < bytes.count, bytes[end] != closer || bytes[end - 1] == UInt8(ascii: "\\") {
      end += 1
    }
    return end
  }

  private static func skipBlanks(from start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
