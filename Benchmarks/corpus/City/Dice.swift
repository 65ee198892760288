/// Chance from a seed: the same seed and the same path give the same throws, on every machine.
struct Dice {
  private var state: UInt64

  /// Dice of their own for every place of the city, so that one record can be thrown anew alone.
  init(seed: Int, _ path: Int...) {
    state = UInt64(bitPattern: Int64(seed))
    for step in path { state = next() ^ UInt64(bitPattern: Int64(step)) }
  }

  // SplitMix64, by Sebastiano Vigna.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range, each as likely as the next.
  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
  }

  /// True in `percent` of a hundred throws.
  mutating func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[roll(0...choices.count - 1)]
  }

  /// `count` of the choices, none twice, in their own order.
  mutating func pick<Element>(_ count: Int, of choices: [Element]) -> [Element] {
    var missing = min(count, choices.count)
    var left = choices.count
    return choices.filter { _ in
      defer { left -= 1 }
      guard 0 < missing, roll(1...left) <= missing else { return false }
      missing -= 1
      return true
    }
  }

  /// `part` in a thousand of `whole`, with `part` from a range.
  mutating func share(_ perMille: ClosedRange<Int>, of whole: Int) -> Int {
    whole * roll(perMille) / 1000
  }
}
