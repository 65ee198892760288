/// Invented names: nothing in the corpus stands for a person, a firm or an estate that exists.
enum Names {
  private static let beginnings = [
    "星河", "绿洲", "梧桐", "澄湖", "甘华", "和苑", "安居", "邻水", "春晖", "翠竹", "银杏", "紫藤", "玉兰", "香樟", "海棠", "丁香",
    "金桂", "碧桃", "青松", "红枫", "白鹭", "云雀", "燕归", "鹤鸣", "晨曦", "晚晴", "朝阳", "明月", "清风", "瑞雪", "听雨", "望江",
    "临河", "锦溪", "兰亭", "竹园", "荷塘", "柳岸", "桃源", "杏林", "枫桥", "石桥", "虹桥东", "长桥", "古井", "新泾", "北塘", "南浦",
    "东湾", "西渡", "中兴", "永乐", "长宁里", "福安", "康宁", "同心", "友谊", "和平", "光明", "前进", "团结", "幸福", "勤丰", "富民",
  ]
  private static let endings = [
    "苑", "花园", "新村", "名邸", "雅苑", "公寓", "小区", "家园", "里", "坊", "华庭", "新城", "佳苑", "名苑", "公馆", "新苑",
    "大楼", "广场公寓", "水岸", "景苑", "绿苑", "嘉园", "丽都", "一村", "二村", "三村", "四村", "五村", "庭院", "别院", "东苑",
    "西苑",
  ]
  private static let phases = ["", "二期", "三期", "四期", "五期", "六期", "七期", "八期"]

  private static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗",
    "郑", "梁", "谢", "宋", "唐",
    "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "袁", "潘", "蒋", "蔡", "余", "杜", "叶", "程", "苏",
    "魏", "吕", "丁", "任", "沈",
  ]
  private static let givenNames = [
    "敏", "静", "伟", "芳", "建国", "丽萍", "志强", "秀英", "海燕", "国栋", "春生", "美华", "卫东", "晓东", "雪梅", "永明",
    "志刚", "慧", "涛", "翔",
    "立", "成", "阳", "琴", "德明", "惠珍", "新华", "国平", "小梅", "佳", "岚", "文", "黎明", "建新", "永康", "月琴", "建平",
    "红", "志华", "宏伟",
    "玉兰", "桂芳", "明辉", "晓燕", "俊杰", "思远", "家骏", "淑贞", "光耀", "培德", "雅琴", "立群", "正平", "学文", "素芬", "守义",
    "心怡", "天佑",
  ]

  /// The name of the estate with this number; no two of a city are alike.
  static func estate(_ number: Int, seed: Int) -> String {
    let names = beginnings.count * endings.count
    var dice = Dice(seed: seed, 1)
    // An odd step walks through all of a power of two before it comes back.
    let step = dice.roll(0...names / 2 - 1) * 2 + 1
    let place = (number % names * step + dice.roll(0...names - 1)) % names
    let phase = number / names
    let later = phase < phases.count ? phases[phase] : "第\(phase + 1)期"
    return beginnings[place / endings.count] + endings[place % endings.count] + later
  }

  static func street(_ number: Int) -> String {
    let round = number / beginnings.count
    return "示例\(beginnings[number % beginnings.count])\(round == 0 ? "" : "第\(round + 1)")街道"
  }

  static func person(_ dice: inout Dice) -> String {
    dice.pick(surnames) + dice.pick(givenNames)
  }

  /// A number of an office: 021-5 and seven more digits.
  static func telephone(_ dice: inout Dice) -> String {
    "021-5\(dice.roll(2_000_000...8_999_999))"
  }

  /// A credit code with a right check digit (GB 32100).
  static func creditCode(_ dice: inout Dice) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var digits = Array("9131010\(dice.roll(4...9))MA1G").compactMap(alphabet.firstIndex)
    for _ in 0..<5 { digits.append(dice.roll(0...9)) }
    var weight = 1
    var sum = 0
    for digit in digits {
      sum += digit * weight
      weight = weight * 3 % 31
    }
    digits.append((31 - sum % 31) % 31)
    return String(digits.map { alphabet[$0] })
  }
}
