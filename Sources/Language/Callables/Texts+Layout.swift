import Source
import Values

// Filters that lay texts out in lines.
extension Callable {
  /// The text in the middle of a line of `width` characters.
  static let center = Callable("center", "width?") { call in
    guard let input = call.text(of: call.presentInput),
      let width = call.argument("width", .int, else: .number(Decimal(80)))
    else { return nil }
    return call.result(.string, [input, width]) { machine, arguments throws(Fault) in
      let text = arguments[0].string
      let width = try CallSite.room(arguments[1])
      let room = max(0, width - text.unicodeScalars.count)
      // Of an odd number of spaces Python puts the greater half first in lines of odd width.
      let left = room / 2 + (room & width & 1)
      return machine.scratch.text(
        String(repeating: " ", count: left) + text + String(repeating: " ", count: room - left))
    }
  }

  /// Every line but the first drawn in by so many spaces, or by a text; empty ones only if `blank`.
  static let indent = Callable("indent", "width?", "first?", "blank?") { call in
    guard let input = call.lineInput, let width = call.indentation,
      let drawsFirst = call.truth("first"), let drawsBlank = call.truth("blank")
    else { return nil }
    return call.result(input.type, [input, width, drawsFirst, drawsBlank]) {
      machine, arguments throws(Fault) in
      let space =
        arguments[1].tag == .text
        ? arguments[1].string
        : String(repeating: " ", count: try CallSite.room(arguments[1]))
      let input = machine.text(of: arguments[0], .html)
      let lines = (input.string + "\n").linesAsInPython
      let drawn = lines.enumerated().map { index, line in
        index == 0 || (line.isEmpty && !arguments[3].isTrue) ? line : space + line
      }
      return machine.scratch.text(
        (arguments[2].isTrue ? space : "") + drawn.joined(separator: "\n"), tag: input.tag)
    }
  }

  /// The text in lines of at most `width` characters, broken at words.
  static let wordWrap = Callable(
    "wordwrap", "width?", "break_long_words?", "wrapstring?", "break_on_hyphens?"
  ) { call in
    guard let input = call.textInput,
      let width = call.argument("width", .int, else: .number(Decimal(79))),
      let breaksWords = call.truth("break_long_words", else: true),
      let breaksHyphens = call.truth("break_on_hyphens", else: true),
      let between = call.argument("wrapstring", .string, else: Constant.none)
    else { return nil }
    let values = [input, width, between, breaksWords, breaksHyphens]
    return call.result(.string, values) { machine, arguments throws(Fault) in
      let width = try CallSite.room(arguments[1])
      guard 0 < width else {
        throw .refused(Wording(zh: "`wordwrap` 的宽度要大于 0", en: "the width of `wordwrap` is above 0"))
      }
      let wrapper = TextWrapper(
        width: width, breaksLongWords: arguments[3].isTrue, breaksOnHyphens: arguments[4].isTrue)
      let between = arguments[2].isAbsent ? "\n" : arguments[2].string
      let lines = arguments[0].string.linesAsInPython.map { line in
        wrapper.lines(of: line).joined(separator: between)
      }
      return machine.scratch.text(lines.joined(separator: between))
    }
  }

  /// The lines of a text.
  static let lines = Callable("lines") { call in
    guard let input = call.textInput else { return nil }
    return call.result(.list(.string), [input]) { machine, arguments throws(Fault) in
      machine.scratch.list(
        arguments[0].string.linesAsInPython.map { machine.scratch.text($0) })
    }
  }

  /// The parts of a text between separators, or between white space if none is given.
  static let split = Callable("split", "separator?", "maxsplit?") { call in
    guard let input = call.textInput,
      let separator = call.argument("separator", .string, else: Constant.none),
      let most = call.argument("maxsplit", .int, else: Constant.none)
    else { return nil }
    return call.result(.list(.string), [input, separator, most]) {
      machine, arguments throws(Fault) in
      let scalars = Array(arguments[0].string.unicodeScalars)
      let most = arguments[2].isAbsent ? Int.max : Int(clamping: arguments[2].integer)
      let limit = most < 0 ? Int.max : most
      let parts: [ArraySlice<Unicode.Scalar>]
      if arguments[1].isAbsent {
        parts = scalars.split(maxSplits: limit, whereSeparator: \.isPythonSpace)
      } else {
        let separator = Array(arguments[1].string.unicodeScalars)
        guard !separator.isEmpty else {
          throw .refused(Wording(zh: "`split` 的分隔文字不能是空的", en: "`split` needs a separator"))
        }
        parts = Self.split(scalars[...], at: separator, limit)
      }
      return machine.scratch.list(
        parts.map { machine.scratch.text(String(String.UnicodeScalarView($0))) })
    }
  }

  private static func split(
    _ text: ArraySlice<Unicode.Scalar>, at separator: [Unicode.Scalar], _ limit: Int
  ) -> [ArraySlice<Unicode.Scalar>] {
    var parts: [ArraySlice<Unicode.Scalar>] = []
    var start = text.startIndex
    var index = start
    while parts.count < limit, index + separator.count <= text.endIndex {
      guard text[index...].starts(with: separator) else {
        index += 1
        continue
      }
      parts.append(text[start..<index])
      index += separator.count
      start = index
    }
    return parts + [text[start...]]
  }
}

extension CallSite {
  /// So many characters that a line may have, at most a million.
  static func room(_ width: Value) throws(Fault) -> Int {
    guard width.integer <= 1_000_000 else { throw .arithmetic(.overflow) }
    return max(0, Int(width.integer))
  }

  /// A value as the text that it prints as; HTML would break, so it is refused.
  fileprivate func text(of input: CheckedExpression?) -> CheckedExpression? {
    guard let input else { return nil }
    switch input.type {
    case .int, .decimal: return CheckedExpression(.string, .text([input]), at: input.place)
    default: return textInput
    }
  }

  /// The input as text or as HTML, which may be drawn in too.
  fileprivate var lineInput: CheckedExpression? {
    input?.type == .html ? presentInput : textInput
  }

  /// What `indent` puts before a line: a number of spaces, or a text.
  fileprivate var indentation: CheckedExpression? {
    if let width = argument("width"), width.type == .string { return width }
    return argument("width", .int, else: .number(Decimal(4)))
  }
}
