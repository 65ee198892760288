extension Callable {
  /// The filters of the language itself.
  static let filters: [Callable] = [
    absolute, addMonths, allOf, anyOf, areaText, ascending, batch, capitalize, chineseDate,
    chineseMoney, chineseNumber, containsAny, count, dateText, defaultShort, defaultValue, dictSort,
    escape, escapeShort, fieldsOf, first, firstOrNone, flatten, follow, groupBy, indent, integer,
    items,
    joined, label, last, lastOrNone, length, list, lower, map, matches, maximum, median, minimum,
    moneyText, pairs, percentText, periodText, priceOf, quantile, rank, reject, rejectAttribute,
    replace, reversed, round, safe, select, selectAttribute, signed, slice, sort, string, stripTags,
    sum, title, toJSON, trim, truncate, unique, upper, urlEncode, workday,
  ]

  /// The tests of the language itself.
  static let tests: [Callable] = [
    endsWith, isBoolean, isDefined, isDivisible, isEqual, isEven, isFalse, isGreater,
    isGreaterOrEqual, isIn, isInteger, isIterable, isLess, isLessOrEqual, isLowerCase, isMapping,
    isNone, isNotEqual, isNumber, isOdd, isSequence, isString, isTrue, isUndefined, isUpperCase,
    startsWith,
  ]

  /// The functions of the language itself.
  static let functions: [Callable] = [range]
}
