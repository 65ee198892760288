import HTML

/// An address that stands in the text without any mark of a link.
///
/// cmark's own extension for this reads out of bounds (CVE-2023-22485) and takes the Chinese text
/// after an address for a part of it.
enum BareAddress {
  /// Whether `bytes` can hold one at all.
  static func mayOccur(in bytes: ArraySlice<UInt8>) -> Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if byte == UInt8(ascii: "/"), previous == (UInt8(ascii: ":"), UInt8(ascii: "/")) {
        return true
      }
      previous = (previous.1, byte)
    }
    return false
  }

  /// Writes `text` escaped, with its addresses as links.
  static func write(_ text: Span<UInt8>, into page: inout PageWriter) {
    var written = 0
    var index = 0
    while index < text.count {
      guard let end = end(ofAddressAt: index, in: text, after: written) else {
        index += 1
        continue
      }
      page.appendEscaped(text.extracting(written..<index))
      let address = text.extracting(index..<end)
      page.append("<a href=\"")
      page.appendEscaped(address)
      page.append("\">")
      page.appendEscaped(address)
      page.append("</a>")
      written = end
      index = end
    }
    page.appendEscaped(text.extracting(written..<text.count))
  }

  /// Where the address that starts at `index` ends, if one does.
  private static func end(
    ofAddressAt index: Int, in text: Span<UInt8>, after written: Int
  ) -> Int? {
    guard text[index] | 0x20 == UInt8(ascii: "h"),
      index == written || !isLetterOrDigit(text[index - 1]),
      let host = hostStart(at: index, in: text), isLetterOrDigit(text[host]),
      hasHonestHost(index, host, in: text)
    else { return nil }
    var end = host
    while end < text.count, mayStand(text[end]) { end += 1 }
    return trimmed(host..<end, in: text)
  }

  /// Judged before the rest is read, so that a text full of bad beginnings is read only once.
  private static func hasHonestHost(_ index: Int, _ host: Int, in text: Span<UInt8>) -> Bool {
    var end = host
    while end < text.count, mayStand(text[end]), !endsHost(text[end]) { end += 1 }
    let beginning = String(decoding: (index..<end).map { text[$0] }, as: UTF8.self)
    return switch URLScheme(of: beginning) {
    case .http, .https: true
    default: false
    }
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func hostStart(at index: Int, in text: Span<UInt8>) -> Int? {
    guard index + 7 < text.count, text[index + 1] | 0x20 == UInt8(ascii: "t"),
      text[index + 2] | 0x20 == UInt8(ascii: "t"), text[index + 3] | 0x20 == UInt8(ascii: "p")
    else { return nil }
    let hasS = text[index + 4] | 0x20 == UInt8(ascii: "s")
    let colon = index + (hasS ? 5 : 4)
    guard colon + 3 < text.count, text[colon] == UInt8(ascii: ":"),
      text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    return colon + 3
  }

  /// What may stand in an address; above all nothing Chinese, so `，` and `。` end it.
  private static func mayStand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
      false
    default: 0x20 < byte && byte < 0x7F
    }
  }

  /// Without the punctuation of the sentence around it, nor a `)` that opens nowhere in it.
  private static func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Int {
    var end = range.upperBound
    var unopened = 0
    for index in range {
      if text[index] == UInt8(ascii: "(") { unopened -= 1 }
      if text[index] == UInt8(ascii: ")") { unopened += 1 }
    }
    while range.lowerBound < end {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        break
      case UInt8(ascii: ")") where 0 < unopened: unopened -= 1
      default: return end
      }
      end -= 1
    }
    return end
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
