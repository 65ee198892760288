/// site.md.
enum SiteFront {
  static let record = Record(
    folder: "", stem: "site",
    frontMatter: """
      标题: 示例市住宅小区公示网
      网址: https://gongshi.example/
      主办单位: 示例市物业治理联席会议办公室
      法域: shanghai
      语言: 简体
      联系方式:
        姓名: 公示网值班室
        电话: 021-52340000
        地址: 示例市示例大道1号
      示例: 是

      """,
    body: Array("本网的全部小区、人名、电话和金额都由程序编造，只用来测量速度。\n".utf8))
}

/// The property companies of the city.
enum Company {
  static func stem(_ number: Int) -> String { "c\(padded(number + 1, to: 2))" }

  static func name(_ number: Int) -> String {
    "示例\(names[number % names.count])物业服务有限公司"
  }

  static func record(_ number: Int, in city: City) -> Record {
    var dice = Dice(seed: city.seed, 12, number)
    var lines = "名称: \(name(number))\n信用代码: \(Names.creditCode(&dice))\n"
    if dice.chance(50) { lines += "预选库: { 起: \(dice.roll(2023...2026))-01-01, 依据: 区物业企业预选库名录 }\n" }
    let body = "\(name(number))成立以来服务住宅小区。公司质量监督电话：\(Names.telephone(&dice))，工作日 8:30 至 17:30。\n"
    return Record(
      folder: "companies", stem: stem(number), frontMatter: lines, body: Array(body.utf8))
  }

  private static let names = [
    "万和", "澄益", "惠邻", "安泰", "同济民", "瑞丰", "永嘉", "佳润", "恒信", "德邻", "锦绣", "民安", "和畅", "诚悦", "众邦", "益家",
    "宏泰", "新邻", "康居", "嘉禾",
  ]
}

/// The streets of the city.
enum Street {
  static func folder(_ number: Int) -> String { "s\(padded(number + 1, to: 3))" }

  static func record(_ number: Int, in city: City) -> Record {
    var dice = Dice(seed: city.seed, 13, number)
    let lines = """
      名称: \(Names.street(number))
      办公地点:
        地址: 示例\(Names.street(number).dropFirst(2).dropLast(2))路\(dice.roll(1...999))号
        电话: \(Names.telephone(&dice))

      """
    let body = "每月第\(Estate.ordinals[dice.roll(0...3)])个周三下午，街道房管机构在社区事务受理服务中心接待业委会和业主。\n"
    return Record(
      folder: "estates/\(folder(number))", stem: "street", frontMatter: lines,
      body: Array(body.utf8))
  }
}
