import Testing

/// C1 to C8: prices, votes behind them, menus, collection, trials.
struct FeeTests {
  static let faulty: [FaultyCase] = [
    FaultyCase(
      "C1: a price that ends the day it begins",
      .replace(
        "起: 2012-01-01, 止: 2026-03-31", "起: 2012-01-01, 止: «⟦2012-01-01⇒2012-01-02⟧»", in: "fees.md"
      ),
      says: """
        C1 error fees.md 收费项目[1].止
        zh “物业费”单价 0.65 的止日2012年1月1日不晚于起日2012年1月1日，请核对这两个日期。
        en The price 0.65 of 物业费 ends on 2012-01-01, not after it begins on 2012-01-01. Please check both dates.
        found 2012-01-01
        basis 公示口径：起日早于止日 | House rule: from is before to
        """),
    FaultyCase(
      "C1: two prices on one day",
      .replace("止: 2026-03-31", "止: ⟦2026-04-01⇒2026-03-31⟧", in: "fees.md"),
      .replace("起: 2026-04-01", "起: «2026-04-01»", in: "fees.md"),
      says: """
        C1 error fees.md 收费项目[2].起
        zh “物业费”在2026年4月1日这一天有 2 个单价：0.65、1.20。请给前一个单价写上止日，止日应早于2026年4月1日。
        en 物业费 has 2 prices on 2026-04-01: 0.65, 1.20. Give the earlier price its last day, before 2026-04-01.
        found 2026-04-01
        basis 上海市住宅物业管理规定第四十八条第二款
        """),
    FaultyCase(
      "C1: the earlier price has no end, and stands later in the file",
      .replace(
        "  - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: 2020-01-01 }",
        """
          - { 类别: 停车费, 名称: 地面固定车位, 单价: 180.00, 单位: 元/月, 起: «2026-01-01» }
          - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: 2020-01-01⟦⇒, 止: 2025-12-31⟧ }
        """, in: "fees.md"),
      says: """
        C1 error fees.md 收费项目[3].起
        zh “地面固定车位”在2026年1月1日这一天有 2 个单价：150.00、180.00。请给前一个单价写上止日，止日应早于2026年1月1日。
        en 地面固定车位 has 2 prices on 2026-01-01: 150.00, 180.00. Give the earlier price its last day, before 2026-01-01.
        found 2026-01-01
        basis 上海市住宅物业管理规定第四十八条第二款
        """),
    FaultyCase(
      "C1: one price twice from one day",
      .replace(
        "  - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: 2020-01-01 }",
        """
          - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: «2020-01-01» }
          - { 类别: 停车费, 名称: ⟦地面⇒地下⟧固定车位, 单价: 180.00, 单位: 元/月, 起: 2020-01-01 }
        """, in: "fees.md"),
      says: """
        C1 error fees.md 收费项目[3].起
        zh “地面固定车位”在2020年1月1日这一天有 2 个单价：150.00、180.00。请给前一个单价写上止日，止日应早于2020年1月1日。
        en 地面固定车位 has 2 prices on 2020-01-01: 150.00, 180.00. Give the earlier price its last day, before 2020-01-01.
        found 2020-01-01
        basis 上海市住宅物业管理规定第四十八条第二款
        """),
    FaultyCase(
      "C2: a rise that names no vote",
      .replace(
        "单价: 1.20, 单位: 元/㎡·月, 起: 2026-04-01, 表决: 2026-fee",
        "单价: «1.20», 单位: 元/㎡·月, 起: 2026-04-01⟦⇒, 表决: 2026-fee⟧", in: "fees.md"),
      says: """
        C2 warning fees.md 收费项目[2].单价
        zh 物业费从 0.65 调到 1.20（2026年4月1日起），应写明业主大会表决：在“表决”里写 votes 文件夹中的文件名。
        en The property fee rises from 0.65 to 1.20 on 2026-04-01: name the owners' vote, that is its file name in votes, under vote.
        found 1.20
        basis 上海市住宅物业管理规定第四十八条
        """),
    FaultyCase(
      "C2: a vote on something else",
      .replace("事项: 物业费调整", "事项: ⟦选聘物业⇒物业费调整⟧", in: "2026-fee.md"),
      .replace("表决: 2026-fee", "表决: «2026-fee»", in: "fees.md"),
      says: """
        C2 error fees.md 收费项目[2].表决
        zh “物业费”引用的“关于调整物业服务收费标准的表决”不是物业费调整的表决，请改成物业费调整那一次。
        en 物业费 names 关于调整物业服务收费标准的表决, which is not a vote on the fee. Please name the vote that decided on it.
        basis 上海市住宅物业管理规定第四十八条
        """),
    FaultyCase(
      "C2: a vote that did not pass",
      .replace("结果: 通过", "结果: ⟦未通过⇒通过⟧", in: "2026-fee.md"),
      .replace("表决: 2026-fee", "表决: «2026-fee»", in: "fees.md"),
      says: """
        C2 error fees.md 收费项目[2].表决
        zh “关于调整物业服务收费标准的表决”没有通过，不能作为单价 1.20 的依据。
        en 关于调整物业服务收费标准的表决 did not pass, so it cannot support the price 1.20.
        basis 上海市住宅物业管理规定第四十八条
        """),
    FaultyCase(
      "C2: a vote that ended after the price began",
      .replace("\n止: 2026-03-10", "\n止: ⟦2026-04-02⇒2026-04-01⟧", in: "2026-fee.md"),
      .replace("表决: 2026-fee", "表决: «2026-fee»", in: "fees.md"),
      says: """
        C2 error fees.md 收费项目[2].表决
        zh 单价 1.20 从2026年4月1日起执行，表决到2026年4月2日才结束：应当先表决、后执行。
        en The price 1.20 begins on 2026-04-01, but its vote ends only on 2026-04-02: the vote comes first.
        expected 2026-04-01
        found 2026-04-02
        basis 上海市住宅物业管理规定第四十八条
        """),
    FaultyCase(
      "C4: uses that do not add up",
      .replace("增收用途:\n  - {", "增收用途:\n  «- {", in: "fees.md"),
      .replace("月金额: 20315.78 }", "月金额: ⟦20314.77⇒20314.78⟧ }»", in: "fees.md"),
      says: """
        C4 error fees.md 增收用途
        zh 增收用途合计 46,314.77，应为 46,315.78：调价（1.20 − 0.65）× 建筑面积 84,210.50㎡，相差不得超过 1.00 元。
        en The uses add up to 46,314.77 and should be 46,315.78: the rise (1.20 − 0.65) × 84,210.50㎡, give or take 1.00 yuan.
        expected 46,315.78
        found 46,314.77
        basis 公示口径，增收用途合计与增收之差不超过一元
        """),
    FaultyCase(
      "C5: a menu with another price",
      .replace(
        "增收用途:",
        "服务菜单:\n  基础包单价: «⟦1.21⇒1.20⟧»\n  基础包: [{ 项目: 保洁, 标准: 一级, 频次: 每日 }]\n增收用途:",
        in: "fees.md"),
      says: """
        C5 error fees.md 服务菜单.基础包单价
        zh 服务菜单的基础包单价是 1.21，收费项目里物业费单价是 1.20，两处应当一致。
        en The menu's base package costs 1.21, the property fee is 1.20: they must be the same.
        expected 1.20
        found 1.21
        basis 公示口径：基础包单价即物业费单价 | House rule: the base package costs the property fee
        """),
    FaultyCase(
      "C6: two property fees in an estate that is not mixed",
      .replace(
        "  - { 类别: 停车费",
        "  - { 类别: 物业费, 名称: ⟦«别墅物业费»⇒别墅物业费⟧, 单价: 3.00, 单位: 元/㎡·月, 起: 2026-05-01 }\n  - { 类别: 停车费",
        in: "fees.md"),
      .replace("房屋类型: 售后公房", "房屋类型: ⟦售后公房⇒混合⟧", in: "estate.md"),
      .replace("增收用途:", "#", in: "fees.md"),
      .replace("  - { 用途: 增加保安巡逻频次, 月金额: 26000.00 }\n", "", in: "fees.md"),
      .replace("  - { 用途: 提升绿化养护标准, 月金额: 20315.78 }\n", "", in: "fees.md"),
      says: """
        C6 warning fees.md 收费项目[3].名称
        zh 2026年5月1日起除“别墅物业费”外还有物业费“物业费”：同一小区同一服务只有一个价格。房屋类型确实混合的，请在 estate.md 里写“混合”。
        en From 2026-05-01 there is, besides 别墅物业费, the property fee 物业费: one estate has one price for one service. If its housing is mixed, say so in estate.md.
        basis 上海市住宅物业管理规定第四十八条第二款
        """),
    FaultyCase(
      "C7: more collected than billed",
      .replace(
        "增收用途:",
        "收缴:\n  - { 期间: 2025-H2, 应收: 328420元, 实收: 328420元 }\n  - { 期间: 2026年上半年, 应收: 328420元, 实收: «⟦32.842001万元⇒32.842万元⟧» }\n增收用途:",
        in: "fees.md"),
      says: """
        C7 error fees.md 收缴[2].实收
        zh 2026年上半年实收 328,420.01 多于应收 328,420.00。补缴往期的请不要算在本期。
        en In 2026-H1 more was collected (328,420.01) than billed (328,420.00). Do not count here what was paid for earlier periods.
        expected 328,420.00
        found 328,420.01
        basis 公示口径：实收不超过应收 | House rule: no more is collected than billed
        """),
    FaultyCase(
      "C8: a trial that ends the day it begins",
      .replace(
        "增收用途:",
        "先体验后付费: { 起: 2026-01-01, 止: «⟦2026-01-01⇒2026-01-02⟧» }\n增收用途:", in: "fees.md"),
      says: """
        C8 error fees.md 先体验后付费.止
        zh 体验期的止日2026年1月1日不晚于起日2026年1月1日，请核对。
        en The trial ends on 2026-01-01, not after it begins on 2026-01-01. Please check both dates.
        found 2026-01-01
        basis 公示口径：起日早于止日 | House rule: from is before to
        """),
    FaultyCase(
      "C8: a decision on the day that the trial begins",
      .replace(
        "增收用途:",
        "先体验后付费: { 起: 2026-01-01, 止: 2026-06-30, 表决日期: «⟦2026-01-01⇒2026-01-02⟧» }\n增收用途:",
        in: "fees.md"),
      says: """
        C8 error fees.md 先体验后付费.表决日期
        zh 先体验、后表决：表决日期2026年1月1日应晚于体验开始的2026年1月1日。
        en First the trial, then the vote: 2026-01-01 should be after the trial began on 2026-01-01.
        found 2026-01-01
        basis 公示口径：先体验后表决 | House rule: first the trial, then the vote
        """),
  ]

  @Test(arguments: faulty)
  func `a rule on fees is kept or named`(faulty: FaultyCase) throws { try faulty.verify() }
}
