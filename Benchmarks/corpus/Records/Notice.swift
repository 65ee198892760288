import Values

/// One notice of an estate; another revision has another title and body at the same place.
struct Notice {
  private let estate: Estate
  private let slot: Int
  private let revision: Int
  private let topic: Topic
  private let published: CivilDate
  private let hasNumber: Bool
  private var dice: Dice

  init(_ slot: Int, of estate: Estate, in city: City, revision: Int = 0) {
    self.estate = estate
    self.slot = slot
    self.revision = revision
    dice = Dice(seed: city.seed, 3, estate.number, slot)
    topic = dice.pick(Topic.all)
    published = Self.day(of: slot, among: city.mix.notices, &dice)
    let isNumbered = dice.chance(75)
    hasNumber = topic.category != "紧急通知" && isNumbered
  }

  /// Notices follow one another through the year, each in its own stretch of it.
  private static func day(of slot: Int, among count: Int, _ dice: inout Dice) -> CivilDate {
    let year = corpus.day(2026, 1, 5)...corpus.day(2026, 11, 19)
    let days = Int(year.upperBound.ordinal - year.lowerBound.ordinal) + 1
    let stretch = max(1, days / count)
    return year.lowerBound + (min(slot * days / count, days - stretch) + dice.roll(0...stretch - 1))
  }

  var record: Record {
    var dice = dice
    let frontMatter = frontMatter(&dice)
    let bodyDice = Dice(seed: dice.roll(0...Int(Int32.max)), revision)
    let month = padded(published.month, to: 2)
    return Record(
      folder: "estates/\(estate.folder)/notices",
      stem: "\(published.year)-\(month)-\(topic.slug)-\(slot + 1)",
      frontMatter: frontMatter, body: Body.text(topic.theme, of: estate, bodyDice))
  }

  private var title: String {
    let about = "关于\(estate.name)\(topic.title)的\(topic.category == "会议通知" ? "通知" : topic.category)"
    return revision == 0 ? about : "\(about)（第\(revision)次修订）"
  }

  private func frontMatter(_ dice: inout Dice) -> String {
    var lines = "标题: \(title)\n"
    if hasNumber { lines += "发文字号: \(estate.name)业委〔2026〕\(slot + 1)号\n" }
    lines += "类别: \(topic.category)\n"
    let isOfCompany = topic.category == "公告" && !hasNumber
    lines +=
      "发布单位: \(isOfCompany ? "\(estate.companyName)\(estate.name)服务处" : estate.committeeName)\n"
    lines += "发布日期: \(estate.date(published))\n"
    lines += period(&dice)
    lines +=
      "张贴地点: [\(dice.pick(["物业服务接待处, 公告栏, 各门牌幢入口", "公告栏, 各门牌幢入口", "公告栏, 各门牌幢入口, 地下车库入口"]))]\n"
    let address = dice.chance(40) ? ", 地址: \(estate.address)物业服务接待处" : ""
    let (name, phone) =
      isOfCompany ? ("物业服务接待处", estate.telephone) : ("业委会接待", estate.committeeTelephone)
    lines += "联系方式: { 姓名: \(name), 电话: \(phone)\(address) }\n"
    lines += meeting(&dice)
    if dice.chance(45) {
      lines += "依据:\n  - \(dice.pick(Self.laws))第\(Estate.ordinals[dice.roll(0...11)])条\n"
    }
    if dice.chance(12) { lines += "海报: \(dice.pick(["A4", "A3"]))\n" }
    return lines
  }

  private func period(_ dice: inout Dice) -> String {
    switch topic.category {
    case "公告" where dice.chance(20): ""
    case "紧急通知": "公示期: { 起: \(published), 止: \(published + dice.roll(1...4)) }\n"
    case "会议通知": "公示期: { 起: \(published), 止: \(published + dice.roll(18...24)) }\n"
    default:
      dice.chance(60)
        ? "公示期: { 天数: \(dice.pick([7, 10, 15])) }\n"
        : "公示期: { 起: \(published), 止: \(published + dice.roll(8...20)) }\n"
    }
  }

  private func meeting(_ dice: inout Dice) -> String {
    guard topic.category == "会议通知" else { return "" }
    let day = published + dice.roll(16...24)
    return """
      会议:
        开始: \(day) \(dice.pick(["09:00", "14:00", "19:00"]))
        地点: \(dice.pick(["居委会二楼会议厅", "社区中心多功能厅", "小区会所一楼"]))

      """
  }

  private static let laws = ["中华人民共和国民法典", "物业管理条例", "上海市住宅物业管理规定"]
}
