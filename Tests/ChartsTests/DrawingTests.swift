import Testing

private func row(_ name: String, _ price: String?, isOwn: Bool = false) -> Street.Row {
  Street.Row(name: name, price: price, isOwn: isOwn)
}

@Suite struct `What is drawn` {
  @Test func `bars grow from zero, the own one dark, the median dashed`() {
    let street = Street([row("甲", "2.00"), row("乙", "1.00", isOwn: true)])
    expect(
      street.drawing("bars(rows, label='name', value='price', own='isOwn', title='T')"),
      """
      <rect class="own bar" x="1.0" y="47.0" width="156.3" height="15.0"/>
      <rect class="bar" x="1.0" y="96.0" width="312.6" height="15.0"/>
      <line class="median" x1="235.5" y1="20.0" x2="235.5" y2="122.0"/>
      <text class="label" x="235.5" y="14.0" text-anchor="middle">中位数 1.50</text>
      <g class="own">
      <text x="1.0" y="41.0">▶ 乙</text>
      <text class="value" x="164.3" y="60.0">1.00</text>
      </g>
      <text x="1.0" y="90.0">甲</text>
      <text class="value" x="320.6" y="109.0">2.00</text>
      """)
  }

  @Test func `a box spans the quartiles, its whiskers all figures`() {
    let street = Street(["1", "2", "3", "4", "5"].map { row("甲", $0, isOwn: $0 == "4") })
    expect(
      street.drawing("quartiles(rows, group='group', value='price', own='isOwn', title='T')"),
      """
      <line class="grid" x1="14.0" y1="46.0" x2="14.0" y2="78.0"/>
      <line class="grid" x1="97.0" y1="46.0" x2="97.0" y2="78.0"/>
      <line class="grid" x1="180.0" y1="46.0" x2="180.0" y2="78.0"/>
      <line class="grid" x1="263.0" y1="46.0" x2="263.0" y2="78.0"/>
      <line class="grid" x1="346.0" y1="46.0" x2="346.0" y2="78.0"/>
      <line class="past" x1="14.0" y1="62.0" x2="97.0" y2="62.0"/>
      <line class="past" x1="263.0" y1="62.0" x2="346.0" y2="62.0"/>
      <line class="past" x1="14.0" y1="56.0" x2="14.0" y2="68.0"/>
      <line class="past" x1="346.0" y1="56.0" x2="346.0" y2="68.0"/>
      <rect class="bar" x="97.0" y="51.0" width="166.0" height="22.0"/>
      <line class="step" x1="180.0" y1="51.0" x2="180.0" y2="73.0"/>
      <path class="own bar" d="M263.0 54.0L271.0 62.0L263.0 70.0L255.0 62.0Z"/>
      <text x="1.0" y="17.0">东</text>
      <text class="label" x="359.0" y="17.0" text-anchor="end">共 5 项</text>
      <text class="label" x="1.0" y="38.0">中位数 3，中间一半 2–4，◆ 4</text>
      <text class="label" x="14.0" y="100.0" text-anchor="middle">1</text>
      <text class="label" x="97.0" y="100.0" text-anchor="middle">2</text>
      <text class="label" x="180.0" y="100.0" text-anchor="middle">3</text>
      <text class="label" x="263.0" y="100.0" text-anchor="middle">4</text>
      <text class="label" x="346.0" y="100.0" text-anchor="middle">5</text>
      """)
  }

  @Test func `fewer than five figures are dots`() {
    let street = Street(["1", "2", "4"].map { row("甲", $0) })
    let lines = street.drawing("quartiles(rows, group='group', value='price', title='T')")
    #expect(lines.count { $0.hasPrefix("<circle") } == 3)
    #expect(!lines.contains { $0.hasPrefix("<rect") })
  }

  @Test func `a field of dots has a cross at the medians`() {
    let street = Street([
      Street.Row(name: "甲", price: "1", score: "60"),
      Street.Row(name: "乙", price: "3", score: "80", isOwn: true),
    ])
    expect(
      street.drawing("scatter(rows, label='name', x='price', y='score', own='isOwn', title='T')"),
      """
      <line class="grid" x1="35.2" y1="280.0" x2="360.0" y2="280.0"/>
      <text class="label" x="29.2" y="285.0" text-anchor="end">60%</text>
      <line class="grid" x1="35.2" y1="221.5" x2="360.0" y2="221.5"/>
      <text class="label" x="29.2" y="226.5" text-anchor="end">65%</text>
      <line class="grid" x1="35.2" y1="163.0" x2="360.0" y2="163.0"/>
      <text class="label" x="29.2" y="168.0" text-anchor="end">70%</text>
      <line class="grid" x1="35.2" y1="104.5" x2="360.0" y2="104.5"/>
      <text class="label" x="29.2" y="109.5" text-anchor="end">75%</text>
      <line class="grid" x1="35.2" y1="46.0" x2="360.0" y2="46.0"/>
      <text class="label" x="29.2" y="51.0" text-anchor="end">80%</text>
      <line class="grid" x1="43.2" y1="46.0" x2="43.2" y2="280.0"/>
      <text class="label" x="43.2" y="298.0" text-anchor="middle">1.0</text>
      <line class="grid" x1="118.9" y1="46.0" x2="118.9" y2="280.0"/>
      <text class="label" x="118.9" y="298.0" text-anchor="middle">1.5</text>
      <line class="grid" x1="194.6" y1="46.0" x2="194.6" y2="280.0"/>
      <text class="label" x="194.6" y="298.0" text-anchor="middle">2.0</text>
      <line class="grid" x1="270.3" y1="46.0" x2="270.3" y2="280.0"/>
      <text class="label" x="270.3" y="298.0" text-anchor="middle">2.5</text>
      <line class="grid" x1="346.0" y1="46.0" x2="346.0" y2="280.0"/>
      <text class="label" x="346.0" y="298.0" text-anchor="middle">3.0</text>
      <text class="label" x="1.0" y="14.0">↑ 满意度</text>
      <text class="label" x="359.0" y="320.0" text-anchor="end">单价 →</text>
      <line class="median" x1="194.6" y1="32.0" x2="194.6" y2="280.0"/>
      <line class="median" x1="35.2" y1="163.0" x2="360.0" y2="163.0"/>
      <circle class="bar" cx="43.2" cy="280.0" r="5.0"/>
      <path class="own bar" d="M346.0 38.0L354.0 46.0L346.0 54.0L338.0 46.0Z"/>
      <g class="own">
      <text class="value" x="319.0" y="51.0">乙</text>
      </g>
      <text class="label" x="36.2" y="268.0">甲</text>
      """)
  }

  @Test func `a price is level from change to change, and broken where there was none`() {
    let street = Street([
      Street.Row(price: "3", from: "2024-01-01"),
      Street.Row(price: "1", from: "2020-01-01", to: "2021-12-31"),
      Street.Row(price: "2", from: "2023-01-01"),
    ])
    expect(
      street.drawing("steps(rows, from='from', to='to', value='price', title='T')"),
      """
      <line class="past" x1="2.0" y1="200.0" x2="360.0" y2="200.0"/>
      <line class="grid" x1="2.0" y1="142.7" x2="2.0" y2="200.0"/>
      <line class="grid" x1="212.1" y1="85.3" x2="212.1" y2="200.0"/>
      <line class="grid" x1="282.0" y1="28.0" x2="282.0" y2="200.0"/>
      <path class="step" d="M2.0 142.7H142.1"/>
      <path class="step" d="M212.1 85.3H282.0V28.0H352.0"/>
      <path class="own bar" d="M360.0 28.0L352.0 23.0V33.0Z"/>
      <text class="value" x="285.0" y="21.0">3</text>
      <text class="value" x="5.0" y="135.7">1</text>
      <text class="value" x="215.1" y="78.3">2</text>
      <text class="label" x="282.0" y="218.0">2024年1月</text>
      <text class="label" x="2.0" y="218.0">2020年1月</text>
      """)
  }

  @Test func `an account goes from balance to balance, expenses hatched`() {
    let income = Street.Row(name: "停车", amount: "60.00")
    expect(
      Street([income]).drawing(
        "waterfall(money, rows, rows, money, label='name', value='amount', title='T')"),
      """
      <defs><pattern id="chart-1-hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path class="past" d="M-1 1L1 -1M0 6L6 0M5 7L7 5"/></pattern></defs>
      <rect class="own bar" x="1.0" y="23.0" width="173.4" height="15.0"/>
      <line class="grid" x1="174.4" y1="38.0" x2="174.4" y2="72.0"/>
      <rect class="past" x="174.4" y="72.0" width="104.0" height="15.0"/>
      <line class="grid" x1="278.4" y1="87.0" x2="278.4" y2="121.0"/>
      <rect class="edge" x="174.4" y="121.0" width="104.0" height="15.0" fill="url(#chart-1-hatch)"/>
      <line class="grid" x1="174.4" y1="136.0" x2="174.4" y2="170.0"/>
      <rect class="own bar" x="1.0" y="170.0" width="173.4" height="15.0"/>
      <text x="1.0" y="17.0">期初余额</text>
      <text class="value" x="181.4" y="36.0">¥100.00</text>
      <text x="1.0" y="66.0">停车</text>
      <text class="value" x="285.4" y="85.0">+¥60.00</text>
      <text x="1.0" y="115.0">停车</text>
      <text class="value" x="285.4" y="134.0">−¥60.00</text>
      <text x="1.0" y="164.0">期末余额</text>
      <text class="value" x="181.4" y="183.0">¥100.00</text>
      """)
  }

  @Test func `what an account does not explain has a bar of its own`() {
    let street = Street([Street.Row(name: "停车", amount: "60.00")])
    let html = street.html(
      "waterfall(money, rows, [], money, label='name', value='amount', title='T')")
    #expect(html.contains("<tr><th scope=\"row\">差额，未说明</th><td class=\"n\">−¥60.00</td></tr>"))
  }

  @Test func `a slope leads from each figure before to the one after`() {
    let street = Street([
      Street.Row(name: "甲", price: "2.00", before: "1.00"),
      Street.Row(name: "乙", price: "2.00", before: "1.00", isOwn: true),
    ])
    expect(
      street.drawing(
        "slope(rows, label='name', before='before', after='price', own='isOwn', title='T')"),
      """
      <path class="past" d="M60.4 200.0L160.4 40.0"/>
      <path class="step" d="M60.4 200.0L160.4 40.0"/>
      <circle class="bar" cx="60.4" cy="200.0" r="4.0"/>
      <circle class="bar" cx="160.4" cy="40.0" r="4.0"/>
      <circle class="own bar" cx="60.4" cy="200.0" r="4.0"/>
      <circle class="own bar" cx="160.4" cy="40.0" r="4.0"/>
      <line class="grid" x1="41.4" y1="200.0" x2="55.4" y2="200.0"/>
      <g class="own">
      <text x="38.4" y="206.0" text-anchor="end">1.00</text>
      </g>
      <line class="grid" x1="165.4" y1="40.0" x2="179.4" y2="40.0"/>
      <line class="grid" x1="165.4" y1="40.0" x2="179.4" y2="60.0"/>
      <text x="182.4" y="46.0">2.00 甲</text>
      <g class="own">
      <text x="182.4" y="66.0">2.00 ▶ 乙</text>
      </g>
      <text class="label" x="1.0" y="14.0">之前</text>
      <text class="label" x="160.4" y="14.0">之后</text>
      """)
  }

  @Test func `progress says its figures`() {
    expect(
      Street([]).drawing("progress(1, 4, title='T')"),
      """
      <rect class="past" x="1.0" y="26.0" width="358.0" height="18.0"/>
      <rect class="own bar" x="1.0" y="26.0" width="89.5" height="18.0"/>
      <text class="value" x="1.0" y="17.0">完成 1</text>
      <text class="value" x="359.0" y="17.0" text-anchor="end">占 25.0%</text>
      <text class="label" x="359.0" y="62.0" text-anchor="end">总数 4</text>
      """)
  }

  @Test(arguments: [("3, 4", "75.0%"), ("0, 4", "0.0%"), ("9, 4", "225.0%"), ("-1, 4", "−25.0%")])
  func `progress stays in its bar`(figures: String, percent: String) {
    let lines = Street([]).drawing("progress(\(figures), title='T')")
    #expect(lines.contains { $0.contains(">占 \(percent)</text>") })
  }

  @Test func `progress of nothing has no share`() {
    let lines = Street([]).drawing("progress(1, 0, title='T')")
    #expect(!lines.contains { $0.contains("%") || $0.contains("own bar") })
  }

  @Test func `a gate has its share, its line and whether it is reached`() {
    let lines = Street([]).drawing(
      """
      gates(persons_for=1, persons_voting=2, persons_total=3, area_for=1.00, area_voting=1.00,
        area_total=2.00, turnout=[2, 3], consent=[1, 2], strictly=true, title='T')
      """)
    expect(
      lines,
      """
      <rect class="past" x="1.0" y="24.0" width="358.0" height="16.0"/>
      <rect class="own bar" x="1.0" y="24.0" width="238.7" height="16.0"/>
      <text class="value" x="1.0" y="17.0">参与业主 66.7%</text>
      <text class="label" x="1.0" y="57.0">2 / 3</text>
      <line class="halo" x1="239.7" y1="24.0" x2="239.7" y2="40.0"/>
      <line class="median" x1="239.7" y1="20.0" x2="239.7" y2="46.0"/>
      <text class="label" x="239.7" y="15.0" text-anchor="middle">2/3 以上</text>
      <text class="value" x="359.0" y="58.0" text-anchor="end">✓ 达到</text>
      <rect class="past" x="1.0" y="98.0" width="358.0" height="16.0"/>
      <rect class="bar" x="1.0" y="98.0" width="179.0" height="16.0"/>
      <text class="value" x="1.0" y="91.0">参与面积 50.0%</text>
      <text class="label" x="1.0" y="131.0">1.00 / 2.00</text>
      <line class="halo" x1="239.7" y1="98.0" x2="239.7" y2="114.0"/>
      <line class="median" x1="239.7" y1="94.0" x2="239.7" y2="120.0"/>
      <text class="label" x="239.7" y="89.0" text-anchor="middle">2/3 以上</text>
      <text class="value" x="359.0" y="132.0" text-anchor="end">✗ 未达到</text>
      <rect class="past" x="1.0" y="172.0" width="358.0" height="16.0"/>
      <rect class="bar" x="1.0" y="172.0" width="179.0" height="16.0"/>
      <text class="value" x="1.0" y="165.0">同意业主 50.0%</text>
      <text class="label" x="1.0" y="205.0">1 / 2</text>
      <line class="halo" x1="180.0" y1="172.0" x2="180.0" y2="188.0"/>
      <line class="median" x1="180.0" y1="168.0" x2="180.0" y2="194.0"/>
      <text class="label" x="180.0" y="163.0" text-anchor="middle">超过 1/2</text>
      <text class="value" x="359.0" y="206.0" text-anchor="end">✗ 未达到</text>
      <rect class="past" x="1.0" y="246.0" width="358.0" height="16.0"/>
      <rect class="own bar" x="1.0" y="246.0" width="358.0" height="16.0"/>
      <text class="value" x="1.0" y="239.0">同意面积 100.0%</text>
      <text class="label" x="1.0" y="279.0">1.00 / 1.00</text>
      <line class="halo" x1="180.0" y1="246.0" x2="180.0" y2="262.0"/>
      <line class="median" x1="180.0" y1="242.0" x2="180.0" y2="268.0"/>
      <text class="label" x="180.0" y="237.0" text-anchor="middle">超过 1/2</text>
      <text class="value" x="359.0" y="280.0" text-anchor="end">✓ 达到</text>
      <text class="value" x="1.0" y="308.0">有 2 项未达到：未通过</text>
      """)
  }

  @Test(arguments: [
    // A half is not more than a half, but it is half or more.
    ("1, persons_voting=2", "[1, 2]", "true", "超过 1/2", "未达到"),
    ("1, persons_voting=2", "[1, 2]", "false", "1/2 以上", "达到"),
    ("3, persons_voting=4", "[3, 4]", "false", "3/4 以上", "达到"),
    ("74, persons_voting=100", "[3, 4]", "false", "3/4 以上", "未达到"),
    ("0, persons_voting=0", "[1, 2]", "false", "1/2 以上", "未达到"),
  ])
  func `a line is reached or passed`(
    persons: String, line: String, strictly: String, required: String, state: String
  ) {
    let html = Street([]).html(
      """
      gates(persons_for=\(persons), persons_total=100, area_for=1, area_voting=1,
        area_total=1, turnout=[2, 3], consent=\(line), strictly=\(strictly), title='T')
      """)
    #expect(
      html.contains(
        "<td class=\"n\">\(required)</td><td>\(state)</td></tr>\n<tr><th scope=\"row\">同意面积"))
  }

  @Test func `gates without a line in law show their shares and judge nothing`() {
    let html = Street([]).html(
      """
      gates(persons_for=1, persons_voting=2, persons_total=3, area_for=1, area_voting=1,
        area_total=1, turnout=[], consent=[], title='T')
      """)
    #expect(html.contains("参与业主 66.7%"))
    #expect(!html.contains("达到") && !html.contains("通过"))
  }

  @Test func `a duty is done, late, open or overdue`() {
    let street = Street([
      Street.Row(name: "一季度", from: "2026-04-10", to: "2026-04-10"),
      Street.Row(name: "一季度", from: "2026-04-20", to: "2026-05-20"),
      Street.Row(name: "二季度", from: "2026-06-30"), Street.Row(name: "二季度", from: "2026-07-01"),
    ])
    let call = "timeline(rows, label='name', due='from', done='to', today=today, title='T')"
    expect(
      street.drawing(call),
      """
      <circle class="own bar" cx="8.0" cy="9.0" r="6.0"/>
      <text class="label" x="20.0" y="14.0">按时完成 1</text>
      <path class="own bar" d="M116.8 2.0L123.8 9.0L116.8 16.0L109.8 9.0Z"/>
      <text class="label" x="128.8" y="14.0">逾期完成 1</text>
      <circle class="open" cx="225.6" cy="9.0" r="6.0"/>
      <text class="label" x="237.6" y="14.0">未到期 1</text>
      <line class="step" x1="2.0" y1="27.0" x2="14.0" y2="39.0"/>
      <line class="step" x1="2.0" y1="39.0" x2="14.0" y2="27.0"/>
      <text class="label" x="20.0" y="38.0">逾期未办 1</text>
      <line class="grid" x1="10.0" y1="79.0" x2="10.0" y2="97.0"/>
      <line class="grid" x1="10.0" y1="131.0" x2="10.0" y2="149.0"/>
      <text class="label" x="10.0" y="168.0">4月</text>
      <line class="grid" x1="94.3" y1="79.0" x2="94.3" y2="97.0"/>
      <line class="grid" x1="94.3" y1="131.0" x2="94.3" y2="149.0"/>
      <text class="label" x="94.3" y="168.0">5月</text>
      <line class="grid" x1="181.4" y1="79.0" x2="181.4" y2="97.0"/>
      <line class="grid" x1="181.4" y1="131.0" x2="181.4" y2="149.0"/>
      <text class="label" x="181.4" y="168.0">6月</text>
      <line class="grid" x1="265.7" y1="79.0" x2="265.7" y2="97.0"/>
      <line class="grid" x1="265.7" y1="131.0" x2="265.7" y2="149.0"/>
      <text class="label" x="265.7" y="168.0">7月</text>
      <text class="label" x="10.0" y="186.0">2026年</text>
      <text x="1.0" y="69.0">一季度</text>
      <line class="past" x1="1.0" y1="88.0" x2="359.0" y2="88.0"/>
      <circle class="own bar" cx="35.3" cy="88.0" r="6.0"/>
      <line class="step" x1="63.4" y1="88.0" x2="147.7" y2="88.0"/>
      <line class="step" x1="63.4" y1="81.0" x2="63.4" y2="95.0"/>
      <path class="own bar" d="M147.7 81.0L154.7 88.0L147.7 95.0L140.7 88.0Z"/>
      <text x="1.0" y="121.0">二季度</text>
      <line class="past" x1="1.0" y1="140.0" x2="359.0" y2="140.0"/>
      <line class="step" x1="256.9" y1="134.0" x2="268.9" y2="146.0"/>
      <line class="step" x1="256.9" y1="146.0" x2="268.9" y2="134.0"/>
      <circle class="open" cx="265.7" cy="140.0" r="6.0"/>
      """)
    let html = street.html(call)
    for (day, state) in [
      ("<td>2026-04-10</td><td>2026-04-10</td>", "按时完成"),
      ("<td>2026-04-20</td><td>2026-05-20</td>", "逾期完成"),
      ("<td>2026-06-30</td><td>—</td>", "逾期未办"), ("<td>2026-07-01</td><td>—</td>", "未到期"),
    ] {
      #expect(html.contains("\(day)<td>\(state)</td>"))
    }
  }
}

/// Compares line by line, so that a difference shows where it is.
private func expect(_ lines: [String], _ wanted: String) {
  let wantedLines = wanted.split(separator: "\n").map(String.init)
  #expect(lines == wantedLines, "\n\(lines.joined(separator: "\n"))")
}
