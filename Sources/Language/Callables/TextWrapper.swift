/// Breaks lines at words as Python's `textwrap` does.
struct TextWrapper: Sendable {
  var width: Int
  var breaksLongWords = true
  var breaksOnHyphens = true

  private typealias Chunk = ArraySlice<Unicode.Scalar>

  /// The lines that one line becomes.
  func lines(of text: String) -> [String] {
    var chunks = chunks(of: Array(text.unicodeScalars)[...])[...]
    var lines: [String] = []
    while let first = chunks.first {
      if !lines.isEmpty, first.allSatisfy(\.isPythonSpace) { chunks.removeFirst() }
      var line = takeLine(&chunks)
      if let last = line.last, last.allSatisfy(\.isPythonSpace) { line.removeLast() }
      if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line.joined()))) }
    }
    return lines
  }

  private func takeLine(_ chunks: inout ArraySlice<Chunk>) -> [Chunk] {
    var line: [Chunk] = []
    var length = 0
    while let chunk = chunks.first, length + chunk.count <= width {
      line.append(chunk)
      length += chunk.count
      chunks.removeFirst()
    }
    guard let long = chunks.first, width < long.count else { return line }
    guard breaksLongWords else {
      if line.isEmpty { line.append(chunks.removeFirst()) }
      return line
    }
    let end = endOfPiece(of: long, room: width - length)
    line.append(long.prefix(end))
    chunks[chunks.startIndex] = long.dropFirst(end)
    return line
  }

  /// Where a word too long for a line is broken: behind a hyphen if one fits, else where it must.
  private func endOfPiece(of chunk: Chunk, room: Int) -> Int {
    guard breaksOnHyphens, room < chunk.count,
      let hyphen = chunk.prefix(room).lastIndex(of: "-"),
      chunk[..<hyphen].contains(where: { $0 != "-" })
    else { return room }
    return hyphen - chunk.startIndex + 1
  }
}

// Where a line may be broken: the alternatives of `textwrap`'s two regular expressions, in order.
extension TextWrapper {
  private func chunks(of text: Chunk) -> [Chunk] {
    var chunks: [Chunk] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = endOfChunk(in: text, from: start)
      chunks.append(text[start..<end])
      start = end
    }
    return chunks
  }

  private func endOfChunk(in text: Chunk, from start: Int) -> Int {
    let isSpace = text[start].breaksLines
    if isSpace || !breaksOnHyphens {
      return text[start...].firstIndex { $0.breaksLines != isSpace } ?? text.endIndex
    }
    if let dashes = dashesBetweenWords(in: text, at: start) { return dashes }
    var end = start + 1
    while end < text.endIndex, !endsWord(at: end, from: start, in: text) { end += 1 }
    return end
  }

  /// The end of two or more dashes that stand between words.
  private func dashesBetweenWords(in text: Chunk, at start: Int) -> Int? {
    guard text.startIndex < start, text[start - 1].isWordOrPunctuation else { return nil }
    let end = text[start...].firstIndex { $0 != "-" } ?? text.endIndex
    guard start + 2 <= end, end < text.endIndex, text[end].isPythonWord else { return nil }
    return end
  }

  private func endsWord(at end: Int, from start: Int, in text: Chunk) -> Bool {
    if text[end].breaksLines { return true }
    if start + 2 <= end, endsAtHyphen(at: end, in: text) { return true }
    guard text[end - 1].isWordOrPunctuation, text[end] == "-" else { return false }
    let word = text[end...].firstIndex { $0 != "-" }
    return word.map { end + 2 <= $0 && text[$0].isPythonWord } ?? false
  }

  /// Behind the hyphen of a compound: two letters before it, or a letter, a hyphen and a letter.
  private func endsAtHyphen(at end: Int, in text: Chunk) -> Bool {
    guard text[end - 1] == "-", text.startIndex + 3 <= end else { return false }
    let isCompound =
      text[end - 3].isPythonLetter
      || text.startIndex + 4 <= end && text[end - 3] == "-" && text[end - 4].isPythonLetter
    guard isCompound, text[end - 2].isPythonLetter, text[end].isPythonLetter else { return false }
    let next = end + 1 < text.endIndex && text[end + 1] == "-" ? end + 2 : end + 1
    return next < text.endIndex && text[next].isPythonLetter
  }
}

extension Unicode.Scalar {
  /// The white space at which lines are broken, which is less than what Python calls space.
  fileprivate var breaksLines: Bool { value == 0x20 || 0x09...0x0D ~= value }

  fileprivate var isPythonLetter: Bool {
    isPythonWord && properties.numericType != .decimal
  }

  fileprivate var isWordOrPunctuation: Bool {
    isPythonWord || "!\"'&.,?".unicodeScalars.contains(self)
  }
}
