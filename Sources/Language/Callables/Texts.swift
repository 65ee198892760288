import HTML
import Source
import Values

// Filters on texts.
extension Callable {
  /// The text in capitals.
  static let upper = changing("upper") { $0.uppercased() }

  /// The text in small letters.
  static let lower = changing("lower") { $0.lowercasedAsInPython }

  /// The first letter large, all others small.
  static let capitalize = changing("capitalize") { text in
    guard let first = text.unicodeScalars.first?.properties else { return "" }
    let small = text.lowercasedAsInPython.unicodeScalars
    let rest = small.dropFirst(first.lowercaseMapping.unicodeScalars.count)
    return first.titlecaseMapping + String(String.UnicodeScalarView(rest))
  }

  private static func changing(_ name: String, _ change: @escaping @Sendable (String) -> String)
    -> Callable
  {
    Callable(name) { call in
      guard let input = call.textInput else { return nil }
      return call.result(.string, [input]) { machine, arguments throws(Fault) in
        machine.scratch.text(change(arguments[0].string))
      }
    }
  }

  /// The text without the spaces, or other characters, at its two ends.
  static let trim = Callable("trim", "chars?") { call in
    // Space around HTML is space; other characters could cut a tag.
    let isMarkup = call.input?.type == .html && !call.has("chars")
    guard let input = isMarkup ? call.input : call.textInput,
      let characters = call.argument("chars", .string, else: Constant.none)
    else { return nil }
    return call.result(isMarkup ? .html : .string, [input, characters]) {
      machine, arguments throws(Fault) in
      let given = arguments[1].isAbsent ? nil : Set(arguments[1].string.unicodeScalars)
      let isTrimmed: (Unicode.Scalar) -> Bool = { given?.contains($0) ?? $0.isPythonSpace }
      let input = isMarkup ? machine.text(of: arguments[0], .html) : arguments[0]
      var text = Substring(input.string).unicodeScalars
      while let first = text.first, isTrimmed(first) { text.removeFirst() }
      while let last = text.last, isTrimmed(last) { text.removeLast() }
      return machine.scratch.text(String(text), tag: isMarkup ? .html : .text)
    }
  }

  /// Cut to so many characters, at a word's end unless `killwords`.
  static let truncate = Callable("truncate", "length?", "killwords?", "end?", "leeway?") { call in
    guard let input = call.textInput,
      let length = call.argument("length", .int, else: .number(Decimal(255))),
      let killsWords = call.truth("killwords"),
      let end = call.argument("end", .string, else: .string("...")),
      let leeway = call.argument("leeway", .int, else: Constant.none)
    else { return nil }
    if case .constant(.number(let length)) = length.form,
      case .constant(.string(let end)) = end.form,
      length < Decimal(Int64(end.unicodeScalars.count))
    {
      return call.fail(.operand("|truncate", "\(length.coefficient)", at: call.place))
    }
    return call.result(.string, [input, length, killsWords, end, leeway]) {
      machine, arguments throws(Fault) in
      let scalars = Array(arguments[0].string.unicodeScalars)
      let end = arguments[3].string
      let length = try CallSite.room(arguments[1])
      let leeway = arguments[4].isAbsent ? 5 : try CallSite.room(arguments[4])
      let kept = length - end.unicodeScalars.count
      guard 0 <= kept else {
        throw .refused(
          Wording(zh: "`truncate` 的长度小于结尾文字", en: "the length of `truncate` is less than its end"))
      }
      guard length + leeway < scalars.count else { return arguments[0] }
      var text = scalars[..<kept]
      if !arguments[2].isTrue, let space = text.lastIndex(of: " ") { text = text[..<space] }
      return machine.scratch.text(String(String.UnicodeScalarView(text)) + end)
    }
  }

  /// Whether the whole text has the form of a pattern.
  static let matches = Callable("matches", "pattern") { call in
    guard let input = call.textInput, let (pattern, place) = call.literal("pattern") else {
      return nil
    }
    guard let compiled = Pattern(pattern) else {
      return call.fail(.operand("matches", "`\(pattern)`", at: place))
    }
    return call.result(.bool, [input]) { _, arguments throws(Fault) in
      Value(compiled.matches(arguments[0].string))
    }
  }

  /// Whether one of the words stands in the text.
  static let containsAny = Callable("contains_any", "words") { call in
    guard let input = call.textInput, let words = call.argument("words", .list(.string)) else {
      return nil
    }
    return call.result(.bool, [input, words]) { _, arguments throws(Fault) in
      let text = arguments[0].text
      return Value(arguments[1].elements.contains { Machine.find($0.text, in: text) != nil })
    }
  }
}

extension CallSite {
  /// The input as plain text; HTML would break, so it is refused.
  var textInput: CheckedExpression? {
    guard let input = presentInput else { return nil }
    switch input.type {
    case .string, .url: return input
    case .html:
      return wrongInput(help: [Wording(zh: "先用 `|striptags`", en: "use `|striptags` first")])
    default: return wrongInput()
    }
  }

  /// The labels of a choice's words in the site's language.
  func choiceLabels(of type: Type) -> [String]? {
    guard case .choice(let id) = type else { return nil }
    return checker.schema[id].choices.map {
      $0.labels[checker.language] ?? $0.labels["zh-Hans"] ?? $0.word
    }
  }
}
