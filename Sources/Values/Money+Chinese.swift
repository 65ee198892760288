extension Money {
  /// The amount in the capitals of bills: 壹仟肆佰零玖元伍角.
  ///
  /// Where 《正确填写票据和结算凭证的基本规定》 leaves a choice, the house writes no 整 after 角, and
  /// 零 after 元 where the digit of the yuan is 0 and 角 or 分 follows.
  package var inCapitals: String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    let (jiao, cents) = rest.quotientAndRemainder(dividingBy: 10)
    var text = fen < 0 ? "负" : ""
    guard yuan != 0 || rest != 0 else { return "零元整" }
    if yuan != 0 { text += ChineseNumeral.capitals.text(yuan) + "元" }
    guard rest != 0 else { return text + "整" }
    let skipsADigit = yuan % 10 == 0 || jiao == 0
    if yuan != 0, skipsADigit { text += "零" }
    if jiao != 0 { text += ChineseNumeral.capitals.digit(jiao) + "角" }
    if cents != 0 { text += ChineseNumeral.capitals.digit(cents) + "分" }
    return text
  }
}
