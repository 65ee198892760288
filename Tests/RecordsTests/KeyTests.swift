import Testing

/// K1, K2, Y2: keys that nobody knows, that are missing, that stand twice.
struct KeyTests {
  static let unknown: [FaultyCase] = [
    FaultyCase(
      "a key near a required one that is missing",
      .replace("发布日期: 2026-11-18", "«⟦发布日⇒发布日期⟧»: 2026-11-18", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a key near one that is not required",
      .replace("张贴地点: [公告栏, 各门牌幢入口]", "«⟦张贴地址⇒张贴地点⟧»: [公告栏, 各门牌幢入口]", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "an English key",
      .replace("海报: A4", "«⟦postr⇒poster⟧»: A4", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a key near nothing",
      .replace("接待日: ", "⟦«二维码图片»: 有\n⇒⟧接待日: ", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "a key in an element of a list",
      .replace("职务: 委员, 任职: 2024-06-16 }\n  - { 姓名: 何伟",
        "职务: 委员, «⟦任职日⇒任职⟧»: 2024-06-16 }\n  - { 姓名: 何伟", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "a key in a span",
      .replace("{ days: 7 }", "{ «⟦day⇒days⟧»: 7 }", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a key near one that is there already",
      .replace("建筑面积: ", "⟦«套数量»: 1290\n⇒⟧建筑面积: ", in: "estate.md"),
      says: "@"),
    FaultyCase(
      "a one-character key is near no other character",
      .replace("止: 2026-03-31", "«⟦讫⇒止⟧»: 2026-03-31", in: "fees.md"),
      says: "@"),
  ]

  @Test(arguments: unknown)
  func `an unknown key is named once, with the key that was meant`(faulty: FaultyCase) throws {
    try faulty.verify()
  }

  static let missing: [FaultyCase] = [
    FaultyCase(
      "a required key",
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("发布单位: ", "⟦⇒发布单位: 星河苑小区业主委员会⟧\n#", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a required key with an empty value",
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("发布单位: 星河苑", "发布单位:⟦⇒ 星河苑⟧ #", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a required key with nothing but spaces in quotes",
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("发布单位: 星河苑", "发布单位: ⟦\" \"⇒星河苑⟧ #", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a required key of an editor who writes English",
      .file(
        "content/companies/new.md",
        "«»---\nname: New Leaf Property\n⟦⇒uscc: 91310107MA1G00004X\n⟧---\n"),
      says: "@"),
    FaultyCase(
      "a required key in an element of a list",
      .replace(
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }", "«{ 姓名: 李芳⟦⇒, 职务: 委员⟧, 任职: 2024-06-16 }»",
        in: "committee.md"),
      says: "@"),
    FaultyCase(
      "a required key in a mapping",
      .replace(", 计费方式: 包干制 }", "⟦⇒, 计费方式: 包干制⟧ }»", in: "estate.md"),
      .replace("物业合同: {", "物业合同: «{", in: "estate.md"),
      says: "@"),
    FaultyCase(
      "a required span that is empty",
      .file(
        "content/estates/ganquan/xinghe/audits/2025.md",
        """
        «»---
        年度: 2025
        机构: 示例会计师事务所
        收到日期: 2026-06-10
        公示期:⟦⇒ { 起: 2026-06-12, 止: 2026-07-13 }⟧
        意见: 收支属实
        ---
        """),
      says: "@"),
    FaultyCase(
      "a span without its end",
      .replace("公示期: { days: 7 }", "公示期: «{ 起: 2026-11-18⟦⇒, 止: 2026-11-26⟧ }»", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "a file without any key",
      .file("content/companies/new.md", "«»---\n---\n"),
      .file("content/companies/new.md", "⟦«»---\n---\n⇒---\n名称: 新\n信用代码: 91310107MA1G00004X\n---\n⟧"),
      says: "@"),
  ]

  @Test(arguments: missing)
  func `a required key is missed at the file's first line or at its mapping`(faulty: FaultyCase)
    throws
  {
    try faulty.verify()
  }

  static let twice: [FaultyCase] = [
    FaultyCase(
      "one key in two languages",
      .replace("标题: 关于清洗", "⟦title: 清洗水箱\n⇒⟧⟦«标题»⇒标题⟧: 关于清洗", in: "watertank.md"),
      says: "@"),
    FaultyCase(
      "one key in two languages in a list",
      .replace("{ 姓名: 李芳, ", "{ 姓名: 李芳, ⟦«name»: 李方, ⇒⟧", in: "committee.md"),
      says: "@"),
    FaultyCase(
      "one key twice",
      .replace("户数: 1286", "⟦户数: 1286\n«户数»: 1300⇒户数: 1286⟧", in: "estate.md"),
      says: "@"),
  ]

  @Test(arguments: twice)
  func `a key stands once, whatever its language`(faulty: FaultyCase) throws {
    try faulty.verify()
  }
}
