import Values

extension Estate {
  /// The quarters' accounts up to the third quarter of 2026, each opening where the last closed.
  func accountRecords(in city: City) -> [Record] {
    let count = city.mix.accounts
    guard 0 < count else { return [] }
    var dice = Dice(seed: city.seed, 5, number)
    var balance = dice.roll(1_000_000...60_000_000)
    let last = 2026 * 4 + 2
    return (last - count + 1...last).map { quarter in
      accountRecord(quarter / 4, quarter % 4 + 1, balance: &balance, &dice)
    }
  }

  private func accountRecord(
    _ year: Int, _ quarter: Int, balance: inout Int, _ dice: inout Dice
  ) -> Record {
    let income = Self.income(&dice)
    let received = income.reduce(0) { $0 + $1.amount }
    let expense = Self.expense(under: received, &dice)
    let spent = expense.reduce(0) { $0 + $1.amount }
    let opening = balance
    balance += received - spent
    var lines =
      "期间: \(writesChineseDates ? "\(year)年第\(Self.ordinals[quarter - 1])季度" : "\(year)-Q\(quarter)")\n"
    lines += "期初余额: \(money(opening))\n收入:\n"
    for row in income {
      lines += "  - { 类别: \(row.kind), 项目: \(row.item), 金额: \(yuan(row.amount)) }\n"
    }
    lines += "支出:\n"
    for row in expense { lines += "  - { 项目: \(row.item), 金额: \(yuan(row.amount)) }\n" }
    if dice.chance(40) { lines += "收入合计: \(money(received))\n支出合计: \(money(spent))\n" }
    if spent < received, dice.chance(30) {
      lines += "补充维修资金: \(money(dice.share(520...700, of: received - spent) + 100))\n"
    }
    lines += "期末余额: \(money(balance))\n"
    let after = day(quarter == 4 ? year + 1 : year, quarter % 4 * 3 + 1, 1)
    lines += "公示日期: \(date(after + dice.roll(6...13)))\n"
    lines += "张贴地点: [物业服务接待处, 公告栏, 各门牌幢入口]\n"
    return Record(
      folder: "estates/\(folder)/finance", stem: "\(year)-Q\(quarter)", frontMatter: lines,
      body: Body.text(.account, of: self, Dice(seed: dice.roll(0...Int(Int32.max)))))
  }

  private static func income(_ dice: inout Dice) -> [(kind: String, item: String, amount: Int)] {
    let parking = (kind: "停车", item: dice.pick(["地面停车", "临时停车", "地下车位"]))
    let others = dice.pick(
      dice.roll(1...4),
      of: [
        ("商业活动与设施投放", "快递柜场地"), ("商业活动与设施投放", "旧衣回收箱"), ("广告", "电梯轿厢广告"), ("广告", "门禁屏广告"),
        ("文体设施", "网球场"), ("共有房屋", "会所场地租金"), ("违约金赔偿残值", "道闸碰撞赔偿"), ("利息及其他", "存款利息"),
      ])
    return [(parking.kind, parking.item, dice.roll(800_000...14_000_000))]
      + others.map { ($0.0, $0.1, dice.roll(20_000...3_000_000)) }
  }

  private static func expense(
    under received: Int, _ dice: inout Dice
  ) -> [(item: String, amount: Int)] {
    let items = [
      "公共照明", "执行秘书报酬", "绿化补种", "地库标线翻新", "楼道灯泡", "休息座椅", "审计费", "业委会办公用品", "排水泵维修", "节日布置",
      "晾衣架翻新",
      "儿童滑梯更换", "表决票印制和送达", "门禁卡补充", "雨水管疏通",
    ]
    // An item of 50,000 yuan or more would need its review attached.
    return dice.pick(dice.roll(2...6), of: items).map {
      ($0, min(4_900_000, dice.share(20...150, of: received) + dice.roll(0...99)))
    }
  }

  /// The half-years' accounts of the maintenance fund up to the first half of 2026.
  func fundRecords(in city: City) -> [Record] {
    let count = city.mix.funds
    guard 0 < count else { return [] }
    var dice = Dice(seed: city.seed, 6, number)
    var balance = dice.roll(60_000_000...900_000_000)
    let first = dice.share(1050...1600, of: balance)
    let last = 2026 * 2
    return (last - count + 1...last).map { half in
      let (year, isFirst) = (half / 2, half % 2 == 0)
      let opening = balance
      let interest = dice.share(3...9, of: opening)
      let toppedUp = dice.roll(500_000...6_000_000)
      let spent = dice.share(2...20, of: opening)
      balance += interest + toppedUp - spent
      let work = half == last && 0 < city.mix.works ? ", 工程: \(workStem(0))" : ""
      let posted = (isFirst ? day(year, 7, 1) : day(year + 1, 1, 4)) + dice.roll(4...24)
      let lines = """
        期间: \(year)-H\(isFirst ? 1 : 2)
        期初余额: \(money(opening))
        收入:
          - { 项目: 存款利息, 金额: \(yuan(interest)) }
          - { 项目: 公共收益划入, 金额: \(yuan(toppedUp)) }
        支出:
          - { 项目: \(dice.pick(["道路整修", "排水管道维修", "消防设施维修", "楼道粉刷"])), 金额: \(yuan(spent))\(work) }
        期末余额: \(money(balance))
        首期归集: \(money(first))
        公示日期: \(date(posted))

        """
      return Record(
        folder: "estates/\(folder)/fund", stem: "\(year)-H\(isFirst ? 1 : 2)", frontMatter: lines,
        body: Body.text(.fund, of: self, Dice(seed: dice.roll(0...Int(Int32.max)))))
    }
  }
}
