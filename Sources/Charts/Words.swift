import Values

/// The words that drawings bring along, in the language of the site.
struct Words: Sendable {
  private let column: Int

  /// The words of a language by its tag; simplified Chinese where the tag is unknown.
  init(_ language: String) {
    column = ["zh-Hans": 0, "zh-Hant": 1, "en": 2][language] ?? 0
  }

  /// The word, with `parts` in the place of {0}, {1} and so on.
  func callAsFunction(_ word: Word, _ parts: String...) -> String {
    let texts = word.texts
    let text = column == 0 ? texts.0 : column == 1 ? texts.1 : texts.2
    return parts.enumerated().reduce(text) { text, part in
      text.split(separator: "{\(part.offset)}", omittingEmptySubsequences: false)
        .joined(separator: part.element)
    }
  }

  /// Parts of a sentence, one behind the other.
  func listed(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: self(.comma))
  }

  /// Sentences, each with its full stop.
  func sentences(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.map { $0 + self(.stop) }
      .joined(separator: column == 2 ? " " : "")
  }

  /// The day as people read it.
  func day(_ day: CivilDate) -> String { column == 2 ? day.description : day.chinese }

  /// The month of a day as people read it.
  func month(_ day: CivilDate) -> String {
    let period = Period(.month, holding: day)
    return column == 2 ? period.description : period.chinese
  }
}

/// A word or sentence that drawings use.
enum Word: CaseIterable {
  case comma, stop, showTable, noFigures, name, value, unreported
  case count, countOf, absent, absentOf
  case number, medianAlone
  case median, lowest, highest, ownPlace, ownValue
  case group, middleHalf, fewValues, quartile1, quartile3
  case medians
  case from, fromOn, startsOn, endsOn, stillOn
  case opening, closing, item, amount, unexplained, flow
  case before, after, change, rose, fell, same
  case share, shareAlone, part, whole
  case persons, area, turnout, consent, reached, missed, required, atLeast, moreThan
  case allReached, someMissed, outcome
  case month, year, due, done, state, inTime, late, open, overdue

  /// In simplified Chinese, traditional Chinese and English.
  var texts: (String, String, String) {
    switch self {
    case .comma: ("，", "，", ", ")
    case .stop: ("。", "。", ".")
    case .showTable: ("查看数据表", "查看資料表", "Show the figures")
    case .noFigures: ("还没有可以画出的数据", "還沒有可以畫出的資料", "There are no figures yet")
    case .name: ("名称", "名稱", "Name")
    case .value: ("数值", "數值", "Figure")
    case .unreported: ("未填报", "未填報", "not reported")
    case .count: ("共\u{A0}{0}\u{A0}项", "共\u{A0}{0}\u{A0}項", "{0} in all")
    case .countOf: ("{0}\u{A0}个{1}", "{0}\u{A0}個{1}", "{0} {1}")
    case .absent: ("{0}\u{A0}项未填报", "{0}\u{A0}項未填報", "{0} not reported")
    case .absentOf: ("{0}\u{A0}个{1}未填报", "{0}\u{A0}個{1}未填報", "{0} {1} not reported")
    case .number: ("数量", "數量", "Number")
    case .medianAlone: ("中位数", "中位數", "Median")
    case .median: ("中位数 {0}", "中位數 {0}", "median {0}")
    case .lowest: ("最低 {0} {1}", "最低 {0} {1}", "lowest {0} {1}")
    case .highest: ("最高 {0} {1}", "最高 {0} {1}", "highest {0} {1}")
    case .ownPlace: ("{0} {1}，由高到低第 {2}", "{0} {1}，由高到低第 {2}", "{0} {1}, number {2} from the top")
    case .ownValue: ("◆ {0}", "◆ {0}", "◆ {0}")
    case .group: ("分组", "分組", "Group")
    case .middleHalf: ("中间一半 {0}–{1}", "中間一半 {0}–{1}", "middle half {0}–{1}")
    case .fewValues: ("不足 {0} 个，逐个标出", "不足 {0} 個，逐個標出", "fewer than {0}, each shown")
    case .quartile1: ("下四分位数", "下四分位數", "Lower quartile")
    case .quartile3: ("上四分位数", "上四分位數", "Upper quartile")
    case .medians: ("虚线是中位数：{0}，{1}", "虛線是中位數：{0}，{1}", "dashed lines are medians: {0}, {1}")
    case .from: ("起", "起", "From")
    case .fromOn: ("{0}起 {1}", "{0}起 {1}", "{1} from {0}")
    case .startsOn: ("{0}起", "{0}起", "from {0}")
    case .endsOn: ("{0}止", "{0}止", "until {0}")
    case .stillOn: ("没有截止日期", "沒有截止日期", "no end is set")
    case .opening: ("期初余额", "期初餘額", "Opening balance")
    case .closing: ("期末余额", "期末餘額", "Closing balance")
    case .item: ("项目", "項目", "Item")
    case .amount: ("金额", "金額", "Amount")
    case .unexplained: ("差额，未说明", "差額，未說明", "Difference, unexplained")
    case .flow:
      (
        "期初 {0}，收入 {1}，支出 {2}，期末 {3}", "期初 {0}，收入 {1}，支出 {2}，期末 {3}",
        "opening {0}, income {1}, expense {2}, closing {3}"
      )
    case .before: ("之前", "之前", "Before")
    case .after: ("之后", "之後", "After")
    case .change: ("变化", "變化", "Change")
    case .rose: ("{0} 项上升", "{0} 項上升", "{0} rose")
    case .fell: ("{0} 项下降", "{0} 項下降", "{0} fell")
    case .same: ("{0} 项不变", "{0} 項不變", "{0} unchanged")
    case .share: ("占 {0}", "占 {0}", "{0}")
    case .shareAlone: ("占比", "佔比", "Share")
    case .part: ("完成", "完成", "Done")
    case .whole: ("总数", "總數", "In all")
    case .persons: ("业主", "業主", "owners")
    case .area: ("面积", "面積", "area")
    case .turnout: ("参与{0}", "參與{0}", "Turnout, {0}")
    case .consent: ("同意{0}", "同意{0}", "For, {0}")
    case .reached: ("达到", "達到", "reached")
    case .missed: ("未达到", "未達到", "not reached")
    case .required: ("要求", "要求", "Required")
    case .atLeast: ("{0} 以上", "{0} 以上", "{0} or more")
    case .moreThan: ("超过 {0}", "超過 {0}", "more than {0}")
    case .allReached: ("四项都达到：通过", "四項都達到：通過", "all four reached: passed")
    case .someMissed: ("有 {0} 项未达到：未通过", "有 {0} 項未達到：未通過", "{0} not reached: not passed")
    case .outcome: ("结果", "結果", "Outcome")
    case .month: ("{0}月", "{0}月", "{0}")
    case .year: ("{0}年", "{0}年", "{0}")
    case .due: ("期限", "期限", "Due")
    case .done: ("完成日期", "完成日期", "Done")
    case .state: ("状态", "狀態", "State")
    case .inTime: ("按时完成", "按時完成", "done in time")
    case .late: ("逾期完成", "逾期完成", "done late")
    case .open: ("未到期", "未到期", "not yet due")
    case .overdue: ("逾期未办", "逾期未辦", "overdue")
    }
  }
}
