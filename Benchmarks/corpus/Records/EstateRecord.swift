import Values

extension Estate {
  /// estate.md.
  func estateRecord(in city: City) -> Record {
    var dice = Dice(seed: city.seed, 8, number)
    let from = day(dice.roll(2023...2025), dice.roll(1...12), 1)
    let lines = """
      名称: \(name)
      地址: \(address)
      居民区: \(neighbourhood)
      建成年份: \(built)
      户数: \(households)
      套数: \(units)
      建筑面积: \(yuan(area))㎡
      幢数: \(buildings)
      电梯数: \(lifts)
      车位数: \(parking)
      房屋类型: \(housing)
      物业企业: \(Company.stem(company))
      物业经理: { 姓名: \(manager), 电话: \(telephone) }
      物业合同: { 起: \(from), 止: \(from.firstOfMonth(after: 48) + -1), 计费方式: \(dice.pick(["包干制", "包干制", "酬金制"])) }

      """
    return Record(
      folder: "estates/\(folder)", stem: "estate", frontMatter: lines,
      body: Body.text(.estate, of: self, dice))
  }

  /// committee.md: its term runs past the days for which the corpus is built.
  func committeeRecord(in city: City) -> Record {
    var dice = Dice(seed: city.seed, 10, number)
    let elected = dice.roll(day(2023, 1, 8)...day(2025, 10, 26))
    let years = elected < day(2024, 6, 1) ? 5 : dice.roll(4...5)
    var lines = """
      届别: \(term)
      选举日期: \(date(elected))
      任期: \(years)
      委员数: \(seats)
      备案日期: \(date(elected + dice.roll(10...28)))
      备案号: \(neighbourhood.prefix(2))业备〔\(elected.year)〕\(number % City.estatesOfAStreet + 1)号
      成员:

      """
    var names: [String] = []
    while names.count < seats {
      let name = Names.person(&dice)
      if !names.contains(name) { names.append(name) }
    }
    for (place, name) in names.enumerated() {
      lines += member(name, place, elected: elected, &dice)
    }
    lines += """
      印章:
        - { 名称: 业主大会印章, 保管人: \(names[1]) }
        - { 名称: 业主委员会印章, 保管人: \(names[2]) }
        - { 名称: 财务专用章, 保管人: \(names[3]) }
      接待日: 每月第\(Self.ordinals[dice.roll(0...3)])个\(dice.pick(["周六", "周日"]))\(dice.pick(["上午", "下午"]))
      办公地点: \(address)\(dice.pick(["物业服务接待处二楼", "会所一楼", "居民活动中心"]))
      会议:

      """
    lines += meetings(&dice)
    return Record(
      folder: "estates/\(folder)", stem: "committee", frontMatter: lines,
      body: Body.text(.committee, of: self, dice))
  }

  private func member(
    _ name: String, _ place: Int, elected: CivilDate, _ dice: inout Dice
  ) -> String {
    let post = place == 0 ? "主任" : place == 1 ? "副主任" : "委员"
    // The last seat fell vacant in some estates.
    if place == seats - 1, dice.chance(25) {
      return
        "  - { 姓名: \(name), 职务: 委员, 离任: \(elected + dice.roll(90...380)), 离任原因: \(dice.pick(["辞职", "迁出"])) }\n"
    }
    let called = dice.roll(6...20)
    let attended = called - dice.roll(0...called / 3)
    guard dice.chance(20) else {
      return "  - { 姓名: \(name), 职务: \(post), 应到: \(called), 实到: \(attended) }\n"
    }
    return """
        - 姓名: \(name)
          职务: \(post)
          任职: \(elected)
          培训:
            - { 日期: \(elected + dice.roll(20...60)), 学时: 8, 主题: 新任委员集中培训 }
          应到: \(called)
          实到: \(attended)

      """
  }

  private func meetings(_ dice: inout Dice) -> String {
    var lines = ""
    var held = day(2026, 2, 26) + dice.roll(0...10)
    let majority = seats / 2 + 1
    for topic in dice.pick(5, of: Self.meetingTopics) {
      let present = dice.roll(majority...seats - 1)
      lines += """
          - 日期: \(held)
            到会: \(present)
            签字: \(dice.roll(majority...present))
            议题: \(topic)
            决定: \(dice.pick(["同意，费用从公共收益开支。", "同意，结果张贴于公告栏。", "征求业主意见以后再议。"]))
            公布日期: \(held + dice.roll(1...3))

        """
      held = held + dice.roll(46...56)
    }
    return lines
  }

  private static let meetingTopics = [
    "上季度公共收益收支", "停车秩序", "服务承诺兑现情况", "电动自行车充电棚选址", "公共收益使用计划", "绿化补种", "门禁改造方案", "年度审计报告", "消防演练",
  ]
}
