import Testing

/// F1, D5: sums.
struct AccountTests {
  static let faulty: [FaultyCase] = [
    FaultyCase(
      "F1: a closing balance that is off by half a yuan",
      .replace("151799.50元", "«⟦151799.00元⇒151799.50元⟧»", in: "2026-Q3.md"),
      says: "@"),
    FaultyCase(
      "F1: off by a fen",
      .replace("151799.50元", "«⟦151,799.51⇒15.17995万元⟧»", in: "2026-Q3.md"),
      says: "@"),
    FaultyCase(
      "D5: parts that are not the total",
      .replace("总目标: 112", "总目标: «⟦113⇒112⟧»", in: "112.md"),
      says: "@"),
  ]

  @Test(arguments: faulty)
  func `sums add up`(faulty: FaultyCase) throws { try faulty.verify() }
}
