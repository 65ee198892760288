import HTML
import Source

// `replace` and what it needs.
extension Callable {
  /// The text with one part put in the place of another, at most `count` times.
  ///
  /// Where `new` is HTML the text is escaped first and becomes HTML:
  /// `replace('\n', '<br>'|safe)`.
  static let replace = Callable("replace", "old", "new", "count?") { call in
    guard let input = call.textInput, let old = call.text("old"),
      let new = call.textOrMarkup("new"),
      let count = call.argument("count", .int, else: Constant.none)
    else { return nil }
    let isMarkup = new.type == .html
    let text =
      isMarkup ? CheckedExpression(.html, .markup([input]), at: input.place) : input
    return call.result(isMarkup ? .html : .string, [text, old, new, count]) {
      machine, arguments throws(Fault) in
      let limit = arguments[3].isAbsent ? -1 : Int(clamping: arguments[3].integer)
      let new = machine.text(of: arguments[2], .html)
      let tag: Value.Tag = isMarkup ? .html : .text
      guard !arguments[1].text.isEmpty else {
        let text = interleaved(arguments[0].string, with: new.string, limit: limit)
        return machine.scratch.text(text, tag: tag)
      }
      let bytes = replacing(arguments[1].text, in: arguments[0].text, with: new.text, limit: limit)
      return machine.scratch.text(bytes, tag: tag)
    }
  }

  private static func replacing(
    _ old: TextBytes, in text: TextBytes, with new: TextBytes, limit: Int
  ) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    var replaced = 0
    while replaced != limit, let found = Machine.find(old, in: text, from: start) {
      result += text[start..<found]
      result += new
      start = found + old.count
      replaced += 1
    }
    return result + text[start...]
  }

  /// What Python makes of replacing the empty text: it stands before every character and at the end.
  private static func interleaved(_ text: String, with new: String, limit: Int) -> String {
    var result = ""
    var replaced = 0
    for scalar in text.unicodeScalars {
      if replaced != limit {
        result += new
        replaced += 1
      }
      result += String(scalar)
    }
    return replaced == limit ? result : result + new
  }
}

extension CallSite {
  /// An argument as text; numbers by what they print.
  func text(_ name: String) -> CheckedExpression? {
    guard let value = argument(name), value.type != .unknown else { return nil }
    switch value.type {
    case .string, .url: return value
    case .int, .decimal: return CheckedExpression(.string, .text([value]), at: value.place)
    default: return argument(name, .string)
    }
  }

  /// An argument as text or as HTML.
  func textOrMarkup(_ name: String) -> CheckedExpression? {
    guard let value = argument(name), value.type == .html else { return text(name) }
    return value
  }
}
