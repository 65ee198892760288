import Charts
import Language
import Source
import TestSupport
import Testing
import Values

/// One mistake in a call, marked, and what is said about it.
private struct Mistake: CustomTestStringConvertible {
  let code: String
  let source: String
  let chinese: String
  let english: String

  var testDescription: String { source }

  init(_ code: String, _ source: String, _ chinese: String, _ english: String) {
    self.code = code
    self.source = source
    self.chinese = chinese
    self.english = english
  }
}

@Suite struct `A drawing refuses what it cannot draw` {
  fileprivate static let mistakes = [
    Mistake(
      "T012", "bars(rows, label='«nme»', value='price', title='T')", "`Estate` 没有 `nme`",
      "`Estate` has no field `nme`"),
    Mistake(
      "T012", "bars(rows, label='holder.«nam»', value='price', title='T')", "`Holder` 没有 `nam`",
      "`Holder` has no field `nam`"),
    Mistake(
      "T020", "bars(rows, label='name', value=«'name'», title='T')",
      "`bars` 的 value 应为 Int | Decimal | Money | Price | Area | Percent，这里是 String?",
      "value of `bars` must be Int | Decimal | Money | Price | Area | Percent, this is String?"),
    Mistake(
      "T020", "bars(rows, label=«'body'», value='price', title='T')",
      "`bars` 的 label 应为 String，这里是 Html", "label of `bars` must be String, this is Html"),
    Mistake(
      "T020", "bars(rows, label='name', value='price', own=«'name'», title='T')",
      "`bars` 的 own 应为 Bool，这里是 String?", "own of `bars` must be Bool, this is String?"),
    Mistake(
      "T020", "bars(rows, label='name', value='price', own=«one», title='T')",
      "`bars` 的 own 应为 Estate | Bool，这里是 Holder",
      "own of `bars` must be Estate | Bool, this is Holder"),
    Mistake(
      "T020", "bars(rows, label='name', value='price', title=«3»)",
      "`bars` 的 title 应为 String，这里是 Int", "title of `bars` must be String, this is Int"),
    Mistake(
      "T008", "bars(rows, label='name', value=«one.name», title='T')", "参数 `value` 必须直接写出",
      "the argument `value` must be written out"),
    Mistake(
      "T008", "«bars»(rows, label='name', value='price')", "`bars` 缺少参数 `title`",
      "`bars` needs the argument `title`"),
    Mistake(
      "T008", "bars(rows, label='name', value='price', title='T', «colour»='red')",
      "`bars` 没有参数 `colour`", "`bars` has no argument `colour`"),
    Mistake(
      "T018", "bars(«one», label='name', value='price', title='T')", "Holder 不能逐项列出",
      "a Holder cannot be looped over"),
    Mistake(
      "T020", "quartiles(rows, group='name', value=«'from'», title='T')",
      "`quartiles` 的 value 应为 Int | Decimal | Money | Price | Area | Percent，这里是 Date?",
      "value of `quartiles` must be Int | Decimal | Money | Price | Area | Percent, this is Date?"),
    Mistake(
      "T020", "steps(rows, from=«'price'», value='price', title='T')",
      "`steps` 的 from 应为 Date | Period，这里是 Price?",
      "from of `steps` must be Date | Period, this is Price?"),
    Mistake(
      "T020", "waterfall(money, rows, rows, money, label='name', value=«'price'», title='T')",
      "`waterfall` 的 value 应为 Money，这里是 Price?",
      "value of `waterfall` must be Money, this is Price?"),
    Mistake(
      "T013", "waterfall(«maybe», rows, rows, money, label='name', value='amount', title='T')",
      "`maybe` 可能没有填写", "`maybe` may be absent"),
    Mistake(
      "T020", "slope(rows, label='name', before=«'amount'», after='price', title='T')",
      "`slope` 的 before 应为 Price，这里是 Money?", "before of `slope` must be Price, this is Money?"),
    Mistake(
      "T020", "progress(«money», 3|price, title='T')", "`progress` 的 part 应为 Price，这里是 Money",
      "part of `progress` must be Price, this is Money"),
    Mistake(
      "T017", "progress(«1 / 3», 3, title='T')", "除法的结果必须先舍入", "a quotient must be rounded"),
    Mistake(
      "T020",
      """
      gates(persons_for=1, persons_voting=1, persons_total=1, area_for=1, area_voting=1,
        area_total=1, turnout=«'2/3'», consent=[1, 2], title='T')
      """, "`gates` 的 turnout 应为 List<Int>，这里是 String",
      "turnout of `gates` must be List<Int>, this is String"),
    Mistake(
      "T020", "timeline(rows, label='name', due=«'year'», done='to', today=today, title='T')",
      "`timeline` 的 due 应为 Date，这里是 Period", "due of `timeline` must be Date, this is Period"),
  ]

  @Test(arguments: mistakes)
  fileprivate func `with its place and what is wanted`(mistake: Mistake) throws {
    let marked = MarkedText("{{ \(mistake.source) }}", path: "page.html.j2")
    guard case .findings(let findings) = Street([]).outcome(of: marked.file) else {
      Issue.record("it was drawn")
      return
    }
    #expect(findings.map(\.code) == [mistake.code])
    let finding = try #require(findings.first)
    #expect(finding.message.chinese == mistake.chinese)
    #expect(finding.message.english == mistake.english)
    #expect(finding.location.range.map { [$0] } == marked.marks)
  }

  @Test func `outside a page`() throws {
    let marked = MarkedText("{{ «progress»(1, 2, title='T') }}")
    guard case .findings(let findings) = Street([]).outcome(of: marked.file, dialect: .plain) else {
      Issue.record("it was drawn")
      return
    }
    #expect(findings.map(\.code) == ["T007"])
    #expect(findings[0].message.chinese == "`progress` 是图，只能画在页面里")
    #expect(findings[0].message.english == "`progress` is a drawing, which only pages have")
    #expect(findings[0].location.range.map { [$0] } == marked.marks)
  }

  @Test(arguments: ["[3, 2]", "[2]", "[1, 2, 3]", "[-1, 2]", "[0, 0]", "[1, 1001]"])
  func `that needs a share of something strange`(share: String) {
    let call = """
      gates(persons_for=1, persons_voting=1, persons_total=1, area_for=1, area_voting=1,
        area_total=1, turnout=\(share), consent=[1, 2], title='T')
      """
    let file = SourceFile(path: "page.html.j2", text: "{{ \(call) }}")
    guard case .fault(.refused(let wording)) = Street([]).outcome(of: file) else {
      Issue.record("it was drawn")
      return
    }
    #expect(wording.chinese == "比例要写成 [2, 3] 这样的两个整数，前一个不大于后一个")
    #expect(
      wording.english == "a share is written as two whole numbers, the first not the larger: [2, 3]"
    )
  }

  @Test func `whose sums are too large for any number`() {
    let row = Street.Row(amount: "92233720368547758.07")
    let file = SourceFile(
      path: "page.html.j2",
      text: "{{ waterfall(money, rows, [], money, label='name', value='amount', title='T') }}")
    guard case .fault(let fault) = Street([row, row]).outcome(of: file) else {
      Issue.record("it was drawn")
      return
    }
    #expect(fault == .arithmetic(.overflow))
  }
}
