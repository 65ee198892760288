import Source

// Delimiters: tags, outputs, comments, raw.
extension Lexer {
  mutating func readTag() {
    let start = offset
    switch bytes[start + 1] {
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: "{"): readWords(.outputBegin, closedBy: "}}", as: .outputEnd)
    default:
      if let contents = rawOpening(at: start) {
        readRaw(from: start, contents: contents)
      } else {
        readWords(.tagBegin, closedBy: "%}", as: .tagEnd)
      }
    }
  }

  private mutating func readComment() {
    let start = offset
    var place = start + 2
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      place += 1
    }
    let contents = place
    while place < end, !stands("#}", at: place) { place += 1 }
    guard place < end else {
      diagnostics.append(
        .unclosed("{#", by: "#}", at: Location(file, SourceRange(start, start + 2))))
      offset = end
      return
    }
    offset = place + 2
    setFollowing(sign: contents < place ? bytes[place - 1] : 0, isBlock: true)
  }

  private mutating func setFollowing(sign: UInt8, isBlock: Bool) {
    if sign == UInt8(ascii: "-") {
      following = .withoutSpace
    } else if isBlock, options.trimsBlocks, sign != UInt8(ascii: "+") {
      following = .withoutNewline
    }
  }

  private mutating func readWords(
    _ opening: Token.Kind, closedBy closing: StaticString, as closingKind: Token.Kind
  ) {
    let start = offset
    offset += 2
    if offset < end, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
      offset += 1
    }
    append(opening, SourceRange(start, offset))
    let known = diagnostics.count
    while readWord(closedBy: closing) {}
    let sign = offset < end ? bytes[offset] : 0
    let isSigned = isSign(sign, of: closing)
    let delimiter = isSigned ? offset + 1 : offset
    guard stands(closing, at: delimiter) else {
      let place = Location(file, SourceRange(start, start + 2))
      append(closingKind, SourceRange(at: offset))
      guard diagnostics.count == known else { return }
      diagnostics.append(.unclosed(opening == .tagBegin ? "{%" : "{{", by: "\(closing)", at: place))
      return
    }
    append(closingKind, SourceRange(offset, delimiter + 2))
    offset = delimiter + 2
    setFollowing(sign: isSigned ? sign : 0, isBlock: closingKind == .tagEnd)
  }

  /// Whether the byte before a closing delimiter belongs to it: `+` only to that of a tag.
  func isSign(_ byte: UInt8, of closing: StaticString) -> Bool {
    if byte == UInt8(ascii: "-") { return true }
    return unsafe byte == UInt8(ascii: "+") && closing.utf8Start[0] == UInt8(ascii: "%")
  }

  /// The offset just behind `{% raw %}`, if that stands at `start`.
  private func rawOpening(at start: Int) -> (contents: Int, sign: UInt8)? {
    guard let opening = tag("raw", at: start), opening.sign != UInt8(ascii: "+") else { return nil }
    return opening
  }

  private func tag(_ name: StaticString, at start: Int) -> (contents: Int, sign: UInt8)? {
    guard stands("{%", at: start) else { return nil }
    var place = start + 2
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      place += 1
    }
    place = skippingSpace(place, upTo: end)
    guard stands(name, at: place) else { return nil }
    place = skippingSpace(place + name.utf8CodeUnitCount, upTo: end)
    var sign: UInt8 = 0
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      sign = bytes[place]
      place += 1
    }
    return stands("%}", at: place) ? (place + 2, sign) : nil
  }

  private mutating func readRaw(from start: Int, contents: (contents: Int, sign: UInt8)) {
    // Jinja trims a newline behind every tag but this one.
    setFollowing(sign: contents.sign, isBlock: false)
    offset = contents.contents
    var place = offset
    while place < end {
      if let closing = tag("endraw", at: place) {
        appendText(upTo: place, before: place)
        offset = closing.contents
        following = .asWritten
        setFollowing(sign: closing.sign, isBlock: true)
        return
      }
      place += 1
    }
    let opening = Location(file, SourceRange(start, contents.contents))
    diagnostics.append(.unclosed("{% raw %}", by: "{% endraw %}", at: opening))
    offset = end
  }
}
