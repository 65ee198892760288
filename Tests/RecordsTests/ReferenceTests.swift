import Testing

/// K5: references, and K6: files.
struct ReferenceTests {
  static let unresolved: [FaultyCase] = [
    FaultyCase(
      "a sibling, nearly",
      .replace("表决: 2026-fee", "表决: «⟦2026-feee⇒2026-fee⟧»", in: "fees.md"),
      says: "@"),
    FaultyCase(
      "a district record, nearly",
      .replace("物业企业: wanhe", "物业企业: «⟦wanghe⇒wanhe⟧»", in: "estate.md"),
      says: "@"),
    FaultyCase(
      "an estate, nearly",
      .replace("目标: 12 }", "目标: 12, 小区: [«⟦ganquan/xinhe⇒ganquan/xinghe⟧»] }", in: "112.md"),
      says: "@"),
    FaultyCase(
      "an estate without its street",
      .replace("目标: 12 }", "目标: 12, 小区: [«⟦xinghe⇒ganquan/xinghe⟧»] }", in: "112.md"),
      says: "@"),
    FaultyCase(
      "from outside, nearly",
      .file("content/estates/ganquan/xincun/estate.md",
        "---\n名称: 新村\n户数: 10\n建筑面积: 1000\n车位数: 5\n---\n"),
      .file("content/estates/ganquan/xincun/fees.md",
        "---\n收费项目:\n  - { 类别: 物业费, 名称: 物业费, 单价: 1.20, 单位: 元/㎡·月, 起: 2026-04-01, 表决: «⟦ganquan/xinghe/2026-fe⇒ganquan/xinghe/2026-fee⟧» }\n---\n"),
      says: "@"),
    FaultyCase(
      "a sibling of another estate",
      .file("content/estates/ganquan/xincun/estate.md",
        "---\n名称: 新村\n户数: 10\n建筑面积: 1000\n车位数: 5\n---\n"),
      .file("content/estates/ganquan/xincun/fees.md",
        "---\n收费项目:\n  - { 类别: 物业费, 名称: 物业费, 单价: 1.20, 单位: 元/㎡·月, 起: 2026-04-01, 表决: «⟦2026-fee⇒ganquan/xinghe/2026-fee⟧» }\n---\n"),
      says: "@"),
    FaultyCase(
      "a street, like nothing",
      .replace("范围: ", "街镇: «⟦wujiaochang⇒ganquan⟧»\n范围: ", in: "wujiaochang-complaints.md"),
      says: "@"),
    FaultyCase(
      "a file name with its ending",
      .replace("表决: 2026-fee", "表决: «⟦2026-fee.md⇒2026-fee⟧»", in: "fees.md"),
      says: "@"),
  ]

  @Test(arguments: unresolved)
  func `a reference to nothing names what was meant`(faulty: FaultyCase) throws {
    try faulty.verify()
  }

  private static let folder = "content/estates/ganquan/xinghe/files"

  private static func attaching(_ text: String) -> FaultyCase.Edit {
    .replace("海报: A4", "附件: [{ 标题: 附图, 文件: \(text) }]", in: "watertank.md")
  }

  static let files: [FaultyCase] = [
    FaultyCase(
      "missing", attaching("«⟦plan.pdf⇒plans.pdf⟧»"), .file("\(folder)/plans.pdf", "%PDF-1.7"),
      says: "@"),
    FaultyCase(
      "outside", attaching("«⟦../../site.pdf⇒plan.pdf⟧»"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: "@"),
    FaultyCase(
      "of a forbidden type", attaching("«⟦plan.svg⇒plan.pdf⟧»"),
      .file("\(folder)/plan.svg", "<svg/>"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: "@"),
    FaultyCase(
      "without an ending", attaching("«⟦plan⇒plan.pdf⟧»"),
      .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: "@"),
    FaultyCase(
      "not what it says", attaching("«⟦plan.png⇒plan.pdf⟧»"),
      .file("\(folder)/plan.png", "GIF89a"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: "@"),
    FaultyCase(
      "too large", attaching("«plan.pdf»"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      sizes: ["\(folder)/plan.pdf": 20 * 1024 * 1024 + 1],
      says: "@"),
  ]

  @Test(arguments: files)
  func `a file that cannot go out is named`(faulty: FaultyCase) throws { try faulty.verify() }
}
