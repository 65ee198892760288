/// Which neighbour a number goes to when it loses decimals.
package enum Rounding: String, Hashable, Sendable {
  /// The nearer one; from the middle away from zero, as accounts are rounded.
  case halfUp = "half_up"
  /// The nearer one; from the middle to the even digit.
  case halfEven = "half_even"
  /// The greater one.
  case ceil
  /// The lesser one.
  case floor
  /// The one nearer to zero.
  case down

  /// `numerator` ÷ `denominator`, rounded to a whole number; the denominator is above zero.
  package func quotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    var (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    if rest < 0 {
      whole -= 1
      rest += denominator
    }
    return goesUp(from: whole, rest: rest, of: denominator) ? whole + 1 : whole
  }

  /// Whether `whole` + `rest` ÷ `denominator` becomes `whole` + 1, where `whole` is the floor.
  func goesUp(from whole: Int128, rest: Int128, of denominator: Int128) -> Bool {
    guard rest != 0 else { return false }
    // Compared as a difference: twice the rest might not fit.
    let fromMiddle = rest - (denominator - rest)
    return switch self {
    case .halfUp: 0 < fromMiddle || fromMiddle == 0 && 0 <= whole
    case .halfEven: 0 < fromMiddle || fromMiddle == 0 && whole & 1 == 1
    case .ceil: true
    case .floor: false
    case .down: whole < 0
    }
  }
}
