import HTML
import Source
import Values

// `urlize`.
extension Callable {
  /// The text as HTML in which addresses of the web and of mail are links.
  ///
  /// Further schemes must be written out and be such as links may have.
  static let linked = Callable(
    "urlize", "trim_url_limit?", "nofollow?", "target?", "rel?", "extra_schemes?"
  ) { call in
    guard let input = call.textInput,
      let limit = call.argument("trim_url_limit", .int, else: Constant.none),
      let isUnfollowed = call.truth("nofollow"),
      let target = call.argument("target", .string, else: Constant.none),
      let relation = call.argument("rel", .string, else: Constant.none),
      let schemes = call.schemes
    else { return nil }
    let text = CheckedExpression(.html, .markup([input]), at: input.place)
    return call.result(.html, [text, limit, isUnfollowed, target, relation]) {
      machine, arguments throws(Fault) in
      let links = LinkedText(
        limit: arguments[1].isAbsent ? nil : try CallSite.room(arguments[1]),
        attributes: machine.attributes(
          isUnfollowed: arguments[2].isTrue, target: arguments[3], relation: arguments[4]),
        schemes: schemes)
      return machine.scratch.text(links.linking(arguments[0].string), tag: .html)
    }
  }
}

extension CallSite {
  /// The schemes that are written out, or nil after a finding.
  fileprivate var schemes: [String]? {
    guard let written = written("extra_schemes"), !isNone(written) else { return [] }
    guard case .list(let elements) = written.form else {
      checker.report(.literalWanted("extra_schemes", at: checker.place(written.range)))
      return nil
    }
    var schemes: [String] = []
    for element in elements {
      guard case .string(let scheme) = element.form else {
        checker.report(.literalWanted("extra_schemes", at: checker.place(element.range)))
        return nil
      }
      guard Self.isScheme(scheme), URLScheme(of: scheme + "x").isAllowedInLinks else {
        checker.report(
          .operand("|urlize", "`\(scheme)`", at: checker.place(element.range)))
        return nil
      }
      schemes.append(scheme)
    }
    return schemes
  }

  private func isNone(_ expression: Expression) -> Bool {
    if case .none = expression.form { true } else { false }
  }

  private static func isScheme(_ text: String) -> Bool {
    let name = text.unicodeScalars.prefix { $0 != ":" }
    let rest = text.unicodeScalars.dropFirst(name.count)
    return 2 <= name.count
      && name.allSatisfy { $0.isPythonWord || ".+-".unicodeScalars.contains($0) }
      && [":", ":/", "://"].contains(String(String.UnicodeScalarView(rest)))
  }
}

extension Machine {
  /// What stands in each link behind the address.
  fileprivate func attributes(isUnfollowed: Bool, target: Value, relation: Value) -> String {
    var words: Set<String> = ["noopener"]
    if isUnfollowed { words.insert("nofollow") }
    if !relation.isAbsent {
      let scalars = relation.string.unicodeScalars
      for word in scalars.split(whereSeparator: \.isPythonSpace) {
        words.insert(String(word))
      }
    }
    let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var text = " rel=\"\(escaped(sorted.joined(separator: " ")))\""
    if !target.isAbsent, !target.text.isEmpty {
      text += " target=\"\(escaped(target.string))\""
    }
    return text
  }

  private func escaped(_ text: String) -> String {
    var writer = PageWriter(capacity: text.utf8.count)
    writer.appendEscaped(Array(text.utf8))
    return writer.text()
  }
}

/// Finds addresses in a text that is escaped already and makes links of them.
private struct LinkedText {
  /// To so many characters addresses are cut where they are shown.
  let limit: Int?
  let attributes: String
  let schemes: [String]

  private typealias Word = ArraySlice<Unicode.Scalar>

  func linking(_ text: String) -> String {
    var result = ""
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      let isSpace = first.isPythonSpace
      let word = rest.prefix { $0.isPythonSpace == isSpace }
      rest = rest.dropFirst(word.count)
      result += isSpace ? Self.string(word) : linking(word: word)
    }
    return result
  }

  private func linking(word: Word) -> String {
    var middle = word
    while let opening = ["(", "<", "&lt;"].first(where: { middle.starts(with: $0.unicodeScalars) })
    {
      middle = middle.dropFirst(opening.unicodeScalars.count)
    }
    let head = word[..<middle.startIndex]
    let closings = [")", ">", ".", ",", "&gt;"]
    while let closing = closings.first(where: { Self.ends(middle, with: $0) }) {
      middle = middle.dropLast(closing.unicodeScalars.count)
    }
    let end = balanced(middle, in: word)
    middle = word[middle.startIndex..<end]
    return Self.string(head) + link(middle) + Self.string(word[end...])
  }

  /// Where the address ends when closing brackets that it opened belong to it.
  private func balanced(_ middle: Word, in word: Word) -> Int {
    var end = middle.endIndex
    for (opening, closing) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      let inside = word[middle.startIndex..<end]
      let opened = Self.count(opening, in: inside)
      guard Self.count(closing, in: inside) < opened else { continue }
      for _ in 0..<min(opened, Self.count(closing, in: word[end...])) {
        while !word[end...].starts(with: closing.unicodeScalars) { end += 1 }
        end += closing.unicodeScalars.count
      }
    }
    return end
  }

  private func link(_ word: Word) -> String {
    let text = Self.string(word)
    let pattern = AddressPattern(word)
    if pattern.isWebAddress {
      let isWhole = Self.starts(word, with: "https://") || Self.starts(word, with: "http://")
      return "<a href=\"\(isWhole ? "" : "https://")\(text)\"\(attributes)>\(cut(word))</a>"
    }
    if Self.starts(word, with: "mailto:"), AddressPattern(word.dropFirst(7)).isMailAddress {
      return "<a href=\"\(text)\">\(Self.string(word.dropFirst(7)))</a>"
    }
    if word.contains("@"), !Self.starts(word, with: "www."), word.first != "@",
      !word.contains(":"), pattern.isMailAddress
    {
      return "<a href=\"mailto:\(text)\">\(text)</a>"
    }
    let hasScheme = schemes.contains {
      Self.starts(word, with: $0) && text.utf8.count > $0.utf8.count
    }
    return hasScheme ? "<a href=\"\(text)\"\(attributes)>\(text)</a>" : text
  }

  private func cut(_ word: Word) -> String {
    guard let limit, limit < word.count else { return Self.string(word) }
    return Self.string(word.prefix(limit)) + "..."
  }

  private static func starts(_ word: Word, with text: String) -> Bool {
    word.starts(with: text.unicodeScalars)
  }

  private static func ends(_ word: Word, with text: String) -> Bool {
    word.suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }

  private static func count(_ part: String, in word: Word) -> Int {
    word.indices.count { word[$0...].starts(with: part.unicodeScalars) }
  }

  private static func string(_ scalars: Word) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
