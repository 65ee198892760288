/// What bodies about one matter are put together from; `%` and a letter stand for something thrown.
struct Theme {
  var openings: [String]
  var headings: [String]
  var sentences: [String]
  var points: [String]
  var tables: [Table] = []

  /// A table whose rows begin with different words.
  struct Table {
    let head: [String]
    /// How many columns, from the left, are text; the others are figures.
    let textColumns: Int
    let firstCells: [String]
    let otherCells: [String]
  }

  static let places = [
    "物业服务接待处", "公告栏", "南门岗亭", "北门岗亭", "中心花园", "地下车库", "儿童活动区", "垃圾箱房", "非机动车棚", "水泵房", "配电间",
    "老年活动室", "健身步道", "快递柜前", "消防登高场地", "单元门厅", "电梯机房", "景观水池", "充电车位", "居委会议事厅",
  ]

  static let anyHeadings = ["怎样提意见", "经费和来源", "联系和监督", "注意事项", "时间和地点", "下一步安排", "有关说明"]

  static let anySentences = [
    "本次安排经业委会会议讨论，%n 名业主代表列席，会议记录存放在%p，业主可以查阅。",
    "现场由%c派员值守，%t 以前到位，当日工作当日清理，不留夜间隐患。",
    "有关单据、验收单和照片共 %n 页，已编号装订，自%d起在%p备查。",
    "与上一年度相比，报修件数由 %N 件变为 %N 件，平均处理时间缩短 %n 分钟。",
    "巡查中发现的 %n 处问题，%n 处已当场处理，其余列入清单，在%d以前完成。",
    "**需要特别说明的是**，%p附近道路较窄，施工车辆只在 %t 至 %t 之间进出。",
    "业委会在接待日收到书面意见 %n 件，逐条作了答复，答复要点张贴在%p。",
    "经比选 %n 家单位的报价，最终价格为 %m 元，比最初的报价低 %m 元。",
    "街道房管机构和居委会派员到场指导，%b的楼组长全程参加。",
    "为了不影响老人和孩子休息，午间和晚间不安排有声响的作业，%d前后另行微调。",
  ]

  static let anyPoints = [
    "书面意见请交%p，接待处当面出具收条；",
    "接待时间为工作日 %t 以后，节假日由值班人员登记；",
    "%b至%b的业主请在%d以前完成登记；",
    "费用 **%m** 元，从公共收益开支，完工后公布明细；",
    "涉及%p的部分，分 %n 批实施，每批不超过 %n 天；",
    "行动不便的业主可以请楼组长代为转达，也可以打办公电话；",
    "现行价格见%f，没有另外的收费；",
    "全过程留有影像，资料保存 %n 个月；",
  ]

  static let anyTables = [
    Table(
      head: ["楼栋", "日期", "时间"], textColumns: 3,
      firstCells: ["东区高层", "西区高层", "沿街楼栋", "南区多层", "北区多层", "会所", "地下车库"],
      otherCells: ["%d", "%t 起"]),
    Table(
      head: ["项目", "数量", "金额（元）"], textColumns: 1,
      firstCells: ["人工", "材料", "机械", "检测", "清运", "标识", "备品备件", "资料印制"],
      otherCells: ["%N", "%m"]),
    Table(
      head: ["步骤", "负责单位", "完成日期"], textColumns: 3,
      firstCells: ["方案公示", "征求意见", "签订合同", "进场准备", "现场实施", "验收移交", "结果公布"],
      otherCells: ["%c", "%d"]),
  ]

  static let closings = [
    "特此公布。", "以上情况，欢迎业主监督。", "由此带来的不便，请谅解。", "本页内容如有变动，以更正公告为准。",
    "感谢各位邻居的理解和支持。", "未尽事宜，请到%p咨询。",
  ]
}
