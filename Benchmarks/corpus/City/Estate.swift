import Values

/// What the records of one estate have in common.
struct Estate {
  let number: Int
  let street: Int
  let name: String
  let address: String
  let neighbourhood: String
  let built: Int
  let households: Int
  let units: Int
  /// In hundredths of a square metre.
  let area: Int
  let buildings: Int
  let lifts: Int
  let parking: Int
  let housing: String
  let company: Int
  let manager: String
  let telephone: String
  let committeeTelephone: String
  let term: Int
  let seats: Int
  /// The property fee in fen a square metre and month.
  let price: Int
  let rise: Rise?
  /// Whether its secretary writes 2026年3月1日 rather than 2026-03-01.
  let writesChineseDates: Bool
  /// Whether its secretary writes 128,400.50 rather than 128400.50 where YAML allows it.
  let groupsDigits: Bool

  /// A property fee raised by a vote of the owners.
  struct Rise {
    let previousPrice: Int
    let ballot: Ballot
    var effective: CivilDate { ballot.to.firstOfMonth(after: 2) }
  }

  init(_ number: Int, in city: City) {
    var dice = Dice(seed: city.seed, 2, number)
    self.number = number
    street = number / City.estatesOfAStreet
    name = Names.estate(number, seed: city.seed)
    address = "示例\(name)路\(dice.roll(1...1999))弄"
    neighbourhood =
      "\(Names.street(street).dropFirst(2).dropLast(2))第\(Self.ordinals[dice.roll(0...11)])居民区"
    built = dice.roll(1980...2019)
    households = dice.roll(180...2400)
    units = households + dice.roll(0...14)
    area = households * dice.roll(5200...12_000) + dice.roll(0...9999)
    buildings = max(3, households / dice.roll(36...110))
    lifts = built < 1995 ? 0 : buildings * dice.roll(1...2)
    parking = dice.share(100...900, of: households)
    housing = built < 1998 ? "售后公房" : dice.pick(["商品房", "商品房", "动迁安置房"])
    company = dice.roll(0...City.companies - 1)
    manager = Names.person(&dice)
    telephone = Names.telephone(&dice)
    committeeTelephone = Names.telephone(&dice)
    term = dice.roll(1...6)
    seats = dice.pick([5, 5, 7, 7, 9])
    price = dice.roll(55...320)
    rise =
      0 < city.mix.votes && dice.chance(40)
      ? Rise(
        previousPrice: price - dice.roll(10...45),
        ballot: Ballot(from: day(2025, 3, 1)...day(2026, 7, 20), &dice))
      : nil
    writesChineseDates = dice.chance(30)
    groupsDigits = dice.chance(40)
  }

  /// s001/e0001: its folder below estates, and its address.
  var folder: String { "\(Street.folder(street))/e\(padded(number + 1, to: 4))" }
  var committeeName: String { "\(name)业主委员会（第\(Self.ordinals[term - 1])届）" }
  var companyName: String { Company.name(company) }

  func date(_ date: CivilDate) -> String { writesChineseDates ? date.chinese : date.description }

  /// An amount as the value of a line; between braces a comma would end it.
  func money(_ fen: Int) -> String {
    guard groupsDigits else { return yuan(fen) }
    return grouped(fen)
  }

  static let ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
}
