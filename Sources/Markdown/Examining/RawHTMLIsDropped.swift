import Source

/// HTML in a body is left out, so its author must know what readers will not see.
enum RawHTMLIsDropped {
  /// The name of an HTML tag and whether it ends an element.
  struct Tag {
    let name: String
    let isClosing: Bool

    init(_ html: String) {
      let inner = html.drop { $0 == " " }.dropFirst()
      isClosing = inner.first == "/"
      name = inner.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        .lowercased()
    }
  }

  static func finding(
    _ html: String, _ tag: Tag, at range: SourceRange, isBlock: Bool, in file: SourceFile
  ) -> Diagnostic {
    let shown = excerpt(of: html)
    return Diagnostic(
      "M1", .warning,
      Wording(
        zh: "正文里的 HTML 不会显示：\(shown)", en: "HTML in a body is not shown: \(shown)"),
      at: Location(file, range),
      found: Wording(shown), help: [help(for: tag)],
      fixes: isBlock ? [] : [escape(html, at: range)])
  }

  /// The first line, cut to what fits a message.
  private static func excerpt(of html: String) -> String {
    let line = html.split(whereSeparator: \.isNewline).first.map(String.init) ?? html
    let isWhole = line.count <= 60 && line.utf8.count + 1 >= html.utf8.count
    return isWhole ? line : line.prefix(60) + "…"
  }

  private static func escape(_ html: String, at range: SourceRange) -> Fix {
    Fix(
      Wording(zh: "原样显示这几个字符", en: "show these characters as they are"),
      replacing: SourceRange(at: range.lower), with: "\\", confidence: .example)
  }

  private static func help(for tag: Tag) -> Wording {
    switch tag.name {
    case "b", "strong": Wording(zh: "加粗请写 **文字**", en: "write **text** for bold")
    case "i", "em": Wording(zh: "强调请写 *文字*", en: "write *text* for emphasis")
    case "s", "del", "strike": Wording(zh: "删除线请写 ~~文字~~", en: "write ~~text~~ to strike out")
    case "br":
      Wording(
        zh: "换行请在行末写一个反斜杠 \\，分段请空一行",
        en: "end the line with a backslash to break it, or leave an empty line for a paragraph")
    case "p", "div", "span", "font", "center":
      Wording(
        zh: "直接写文字，段落之间空一行；样式由网站统一安排",
        en: "write the text alone with empty lines between paragraphs; the site sets the style")
    case "a": Wording(zh: "链接请写 [文字](地址)", en: "write [text](address) for a link")
    case "img": Wording(zh: "图片请写 ![图上有什么](文件)", en: "write ![what it shows](file) for an image")
    case "table", "tr", "td", "th", "thead", "tbody":
      Wording(zh: "表格请写成 | 列一 | 列二 |", en: "write a table as | one | two |")
    case "ul", "ol", "li":
      Wording(zh: "列表每行以 - 或 1. 开头", en: "start the lines of a list with - or 1.")
    case "h1", "h2", "h3", "h4", "h5", "h6":
      Wording(zh: "标题以 # 开头", en: "start a heading with #")
    case "": Wording(zh: "不想公开的话请删去", en: "delete what is not meant for the public")
    default:
      Wording(
        zh: "请改成普通文字；要显示尖括号，写 \\<",
        en: "write plain text; to show an angle bracket, write \\<")
    }
  }
}
