import HTML
import Source

// Filters that know words, lines, tags and addresses.
extension Callable {
  /// Each word with a capital; words begin behind spaces and opening brackets, as in Jinja.
  static let title = Callable("title") { call in
    guard let input = call.textInput else { return nil }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      var text = ""
      var begins = true
      for scalar in arguments[0].string.unicodeScalars {
        let isBreak = scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar)
        text +=
          isBreak
          ? String(scalar)
          : begins ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
        begins = isBreak
      }
      return machine.scratch.text(text)
    }
  }

  /// Every line but the first drawn in by so many spaces; empty ones only if `blank`.
  static let indent = Callable("indent", "width?", "first?", "blank?") { call in
    guard let input = call.textInput, let width = call.integer("width", else: 4),
      let drawsFirst = call.flag("first"), let drawsBlank = call.flag("blank")
    else { return nil }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      let space = String(repeating: " ", count: max(0, width))
      let lines = Self.lines(of: arguments[0].string)
      let drawn = lines.enumerated().map { index, line in
        index == 0 || (line.isEmpty && !drawsBlank) ? line : space + line
      }
      return machine.scratch.text((drawsFirst ? space : "") + drawn.joined(separator: "\n"))
    }
  }

  /// The lines as Python cuts them; a line break at the end begins one more.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
    }
    return lines + [String(line)]
  }

  /// For use inside an address: everything but letters, digits, `_.-~` and `/` as `%XX`.
  static let urlEncode = Callable("urlencode") { call in
    guard let input = call.presentInput else { return nil }
    guard input.type == .string || input.type == .int || input.type == .url else {
      return call.wrongInput()
    }
    let text = CheckedExpression(.string, .text([input]), at: input.place)
    return call.result(.string, [text]) { machine, arguments throws(Fault) in
      machine.scratch.text(PercentEncoding.path.encode(arguments[0].string))
    }
  }

  /// The text without tags and comments, its spaces folded, its references read.
  static let stripTags = Callable("striptags") { call in
    guard let input = call.presentInput else { return nil }
    guard input.type == .string || input.type == .html else { return call.wrongInput() }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      machine.scratch.text(try MarkupText.withoutTags(machine.source(of: arguments[0])))
    }
  }
}

extension Machine {
  /// The text of a value, that of a body included.
  fileprivate func source(of value: Value) -> String {
    text(of: value, .html).string
  }
}

/// What remains of HTML when only its text is wanted.
enum MarkupText {
  /// As MarkupSafe's `striptags`.
  static func withoutTags(_ html: String) throws(Fault) -> String {
    let plain = removing(
      "<", to: ">", from: removing("<!--", to: "-->", from: Array(html.unicodeScalars)))
    let words = plain.split(whereSeparator: \.isPythonSpace)
    let joined = words.joined(separator: [" "])
    return try resolvingReferences(Array(joined)[...])
  }

  private static func removing(_ opening: String, to closing: String, from text: [Unicode.Scalar])
    -> [Unicode.Scalar]
  {
    let (opening, closing) = (Array(opening.unicodeScalars), Array(closing.unicodeScalars))
    var kept: [Unicode.Scalar] = []
    var rest = text[...]
    while let scalar = rest.first {
      guard rest.starts(with: opening), let end = firstIndex(of: closing, in: rest) else {
        kept.append(scalar)
        rest.removeFirst()
        continue
      }
      rest = rest[(end + closing.count)...]
    }
    return kept
  }

  private static func firstIndex(of part: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>)
    -> Int?
  {
    text.indices.first { text[$0...].starts(with: part) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "copy": "©", "reg": "®", "middot": "·", "times": "×", "yen": "¥", "mdash": "—", "ndash": "–",
    "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
  ]

  /// References read; one whose name is not known here is refused rather than left standing.
  private static func resolvingReferences(_ text: ArraySlice<Unicode.Scalar>) throws(Fault)
    -> String
  {
    var result = String.UnicodeScalarView()
    var rest = text
    while let scalar = rest.popFirst() {
      guard scalar == "&", let next = rest.first, next == "#" || next.properties.isAlphabetic else {
        result.append(scalar)
        continue
      }
      let name = rest.prefix { $0 != ";" }.prefix(32)
      let isClosed = rest.dropFirst(name.count).first == ";"
      guard isClosed, let resolved = resolved(String(String.UnicodeScalarView(name))) else {
        throw .refused(
          Wording(
            zh: "不认识 HTML 引用 `&\(String(String.UnicodeScalarView(name.prefix(8))))`",
            en: "unknown reference `&\(String(String.UnicodeScalarView(name.prefix(8))))`"))
      }
      result.append(resolved)
      rest.removeFirst(name.count + 1)
    }
    return String(result)
  }

  private static func resolved(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    // What browsers mend in their own ways is refused.
    guard let value, 0x20...0x7E ~= value || 0xA0 <= value else { return nil }
    return Unicode.Scalar(value)
  }
}
