import Testing

/// F1, D5: sums.
struct AccountTests {
  static let faulty: [FaultyCase] = [
    FaultyCase(
      "F1: a closing balance that is off by half a yuan",
      .replace("151799.50元", "«⟦151799.00元⇒151799.50元⟧»", in: "2026-Q3.md"),
      says: """
        F1 error 2026-Q3.md 期末余额
        zh 期末余额应为 151,799.50：120,000.00 + 45,000.00 − 13,200.50，写的是 151,799.00。请核对收支明细或期初余额。
        en The closing balance should be 151,799.50: 120,000.00 + 45,000.00 − 13,200.50; it is given as 151,799.00. Please check the items or the opening balance.
        expected 151,799.50
        found 151,799.00
        basis 上海市住宅物业管理规定第五十一条第二款
        """),
    FaultyCase(
      "F1: off by a fen",
      .replace("151799.50元", "«⟦151,799.51⇒15.17995万元⟧»", in: "2026-Q3.md"),
      says: """
        F1 error 2026-Q3.md 期末余额
        zh 期末余额应为 151,799.50：120,000.00 + 45,000.00 − 13,200.50，写的是 151,799.51。请核对收支明细或期初余额。
        en The closing balance should be 151,799.50: 120,000.00 + 45,000.00 − 13,200.50; it is given as 151,799.51. Please check the items or the opening balance.
        expected 151,799.50
        found 151,799.51
        basis 上海市住宅物业管理规定第五十一条第二款
        """),
    FaultyCase(
      "D5: parts that are not the total",
      .replace("总目标: 112", "总目标: «⟦113⇒112⟧»", in: "112.md"),
      says: """
        D5 error 112.md 总目标
        zh 总目标写的是 113，各组成部分加起来是 100 + 12 = 112。请核对。
        en The target in all is given as 113, but the parts add up to 100 + 12 = 112. Please check.
        expected 112
        found 113
        basis 公示口径：组成之和等于总目标 | House rule: the parts make up the total
        """),
  ]

  @Test(arguments: faulty)
  func `sums add up`(faulty: FaultyCase) throws { try faulty.verify() }
}
