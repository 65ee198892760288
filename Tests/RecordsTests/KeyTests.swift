import Testing

/// K1, K2, Y2: keys that nobody knows, that are missing, that stand twice.
struct KeyTests {
  static let unknown: [FaultyCase] = [
    FaultyCase(
      "a key near a required one that is missing",
      .replace("发布日期: 2026-11-18", "«⟦发布日⇒发布日期⟧»: 2026-11-18", in: "watertank.md"),
      says: """
        K1 error 2026-11-watertank.md 发布日
        zh 没有 `发布日` 这个键，是不是 `发布日期`？
        en unknown key `发布日`, did you mean `发布日期`?
        expected 发布日期
        found 发布日
        note `发布日期` 是必填项 | `发布日期` is required
        fix 发布日 → 发布日期
        """),
    FaultyCase(
      "a key near one that is not required",
      .replace("张贴地点: [公告栏, 各门牌幢入口]", "«⟦张贴地址⇒张贴地点⟧»: [公告栏, 各门牌幢入口]", in: "watertank.md"),
      says: """
        K1 error 2026-11-watertank.md 张贴地址
        zh 没有 `张贴地址` 这个键，是不是 `张贴地点`？
        en unknown key `张贴地址`, did you mean `张贴地点`?
        expected 张贴地点
        found 张贴地址
        fix 张贴地址 → 张贴地点
        """),
    FaultyCase(
      "an English key",
      .replace("海报: A4", "«⟦postr⇒poster⟧»: A4", in: "watertank.md"),
      says: """
        K1 error 2026-11-watertank.md postr
        zh 没有 `postr` 这个键，是不是 `poster`？
        en unknown key `postr`, did you mean `poster`?
        expected poster
        found postr
        fix postr → poster
        """),
    FaultyCase(
      "a key near nothing",
      .replace("接待日: ", "⟦«二维码图片»: 有\n⇒⟧接待日: ", in: "committee.md"),
      says: """
        K1 error committee.md 二维码图片
        zh 没有 `二维码图片` 这个键
        en unknown key `二维码图片`
        found 二维码图片
        help 删去这一行，或查看这类记录可以写哪些键 | delete it, or see which keys this kind has
        """),
    FaultyCase(
      "a key in an element of a list",
      .replace(
        "职务: 委员, 任职: 2024-06-16 }\n  - { 姓名: 何伟",
        "职务: 委员, «⟦任职日⇒任职⟧»: 2024-06-16 }\n  - { 姓名: 何伟", in: "committee.md"),
      says: """
        K1 error committee.md 成员[3].任职日
        zh 没有 `任职日` 这个键，是不是 `任职`？
        en unknown key `任职日`, did you mean `任职`?
        expected 任职
        found 任职日
        fix 任职日 → 任职
        """),
    FaultyCase(
      "a key in a span",
      .replace("{ days: 7 }", "{ «⟦day⇒days⟧»: 7 }", in: "watertank.md"),
      says: """
        K1 error 2026-11-watertank.md 公示期.day
        zh 没有 `day` 这个键，是不是 `days`？
        en unknown key `day`, did you mean `days`?
        expected days
        found day
        fix day → days
        """),
    FaultyCase(
      "a key near one that is there already",
      .replace("建筑面积: ", "⟦«套数量»: 1290\n⇒⟧建筑面积: ", in: "estate.md"),
      says: """
        K1 error estate.md 套数量
        zh 没有 `套数量` 这个键
        en unknown key `套数量`
        found 套数量
        help 删去这一行，或查看这类记录可以写哪些键 | delete it, or see which keys this kind has
        """),
    FaultyCase(
      "a key near nothing may have meant any that is absent",
      .replace("止: 2026-03-31", "«⟦截止日期⇒止⟧»: 2026-03-31", in: "fees.md"),
      says: """
        K1 error fees.md 收费项目[1].截止日期
        zh 没有 `截止日期` 这个键
        en unknown key `截止日期`
        found 截止日期
        help 删去这一行，或查看这类记录可以写哪些键 | delete it, or see which keys this kind has
        """),
    FaultyCase(
      "a key of one character means one that is not there",
      .replace("止: 2026-03-31", "«⟦讫⇒止⟧»: 2026-03-31", in: "fees.md"),
      says: """
        K1 error fees.md 收费项目[1].讫
        zh 没有 `讫` 这个键，是不是 `止`？
        en unknown key `讫`, did you mean `止`?
        expected 止
        found 讫
        fix 讫 → 止
        """),
  ]

  @Test(arguments: unknown)
  func `an unknown key is named once, with the key that was meant`(faulty: FaultyCase) throws {
    try faulty.verify()
  }

  static let missing: [FaultyCase] = [
    FaultyCase(
      "a required key",
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("发布单位: 星河苑小区业主委员会（第三届）\n", "⟦⇒发布单位: 业委会\n⟧", in: "watertank.md"),
      says: """
        K2 error 2026-11-watertank.md 发布单位
        zh 缺少必填的 `发布单位`
        en required key `发布单位` is missing
        help 补上 `发布单位: …`。写全称，业委会写上第几届。 | add `发布单位: …`. The full name, with the committee's term.
        """),
    FaultyCase(
      "a required key with an empty value",
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("发布单位: 星河苑小区业主委员会（第三届）", "发布单位:⟦⇒ 业委会⟧", in: "watertank.md"),
      says: """
        K2 error 2026-11-watertank.md 发布单位
        zh 缺少必填的 `发布单位`
        en required key `发布单位` is missing
        help 补上 `发布单位: …`。写全称，业委会写上第几届。 | add `发布单位: …`. The full name, with the committee's term.
        """),
    FaultyCase(
      "a required key with nothing but spaces in quotes",
      .replace("---\n标题: 关于清洗", "«»---\n标题: 关于清洗", in: "watertank.md"),
      .replace("发布单位: 星河苑小区业主委员会（第三届）", "发布单位: ⟦\" 　\"⇒业委会⟧", in: "watertank.md"),
      says: """
        K2 error 2026-11-watertank.md 发布单位
        zh 缺少必填的 `发布单位`
        en required key `发布单位` is missing
        help 补上 `发布单位: …`。写全称，业委会写上第几届。 | add `发布单位: …`. The full name, with the committee's term.
        """),
    FaultyCase(
      "a required key of an editor who writes English",
      .file(
        "content/companies/new.md",
        "«»---\nname: New Leaf Property\n⟦⇒uscc: 91310107MA1G000045\n⟧---\n"),
      says: """
        K2 error new.md uscc
        zh 缺少必填的 `uscc`
        en required key `uscc` is missing
        help 补上 `uscc: …`。营业执照上的 18 位代码，最后一位是校验码。 | add `uscc: …`. The 18 characters of the licence; the last is a check digit.
        """),
    FaultyCase(
      "a required key in an element of a list",
      .replace(
        "{ 姓名: 李芳, 职务: 委员, 任职: 2024-06-16 }", "«{ 姓名: 李芳⟦⇒, 职务: 委员⟧, 任职: 2024-06-16 }»",
        in: "committee.md"),
      says: """
        K2 error committee.md 成员[3].职务
        zh 缺少必填的 `职务`
        en required key `职务` is missing
        help 补上 `职务: …` | add `职务: …`
        """),
    FaultyCase(
      "a required key in a mapping",
      .replace(", 计费方式: 包干制 }", "⟦⇒, 计费方式: 包干制⟧ }»", in: "estate.md"),
      .replace("物业合同: {", "物业合同: «{", in: "estate.md"),
      says: """
        K2 error estate.md 物业合同.计费方式
        zh 缺少必填的 `计费方式`
        en required key `计费方式` is missing
        help 补上 `计费方式: …` | add `计费方式: …`
        """),
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
      says: """
        K2 error 2025.md 公示期
        zh 缺少必填的 `公示期`
        en required key `公示期` is missing
        help 补上 `公示期: …`。收到后三日内开始，公示三十日。 | add `公示期: …`. From within three days, for thirty days.
        """),
    FaultyCase(
      "a span without its end",
      .replace(
        "公示期: { days: 7 }", "公示期: «{ 起: 2026-11-18⟦⇒, 止: 2026-11-26⟧ }»", in: "watertank.md"),
      says: """
        K2 error 2026-11-watertank.md 公示期
        zh `公示期` 缺少“止”或“天数”
        en `公示期` needs `to` or `days`
        """),
    FaultyCase(
      "a file without any key",
      .file(
        "content/companies/new.md",
        "⟦«»«»---\n---\n⇒---\n名称: 新\n信用代码: 91310107MA1G000045\n---\n⟧"),
      says: """
        K2 error new.md 名称
        zh 缺少必填的 `名称`
        en required key `名称` is missing
        help 补上 `名称: …`。营业执照上的全称。 | add `名称: …`. The full name on the business licence.
        K2 error new.md 信用代码
        zh 缺少必填的 `信用代码`
        en required key `信用代码` is missing
        help 补上 `信用代码: …`。营业执照上的 18 位代码，最后一位是校验码。 | add `信用代码: …`. The 18 characters of the licence; the last is a check digit.
        """),
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
      says: """
        Y2 error 2026-11-watertank.md 标题
        zh `标题` 和 `title` 是同一个键，只能写一个
        en `标题` and `title` are one key; keep one of them
        note 第一次在这里 | first here
        """),
    FaultyCase(
      "one key in two languages in a list",
      .replace("{ 姓名: 李芳, ", "{ 姓名: 李芳, ⟦«name»: 李方, ⇒⟧", in: "committee.md"),
      says: """
        Y2 error committee.md 成员[3].name
        zh `name` 和 `姓名` 是同一个键，只能写一个
        en `name` and `姓名` are one key; keep one of them
        note 第一次在这里 | first here
        """),
    FaultyCase(
      "one key twice",
      .replace("户数: 1286", "⟦户数: 1286\n«户数»: 1300⇒户数: 1286⟧", in: "estate.md"),
      says: """
        Y2 error estate.md 户数
        zh 「户数」写了两次
        en '户数' stands here a second time
        note 第一次写在这里 | it first stands here
        help 只留一处，删掉另一处 | keep one of them and delete the other
        """),
  ]

  @Test(arguments: twice)
  func `a key stands once, whatever its language`(faulty: FaultyCase) throws {
    try faulty.verify()
  }
}
