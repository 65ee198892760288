import Testing

/// R1 to R8: committees.
struct CommitteeTests {
  static let faulty: [FaultyCase] = [
    FaultyCase(
      "R1: an even number of seats",
      .replace("委员数: 5", "委员数: «⟦6⇒7⟧»", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R1: three seats in an estate a hundredth over the limit",
      .replace("委员数: 5", "委员数: «3»", in: "committee.md"),
      .replace("  - { 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }\n", "", in: "committee.md"),
      .replace("建筑面积: 84210.50㎡", "建筑面积: ⟦10000.01㎡⇒10000㎡⟧", in: "estate.md"),
      .remove("content/estates/ganquan/xinghe/fees.md"),
      says: "@"),
    FaultyCase(
      "R1: more members than seats",
      .replace("  - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16 }",
        """
          - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16 }
          - { 姓名: 马超, 职务: 委员 }
          - { 姓名: «孙丽», 职务: ⟦委员⇒候补委员⟧, 任职: 2025-01-01 }
        """, in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R1: a seat is free on the day that its member leaves",
      .replace("  - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16 }",
        """
          - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16, 离任: ⟦2025-01-02⇒2025-01-01⟧, 离任原因: 辞职 }
          - { 姓名: 马超, 职务: 委员 }
          - { 姓名: «孙丽», 职务: 委员, 任职: 2025-01-01 }
        """, in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R2: six years",
      .replace("任期: 5", "任期: «⟦6⇒5⟧»", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R2: two years",
      .replace("任期: 5", "任期: «⟦2⇒3⟧»", in: "committee.md"),
      .replace("2024年6月16日", "2026-06-16", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R3: five months before the end",
      .replace("选举日期: 2024年6月16日", "选举日期: «2024年6月16日»", in: "committee.md"),
      .replace("接待日:", "⟦⇒换届: { 报告日期: 2029-01-10 }\n⟧接待日:", in: "committee.md"),
      on: "2029-01-16", says: "@"),
    FaultyCase(
      "R3: over since yesterday",
      .replace("选举日期: 2024年6月16日", "选举日期: «⟦2021-11-19⇒2021-11-20⟧»", in: "committee.md"),
      .replace("接待日:", "换届: { 报告日期: 2026-01-10 }\n接待日:", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R4: two chairs",
      .replace("职务: 副主任,", "职务: «⟦主任⇒副主任⟧»,", in: "committee.md"),
      .replace("职务: 主任,", "职务: «主任»,", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R4: a chair who follows a day too early",
      .replace("{ 姓名: 陈敏, 职务: 主任, 任职: 2024-06-16,",
        "{ 姓名: 陈敏, 职务: 主任, 任职: 2024-06-16, 离任: ⟦2025-03-02⇒2025-03-01⟧, 离任原因: 迁出,", in: "committee.md"),
      .replace("  - { 姓名: 何伟, 职务: 委员,", "  - { 姓名: 何伟, 职务: 委员, 离任: 2025-03-01, 离任原因: 其他,",
        in: "committee.md"),
      .replace("执行秘书:", "  - { 姓名: 何伟, 职务: «主任», 任职: 2025-03-01 }\n执行秘书:", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R4: one keeper of two seals",
      .replace("接待日:",
        """
        印章:
          «- { 名称: 业主大会章, 保管人: 陈敏 }
          - { 名称: 业委会章, 保管人: 周建国 }
          - { 名称: 财务章, 保管人: ⟦陈敏⇒李芳⟧ }»
        接待日:
        """, in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R8: leaving before taking office",
      .replace("{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }",
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16, 离任: «⟦2024-06-15⇒2024-06-16⟧», 离任原因: 辞职 }",
        in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R8: leaving before the election, where taking office is not given",
      .replace("{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }",
        "{ 姓名: 李芳, 职务: 委员, 离任: «⟦2024-06-15⇒2024-06-16⟧», 离任原因: 辞职 }",
        in: "committee.md"),
      says: "@"),
    FaultyCase(
      "R8: leaving without a reason",
      .replace("{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }",
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16, 离任: «2025-06-16»⟦⇒, 离任原因: 辞职⟧ }",
        in: "committee.md"),
      says: "@"),
  ]

  @Test(arguments: faulty)
  func `a rule on committees is kept or named`(faulty: FaultyCase) throws { try faulty.verify() }
}
