/// A Swift source taken apart into code and string literals, as far as the house rules need it.
struct SwiftText {
  /// A string literal without interpolations.
  struct Literal: Hashable {
    let line: Int
    let text: String
  }

  /// The source with comments and the insides of literals left out; lines keep their numbers.
  private(set) var code = ""
  private(set) var literals: [Literal] = []

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    readCode(untilClosing: false)
  }

  /// The lines of `code` with their numbers, counted from 1.
  var codeLines: [(number: Int, text: Substring)] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }

  private mutating func readCode(untilClosing: Bool) {
    var depth = 0
    while index < scalars.count {
      if sees("//") {
        skipLine()
      } else if sees("/*") {
        skipComment()
      } else if let quote = openingQuote() {
        readLiteral(quote)
      } else {
        let scalar = scalars[index]
        if scalar == "(" { depth += 1 }
        if scalar == ")" {
          depth -= 1
          if untilClosing, depth < 0 { return }
        }
        keep()
      }
    }
  }

  private func sees(_ text: String, at offset: Int = 0) -> Bool {
    var place = index + offset
    for scalar in text.unicodeScalars {
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  private mutating func keep() {
    code.unicodeScalars.append(scalars[index])
    skip()
  }

  /// Passes over one scalar; line feeds stay, so that lines keep their numbers.
  private mutating func skip() {
    if scalars[index] == "\n" { line += 1 }
    index += 1
  }

  private mutating func skipLine() {
    while index < scalars.count, scalars[index] != "\n" { index += 1 }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        index += 2
      } else if sees("*/") {
        depth -= 1
        index += 2
      } else {
        keepLineFeed()
      }
    } while 0 < depth && index < scalars.count
  }

  private mutating func keepLineFeed() {
    if scalars[index] == "\n" { code.unicodeScalars.append("\n") }
    skip()
  }

  /// The number signs and quotes that open a literal here.
  private func openingQuote() -> (pounds: String, quotes: String)? {
    var pounds = ""
    while sees("#", at: pounds.count) { pounds += "#" }
    if sees("\"\"\"", at: pounds.count) { return (pounds, "\"\"\"") }
    return sees("\"", at: pounds.count) ? (pounds, "\"") : nil
  }

  private mutating func readLiteral(_ quote: (pounds: String, quotes: String)) {
    let first = line
    let escape = "\\" + quote.pounds
    let closing = quote.quotes + quote.pounds
    index += closing.count
    code += "\""
    var text = String.UnicodeScalarView()
    var isWhole = true
    while index < scalars.count, !sees(closing) {
      if sees(escape + "(") {
        isWhole = false
        index += escape.count + 1
        readCode(untilClosing: true)
        index += 1
      } else if sees(escape), index + escape.count < scalars.count {
        index += escape.count
        text.append(scalars[index])
        keepLineFeed()
      } else {
        text.append(scalars[index])
        keepLineFeed()
      }
    }
    index += closing.count
    code += "\""
    if isWhole { literals.append(Literal(line: first, text: String(text))) }
  }
}

extension StringProtocol {
  /// The words of a line of code: runs of letters, digits and `_`.
  var words: [Substring] {
    Substring(self).split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }
}
