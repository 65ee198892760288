import Testing

/// R1 to R8: committees.
struct CommitteeTests {
  static let faulty: [FaultyCase] = [
    FaultyCase(
      "R1: an even number of seats",
      .replace("委员数: 5", "委员数: «⟦6⇒7⟧»", in: "committee.md"),
      says: """
        R1 error committee.md 委员数
        zh 委员数写的是 6：应为单数，且不少于 5 人；建筑面积不超过 10,000.00㎡ 的小区可以是 3 人（本小区 84,210.50㎡）。请核对业主大会议事规则。
        en The committee has 6 seats: the number must be odd and at least 5; an estate of up to 10,000.00㎡ may have 3 (this one has 84,210.50㎡). Please check the rules of the owners' assembly.
        found 6
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R1: three seats in an estate a hundredth over the limit",
      .replace("委员数: 5", "委员数: «3»", in: "committee.md"),
      .replace("  - { 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }\n", "", in: "committee.md"),
      .replace("建筑面积: 84210.50㎡", "建筑面积: ⟦10000.01㎡⇒10000㎡⟧", in: "estate.md"),
      .remove("content/estates/ganquan/xinghe/fees.md"),
      says: """
        R1 error committee.md 委员数
        zh 委员数写的是 3：应为单数，且不少于 5 人；建筑面积不超过 10,000.00㎡ 的小区可以是 3 人（本小区 10,000.01㎡）。请核对业主大会议事规则。
        en The committee has 3 seats: the number must be odd and at least 5; an estate of up to 10,000.00㎡ may have 3 (this one has 10,000.01㎡). Please check the rules of the owners' assembly.
        found 3
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R1: more members than seats",
      .replace(
        "  - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16 }",
        """
          - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16 }
          - { 姓名: 马超, 职务: 委员 }
          - { 姓名: «孙丽», 职务: ⟦委员⇒候补委员⟧, 任职: 2025-01-01 }
        """, in: "committee.md"),
      says: """
        R1 error committee.md 成员[6].姓名
        zh 2025年1月1日这一天在任的成员有 6 人，委员数只有 5 人：陈敏、周建国、李芳、何伟、马超、孙丽。离任的请写上离任日期，候补的职务请写候补委员。
        en On 2025-01-01 there are 6 members in office for 5 seats: 陈敏, 周建国, 李芳, 何伟, 马超, 孙丽. Give those who left the day they left, and call alternates alternates.
        expected 5
        found 6
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R1: a seat is free on the day that its member leaves",
      .replace(
        "  - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16 }",
        """
          - { 姓名: 何伟, 职务: 委员, 任职: 2024-06-16, 离任: ⟦2025-01-02⇒2025-01-01⟧, 离任原因: 辞职 }
          - { 姓名: 马超, 职务: 委员 }
          - { 姓名: «孙丽», 职务: 委员, 任职: 2025-01-01 }
        """, in: "committee.md"),
      says: """
        R1 error committee.md 成员[6].姓名
        zh 2025年1月1日这一天在任的成员有 6 人，委员数只有 5 人：陈敏、周建国、李芳、何伟、马超、孙丽。离任的请写上离任日期，候补的职务请写候补委员。
        en On 2025-01-01 there are 6 members in office for 5 seats: 陈敏, 周建国, 李芳, 何伟, 马超, 孙丽. Give those who left the day they left, and call alternates alternates.
        expected 5
        found 6
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R2: six years",
      .replace("任期: 5", "任期: «⟦6⇒5⟧»", in: "committee.md"),
      says: """
        R2 error committee.md 任期
        zh 任期写的是 6 年：业委会任期为 3 至 5 年。
        en The term is given as 6 years: a committee serves 3 to 5 years.
        found 6
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R2: two years",
      .replace("任期: 5", "任期: «⟦2⇒3⟧»", in: "committee.md"),
      .replace("2024年6月16日", "2026-06-16", in: "committee.md"),
      says: """
        R2 error committee.md 任期
        zh 任期写的是 2 年：业委会任期为 3 至 5 年。
        en The term is given as 2 years: a committee serves 3 to 5 years.
        found 2
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R3: five months before the end",
      .replace("选举日期: 2024年6月16日", "选举日期: «2024年6月16日»", in: "committee.md"),
      .replace("接待日:", "⟦⇒换届: { 报告日期: 2029-01-10 }\n⟧接待日:", in: "committee.md"),
      on: "2029-01-16",
      says: """
        R3 warning committee.md 选举日期
        zh 本届任期到2029年6月16日届满，还有 151 天。届满前 5 个月，即最迟2029年1月16日，应当书面报告街镇。已经报告的，请在“换届”里写上报告日期。
        en This term ends on 2029-06-16, in 151 days. The street must have a written report 5 months before, by 2029-01-16. If it has been made, give its date under renewal.
        expected 2029-01-16
        basis 上海市住宅物业管理规定第二十八条第一款
        """),
    FaultyCase(
      "R3: over since yesterday",
      .replace("选举日期: 2024年6月16日", "选举日期: «⟦2021-11-19⇒2021-11-20⟧»", in: "committee.md"),
      .replace("接待日:", "换届: { 报告日期: 2026-01-10 }\n接待日:", in: "committee.md"),
      says: """
        R3 warning committee.md 选举日期
        zh 本届任期 5 年，已于2026年11月19日届满，到今天过了 1 天。换届后请更新届别、选举日期和成员。
        en This term of 5 years ended on 2026-11-19, 1 days ago. After the election please update term, elected and members.
        expected 2026-11-19
        basis 上海市住宅物业管理规定第二十条第一款
        """),
    FaultyCase(
      "R4: two chairs",
      .replace("职务: 副主任,", "职务: ⟦主任⇒副主任⟧,", in: "committee.md"),
      .replace("职务: 主任,", "职务: «主任»,", in: "committee.md"),
      says: """
        R4 error committee.md 成员[1].职务
        zh 2024年6月16日这一天有 2 位主任：陈敏、周建国。同一时间只能有一位主任，前任请写上离任日期。
        en On 2024-06-16 there are 2 chairs: 陈敏, 周建国. There is one chair at a time; give the former one the day of leaving.
        expected 1
        found 2
        basis 上海市住宅物业管理规定第二十一条第二款
        """),
    FaultyCase(
      "R4: a chair who follows a day too early",
      .replace(
        "{ 姓名: 陈敏, 职务: 主任, 任职: 2024-06-16,",
        "{ 姓名: 陈敏, 职务: 主任, 任职: 2024-06-16, 离任: ⟦2025-03-02⇒2025-03-01⟧, 离任原因: 迁出,",
        in: "committee.md"),
      .replace(
        "  - { 姓名: 何伟, 职务: 委员,", "  - { 姓名: 何伟, 职务: 委员, 离任: 2025-03-01, 离任原因: 其他,",
        in: "committee.md"),
      .replace("执行秘书:", "  - { 姓名: 何伟, 职务: «主任», 任职: 2025-03-01 }\n执行秘书:", in: "committee.md"),
      says: """
        R4 error committee.md 成员[5].职务
        zh 2025年3月1日这一天有 2 位主任：陈敏、何伟。同一时间只能有一位主任，前任请写上离任日期。
        en On 2025-03-01 there are 2 chairs: 陈敏, 何伟. There is one chair at a time; give the former one the day of leaving.
        expected 1
        found 2
        basis 上海市住宅物业管理规定第二十一条第二款
        """),
    FaultyCase(
      "R4: one keeper of two seals",
      .replace(
        "接待日:",
        """
        印章:
          «- { 名称: 业主大会章, 保管人: 陈敏 }
          - { 名称: 业委会章, 保管人: 周建国 }
          - { 名称: 财务章, 保管人: ⟦陈敏⇒李芳⟧ }»
        接待日:
        """, in: "committee.md"),
      says: """
        R4 warning committee.md 印章
        zh 3 枚印章只有 2 位保管人（陈敏、周建国）：每枚印章应由不同的人保管。
        en 3 seals have 2 keepers (陈敏, 周建国): each seal is kept by somebody else.
        expected 3
        found 2
        basis 沪房物业〔2026〕36号，七
        """),
    FaultyCase(
      "R8: leaving before taking office",
      .replace(
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }",
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16, 离任: «⟦2024-06-15⇒2024-06-16⟧», 离任原因: 辞职 }",
        in: "committee.md"),
      says: """
        R8 error committee.md 成员[3].离任
        zh 李芳的离任日期2024年6月15日早于任职日期2024年6月16日，请核对这两个日期。
        en 李芳 leaves on 2024-06-15, before taking office on 2024-06-16. Please check both dates.
        found 2024-06-15
        basis 公示口径：离任不早于任职 | House rule: nobody leaves before taking office
        """),
    FaultyCase(
      "R8: leaving before the election, where taking office is not given",
      .replace(
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }",
        "{ 姓名: 李芳, 职务: 委员, 离任: «⟦2024-06-15⇒2024-06-16⟧», 离任原因: 辞职 }",
        in: "committee.md"),
      says: """
        R8 error committee.md 成员[3].离任
        zh 李芳的离任日期2024年6月15日早于任职日期2024年6月16日，请核对这两个日期。
        en 李芳 leaves on 2024-06-15, before taking office on 2024-06-16. Please check both dates.
        found 2024-06-15
        basis 公示口径：离任不早于任职 | House rule: nobody leaves before taking office
        """),
    FaultyCase(
      "R8: leaving without a reason",
      .replace(
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }",
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16, 离任: «2025-06-16»⟦⇒, 离任原因: 辞职⟧ }",
        in: "committee.md"),
      says: """
        R8 error committee.md 成员[3].离任
        zh 李芳写了离任日期，还应写离任原因：届满、辞职、罢免、迁出或其他。
        en 李芳 has a day of leaving and needs a reason as well: term, resigned, removed, moved or other.
        basis 上海市住宅物业管理规定第三十一条第二款
        """),
  ]

  @Test(arguments: faulty)
  func `a rule on committees is kept or named`(faulty: FaultyCase) throws { try faulty.verify() }
}
