import Language
import Values

/// What figures count, and so how they are written: in the same way as on the page around them.
enum Measure: Sendable {
  case number, price, money, percent, area

  /// The types that a drawing takes for figures of any measure.
  static let types: [Type] = [.int, .decimal, .money, .price, .area, .percent]

  /// The measure of a type, or nil if it is none.
  init?(_ type: Type) {
    switch type.present {
    // An empty list has figures of whatever measure is wanted.
    case .int, .decimal, .unknown: self = .number
    case .price: self = .price
    case .money: self = .money
    case .percent: self = .percent
    case .area: self = .area
    default: return nil
    }
  }

  /// The type that findings name.
  var type: Type {
    switch self {
    case .number: .decimal
    case .price: .price
    case .money: .money
    case .percent: .percent
    case .area: .area
    }
  }

  func text(_ figure: Decimal) -> String {
    var bytes: [UInt8] = []
    switch self {
    case .number, .price, .area: figure.appendGrouped(to: &bytes, minus: .typographic)
    case .percent:
      figure.appendGrouped(to: &bytes, minus: .typographic)
      bytes.append(UInt8(ascii: "%"))
    case .money:
      if figure.signum < 0 { bytes += "−".utf8 }
      bytes += "¥".utf8
      let amount = (try? figure.magnitude()) ?? figure
      amount.appendGrouped(to: &bytes, places: max(2, Int(figure.scale)), minus: .typographic)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The figure with its sign, plus included.
  func signed(_ figure: Decimal) -> String { (0 < figure.signum ? "+" : "") + text(figure) }

  /// How many decimals a median of such figures has.
  private func decimals(of figures: [Decimal]) -> Int {
    let most = figures.map { Int($0.scale) }.max() ?? 0
    return self == .price || self == .money ? max(2, most) : most
  }

  /// The value below which `part` of `whole` of the sorted figures lie, between neighbours by rule
  /// of three and rounded as their kind is written.
  func quantile(_ part: Int, of whole: Int, _ sorted: [Decimal]) -> Decimal {
    let (place, rest) = ((sorted.count - 1) * part).quotientAndRemainder(dividingBy: whole)
    guard rest != 0, sorted[place] != sorted[place + 1] else { return sorted[place] }
    let (low, high) = (Axis.fine(sorted[place]), Axis.fine(sorted[place + 1]))
    let sum = low * Axis.Fine(whole) + (high - low) * Axis.Fine(rest)
    let decimals = decimals(of: sorted)
    // Half of two whole numbers is worth a decimal.
    let isExact = sum % (Axis.power(Decimal.largestScale - decimals) * Axis.Fine(whole)) == 0
    return Self.rounded(sum, over: Axis.Fine(whole), to: decimals == 0 && !isExact ? 1 : decimals)
  }

  /// With fewer decimals where a number of that size cannot have so many.
  private static func rounded(_ sum: Axis.Fine, over whole: Axis.Fine, to decimals: Int) -> Decimal
  {
    let unit = Axis.power(Decimal.largestScale - decimals) * whole
    let coefficient = Rounding.halfUp.quotient(sum, unit)
    guard let coefficient = Int64(exactly: coefficient) else {
      return rounded(sum, over: whole, to: decimals - 1)
    }
    return Decimal(coefficient: coefficient, scale: UInt8(decimals))
  }

  /// The figure in the middle.
  func median(_ sorted: [Decimal]) -> Decimal { quantile(1, of: 2, sorted) }
}
