/// How Chinese characters are read and how many strokes they have.
///
/// The tables are our own, so that no order changes with the machine that builds.
struct CharacterTable: Sendable {
  /// Read from the tables when the first text is put in such an order.
  static let shared = CharacterTable()

  /// The places of readings among all, from 1; 0 where none is known.
  private var readings: [UInt16]
  private let strokes: [UInt8]
  private var beginnings: [String: UInt16] = [:]

  private static let extensionA: Range<UInt32> = 0x3400..<0x4DC0
  private static let unified: Range<UInt32> = 0x4E00..<0xA000

  private init() {
    readings = Array(repeating: 0, count: Self.extensionA.count + Self.unified.count)
    strokes = StrokeTable.text.utf8.compactMap { byte in
      byte == UInt8(ascii: "\n") ? nil : byte - UInt8(ascii: "0")
    }
    let places = readPinyin()
    for (reading, words) in Self.beginningsByReading {
      guard let place = places[reading] else {
        preconditionFailure("the table knows the reading \(reading)")
      }
      for word in words.split(separator: " ") { beginnings[String(word)] = place }
    }
  }

  private mutating func readPinyin() -> [String: UInt16] {
    var places: [String: UInt16] = [:]
    var reading = ""
    for scalar in PinyinTable.text.unicodeScalars where scalar != "\n" {
      if let index = Self.index(of: scalar) {
        readings[index] = UInt16(places.count)
        continue
      }
      reading.unicodeScalars.append(scalar)
      guard scalar.properties.numericType != nil else { continue }
      places[reading] = UInt16(places.count + 1)
      reading = ""
    }
    return places
  }

  private static func index(of scalar: Unicode.Scalar) -> Int? {
    if unified.contains(scalar.value) {
      return extensionA.count + Int(scalar.value - unified.lowerBound)
    }
    return extensionA.contains(scalar.value) ? Int(scalar.value - extensionA.lowerBound) : nil
  }
}

extension CharacterTable {
  /// The place of a character by its usual reading, then its strokes; nil if no reading is known.
  func rank(byReadingOf scalar: Unicode.Scalar) -> UInt64? {
    guard let index = Self.index(of: scalar), readings[index] != 0 else { return nil }
    return rank(of: scalar, at: index, reading: readings[index])
  }

  /// The place of a character by its strokes; nil if they are not known.
  func rank(byStrokesOf scalar: Unicode.Scalar) -> UInt64? {
    Self.index(of: scalar).map { UInt64(strokes[$0]) << 32 | UInt64(scalar.value) }
  }

  /// The place of the first character where a name begins with it in another reading than the usual.
  func rank(startOf text: ArraySlice<Unicode.Scalar>) -> UInt64? {
    guard let first = text.first, let index = Self.index(of: first) else { return nil }
    let pair = String(String.UnicodeScalarView(text.prefix(2)))
    guard let reading = beginnings[pair] ?? beginnings[String(first)] else { return nil }
    return rank(of: first, at: index, reading: reading)
  }

  private func rank(of scalar: Unicode.Scalar, at index: Int, reading: UInt16) -> UInt64 {
    UInt64(reading) << 32 | UInt64(strokes[index]) << 24 | UInt64(scalar.value)
  }

  /// How the first character of a text is read where that is not its usual reading.
  ///
  /// One character stands for a family name, or for what names of places mean by it: 曾, 长. Two
  /// stand for a word, and win over one: 重庆, but also 解放 beside the family name 解.
  private static let beginningsByReading: [(reading: String, words: String)] = [
    ("bu3", "卜"), ("chan2", "单于 單于"), ("chang2", "长 長"), ("dan1", "单元 單元 单位 單位 单身 单独"),
    ("chong2", "重庆 重慶 重阳 重陽 重建 重修 重新 重选 重組 重组 重启"), ("chou2", "仇恨"),
    ("cha2", "查询 查詢 查看 查阅 查验 查处 查找"), ("ceng2", "曾经 曾經"), ("ge3", "葛"), ("ge2", "葛根 葛布"),
    ("hang2", "行业 行長 行长"), ("jie3", "解放 解决 解除 解释 解答 解散"), ("kuai4", "会计 會計"),
    ("lu4", "六安"), ("beng4", "蚌埠"), ("miao4", "缪 繆"), ("mian3", "渑池"), ("mo4", "万俟"),
    ("nian2", "粘"), ("zhan1", "占 粘贴 粘土"), ("zhan4", "占地 占用 占道"), ("nie4", "乜"), ("ou1", "区 區"),
    ("qu1", "区委 区政 区域 区级 区属 区间 區域"), ("pan1", "番禺"), ("piao2", "朴"), ("pu3", "朴素 朴实"),
    ("qin2", "覃"), ("qiu2", "仇"), ("ren2", "任"), ("ren4", "任务 任期 任免 任职 任命"),
    ("shan4", "单 單"), ("tai1", "台州"), ("tan2", "澹台"), ("tiao2", "调解 调整 调价"), ("xia4", "厦门 廈門"),
    ("xie4", "解"), ("xin1", "莘庄"), ("xun4", "浚县"), ("yan1", "燕"), ("yan4", "燕子"), ("yan2", "铅山"),
    ("yu4", "尉迟 尉遲"), ("yue4", "乐清"), ("zang4", "藏族"), ("zeng1", "曾"), ("zha1", "查"),
    ("zhai2", "翟"), ("zhang3", "长子 长女 长孙 長孫 长老 长辈 长者 长官"), ("bo2", "薄"),
  ]
}
