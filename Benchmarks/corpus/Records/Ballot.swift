import Values

/// The days of a vote: announced before it begins, its result soon after it ends.
struct Ballot {
  let noticed: CivilDate
  let from: CivilDate
  let to: CivilDate
  let announced: CivilDate

  /// A vote that is announced on a day of the range.
  init(from days: ClosedRange<CivilDate>, _ dice: inout Dice) {
    noticed = dice.roll(days)
    from = noticed + dice.roll(16...26)
    to = from + dice.roll(14...30)
    announced = to + dice.roll(1...3)
  }
}

extension Estate {
  /// The file name of a vote; the first decided on the fee if the fee rose.
  func voteStem(_ slot: Int) -> String { slot == 0 && rise != nil ? "fee" : "vote-\(slot + 1)" }

  /// A vote: counts that add up, and a result that follows from them.
  func voteRecord(_ slot: Int, in city: City) -> Record {
    var dice = Dice(seed: city.seed, 4, number, slot)
    let ballot: Ballot
    let (title, matter): (String, String)
    var isPassed = true
    if slot == 0, let rise {
      ballot = rise.ballot
      (title, matter) = ("关于物业费由 \(yuan(rise.previousPrice)) 元调整为 \(yuan(price)) 元的表决", "物业费调整")
    } else {
      ballot = Ballot(from: day(2024, 3, 1)...day(2026, 8, 20), &dice)
      (title, matter) = dice.pick(Self.matters)
      isPassed = dice.chance(80)
    }
    let people = Count(of: households - dice.roll(0...households / 80), isPassed: isPassed, &dice)
    let area = Count(of: area, isPassed: isPassed, &dice)
    let lines = """
      标题: \(title)
      事项: \(matter)
      公告日期: \(date(ballot.noticed))
      起: \(date(ballot.from))
      止: \(date(ballot.to))
      结果公布日期: \(date(ballot.announced))
      未回复规则: 不计参与
      业主人数: \(people.mapping { String($0) })
      专有面积: \(area.mapping(yuan))
      结果: \(isPassed ? "通过" : "未通过")

      """
    return Record(
      folder: "estates/\(folder)/votes", stem: voteStem(slot), frontMatter: lines,
      body: Body.text(.vote, of: self, dice))
  }

  private static let matters = [
    ("关于修订管理规约的表决", "管理规约"), ("关于修订业主大会议事规则的表决", "议事规则"), ("关于续聘物业服务企业的表决", "选聘物业"),
    ("关于使用专项维修资金整修道路的表决", "使用维修资金"), ("关于增设健身器材和休息座椅的表决", "其他重大事项"),
  ]
}

/// The count of a vote by one measure, persons or hundredths of a square metre.
private struct Count {
  let total, delivered, returned, inFavour, against, abstained, invalid: Int

  init(of total: Int, isPassed: Bool, _ dice: inout Dice) {
    self.total = total
    delivered = total - dice.share(0...20, of: total)
    returned = dice.share(740...920, of: total)
    invalid = dice.share(1...12, of: returned)
    abstained = dice.share(10...50, of: returned)
    // Consent is more than half of those who took part, so that the other side has less.
    against = dice.share(isPassed ? 50...300 : 540...700, of: returned)
    inFavour = returned - invalid - abstained - against
  }

  func mapping(_ text: (Int) -> String) -> String {
    "{ 总数: \(text(total)), 送达: \(text(delivered)), 回收: \(text(returned)), 同意: \(text(inFavour)), "
      + "反对: \(text(against)), 弃权: \(text(abstained)), 无效: \(text(invalid)) }"
  }
}
