import Kinds
import Language
import Source
import Values
import YAML

// K3 and K4: values that their types cannot read.
extension Diagnostic {
  private static func badValue(
    _ node: YAMLTree.Node, _ path: NodePath, _ message: Wording, expected: Wording? = nil,
    help: [Wording] = []
  ) -> Diagnostic {
    Diagnostic(
      "K3", .error, message, at: node.location, key: path.description, expected: expected,
      found: node.kind == .scalar && !node.text.utf8.contains(0x0A) ? Wording(node.text) : nil,
      help: help)
  }

  static func scalarWanted(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badValue(
      node, path,
      Wording(
        zh: "`\(path)` 应写一个值，这里是列表或键值", en: "`\(path)` takes one value, this is a list or mapping"))
  }

  static func listWanted(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badValue(
      node, path, Wording(zh: "`\(path)` 应写成列表", en: "`\(path)` takes a list"),
      help: [Wording(zh: "每一项另起一行，以“- ”开头", en: "give each entry a line that starts with `- `")])
  }

  static func mappingWanted(_ node: YAMLTree.Node, _ field: FieldLayout, _ path: NodePath)
    -> Diagnostic
  {
    let keys = field.nested.prefix(3).map(\.declaration)
    let zh = keys.map { "\($0.chinese): …" }.joined(separator: ", ")
    let en = keys.map { "\($0.name): …" }.joined(separator: ", ")
    return badValue(
      node, path, Wording(zh: "`\(path)` 应写成几个键和值", en: "`\(path)` takes keys and values"),
      help: [Wording(zh: "例如 { \(zh) }", en: "for example { \(en) }")])
  }

  static func oneLineWanted(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badValue(
      node, path, Wording(zh: "`\(path)` 只能写一行", en: "`\(path)` takes a single line"),
      help: [Wording(zh: "长的内容请写到正文里", en: "put longer text into the body")])
  }

  static func notAWebAddress(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badValue(
      node, path,
      Wording(
        zh: "`\(node.text)` 不是网址：应以 https:// 或 http:// 开头",
        en: "`\(node.text)` is no web address: it starts with https:// or http://"))
  }

  static func unknownChoice(
    _ node: YAMLTree.Node, _ written: String, _ words: [ChoiceWord], _ path: NodePath
  ) -> Diagnostic {
    let near = NearMiss.of(written, among: words.flatMap { [$0.chinese, $0.word] })
    let list = Wording(
      zh: words.map(\.chinese).joined(separator: "、"), en: words.map(\.word).joined(separator: ", ")
    )
    return Diagnostic(
      "K4", .error,
      Wording(
        zh: "`\(path)` 没有“\(written)”这个选项" + (near.map { "，是不是“\($0)”？" } ?? ""),
        en: "`\(path)` has no choice `\(written)`" + (near.map { ", did you mean `\($0)`?" } ?? "")),
      at: node.location, key: path.description, expected: list, found: Wording(written),
      help: [Wording(zh: "可以写：\(list.chinese)", en: "choices: \(list.english)")],
      fixes: near.map {
        [
          Fix(
            Wording(zh: "改成 `\($0)`", en: "change it to `\($0)`"), replacing: node.range, with: $0,
            confidence: .likely)
        ]
      } ?? [])
  }

  // MARK: Spans

  static func spanWanted(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badValue(
      node, path,
      Wording(zh: "`\(path)` 应写起止日期或天数", en: "`\(path)` takes a first and last day, or days"),
      help: [
        Wording(
          zh: "例如 { 起: 2026-11-18, 止: 2026-11-25 } 或 { 天数: 7 }",
          en: "for example { from: 2026-11-18, to: 2026-11-25 } or { days: 7 }")
      ])
  }

  static func toAndDays(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badValue(
      node, path,
      Wording(zh: "`\(path)` 的“止”和“天数”只写一个", en: "`\(path)` has both `to` and `days`; keep one"))
  }

  static func spanWithoutEnd(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    Diagnostic(
      "K2", .error,
      Wording(zh: "`\(path)` 缺少“止”或“天数”", en: "`\(path)` needs `to` or `days`"),
      at: node.location, key: path.description)
  }

  static func spanWithoutStart(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    Diagnostic(
      "K2", .error, Wording(zh: "`\(path)` 缺少“起”", en: "`\(path)` needs `from`"),
      at: node.location, key: path.description)
  }

  // MARK: Numbers, dates, codes

  static func malformed(
    _ node: YAMLTree.Node, _ type: FieldType, _ reason: Malformed, _ path: NodePath
  ) -> Diagnostic {
    let form = type.form
    let why = reason.wording
    let text = node.text
    let message = Wording(
      zh: "“\(text)”不能读作\(form.name.chinese)：\(why.chinese)",
      en: "`\(text)` cannot be read as \(form.name.english): \(why.english)")
    return badValue(
      node, path, message, expected: form.name,
      help: [
        Wording(zh: "写法如：\(form.example.chinese)", en: "write it like: \(form.example.english)")
      ])
  }
}

extension FieldType {
  /// What people call values of the type, and how one is written.
  fileprivate var form: (name: Wording, example: Wording) {
    switch self {
    case .yesNo: (Wording(zh: "是或否", en: "yes or no"), Wording(zh: "是、否", en: "yes, no"))
    case .count: (Wording(zh: "个数", en: "a count"), Wording("1286"))
    case .decimal: (Wording(zh: "数字", en: "a number"), Wording("12.50"))
    case .money: (Wording(zh: "金额", en: "an amount"), Wording("128400.50"))
    case .price: (Wording(zh: "单价", en: "a price"), Wording("1.20"))
    case .area: (Wording(zh: "面积", en: "an area"), Wording("84210.50"))
    case .percent: (Wording(zh: "百分数", en: "a percentage"), Wording("64.84%"))
    case .date:
      (Wording(zh: "日期", en: "a date"), Wording(zh: "2026-03-01 或 2026年3月1日", en: "2026-03-01"))
    case .time: (Wording(zh: "时间", en: "a time"), Wording("19:30"))
    case .dateTime: (Wording(zh: "日期和时间", en: "a date and time"), Wording("2026-03-08 19:30"))
    case .period(.month): (Wording(zh: "月份", en: "a month"), Wording("2026-03"))
    case .period(.quarter):
      (Wording(zh: "季度", en: "a quarter"), Wording(zh: "2026-Q3 或 2026年第三季度", en: "2026-Q3"))
    case .period(.half):
      (Wording(zh: "半年", en: "a half-year"), Wording(zh: "2026-H1 或 2026年上半年", en: "2026-H1"))
    case .period(.year): (Wording(zh: "年份", en: "a year"), Wording("2026"))
    case .period(nil): (Wording(zh: "期间", en: "a period"), Wording("2026、2026-H1、2026-Q3、2026-03"))
    case .creditCode:
      (Wording(zh: "统一社会信用代码", en: "a unified social credit code"), Wording("91310107MA1G000032"))
    case .phone:
      (Wording(zh: "电话", en: "a telephone number"), Wording("021-52340001"))
    default: (Wording(zh: "文字", en: "text"), Wording(zh: "文字", en: "text"))
    }
  }
}

extension Malformed {
  /// The reason as people read it.
  fileprivate var wording: Wording {
    switch self {
    case .empty: Wording(zh: "没有内容", en: "it is empty")
    case .notANumber: Wording(zh: "不是数字", en: "it is no number")
    case .leadingZero: Wording(zh: "数字前面多了 0", en: "it has a leading zero")
    case .badGrouping: Wording(zh: "千分位逗号应每三位一个", en: "commas group three digits each")
    case .fullWidthComma: Wording(zh: "千分位要用半角逗号", en: "the comma must be half-width")
    case .notWhole: Wording(zh: "应是整数", en: "it must be whole")
    case .negative: Wording(zh: "不能是负数", en: "it cannot be negative")
    case .tooFine(let places):
      Wording(zh: "最多 \(places) 位小数", en: "at most \(places) decimals")
    case .overflow: Wording(zh: "数字太大", en: "it is too large")
    case .missingPercentSign: Wording(zh: "缺少百分号 %", en: "the % sign is missing")
    case .unknownUnit: Wording(zh: "单位看不懂", en: "the unit is not known")
    case .notADate: Wording(zh: "不是年月日的写法", en: "it is not year, month and day")
    case .noSuchDay: Wording(zh: "日历上没有这一天", en: "the calendar has no such day")
    case .outOfYears: Wording(zh: "年份应在 1900 到 2199 之间", en: "the year must be 1900 to 2199")
    case .notATime: Wording(zh: "不是时和分的写法", en: "it is not hours and minutes")
    case .noSuchTime: Wording(zh: "没有这个时间", en: "there is no such time")
    case .notADateTime: Wording(zh: "应写日期、空格、时间", en: "it is date, space, time")
    case .notAPeriod: Wording(zh: "不是期间的写法", en: "it is not written as a period")
    case .noSuchPeriod: Wording(zh: "没有这个期间", en: "there is no such period")
    case .wrongPeriod: Wording(zh: "是另一种期间", en: "it is another kind of period")
    case .endsBeforeItStarts: Wording(zh: "止早于起", en: "it ends before it starts")
    case .notYesOrNo: Wording(zh: "只能写是或否", en: "only yes or no will do")
    case .badLength(let found):
      Wording(zh: "应是 18 位，写了 \(found) 位", en: "it has \(found) characters instead of 18")
    case .badCharacter:
      Wording(zh: "有不允许的字符（没有 I、O、S、V、Z）", en: "a character is not allowed (no I, O, S, V, Z)")
    case .badCheckDigit(let expected):
      Wording(zh: "最后一位校验码应是 \(expected)", en: "the check digit should be \(expected)")
    case .notAPhoneNumber: Wording(zh: "不是电话号码的写法", en: "it is not written as a telephone number")
    }
  }
}
