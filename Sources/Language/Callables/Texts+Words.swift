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
  /// The query of an address that names and values make.
  fileprivate func query(of map: CheckedExpression) -> CheckedExpression? {
    guard case .map(let value) = map.type else { return nil }
    guard [.string, .int, .decimal, .url, .none].contains(value) else { return wrongInput() }
    let style = Instruction.Style(value, dialect: checker.dialect)
    return result(.string, [map]) { machine, arguments throws(Fault) in
      let entries = arguments[0].elements
      let parts = stride(from: 0, to: entries.count, by: 2).map { index in
        [entries[index].string, machine.text(of: entries[index + 1], style).string]
          .map { PercentEncoding.query.encode($0).replacing("%20", with: "+") }
          .joined(separator: "=")
      }
      return machine.scratch.text(parts.joined(separator: "&"))
    }
  }
}

extension Unicode.Scalar {
  /// Whether the next letter begins a word of a title.
  fileprivate var endsTitleWord: Bool {
    isPythonSpace || "-({[<".unicodeScalars.contains(self)
  }
}
