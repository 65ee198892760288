import Values

extension Estate {
  /// The file name of a work.
  func workStem(_ slot: Int) -> String { "work-\(slot + 1)" }

  /// A work on the common parts: sources that cover the contract, payments within the law's bounds.
  func workRecord(_ slot: Int, in city: City) -> Record {
    var dice = Dice(seed: city.seed, 7, number, slot)
    let (kind, title) = dice.pick(Self.kinds)
    let amount = dice.roll(80_000...2_400_000) * 100
    let signed = dice.roll(day(2025, 2, 1)...day(2026, 5, 31))
    let grant = dice.chance(40) ? dice.share(100...400, of: amount) : 0
    var lines = """
      标题: \(name)\(title)
      类别: \(kind)
      资金来源:
        - { 来源: 维修资金, 金额: \(yuan(amount - grant)) }

      """
    if 0 < grant { lines += "  - { 来源: 财政补贴, 金额: \(yuan(grant)) }\n" }
    lines += """
      合同:
        单位: 示例\(dice.pick(["恒固", "筑安", "新桥", "建邻", "匠心"]))建设工程有限公司
        信用代码: \(Names.creditCode(&dice))
        金额: \(money(amount))
        日期: \(date(signed))
      拨付:
        - { 日期: \(signed + dice.roll(10...30)), 金额: \(yuan(dice.share(200...290, of: amount))) }
        - { 日期: \(signed + dice.roll(70...110)), 金额: \(yuan(dice.share(300...500, of: amount))) }

      """
    if dice.chance(40) {
      lines += "审价金额: \(money(dice.share(930...990, of: amount)))\n"
      lines += "审价日期: \(date(signed + dice.roll(140...170)))\n"
    }
    lines += milestones(from: signed, &dice)
    if dice.chance(30) { lines += "叠加需求: [无障碍坡道, 楼道扶手, 飞线整治]\n" }
    return Record(
      folder: "estates/\(folder)/works", stem: workStem(slot), frontMatter: lines,
      body: Body.text(.work, of: self, dice))
  }

  private func milestones(from signed: CivilDate, _ dice: inout Dice) -> String {
    var lines = "节点:\n"
    var planned = signed + dice.roll(10...25)
    for step in ["进场", "隐蔽验收", "主体完成", "竣工验收"] {
      let actual = planned + dice.roll(-3...8)
      let isDone = actual < day(2026, 11, 15)
      lines += "  - { 名称: \(step), 计划: \(planned)\(isDone ? ", 实际: \(actual)" : "") }\n"
      planned = planned + dice.roll(20...45)
    }
    return lines
  }

  private static let kinds = [
    ("综合修缮", "楼道和外立面综合修缮"), ("维修", "雨污水管道维修"), ("维修", "小区道路整修"), ("维修", "消防设施维修"),
    ("其他", "非机动车棚改造"),
  ]
}
