import Source
import Values

// Filters that give numbers and dates the form in which people read them.
extension Callable {
  /// An amount with so many digits, `¥1,409.50`; without the sign in messages or with `symbol=false`.
  static let moneyText = Callable("money", "symbol?", "digits?") { call in
    guard let input = call.presentInput else { return nil }
    switch input.type {
    case .money, .price, .quotient(of: .money), .quotient(of: .price), .quotient(of: .number),
      .decimal, .int:
      break
    default: return call.wrongInput()
    }
    guard let digits = call.integer("digits", else: 2) else { return nil }
    var hasSymbol = call.checker.dialect == .html
    if call.has("symbol") {
      guard let flag = call.flag("symbol") else { return nil }
      hasSymbol = flag
    }
    return call.result(.string, [input]) { [hasSymbol] machine, arguments throws(Fault) in
      let amount = try arguments[0].rounded(to: digits, .halfUp)
      return machine.text {
        Machine.appendMoney(amount, to: &$0, symbol: hasSymbol, places: max(0, digits))
      }
    }
  }

  /// A number as a price for each ㎡ and month.
  static let priceOf = Callable("price") { call in
    guard let input = call.presentInput else { return nil }
    switch input.type {
    case .price: return input
    case .decimal, .int: return CheckedExpression(.price, input.form, at: call.place)
    default: return call.wrongInput()
    }
  }

  /// An amount, rounded to 分, in the capitals of cheques and receipts: 壹仟肆佰零玖元伍角.
  static let chineseMoney = Callable("money_cn") { call in
    guard let input = call.presentInput else { return nil }
    switch input.type {
    case .money, .quotient(of: .money), .quotient(of: .number), .decimal, .int: break
    default: return call.wrongInput()
    }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      let amount = try arguments[0].rounded(to: 2, .halfUp)
      return machine.scratch.text(Money(fen: amount.integer).inCapitals)
    }
  }

  /// A whole number in characters: 二十五, 贰拾伍 with `upper`, 二〇二五 with `digits`.
  static let chineseNumber = Callable("cnnum", "style?") { call in
    guard let input = call.presentInput, input.type == .int else { return call.wrongInput() }
    var style = "lower"
    if call.has("style") {
      guard let (name, place) = call.literal("style") else { return nil }
      guard ["lower", "upper", "digits"].contains(name) else {
        return call.fail(
          .unknownArgument(name, of: "cnnum", among: ["lower", "upper", "digits"], at: place))
      }
      style = name
    }
    return call.result(.string, [input]) { [style] machine, arguments throws(Fault) in
      let number = arguments[0].integer
      let text =
        switch style {
        case "upper": ChineseNumeral.upper(number)
        case "digits": ChineseNumeral.digits(number)
        default: ChineseNumeral.lower(number)
        }
      return machine.scratch.text(text)
    }
  }

  /// A share as a percent with so many decimals: 0.846 → 84.6 %.
  static let percentText = Callable("percent", "digits?") { call in
    guard let input = call.presentInput, let digits = call.integer("digits", else: 1) else {
      return nil
    }
    switch input.type {
    case .percent:
      return call.result(.percent, [input]) { _, arguments throws(Fault) in
        try arguments[0].rounded(to: digits, .halfUp)
      }
    case .quotient(of: .number), .decimal, .int:
      return call.result(.percent, [input]) { _, arguments throws(Fault) in
        let share = arguments[0].asQuotient
        return try Fault.catching { () throws(ArithmeticFault) in
          Value(try share.multiplying(Decimal(100)).rounded(to: digits, .halfUp))
        }
      }
    default: return call.wrongInput()
    }
  }

  /// An area with its unit: 89.50㎡.
  static let areaText = Callable("area") { call in
    guard let input = call.presentInput, input.type == .area else { return call.wrongInput() }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      machine.text(of: arguments[0], .area)
    }
  }

  /// With its sign, plus included: +0.55, −19.4%.
  static let signed = Callable("signed") { call in
    guard let input = call.presentInput, input.type.isNumber else { return call.wrongInput() }
    let style: Instruction.Style =
      input.type == .money ? .bareMoney : input.type == .percent ? .percent : .grouped
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      let value = arguments[0]
      return machine.text { output in
        if value.integer > 0 { output.append(UInt8(ascii: "+")) }
        if style == .bareMoney {
          Machine.appendMoney(value, to: &output, symbol: false)
        } else {
          value.decimal.appendGrouped(to: &output, minus: .typographic)
        }
        if style == .percent { output.append(UInt8(ascii: "%")) }
      }
    }
  }

  /// A day, or a day and time, in Chinese: 2026年3月1日.
  static let chineseDate = Callable("date_cn") { call in
    guard let input = call.presentInput else { return nil }
    switch input.type {
    case .date:
      return call.result(.string, [input]) { machine, arguments throws(Fault) in
        let date = arguments[0].date
        return machine.text { date.appendChinese(to: &$0) }
      }
    case .dateTime:
      return call.result(.string, [input]) { machine, arguments throws(Fault) in
        machine.scratch.text(arguments[0].dateTime.chinese)
      }
    default: return call.wrongInput()
    }
  }

  /// A day by a pattern of `%Y %m %d`, a time also by `%H %M`; with `-` without leading zeros.
  static let dateText = Callable("date", "format?") { call in
    guard let input = call.presentInput else { return nil }
    guard input.type == .date || input.type == .dateTime else { return call.wrongInput() }
    let hasTime = input.type == .dateTime
    var text = "%Y-%m-%d"
    if call.has("format") {
      guard let (given, place) = call.literal("format") else { return nil }
      text = given
      if let unknown = DatePattern(given, hasTime: hasTime).unknown {
        return call.fail(.unknownDatePart(unknown, hasTime: hasTime, at: place))
      }
    }
    let pattern = DatePattern(text, hasTime: hasTime)
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      let value = arguments[0]
      let text =
        hasTime
        ? pattern.text(of: value.dateTime.date, value.dateTime.time)
        : pattern.text(of: value.date, nil)
      return machine.scratch.text(text)
    }
  }

  /// A period in Chinese: 2026年第三季度.
  static let periodText = Callable("period") { call in
    guard let input = call.presentInput, case .period = input.type else { return call.wrongInput() }
    return call.result(.string, [input]) { machine, arguments throws(Fault) in
      machine.scratch.text(arguments[0].period.chinese)
    }
  }

  /// The day so many months later, or the last of that month.
  static let addMonths = Callable("add_months", "months") { call in
    guard let input = call.presentInput, input.type == .date else { return call.wrongInput() }
    guard let months = call.argument("months", .int) else { return nil }
    return call.result(.date, [input, months]) { _, arguments throws(Fault) in
      let date = arguments[0].date
      let months = Int(clamping: arguments[1].integer)
      return Value(
        try Fault.catching { () throws(ArithmeticFault) in try date.addingMonths(months) })
    }
  }

  /// The day itself if people work on it, else the next on which they do.
  static let workday = Callable("workday") { call in
    guard let input = call.presentInput, input.type == .date else { return call.wrongInput() }
    return call.result(.date, [input]) { machine, arguments throws(Fault) in
      let date = arguments[0].date
      let calendar = machine.calendar
      return Value(
        try Fault.catching { () throws(ArithmeticFault) in try calendar.nextWorkday(onOrAfter: date)
        })
    }
  }
}

extension Machine {
  /// A text made of what `write` appends.
  func text(_ write: (inout [UInt8]) -> Void) -> Value {
    var bytes: [UInt8] = []
    write(&bytes)
    return scratch.text(bytes)
  }
}
