import Charts
import Language
import Source
import Testing

/// Every drawing over the rows of a street, as a template asks for it.
private let calls = [
  "bars(rows, label='name', value='price', own=own, title='价 & <量>', unit='元', noun='小区')",
  "bars(rows, label='holder.name', value='count', title='户数', reverse=true)",
  "quartiles(rows, group='group', value='price', own='isOwn', title='分组', note='全区')",
  "scatter(rows, label='name', x='price', y='score', own=own, title='价和分', x_title='价')",
  "steps(rows, from='from', to='to', value='price', title='历史', unit='元/㎡·月')",
  "steps(rows, from='year', value='amount', title='历年')",
  """
  waterfall(money, rows, rows, money, label='name', value='amount', title='收支', note='一季度')
  """,
  "slope(rows, label='name', before='before', after='price', own='isOwn', title='前后')",
  "progress(3, rows|length, title='进度', part_title='已完成')",
  """
  gates(persons_for=1, persons_voting=2, persons_total=rows|length, area_for=1.5, area_voting=2,
    area_total=3, turnout=[2, 3], consent=[1, 2], strictly=true, title='表决')
  """,
  "timeline(rows, label='name', due='from', done='to', today=today, title='期限')",
]

/// Streets at the edges of what drawings meet.
private let streets: [(name: String, rows: [Street.Row])] = {
  func row(_ index: Int, price: String, name: String? = nil) -> Street.Row {
    Street.Row(
      name: name ?? "第\(index)小区", price: price, before: "\(index).5", score: "\(60 + index % 40)",
      group: index % 3 == 0 ? "西" : "东", from: "20\(10 + index % 80)-03-01",
      to: index % 2 == 0 ? "20\(11 + index % 80)-02-28" : nil, amount: "\(index * 100).00",
      isOwn: index == 1)
  }
  let han = "阳光花园新村第三居民区第十二业主委员会管理的二十四幢住宅楼小"
  return [
    ("nobody", []), ("one", [row(1, price: "1.20")]),
    ("two", [row(1, price: "1.20"), row(2, price: "0.65")]),
    ("many", (1...60).map { row($0, price: "\($0 % 7).\($0 % 10)5") }),
    ("equal", (1...6).map { row($0, price: "2.00") }),
    ("zero", (1...6).map { row($0, price: "0") }),
    ("negative", [row(1, price: "-3.10"), row(2, price: "-0.65"), row(3, price: "4")]),
    ("huge", [row(1, price: "92233720368547758.07"), row(2, price: "0.000000000000000001")]),
    ("huge and negative", [row(1, price: "9223372036854775807"), row(2, price: "-9")]),
    (
      "absent",
      [Street.Row(), Street.Row(name: nil, price: "1.5", from: "2026-01-01"), Street.Row()]
    ),
    (
      "long names",
      [
        row(1, price: "1", name: han + "区区区"), row(2, price: "2", name: "<b> & \"'"),
        row(3, price: "3", name: String(repeating: "Riverside Court ", count: 6)),
      ]
    ),
  ]
}()

@Suite struct `Every drawing of every street` {
  @Test(arguments: ["zh-Hans", "zh-Hant", "en", "fr"])
  func `is well-formed and gives one figure with a title, a description and a table`(
    language: String
  ) throws {
    for street in streets {
      for call in calls {
        let html = Street(street.rows).html(call, language: language)
        let xml = XMLText(html)
        let story: Comment = "\(street.name): \(call)\n\(html)"
        #expect(xml.fault == nil, story)
        let names = xml.elements.map(\.name)
        #expect(names.first == "figure" && names.count { $0 == "figure" } == 1, story)
        #expect(names.contains("figcaption"), story)
        guard names.contains("svg") else {
          // Nothing to draw is said in words.
          #expect(names.contains("p"), story)
          continue
        }
        let labelled = xml.elements.first { $0.name == "svg" }?["aria-labelledby"]
        let named = xml.elements.filter { ["title", "desc"].contains($0.name) }
        #expect(labelled == named.compactMap { $0["id"] }.joined(separator: " "), story)
        #expect(named.count == 2 && named.allSatisfy { !$0.text.isEmpty }, story)
        #expect(names.contains("details") && names.contains("tbody"), story)
      }
    }
  }

  @Test func `keeps to classes and attributes with one decimal`() {
    let lengths: Set = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r"]
    for (street, call) in all {
      let xml = XMLText(Street(street.rows).html(call))
      for element in xml.elements where element["id"]?.hasSuffix("-hatch") != true {
        for (name, value) in element.attributes {
          #expect(name != "style" && !name.hasPrefix("on"))
          guard lengths.contains(name) else { continue }
          let parts = value.split(separator: ".")
          #expect(parts.count == 2 && parts[1].count == 1, "\(street.name): \(call): \(value)")
        }
      }
    }
  }

  @Test func `lies within the 360 units of its width and the height of its box`() throws {
    for (street, call) in all {
      let xml = XMLText(Street(street.rows).html(call))
      guard let box = xml.elements.first(where: { $0.name == "svg" })?["viewBox"] else { continue }
      let height = try #require(box.split(separator: " ").last.flatMap { Int($0) })
      for element in xml.elements {
        let story: Comment = "\(street.name): \(call): \(element)"
        for name in ["x", "x1", "x2", "cx"] {
          if let tenths = element[name].flatMap(Self.tenths) { #expect(-5...3600 ~= tenths, story) }
        }
        for name in ["y", "y1", "y2", "cy"] {
          if let tenths = element[name].flatMap(Self.tenths) {
            #expect(-5...(height * 10) ~= tenths, story)
          }
        }
        if element.name == "rect", let x = element["x"].flatMap(Self.tenths),
          let width = element["width"].flatMap(Self.tenths)
        {
          #expect(0 <= width && x + width <= 3600, story)
        }
      }
    }
  }

  @Test func `gives the same bytes every time`() {
    for (street, call) in all {
      #expect(Street(street.rows).html(call) == Street(street.rows).html(call))
    }
  }

  @Test func `has names of its own on a page with all the others`() {
    let page = calls.map { "{{ \($0) }}" }.joined(separator: "\n")
    for street in streets {
      let file = SourceFile(path: "page.html.j2", text: page)
      guard case .html(let html) = Street(street.rows).outcome(of: file) else {
        Issue.record("\(street.name): the page was not drawn")
        continue
      }
      let ids = XMLText(html).elements.compactMap { $0["id"] }
      #expect(ids.count == Set(ids).count, "\(street.name): \(ids)")
    }
  }

  private var all: [(street: (name: String, rows: [Street.Row]), call: String)] {
    streets.flatMap { street in calls.map { (street, $0) } }
  }

  private static func tenths(_ text: String) -> Int? {
    let digits = text.filter { $0 != "." }
    return text.contains(".") ? Int(digits) : Int(digits).map { $0 * 10 }
  }
}

@Test func `rows without a figure are left out, said and told in the table`() {
  let html = Street([
    Street.Row(name: "甲", price: "1.20"), Street.Row(name: "乙"), Street.Row(name: "丙"),
  ]).html("bars(rows, label='name', value='price', title='价', noun='小区')")
  #expect(html.contains("<small>1\u{A0}个小区，2\u{A0}个小区未填报</small>"))
  #expect(html.contains("<tr><th scope=\"row\">乙</th><td class=\"n\">未填报</td></tr>"))
}

@Test(arguments: [
  ("zh-Hans", "还没有可以画出的数据。"), ("zh-Hant", "還沒有可以畫出的資料。"),
  ("en", "There are no figures yet."),
])
func `a drawing of nothing says so`(language: String, sentence: String) {
  let html = Street([]).html(
    "bars(rows, label='name', value='price', title='T')", language: language)
  #expect(html.contains("<p>\(sentence)</p>"))
  #expect(!html.contains("<svg"))
}

@Test(arguments: [
  ("zh-Hans", "名称", "单价"), ("en", "«名称»", "«单价»"), ("zh-Hant", "名称", "单价"),
])
func `columns are headed by what the kind calls them`(
  language: String, label: String, value: String
) {
  let html = Street([Street.Row(price: "1")])
    .html("bars(rows, label='name', value='price', title='T')", language: language)
  #expect(
    html.contains(
      "<th scope=\"col\">\(label)</th><th scope=\"col\" class=\"n\">\(value)</th>"))
}
