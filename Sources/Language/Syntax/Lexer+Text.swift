import Source

// Text, up to the next tag.
extension Lexer {
  mutating func readTemplate() {
    while offset < end {
      let opening = nextOpening(from: offset)
      appendText(upTo: opening ?? end, before: opening)
      guard let opening else { break }
      offset = opening
      readTag()
    }
    append(.end, SourceRange(at: end))
  }

  private func nextOpening(from start: Int) -> Int? {
    var place = start
    while place + 1 < end {
      if bytes[place] == UInt8(ascii: "{") {
        let next = bytes[place + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") {
          return place
        }
      }
      place += 1
    }
    return nil
  }

  /// Enters the text from here to `upper`, trimmed as the tags on both sides demand.
  mutating func appendText(upTo upper: Int, before opening: Int?) {
    var lower = offset
    var upper = upper
    switch following {
    case .asWritten: break
    case .withoutNewline: lower = skippingNewline(lower, upTo: upper)
    case .withoutSpace: lower = skippingSpace(lower, upTo: upper)
    }
    if let opening {
      let sign = opening + 2 < end ? bytes[opening + 2] : 0
      let isOutput = bytes[opening + 1] == UInt8(ascii: "{")
      if sign == UInt8(ascii: "-") {
        while lower < upper, let before = spaceStart(before: upper) { upper = before }
      } else if options.stripsBeforeBlocks, !isOutput, sign != UInt8(ascii: "+") {
        upper = strippingIndentation(lower, upper)
      }
    }
    following = .asWritten
    guard lower < upper else { return }
    append(.text, SourceRange(lower, upper), normalizedText(lower, upper))
  }

  /// The place behind `lower` where only white space up to `upper` begins a line, else `upper`.
  private func strippingIndentation(_ lower: Int, _ upper: Int) -> Int {
    var place = upper
    while lower < place, !isNewline(bytes[place - 1]), let before = spaceStart(before: place) {
      place = before
    }
    return place == start || isNewline(bytes[place - 1]) ? place : upper
  }

  private func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Where the white space character that ends at `place` begins, or nil if none does.
  private func spaceStart(before place: Int) -> Int? {
    var lead = place - 1
    while start < lead, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard let scalar = scalar(at: lead), scalar.isPythonSpace else { return nil }
    return lead
  }

  private func skippingNewline(_ lower: Int, upTo upper: Int) -> Int {
    if lower < upper, bytes[lower] == UInt8(ascii: "\n") { return lower + 1 }
    guard lower < upper, bytes[lower] == UInt8(ascii: "\r") else { return lower }
    return lower + 1 < upper && bytes[lower + 1] == UInt8(ascii: "\n") ? lower + 2 : lower + 1
  }

  func skippingSpace(_ lower: Int, upTo upper: Int) -> Int {
    var lower = lower
    while lower < upper, let scalar = scalar(at: lower), scalar.isPythonSpace {
      lower += UTF8.width(scalar)
    }
    return lower
  }

  /// The text with its line ends as LF, as Jinja reads it.
  func normalizedText(_ lower: Int, _ upper: Int) -> String {
    let slice = bytes[lower..<upper]
    guard slice.contains(UInt8(ascii: "\r")) else { return String(decoding: slice, as: UTF8.self) }
    var text: [UInt8] = []
    var place = lower
    while place < upper {
      if bytes[place] == UInt8(ascii: "\r") {
        text.append(UInt8(ascii: "\n"))
        if place + 1 < upper, bytes[place + 1] == UInt8(ascii: "\n") { place += 1 }
      } else {
        text.append(bytes[place])
      }
      place += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
