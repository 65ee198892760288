extension Callable {
  /// The filters of the language itself.
  static let filters: [Callable] = filtersButMap + [map]

  /// All filters that `map` may apply, but for itself.
  static let filtersButMap: [Callable] = [
    absolute, addMonths, allOf, anyOf, areaText, ascending, attribute, batch, capitalize, center,
    chain, chineseDate, chineseMoney, chineseNumber, containsAny, count, dateText, defaultShort,
    defaultValue, dictSort, escape, escapeShort, fieldsOf, fileSize, first, firstOrNone, flatten,
    follow, forceEscape, format, groupBy, indent, integer, items, joined, label, last, lastOrNone,
    length, lines, linked, list, lower, matches, maximum, median, minimum, moneyText, pairs,
    percentText,
    periodText, priceOf, quantile, rank, reject, rejectAttribute, replace, reversed, round, safe,
    select, selectAttribute, signed, slice, sort, split, string, stripTags, sum, title, toJSON,
    trim, truncate, truth, unique, upper, urlEncode, wordCount, wordWrap, workday, zipped,
  ]

  /// The tests of the language itself.
  static let tests: [Callable] =
    comparisons + [
      endsWith, isBoolean, isCallable, isDecimal, isDefined, isDivisible, isEscaped, isEven,
      isFalse, isFilter, isInteger, isIterable, isLowerCase, isMapping, isNone, isNumber, isOdd,
      isSame, isSequence, isString, isTest, isTrue, isUndefined, isUpperCase, startsWith,
    ]

  /// The functions of the language itself.
  static let functions: [Callable] = [range]
}
