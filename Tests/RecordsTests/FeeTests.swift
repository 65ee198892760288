import Testing

/// C1 to C8: prices, votes behind them, menus, collection, trials.
struct FeeTests {
  static let faulty: [FaultyCase] = [
    FaultyCase(
      "C1: a price that ends the day it begins",
      .replace("起: 2012-01-01, 止: 2026-03-31", "起: 2012-01-01, 止: «⟦2012-01-01⇒2012-01-02⟧»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C1: two prices on one day",
      .replace("止: 2026-03-31", "止: ⟦2026-04-01⇒2026-03-31⟧", in: "fees.md"),
      .replace("起: 2026-04-01", "起: «2026-04-01»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C1: the earlier price has no end, and stands later in the file",
      .replace(
        "  - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: 2020-01-01 }",
        """
          - { 类别: 停车费, 名称: 地面固定车位, 单价: 180.00, 单位: 元/月, 起: «2026-01-01» }
          - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: 2020-01-01⟦⇒, 止: 2025-12-31⟧ }
        """, in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C1: one price twice from one day",
      .replace(
        "  - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: 2020-01-01 }",
        """
          - { 类别: 停车费, 名称: 地面固定车位, 单价: 150.00, 单位: 元/月, 起: «2020-01-01» }
          - { 类别: 停车费, 名称: ⟦地面⇒地下⟧固定车位, 单价: 180.00, 单位: 元/月, 起: «2020-01-01» }
        """, in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C2: a rise that names no vote",
      .replace("单价: 1.20, 单位: 元/㎡·月, 起: 2026-04-01, 表决: 2026-fee",
        "单价: «1.20», 单位: 元/㎡·月, 起: 2026-04-01⟦⇒, 表决: 2026-fee⟧", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C2: a vote on something else",
      .replace("事项: 物业费调整", "事项: ⟦选聘物业⇒物业费调整⟧", in: "2026-fee.md"),
      .replace("表决: 2026-fee", "表决: «2026-fee»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C2: a vote that did not pass",
      .replace("结果: 通过", "结果: ⟦未通过⇒通过⟧", in: "2026-fee.md"),
      .replace("表决: 2026-fee", "表决: «2026-fee»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C2: a vote that ended after the price began",
      .replace("\n止: 2026-03-10", "\n止: ⟦2026-04-02⇒2026-04-01⟧", in: "2026-fee.md"),
      .replace("表决: 2026-fee", "表决: «2026-fee»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C4: uses that do not add up",
      .replace("增收用途:\n  - {", "增收用途:\n  «- {", in: "fees.md"),
      .replace("月金额: 20315.78 }", "月金额: ⟦20314.77⇒20314.78⟧ }»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C5: a menu with another price",
      .replace("增收用途:",
        "服务菜单:\n  基础包单价: «⟦1.21⇒1.20⟧»\n  基础包: [{ 项目: 保洁, 标准: 一级, 频次: 每日 }]\n增收用途:",
        in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C6: two property fees in an estate that is not mixed",
      .replace("  - { 类别: 停车费",
        "  - { 类别: 物业费, 名称: ⟦«别墅物业费»⇒别墅物业费⟧, 单价: 3.00, 单位: 元/㎡·月, 起: 2026-05-01 }\n  - { 类别: 停车费", in: "fees.md"),
      .replace("房屋类型: 售后公房", "房屋类型: ⟦售后公房⇒混合⟧", in: "estate.md"),
      .replace("增收用途:", "#", in: "fees.md"),
      .replace("  - { 用途: 增加保安巡逻频次, 月金额: 26000.00 }\n", "", in: "fees.md"),
      .replace("  - { 用途: 提升绿化养护标准, 月金额: 20315.78 }\n", "", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C7: more collected than billed",
      .replace("增收用途:",
        "收缴:\n  - { 期间: 2025-H2, 应收: 328420元, 实收: 328420元 }\n  - { 期间: 2026年上半年, 应收: 328420元, 实收: «⟦32.842001万元⇒32.842万元⟧» }\n增收用途:",
        in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C8: a trial that ends the day it begins",
      .replace("增收用途:",
        "先体验后付费: { 起: 2026-01-01, 止: «⟦2026-01-01⇒2026-01-02⟧» }\n增收用途:", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "C8: a decision on the day that the trial begins",
      .replace("增收用途:",
        "先体验后付费: { 起: 2026-01-01, 止: 2026-06-30, 表决日期: «⟦2026-01-01⇒2026-01-02⟧» }\n增收用途:",
        in: "fees.md"),
      says: "@"),
  ]

  @Test(arguments: faulty)
  func `a rule on fees is kept or named`(faulty: FaultyCase) throws { try faulty.verify() }
}
