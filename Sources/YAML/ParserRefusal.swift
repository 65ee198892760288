import Source

/// What libyaml says of a text it refuses, in words for people who do not know YAML.
struct ParserRefusal {
  let problem: String
  let context: String
  let place: Int
  let contextPlace: Int
  let byte: Int?
  let file: SourceFile
  let range: SourceRange

  init(
    _ refusal: EventReader.Refusal, place: Int, contextPlace: Int, file: SourceFile,
    range: SourceRange
  ) {
    problem = refusal.problem
    context = refusal.context
    self.place = min(place, range.upper)
    self.contextPlace = min(contextPlace, range.upper)
    byte = refusal.byte
    self.file = file
    self.range = range
  }

  /// The machine had no memory for the parser.
  static func outOfMemory(at location: Location) -> Diagnostic {
    Diagnostic(
      "Y1", .error,
      Wording(zh: "内存不够，读不了这份文件", en: "there is not enough memory to read this file"),
      at: location)
  }

  /// The one finding that stands for the refusal.
  var diagnostic: Diagnostic {
    if let byte { return unreadableCharacter(at: range.lower + byte) }
    return switch (problem, context) {
    case ("mapping values are not allowed in this context", _): secondColon
    case ("could not find expected ':'", _): missingColon
    case ("found character that cannot start any token", _): forbiddenStart
    case ("block sequence entries are not allowed in this context", _): listBesideKey
    case ("mapping keys are not allowed in this context", _):
      Slip.complexKey(scalarRange(at: place), in: file)
    case (_, "while scanning a quoted scalar"): openQuote
    case (_, "while parsing a quoted scalar"): badEscape
    case (_, "while scanning an anchor"), (_, "while scanning an alias"),
      (_, "while scanning a tag"), (_, "while parsing a tag"), (_, "while parsing a node"):
      Refused.mark(at: Location(file, word(at: contextPlace)))
    case (_, "while scanning a directive"), (_, "while parsing a %TAG directive"):
      Slip.secondDocument(file.lineRange(at: contextPlace), in: file)
    case (_, "while parsing a flow sequence"): openBracket("[", "]")
    case (_, "while parsing a flow mapping"): openBracket("{", "}")
    case (_, "while scanning a block scalar"): badBlockText
    case ("found a tab character that violates indentation", _):
      Slip.tab(scalarRange(at: place), in: file)
    case (_, "while parsing a block collection"): listOutOfLine
    case (_, "while parsing a block mapping"), ("did not find expected <document start>", _):
      outOfLine
    case (_, "while parsing a flow node"), (_, "while parsing a block node"): missingValue
    default: other
    }
  }

  private func finding(
    _ range: SourceRange, _ message: Wording, help: Wording, notes: [Note] = [], fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      "Y1", .error, message, at: Location(file, range), notes: notes, help: [help], fixes: fixes)
  }
}

extension ParserRefusal {
  /// `标题: 关于: 通知`, or a key indented below a value.
  private var secondColon: Diagnostic {
    let line = file.lineRange(at: place)
    let start = textStart(of: line)
    let colon = scalarRange(at: place)
    guard let value = valueStart(on: line, before: place) else {
      return finding(
        SourceRange(start, max(start, colon.upper)),
        Wording(
          zh: "这一行的缩进与上面各行对不上，被当成了上一个值的一部分",
          en: "this line's indentation makes it part of the value above"),
        help: Wording(
          zh: "同一层的键要左边对齐；下一层的键要从一个没有值的键下面开始",
          en: "align keys of one level at the left; keys of the next level begin below a key "
            + "without a value"))
    }
    return finding(
      colon,
      Wording(
        zh: "值里又有一个冒号加空格，分不清哪里是键、哪里是值",
        en: "the value holds another colon with a space, so key and value cannot be told apart"),
      help: Wording(
        zh: "给整个值加上引号；若是另一项，请另起一行",
        en: "put the whole value in quotes; if it is another entry, begin a new line"),
      fixes: quoting(SourceRange(value, line.upper)))
  }

  /// A line without `: ` where a key must stand.
  private var missingColon: Diagnostic {
    let line = file.lineRange(at: contextPlace)
    return Slip.missingColon(line.from(contextPlace), in: file)
  }

  /// `标题: @通知` and the like.
  private var forbiddenStart: Diagnostic {
    let sign = scalarRange(at: place)
    guard file.text(in: sign) != "\t" else { return Slip.tab(sign, in: file) }
    let value = SourceRange(place, file.lineRange(at: place).upper)
    return finding(
      sign,
      Wording(
        zh: "值不能以「\(file.text(in: sign))」开头",
        en: "a value cannot begin with '\(file.text(in: sign))'"),
      help: Wording(zh: "给整个值加上引号", en: "put the whole value in quotes"),
      fixes: quoting(value))
  }

  /// `列表: - 一`.
  private var listBesideKey: Diagnostic {
    let value = SourceRange(place, file.lineRange(at: place).upper)
    return finding(
      scalarRange(at: place),
      Wording(
        zh: "「- 」不能与键写在同一行", en: "'- ' cannot stand on the line of a key"),
      help: Wording(
        zh: "列表的每一项另起一行；若「-」是文字，给整个值加上引号",
        en: "begin a new line for each item; if the '-' is text, put the whole value in quotes"),
      fixes: quoting(value))
  }

  private var openQuote: Diagnostic {
    let quote = scalarRange(at: contextPlace)
    return finding(
      quote,
      Wording(
        zh: "这个引号（\(file.text(in: quote))）没有闭合",
        en: "this quote (\(file.text(in: quote))) is never closed"),
      help: Wording(
        zh: "在值的末尾补上同样的半角引号",
        en: "put the same quote at the end of the value"))
  }

  private var badEscape: Diagnostic {
    finding(
      scalarRange(at: place),
      Wording(
        zh: "双引号里的反斜杠「\\」有特别的意思，这里的写法读不懂",
        en: "a backslash inside double quotes has a special meaning, and this one has none"),
      help: Wording(
        zh: "改用单引号，或者把「\\」写成「\\\\」",
        en: "use single quotes, or write '\\\\' for '\\'"))
  }

  private func openBracket(_ opening: String, _ closing: String) -> Diagnostic {
    finding(
      scalarRange(at: contextPlace),
      Wording(
        zh: "「\(opening)」里少了逗号，或者没有用「\(closing)」收尾",
        en: "a comma is missing inside this '\(opening)', or the '\(closing)' that closes it"),
      help: Wording(
        zh: "各项之间用半角逗号，最后用「\(closing)」；文字里有逗号、括号或引号时给它加上引号",
        en: "part the items by ',' and end with '\(closing)'; "
          + "put a text with commas, brackets or quotes in quotes"),
      notes: [
        Note(
          Wording(zh: "读到这里接不下去了", en: "reading came to a halt here"),
          at: Location(file, scalarRange(at: place)))
      ])
  }

  private var badBlockText: Diagnostic {
    finding(
      file.lineRange(at: contextPlace).from(contextPlace),
      Wording(
        zh: "「|」或「>」后面不能再写文字，下面的各行要用空格缩进",
        en: "nothing may follow '|' or '>' on its line, and the lines below are indented by spaces"),
      help: Wording(
        zh: "文字从下一行开始；若「|」「>」是文字，给整个值加上引号",
        en: "begin the text on the next line; if '|' or '>' is text, put the whole value in quotes")
    )
  }

  private var listOutOfLine: Diagnostic {
    let line = file.lineRange(at: place)
    return finding(
      line.from(textStart(of: line)),
      Wording(
        zh: "列表里的这一行没有与上面的「-」对齐",
        en: "this line of a list is not aligned with the '-' above"),
      help: Wording(
        zh: "列表的每一项以「- 」开头，各项左边对齐",
        en: "begin each item with '- ' and align the items at the left"))
  }

  private var outOfLine: Diagnostic {
    let line = file.lineRange(at: place)
    let start = textStart(of: line)
    guard start == place || line.upper <= place else {
      return finding(
        SourceRange(place, line.upper),
        Wording(
          zh: "引号或括号收尾之后还有文字", en: "there is text after the closing quote or bracket"),
        help: Wording(
          zh: "把这些文字移到引号里面，或者删掉",
          en: "move it inside the quotes, or delete it"))
    }
    return finding(
      line.from(start),
      Wording(
        zh: "这一行的缩进与上面各行对不上", en: "this line is not aligned with the lines above"),
      help: Wording(
        zh: "同一层的键左边对齐，只用空格缩进",
        en: "align keys of one level at the left, with spaces only"))
  }

  /// A comma or closing bracket where a value is due.
  private var missingValue: Diagnostic {
    let sign = scalarRange(at: place)
    let text = file.text(in: sign)
    return finding(
      sign,
      Wording(
        zh: "这里应当有一个值，却是「\(text)」", en: "a value is due here, not '\(text)'"),
      help: Wording(
        zh: "删掉多余的逗号或括号；若是文字，给整个值加上引号",
        en: "delete the comma or bracket too many; if it is text, put the whole value in quotes"))
  }

  private var other: Diagnostic {
    finding(
      scalarRange(at: place),
      Wording(zh: "这里的写法读不懂", en: "this cannot be read"),
      help: Wording(
        zh: "给含有特殊符号的值加上引号（YAML 解析器说：\(problem)）",
        en: "put a value with special signs in quotes (the YAML parser says: \(problem))"))
  }

  /// What no check of the bytes has stopped: a hidden character that YAML refuses, or bad UTF-8.
  private func unreadableCharacter(at offset: Int) -> Diagnostic {
    let offset = min(offset, file.bytes.count)
    let place = scalarRange(at: offset)
    if let hidden = HiddenCharacter.find(in: file.bytes[place.lower..<place.upper]).first {
      return hidden.diagnostic(at: Location(file, place))
    }
    return TextEncoding.invalid(at: place, in: file)
  }
}

extension ParserRefusal {
  /// The character at `offset`, or nothing at the text's end.
  private func scalarRange(at offset: Int) -> SourceRange {
    guard offset < range.upper else { return SourceRange(at: range.upper) }
    var upper = offset + 1
    while upper < range.upper, file.bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return SourceRange(offset, upper)
  }

  /// The word at `offset`, to the next blank.
  private func word(at offset: Int) -> SourceRange {
    let line = file.lineRange(at: offset)
    let rest = file.bytes[min(offset, line.upper)..<line.upper]
    let end = rest.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? line.upper
    return SourceRange(rest.startIndex, end)
  }

  private func textStart(of line: SourceRange) -> Int {
    file.bytes[line.lower..<line.upper].firstIndex { $0 != 0x20 } ?? line.upper
  }

  /// Where the value begins that follows the first `: ` of a line.
  private func valueStart(on line: SourceRange, before limit: Int) -> Int? {
    var index = line.lower
    while index + 1 < limit {
      if file.bytes[index] == UInt8(ascii: ":"), file.bytes[index + 1] == 0x20 {
        let rest = file.bytes[(index + 1)..<line.upper]
        return rest.firstIndex { $0 != 0x20 }
      }
      index += 1
    }
    return nil
  }

  private func quoting(_ value: SourceRange) -> [Fix] {
    let text = file.text(in: value)
    guard !text.isEmpty, !text.contains("\""), !text.contains("\\") else { return [] }
    return [
      Fix(
        Wording(zh: "给整个值加上引号", en: "put the whole value in quotes"), replacing: value,
        with: "\"\(text)\"", confidence: .likely)
    ]
  }
}

extension SourceRange {
  /// The part from `offset` on.
  fileprivate func from(_ offset: Int) -> SourceRange {
    SourceRange(min(max(offset, lower), upper), upper)
  }
}
