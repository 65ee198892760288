import HTML
import Source

// Filters on texts.
extension Callable {
  static let upper = changing("upper") { $0.uppercased() }
  static let lower = changing("lower") { $0.lowercased() }
  static let capitalize = changing("capitalize") { text in
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())).lowercased()
    return (text.unicodeScalars.first?.properties.titlecaseMapping ?? "") + rest
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

  static let trim = Callable("trim", "chars?") { call in
    guard let input = call.textInput,
      let characters = call.argument("chars", .string, else: Constant.none)
    else { return nil }
    return call.result(.string, [input, characters]) { machine, arguments throws(Fault) in
      let given = arguments[1].isAbsent ? nil : Set(arguments[1].string.unicodeScalars)
      let isTrimmed: (Unicode.Scalar) -> Bool = { given?.contains($0) ?? $0.isPythonSpace }
      var text = Substring(arguments[0].string).unicodeScalars
      while let first = text.first, isTrimmed(first) { text.removeFirst() }
      while let last = text.last, isTrimmed(last) { text.removeLast() }
      return machine.scratch.text(String(text))
    }
  }

  static let replace = Callable("replace", "old", "new", "count?") { call in
    guard let input = call.textInput, let old = call.argument("old", .string),
      let new = call.argument("new", .string), let limit = call.integer("count", else: -1)
    else { return nil }
    return call.result(.string, [input, old, new]) { machine, arguments throws(Fault) in
      let text = arguments[0].text
      let (old, new) = (arguments[1].text, arguments[2].text)
      guard !old.isEmpty else {
        return machine.scratch.text(
          Self.interleaved(arguments[0].string, with: arguments[2].string, limit: limit))
      }
      var result: [UInt8] = []
      var start = 0
      var replaced = 0
      while replaced != limit, let found = Machine.find(old, in: text, from: start) {
        result += text[start..<found]
        result += new
        start = found + old.count
        replaced += 1
      }
      result += text[start...]
      return machine.scratch.text(result)
    }
  }

  /// What Python makes of replacing the empty text: it stands before every character and at the end.
  private static func interleaved(_ text: String, with new: String, limit: Int) -> String {
    var result = ""
    var replaced = 0
    for scalar in text.unicodeScalars {
      if replaced != limit { result += new }
      replaced += replaced == limit ? 0 : 1
      result += String(scalar)
    }
    return replaced == limit ? result : result + new
  }

  /// Cut to so many characters, at a word's end unless `killwords`.
  static let truncate = Callable("truncate", "length?", "killwords?", "end?", "leeway?") { call in
    guard let input = call.textInput, let length = call.integer("length", else: 255),
      let killsWords = call.flag("killwords"), let leeway = call.integer("leeway", else: 5)
    else { return nil }
    var end = "..."
    if call.has("end") {
      guard let (text, _) = call.literal("end") else { return nil }
      end = text
    }
    guard end.unicodeScalars.count <= length, 0 <= leeway else {
      return call.fail(.operand("|truncate", "\(length)", at: call.place))
    }
    return call.result(.string, [input]) { [end] machine, arguments throws(Fault) in
      let scalars = Array(arguments[0].string.unicodeScalars)
      guard length + leeway < scalars.count else { return arguments[0] }
      var kept = scalars[..<max(0, length - end.unicodeScalars.count)]
      if !killsWords, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
      return machine.scratch.text(String(String.UnicodeScalarView(kept)) + end)
    }
  }

  static let joined = Callable("join", "d?", "attribute?") { call in
    guard let (list, element) = call.listInput,
      let values = call.mapped(list, element, attribute: "attribute"),
      case .list(let read) = values.type,
      let separator = call.argument("d", .string, else: .string(""))
    else { return nil }
    let probe = CheckedExpression(read, .variable(0), at: call.place)
    if read != .unknown, call.checker.requirePrintable(probe).type == .unknown { return nil }
    let style = Instruction.Style(read, dialect: call.checker.dialect)
    let labels = call.choiceLabels(of: read)
    let isMarkup = read == .html
    return call.result(isMarkup ? .html : .string, [values, separator]) {
      machine, arguments throws(Fault) in
      let start = machine.writer.count
      for (index, element) in arguments[0].elements.enumerated() {
        if index > 0 {
          if isMarkup {
            machine.writer.appendEscaped(arguments[1].text)
          } else {
            machine.writer.append(arguments[1].text)
          }
        }
        if let labels {
          machine.writer.append(labels[Int(element.bits)])
        } else {
          machine.write(element, style, labels: nil)
        }
      }
      let text = machine.writer.bytes(from: start)
      machine.writer.truncate(to: start)
      return machine.scratch.text(text, tag: isMarkup ? .html : .text)
    }
  }

  static let escape = escaping("escape")
  static let escapeShort = escaping("e")

  private static func escaping(_ name: String) -> Callable {
    Callable(name) { call in
      guard let input = call.presentInput else { return nil }
      if input.type == .html { return input }
      guard call.checker.requirePrintable(input).type != .unknown else { return nil }
      return CheckedExpression(.html, .markup([input]), at: call.place)
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
