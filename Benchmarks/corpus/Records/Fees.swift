import Values

extension Estate {
  /// fees.md: a rise names its vote, and what it brings in is allocated to the fen.
  func feesRecord(in city: City) -> Record {
    var dice = Dice(seed: city.seed, 11, number)
    var lines = "收费项目:\n"
    let since = day(dice.roll(2009...2019), dice.roll(1...12), 1)
    if let rise {
      let until = rise.effective + -1
      lines += item("物业费", "物业费", rise.previousPrice, "元/㎡·月", "\(since), 止: \(until)")
      lines += item("物业费", "物业费", price, "元/㎡·月", "\(rise.effective), 表决: \(voteStem(0))")
    } else {
      lines += item("物业费", "物业费", price, "元/㎡·月", "\(since)")
    }
    lines += item("停车费", "地面车位", dice.roll(8...40) * 1000, "元/月", "\(since)")
    if dice.chance(50) {
      lines += item("停车费", "临时停车", dice.roll(2...10) * 100, "元/次", "2020-01-01")
    }
    if dice.chance(30) {
      lines += item("其他", "装修垃圾清运", dice.roll(2...6) * 10_000, "元/次", "2021-05-01")
    }
    if dice.chance(20) { lines += menu(&dice) }
    if dice.chance(50) { lines += promises(&dice) }
    if let rise { lines += allocation(rise, &dice) + assessment(before: rise, &dice) }
    lines += "收缴:\n"
    for half in ["2025-H2", "2026-H1"] {
      let billed = (price * area + 50) / 100 * 6
      lines +=
        "  - { 期间: \(half), 应收: \(yuan(billed)), 实收: \(yuan(dice.share(700...995, of: billed))) }\n"
    }
    lines += "满意度:\n"
    for half in ["2025-H2", "2026-H1"] {
      let score = dice.roll(620...968)
      lines +=
        "  - { 期间: \(half), 得分: \(score / 10).\(score % 10)%, 样本数: \(dice.roll(80...600)) }\n"
    }
    return Record(
      folder: "estates/\(folder)", stem: "fees", frontMatter: lines,
      body: Body.text(.fees, of: self, dice))
  }

  private func item(
    _ category: String, _ name: String, _ price: Int, _ unit: String, _ days: String
  ) -> String {
    "  - { 类别: \(category), 名称: \(name), 单价: \(yuan(price)), 单位: \(unit), 起: \(days) }\n"
  }

  private func menu(_ dice: inout Dice) -> String {
    """
    服务菜单:
      基础包单价: \(yuan(price))
      基础包:
        - { 项目: 公共区域保洁, 标准: 楼道每日清扫，地面无垃圾, 频次: 每日一次 }
        - { 项目: 秩序维护, 标准: 门岗二十四小时值守, 频次: 每日\(dice.roll(4...10))次巡逻 }
        - { 项目: 绿化养护, 标准: 无枯枝，无大面积裸土, 频次: 每年\(dice.roll(3...8))次修剪 }
      增值包:
        - { 项目: 楼道消毒, 单价: \(yuan(dice.roll(2...8) * 100)), 单位: 元/户·月, 频次: 每周两次, 已选: 是 }
        - { 项目: 大件垃圾上门, 单价: \(yuan(dice.roll(20...60) * 100)), 单位: 元/次, 频次: 按需, 已选: 否 }

    """
  }

  private func promises(_ dice: inout Dice) -> String {
    """
    服务承诺:
      - { 内容: 保安巡逻, 指标: 每日巡逻次数, 原标准: \(dice.roll(2...4)), 新标准: \(dice.roll(6...10)), 单位: 次/日, 期限: 2026-04-30, 兑现日期: 2026-04-\(dice.roll(10...29)) }
      - { 内容: 绿化养护, 指标: 每年修剪次数, 原标准: \(dice.roll(1...3)), 新标准: \(dice.roll(4...8)), 单位: 次/年, 期限: 2026-12-31 }

    """
  }

  private func allocation(_ rise: Rise, _ dice: inout Dice) -> String {
    let added = ((price - rise.previousPrice) * area + 50) / 100
    let patrols = dice.share(350...500, of: added)
    let lifts = dice.share(150...300, of: added)
    return """
      增收用途:
        - { 用途: 增加保安巡逻频次, 月金额: \(yuan(patrols)) }
        - { 用途: 设施设备维保升级, 月金额: \(yuan(lifts)) }
        - { 用途: 提升绿化养护标准, 月金额: \(yuan(added - patrols - lifts)) }

      """
  }

  private func assessment(before rise: Rise, _ dice: inout Dice) -> String {
    let result = price + dice.roll(-3...6)
    let first = rise.ballot.noticed.firstOfMonth(after: -dice.roll(14...16))
    let cost = result * area * 12 / 100
    let staff = dice.share(480...560, of: cost)
    let upkeep = dice.share(130...180, of: cost)
    let cleaning = dice.share(150...200, of: cost)
    return """
      成本监审:
        机构: 示例\(dice.pick(["信衡", "公允", "明审", "正源"]))会计师事务所
        信用代码: \(Names.creditCode(&dice))
        起: \(first)
        止: \(first.firstOfMonth(after: 12) + -1)
        面积: \(yuan(area))㎡
        成本:
          - { 项目: 人员, 金额: \(yuan(staff)) }
          - { 项目: 设施设备维护, 金额: \(yuan(upkeep)) }
          - { 项目: 保洁和绿化, 金额: \(yuan(cleaning)) }
          - { 项目: 管理费用, 金额: \(yuan(cost - staff - upkeep - cleaning)) }
        结果: \(yuan(result))
        日期: \(rise.ballot.noticed + -dice.roll(5...25))

      """
  }
}
