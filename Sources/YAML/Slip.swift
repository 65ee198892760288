import Source

/// The findings about slips of the keyboard that YAML would misread or refuse without saying why.
///
/// All are Y6 but the tab (Y1), the complex key (Y3) and the second document (Y4).
enum Slip {
  /// `标题：关于…`: a full-width colon where a key ends; the blanks up to `valueStart` go with it.
  static func fullWidthColon(
    _ range: SourceRange, after key: String, valueStart: Int? = nil, in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "Y6", .error,
      Wording(
        zh: "「\(key)」后面是全角冒号「：」，要用半角冒号加一个空格",
        en: "'\(key)' is followed by a full-width colon '：'; it needs ':' and a space"),
      at: Location(file, range), expected: Wording("\(key): "), found: Wording("\(key)："),
      help: [Wording(zh: "写成「\(key): 」", en: "write '\(key): '")],
      fixes: [
        Fix(
          Wording(zh: "把「：」换成「: 」", en: "replace '：' by ': '"),
          replacing: SourceRange(range.lower, max(range.upper, valueStart ?? range.upper)),
          with: ": ", confidence: .certain)
      ])
  }

  /// A line without any colon where a key must stand.
  static func missingColon(_ range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "Y1", .error,
      Wording(
        zh: "这一行没有「: 」，看不出哪里是键、哪里是值",
        en: "this line has no ': ' that parts a key from a value"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "写成「键: 值」；若是上一个值的继续，请用空格缩进",
          en: "write 'key: value'; if it continues the value above, indent it with spaces")
      ])
  }

  /// `标题:关于…`: no space after the colon.
  static func missingSpace(at colon: Int, after key: String, in file: SourceFile) -> Diagnostic {
    let range = SourceRange(colon, colon + 1)
    return Diagnostic(
      "Y6", .error,
      Wording(
        zh: "「\(key):」后面少一个空格", en: "there is no space after '\(key):'"),
      at: Location(file, range), expected: Wording("\(key): "),
      help: [
        Wording(
          zh: "半角冒号后面要有一个空格，写成「\(key): 」",
          en: "a colon needs a space after it: write '\(key): '")
      ],
      fixes: [
        Fix(
          Wording(zh: "在冒号后面加一个空格", en: "put a space after the colon"),
          replacing: range, with: ": ", confidence: .certain)
      ])
  }

  /// A full-width or no-break space where a key begins or ends, or after its colon.
  static func wideSpace(
    _ range: SourceRange, replacement: String, confidence: Fix.Confidence = .certain,
    in file: SourceFile
  ) -> Diagnostic {
    let name = HiddenCharacter.name(
      of: file.text(in: range).unicodeScalars.first ?? Unicode.Scalar(UInt8(0x20)))
    let title =
      replacement.isEmpty
      ? Wording(zh: "删掉它", en: "delete it")
      : Wording(zh: "换成半角空格", en: "replace it by an ordinary space")
    return Diagnostic(
      "Y6", .error,
      Wording(
        zh: "键的旁边有全角空格（\(name)），这里只能用半角空格",
        en: "a full-width space (\(name)) stands beside a key; only ordinary spaces may"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "切换到英文输入法再打空格",
          en: "switch the input method to English before typing the space")
      ],
      fixes: [Fix(title, replacing: range, with: replacement, confidence: confidence)])
  }

  /// `{ 类别: 停车，项目: 地面 }`: a full-width comma where an entry ends.
  static func fullWidthComma(_ range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "Y6", .error,
      Wording(
        zh: "「{ }」和「[ ]」里的各项要用半角逗号隔开，这里是全角逗号「，」",
        en: "entries inside '{ }' and '[ ]' are parted by ','; this is a full-width comma '，'"),
      at: Location(file, range), expected: Wording(", "), found: Wording("，"),
      help: [
        Wording(
          zh: "换成半角逗号加空格；逗号若是文字的一部分，给整段文字加上引号",
          en: "use ', ' instead; if the comma belongs to the text, put the text in quotes")
      ],
      fixes: [
        Fix(
          Wording(zh: "把「，」换成「, 」", en: "replace '，' by ', '"), replacing: range,
          with: ", ", confidence: .certain)
      ])
  }

  /// `[公告栏，入口]`: a list of one that was probably meant as several.
  static func listOfOne(
    _ range: SourceRange, commas: [SourceRange], in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "Y6", .warning,
      Wording(
        zh: "「[ ]」里只读到一项，因为各项之间是全角逗号「，」",
        en: "only one item is read inside '[ ]', since full-width commas '，' part the items"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "几项之间用半角逗号「, 」；若本来就是一项，给它加上引号",
          en: "part items by ', '; if it is one item, put it in quotes")
      ],
      fixes: commas.map {
        Fix(
          Wording(zh: "把「，」换成「, 」", en: "replace '，' by ', '"), replacing: $0, with: ", ",
          confidence: .likely)
      })
  }

  /// `{ 金额: 36,000.00 }`: a comma that ends the value in its middle.
  static func cutByComma(
    _ range: SourceRange, key: String, isNumber: Bool, in file: SourceFile
  ) -> Diagnostic {
    let value = file.text(in: range)
    return Diagnostic(
      "Y6", .error,
      Wording(
        zh: "「{ }」里的逗号会把值截断：「\(key)」成了一个没有值的键",
        en: "a comma inside '{ }' ends the value: '\(key)' became a key without a value"),
      at: Location(file, range), expected: Wording("\"\(value)\""), found: Wording(value),
      help: [
        Wording(
          zh: "把值放在引号里，写成 \"\(value)\"", en: "put the value in quotes: \"\(value)\"")
      ],
      fixes: value.contains("\"") || value.contains("\\")
        ? []
        : [
          Fix(
            Wording(zh: "给值加上引号", en: "put the value in quotes"), replacing: range,
            with: "\"\(value)\"", confidence: isNumber ? .certain : .likely)
        ])
  }

  /// `{ 电话 }`: a key that stands alone.
  static func keyWithoutValue(_ range: SourceRange, in file: SourceFile) -> Diagnostic {
    let key = file.text(in: range)
    return Diagnostic(
      "Y6", .error,
      Wording(zh: "「\(key)」后面没有冒号和值", en: "'\(key)' has no colon and no value"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "「{ }」里每一项都写成「键: 值」", en: "inside '{ }' every entry is 'key: value'")
      ])
  }

  /// `标题: 关于 #3 楼…`: a comment sign that cuts the value.
  static func comment(
    _ range: SourceRange, after value: SourceRange?, in file: SourceFile
  ) -> Diagnostic {
    var fixes: [Fix] = []
    if let value {
      let text = file.text(in: value)
      if !text.contains("\""), !text.contains("\\") {
        fixes.append(
          Fix(
            Wording(zh: "给整个值加上引号", en: "put the whole value in quotes"), replacing: value,
            with: "\"\(text)\"", confidence: .likely))
      }
    }
    return Diagnostic(
      "Y6", .error,
      Wording(
        zh: "空格加「#」会把后面的文字变成注释，不会公示出来",
        en: "a '#' after a space turns the rest of the line into a comment that nobody will see"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "「#」若是值的一部分，给整个值加上引号；若是注释，请让它单独占一行",
          en: "if the '#' belongs to the value, put the value in quotes; "
            + "if it is a comment, give it a line of its own")
      ], fixes: fixes)
  }

  /// A tab where spaces must indent.
  static func tab(_ range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "Y1", .error,
      Wording(zh: "缩进用了制表符（Tab），只能用空格", en: "a tab indents this line; only spaces may"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "删掉制表符，改用空格，每一级两个",
          en: "delete the tab and use spaces, two for each level")
      ],
      fixes: [
        Fix(
          Wording(zh: "每个制表符换成两个空格", en: "replace each tab by two spaces"),
          replacing: range,
          with: String(
            repeating: " ",
            count: file.bytes[range.lower..<range.upper].reduce(0) { $0 + ($1 == 0x09 ? 2 : 1) }),
          confidence: .likely)
      ])
  }

  /// `? key`, or a list or mapping in a key's place.
  static func complexKey(_ range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "Y3", .error,
      Wording(
        zh: "键只能是一个词，不能用「?」，也不能是列表或一组键值",
        en: "a key is one word: no '?', no list and no mapping in its place"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "以「?」或括号开头的文字若是值，请加上引号",
          en: "if this is a text that begins with '?' or a bracket, put it in quotes")
      ])
  }

  /// `--- …`, `...` or `%YAML` inside front matter.
  static func secondDocument(_ range: SourceRange, in file: SourceFile) -> Diagnostic {
    let text = file.text(in: range)
    return Diagnostic(
      "Y4", .error,
      Wording(
        zh: "「\(text)」会另起一份 YAML 文档，这里只能有一份",
        en: "'\(text)' begins or ends a YAML document; only one may stand here"),
      at: Location(file, range),
      help: [
        Wording(
          zh: "删掉这一行；若是文字，请写进上一个值里并加引号",
          en: "delete this line; if it is text, put it in quotes as part of a value")
      ])
  }
}
