extension Callable {
  /// The filters of the language itself.
  static let filters: [Callable] = [
    absolute, addMonths, allOf, anyOf, areaText, ascending, batch, capitalize, chineseDate,
    chineseMoney, chineseNumber, containsAny, count, dateText, defaultValue, defaultShort, escape,
    fieldsOf, flatten, follow, label,
    escapeShort, first, firstOrNone, groupBy, items, joined, last, lastOrNone, length, lower,
    map, matches, maximum, median, minimum, moneyText, pairs, percentText, periodText, priceOf,
    quantile,
    rank, reject, rejectAttribute, replace, reversed, round, select, selectAttribute, signed, sort,
    sum, toJSON, trim, truncate, unique, upper, workday,
  ]

  /// The tests of the language itself.
  static let tests: [Callable] = [
    isDefined, isDivisible, isEqual, isEven, isGreater, isGreaterOrEqual, isIn, isLess,
    isLessOrEqual, isNone, isNotEqual, isOdd, isUndefined, startsWith, endsWith,
  ]

  /// The functions of the language itself.
  static let functions: [Callable] = [range]
}
