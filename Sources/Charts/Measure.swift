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
  func quantile(_ part: Int, of whole: Int, _ sorted: [Decimal]) throws(ArithmeticFault) -> Decimal
  {
    let (place, rest) = ((sorted.count - 1) * part).quotientAndRemainder(dividingBy: whole)
    guard rest != 0, sorted[place] != sorted[place + 1] else { return sorted[place] }
    let step = try Quotient(Decimal(Int64(rest)), over: Decimal(Int64(whole)))
      .multiplying(try sorted[place + 1].subtracting(sorted[place]))
    let value = try step.adding(sorted[place])
    let decimals = decimals(of: sorted)
    let rounded = try value.rounded(to: decimals)
    // Half of two whole numbers is worth a decimal.
    guard decimals == 0, Quotient(rounded) != value else { return rounded }
    return try value.rounded(to: 1)
  }

  func median(_ sorted: [Decimal]) throws(ArithmeticFault) -> Decimal {
    try quantile(1, of: 2, sorted)
  }
}
