/// A whole corpus: which records there are, each made from the seed and its own place alone.
struct City {
  let estates: Int
  let seed: Int
  let mix: Mix

  static let companies = 20
  static let estatesOfAStreet = 100

  init(estates: Int, records: Int, seed: Int) {
    self.estates = estates
    self.seed = seed
    mix = Mix(records: records)
  }

  /// Writes every record to each of the twins.
  func write(to twin: inout some Twin) throws {
    try twin.write(SiteFront.record)
    for number in 0..<Self.companies { try twin.write(Company.record(number, in: self)) }
    for number in 0..<estates {
      if number % Self.estatesOfAStreet == 0 {
        try twin.write(Street.record(number / Self.estatesOfAStreet, in: self))
      }
      let estate = Estate(number, in: self)
      for record in estate.records(in: self) { try twin.write(record) }
    }
  }

  /// Writes `count` notices anew, with another title and body, chosen by `revision`.
  func change(_ count: Int, revision: Int, in twin: inout some Twin) throws {
    var dice = Dice(seed: seed, 9, revision)
    var chosen: Set<Int> = []
    while chosen.count < count { chosen.insert(dice.roll(0...estates * mix.notices - 1)) }
    for place in chosen.sorted() {
      let estate = Estate(place / mix.notices, in: self)
      try twin.write(Notice(place % mix.notices, of: estate, in: self, revision: revision).record)
    }
  }
}

extension Estate {
  fileprivate func records(in city: City) -> [Record] {
    let mix = city.mix
    var records = [estateRecord(in: city), committeeRecord(in: city), feesRecord(in: city)]
    records += (0..<mix.votes).map { voteRecord($0, in: city) }
    records += (0..<mix.works).map { workRecord($0, in: city) }
    records += accountRecords(in: city)
    records += fundRecords(in: city)
    records += (0..<mix.notices).map { Notice($0, of: self, in: city).record }
    return records
  }
}
