import Testing

/// K5: references, and K6: files.
struct ReferenceTests {
  static let unresolved: [FaultyCase] = [
    FaultyCase(
      "a sibling, nearly",
      .replace("表决: 2026-fee", "表决: «⟦2026-feee⇒2026-fee⟧»", in: "fees.md"),
      says: """
        K5 error fees.md 收费项目[2].表决
        zh 找不到“2026-feee”这条表决，是不是“2026-fee”？
        en there is no vote `2026-feee`, did you mean `2026-fee`?
        expected 2026-fee
        found 2026-feee
        fix 2026-feee → 2026-fee
        """),
    FaultyCase(
      "a district record, nearly",
      .replace("物业企业: wanhe", "物业企业: «⟦wanghe⇒wanhe⟧»", in: "estate.md"),
      says: """
        K5 error estate.md 物业企业
        zh 找不到“wanghe”这条物业企业，是不是“wanhe”？
        en there is no property company `wanghe`, did you mean `wanhe`?
        expected wanhe
        found wanghe
        fix wanghe → wanhe
        """),
    FaultyCase(
      "an estate, nearly",
      .replace("目标: 12 }", "目标: 12, 小区: [«⟦ganquan/xinhe⇒ganquan/xinghe⟧»] }", in: "112.md"),
      says: """
        K5 error 112.md 组成[2].小区[1]
        zh 找不到“ganquan/xinhe”这条小区，是不是“ganquan/xinghe”？
        en there is no estate `ganquan/xinhe`, did you mean `ganquan/xinghe`?
        expected ganquan/xinghe
        found ganquan/xinhe
        fix ganquan/xinhe → ganquan/xinghe
        """),
    FaultyCase(
      "an estate without its street",
      .replace("目标: 12 }", "目标: 12, 小区: [«⟦xinghe⇒ganquan/xinghe⟧»] }", in: "112.md"),
      says: """
        K5 error 112.md 组成[2].小区[1]
        zh 找不到“xinghe”这条小区，是不是“ganquan/xinghe”？
        en there is no estate `xinghe`, did you mean `ganquan/xinghe`?
        expected ganquan/xinghe
        found xinghe
        fix xinghe → ganquan/xinghe
        """),
    FaultyCase(
      "from outside, nearly",
      .file(
        "content/estates/ganquan/xincun/estate.md",
        "---\n名称: 新村\n户数: 10\n建筑面积: 1000\n车位数: 5\n---\n"),
      .file(
        "content/estates/ganquan/xincun/fees.md",
        "---\n收费项目:\n  - { 类别: 物业费, 名称: 物业费, 单价: 1.20, 单位: 元/㎡·月, 起: 2026-04-01, 表决: «⟦ganquan/xinghe/2026-fe⇒ganquan/xinghe/2026-fee⟧» }\n---\n"
      ),
      says: """
        K5 error fees.md 收费项目[1].表决
        zh 找不到“ganquan/xinghe/2026-fe”这条表决，是不是“ganquan/xinghe/2026-fee”？
        en there is no vote `ganquan/xinghe/2026-fe`, did you mean `ganquan/xinghe/2026-fee`?
        expected ganquan/xinghe/2026-fee
        found ganquan/xinghe/2026-fe
        fix ganquan/xinghe/2026-fe → ganquan/xinghe/2026-fee
        """),
    FaultyCase(
      "a sibling of another estate",
      .file(
        "content/estates/ganquan/xincun/estate.md",
        "---\n名称: 新村\n户数: 10\n建筑面积: 1000\n车位数: 5\n---\n"),
      .file(
        "content/estates/ganquan/xincun/fees.md",
        "---\n收费项目:\n  - { 类别: 物业费, 名称: 物业费, 单价: 1.20, 单位: 元/㎡·月, 起: 2026-04-01, 表决: «⟦2026-fee⇒ganquan/xinghe/2026-fee⟧» }\n---\n"
      ),
      says: """
        K5 error fees.md 收费项目[1].表决
        zh 找不到“2026-fee”这条表决
        en there is no vote `2026-fee`
        found 2026-fee
        help 写文件名（不带 .md）；小区写“街镇/小区” | give the file name without .md; an estate is street/estate
        """),
    FaultyCase(
      "a street, like nothing",
      .replace("范围: ", "街镇: «⟦wujiaochang⇒ganquan⟧»\n范围: ", in: "wujiaochang-complaints.md"),
      says: """
        K5 error wujiaochang-complaints.md 街镇
        zh 找不到“wujiaochang”这条街镇
        en there is no street `wujiaochang`
        found wujiaochang
        help 写文件名（不带 .md）；小区写“街镇/小区” | give the file name without .md; an estate is street/estate
        """),
    FaultyCase(
      "a file name with its ending",
      .replace("表决: 2026-fee", "表决: «⟦2026-fee.md⇒2026-fee⟧»", in: "fees.md"),
      says: """
        K5 error fees.md 收费项目[2].表决
        zh 找不到“2026-fee.md”这条表决，是不是“2026-fee”？
        en there is no vote `2026-fee.md`, did you mean `2026-fee`?
        expected 2026-fee
        found 2026-fee.md
        fix 2026-fee.md → 2026-fee
        """),
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
      says: """
        K6 error 2026-11-watertank.md 附件[1].文件
        zh 找不到文件“plan.pdf”，是不是“plans.pdf”？
        en the file `plan.pdf` is missing, did you mean `plans.pdf`?
        found plan.pdf
        help 把文件放进小区的 files 文件夹 | put the file into the estate's folder files
        """),
    FaultyCase(
      "outside", attaching("«⟦../../site.pdf⇒plan.pdf⟧»"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: """
        K6 error 2026-11-watertank.md 附件[1].文件
        zh “../../site.pdf”指到了小区的文件夹外面
        en `../../site.pdf` leads out of the estate's folder
        found ../../site.pdf
        """),
    FaultyCase(
      "of a forbidden type", attaching("«⟦plan.svg⇒plan.pdf⟧»"),
      .file("\(folder)/plan.svg", "<svg/>"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: """
        K6 error 2026-11-watertank.md 附件[1].文件
        zh 不能公开 .svg 文件
        en files of type .svg are not published
        found plan.svg
        help 可以用：pdf、png、jpg、jpeg、webp、csv、xlsx、docx、txt | allowed: pdf, png, jpg, jpeg, webp, csv, xlsx, docx, txt
        """),
    FaultyCase(
      "without an ending", attaching("«⟦plan⇒plan.pdf⟧»"),
      .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: """
        K6 error 2026-11-watertank.md 附件[1].文件
        zh 文件名“plan”没有写扩展名
        en the file name `plan` has no ending such as .pdf
        found plan
        help 可以用：pdf、png、jpg、jpeg、webp、csv、xlsx、docx、txt | allowed: pdf, png, jpg, jpeg, webp, csv, xlsx, docx, txt
        """),
    FaultyCase(
      "not what it says", attaching("«⟦plan.png⇒plan.pdf⟧»"),
      .file("\(folder)/plan.png", "GIF89a"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      says: """
        K6 error 2026-11-watertank.md 附件[1].文件
        zh 文件内容不是 .png
        en what is in the file is not .png
        found plan.png
        help 用原来的程序重新保存，不要只改文件名 | save it again from its program instead of renaming it
        """),
    FaultyCase(
      "too large", attaching("«plan.pdf»"), .file("\(folder)/plan.pdf", "%PDF-1.7"),
      sizes: ["\(folder)/plan.pdf": 20 * 1024 * 1024 + 1],
      says: """
        K6 error 2026-11-watertank.md 附件[1].文件
        zh 文件有 21 MB，最多 20 MB
        en the file has 21 MB, 20 are allowed
        found plan.pdf
        help 压缩图片或拆成几个文件 | shrink the pictures or split the file
        """),
  ]

  @Test(arguments: files)
  func `a file that cannot go out is named`(faulty: FaultyCase) throws { try faulty.verify() }
}
