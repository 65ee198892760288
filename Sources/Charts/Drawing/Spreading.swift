/// Keeps labels apart that would lie upon one another.
enum Spreading {
  /// Places near the wanted ones, at least `distance` apart and within the limits, in the same order.
  ///
  /// Labels that meet become a group whose middle stays where the middle of their places was. Where
  /// the limits hold too little room for all, the last ones go beyond.
  static func spread(
    _ wanted: [Length], apart distance: Length, from lowest: Length, to highest: Length
  ) -> [Length] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var groups: [Group] = []
    for index in order {
      groups.append(Group(wanted[index], lowest, highest))
      while 1 < groups.count,
        groups[groups.count - 1].start < groups[groups.count - 2].end(distance) + distance
      {
        let last = groups.removeLast()
        groups[groups.count - 1].absorb(last, distance, lowest, highest)
      }
    }
    var places = wanted
    var next = 0
    for group in groups {
      for position in 0..<group.count {
        places[order[next]] = group.start + position * distance
        next += 1
      }
    }
    return places
  }

  /// Labels that touch.
  private struct Group {
    var start: Length
    var count = 1
    /// The sum of where each would put the first of the group.
    private var sum: Length

    init(_ place: Length, _ lowest: Length, _ highest: Length) {
      sum = place
      start = max(lowest, min(place, highest))
    }

    func end(_ distance: Length) -> Length { start + (count - 1) * distance }

    mutating func absorb(
      _ other: Group, _ distance: Length, _ lowest: Length, _ highest: Length
    ) {
      sum = sum + other.sum - (count * other.count) * distance
      count += other.count
      let mean = Length(tenths: sum.tenths / count)
      start = max(lowest, min(mean, highest - (count - 1) * distance))
    }
  }
}
