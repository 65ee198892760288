import HTML
import Source

// Filters that know words, lines, tags and addresses.
extension Callable {
  /// Each word with a capital; words begin behind spaces and opening brackets, as in Jinja.
  static let title = Callable("title") { call in
    guard let input = call.textInput else { return nil }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      var text = ""
      var rest = Array(arguments[0].string.unicodeScalars)[...]
      while let scalar = rest.popFirst() {
        guard !scalar.endsTitleWord else {
          text += String(scalar)
          continue
        }
        let word = rest.prefix { !$0.endsTitleWord }
        rest.removeFirst(word.count)
        text += scalar.properties.uppercaseMapping
        text += String(String.UnicodeScalarView(word)).lowercasedAsInPython
      }
      return machine.scratch.text(text)
    }
  }

  /// How many words there are: runs of letters, digits and `_`.
  static let wordCount = Callable("wordcount") { call in
    guard let input = call.textInput else { return nil }
    return call.result(.int, [input]) { _, arguments throws(Fault) in
      var count = 0
      var isInside = false
      for scalar in arguments[0].string.unicodeScalars {
        let isPart = scalar.isPythonWord
        if isPart, !isInside { count += 1 }
        isInside = isPart
      }
      return Value(count)
    }
  }

  /// For use inside an address: everything but letters, digits, `_.-~` and `/` as `%XX`.
  ///
  /// A map becomes a query: `name=value` joined by `&`, with `+` for spaces.
  static let urlEncode = Callable("urlencode") { call in
    guard let input = call.presentInput else { return nil }
    if let query = call.checker.asMap(input) { return call.query(of: query) }
    if case .list(let pair) = input.type { return call.query(of: input, pair) }
    guard [.string, .int, .decimal, .url].contains(input.type) else { return call.wrongInput() }
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
      machine.scratch.text(MarkupText.withoutTags(machine.text(of: arguments[0], .html).string))
    }
  }
}

extension CallSite {
  /// The query of an address that the names and values of a map make.
  fileprivate func query(of map: CheckedExpression) -> CheckedExpression? {
    guard case .map(let value) = map.type else { return nil }
    guard let style = queryStyle(value) else { return wrongInput() }
    return result(.string, [map]) { machine, arguments throws(Fault) in
      let entries = arguments[0].elements
      let parts = stride(from: 0, to: entries.count, by: 2).map { index in
        machine.queryPart((entries[index], .text), (entries[index + 1], style))
      }
      return machine.scratch.text(parts.joined(separator: "&"))
    }
  }

  /// The query of an address that pairs make.
  fileprivate func query(of list: CheckedExpression, _ pair: Type) -> CheckedExpression? {
    var types: [Type] = []
    if case .record(let id) = pair, checker.schema[id].isTuple {
      types = checker.schema[id].members.map(\.type)
    } else if case .list(let element) = pair {
      types = [element, element]
    }
    let styles = types.compactMap { queryStyle($0) }
    guard types.count == 2, styles.count == 2 else { return wrongInput() }
    return result(.string, [list]) { machine, arguments throws(Fault) in
      var parts: [String] = []
      for pair in arguments[0].elements {
        let isRecord = pair.tag == .record
        guard isRecord || pair.count == 2 else { throw .indexOutOfRange }
        let (name, value) =
          isRecord ? (pair.cells[0], pair.cells[1]) : (pair.elements[0], pair.elements[1])
        parts.append(machine.queryPart((name, styles[0]), (value, styles[1])))
      }
      return machine.scratch.text(parts.joined(separator: "&"))
    }
  }

  private func queryStyle(_ type: Type) -> Instruction.Style? {
    // A map that is always empty has no values.
    if type == .unknown { return .text }
    guard [.string, .int, .decimal, .url].contains(type) else { return nil }
    return Instruction.Style(type, dialect: checker.dialect)
  }
}

extension Machine {
  fileprivate func queryPart(
    _ name: (Value, Instruction.Style), _ value: (Value, Instruction.Style)
  ) -> String {
    [name, value].map { part in
      text(of: part.0, part.1).string.split(separator: " ", omittingEmptySubsequences: false)
        .map { PercentEncoding.query.encode(String($0)) }.joined(separator: "+")
    }
    .joined(separator: "=")
  }
}

extension Unicode.Scalar {
  /// Whether the next letter begins a word of a title.
  fileprivate var endsTitleWord: Bool {
    isPythonSpace || "-({[<".unicodeScalars.contains(self)
  }
}
