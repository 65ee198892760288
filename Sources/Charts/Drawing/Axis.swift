import Values

/// Where figures lie on a drawing: exact but for the last step, to a whole tenth.
struct Axis {
  /// Figures in units of 10⁻¹⁸, which hold every decimal exactly.
  typealias Fine = Int128

  let low: Fine
  let high: Fine
  let start: Length
  let end: Length

  /// An axis from the smallest to the largest of `figures`, and from zero if that is asked for.
  init(
    _ figures: some Collection<Decimal>, fromZero: Bool = false, start: Length, end: Length
  ) {
    var fine = figures.map(Self.fine)
    if fromZero { fine.append(0) }
    self.init(low: fine.min() ?? 0, high: fine.max() ?? 0, start: start, end: end)
  }

  private init(low: Fine, high: Fine, start: Length, end: Length) {
    self.low = low
    self.high = high
    self.start = start
    self.end = end
  }

  static func fine(_ figure: Decimal) -> Fine {
    Fine(figure.coefficient) * power(Decimal.largestScale - Int(figure.scale))
  }

  static func power(_ exponent: Int) -> Fine {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }

  /// The place of a figure; all figures of an axis without length lie at its start.
  func position(of figure: Decimal) -> Length { position(ofFine: Self.fine(figure)) }

  func position(ofFine figure: Fine) -> Length {
    var offset = figure - low
    var whole = high - low
    // Beyond this nobody sees a difference, and the product stays in range.
    while whole >> 108 != 0 {
      offset >>= 1
      whole >>= 1
    }
    guard 0 < whole else { return start }
    let product = 2 * offset * Fine((end - start).tenths) + whole
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: 2 * whole)
    return start + Length(tenths: Int(rest < 0 ? quotient - 1 : quotient))
  }
}

// MARK: - Ticks

extension Axis {
  /// A figure that is written beside an axis.
  struct Tick: Hashable {
    let figure: Decimal
    let position: Length
  }

  /// The axis widened to round figures, at most `count` steps apart, and those figures.
  func rounded(steps count: Int) -> (axis: Axis, ticks: [Tick]) {
    guard low < high else {
      return (self, [Tick(figure: Self.decimal(low, Self.decimals(of: low)), position: start)])
    }
    let step = Self.step(for: high - low, count: count)
    let first = Self.floor(low, step)
    let last = -Self.floor(-high, step)
    let axis = Axis(low: first * step, high: last * step, start: start, end: end)
    let decimals = Self.decimals(of: step)
    let ticks = (0...Int(last - first)).map { number in
      let fine = (first + Fine(number)) * step
      return Tick(figure: Self.decimal(fine, decimals), position: axis.position(ofFine: fine))
    }
    return (axis, ticks)
  }

  /// The smallest of 1, 2, 5, 10, 20, 50 … that covers `range` in so many steps.
  private static func step(for range: Fine, count: Int) -> Fine {
    var power: Fine = 1
    while true {
      for factor in [1, 2, 5] as [Fine] where range <= factor * power * Fine(count) {
        return factor * power
      }
      power *= 10
    }
  }

  private static func floor(_ figure: Fine, _ step: Fine) -> Fine {
    let (quotient, rest) = figure.quotientAndRemainder(dividingBy: step)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// How many decimals it takes to write a figure.
  private static func decimals(of figure: Fine) -> Int {
    var rest = figure
    var zeros = 0
    while zeros < Decimal.largestScale, rest % 10 == 0 {
      rest /= 10
      zeros += 1
    }
    return Decimal.largestScale - zeros
  }

  private static func decimal(_ figure: Fine, _ decimals: Int) -> Decimal {
    let coefficient = figure / power(Decimal.largestScale - decimals)
    return Decimal(coefficient: Int64(clamping: coefficient), scale: UInt8(decimals))
  }
}
