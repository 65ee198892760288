package import Values

/// What an editor may write in a field.
package indirect enum FieldType: Sendable {
  case line, text, yesNo, count, decimal, money, price, area, percent
  case date, time, dateTime, span
  /// Nil: any of the four kinds of period.
  case period(Period.Kind?)
  case choice([ChoiceWord])
  /// The id of a record of the kind.
  case reference(kind: String)
  case file, url, phone, creditCode
  case list(FieldType)
  case mapping([FieldDeclaration])
  /// A mapping with keys of the editor's own.
  case openMap(FieldType)
}

/// One choice: the English word and what people call it by language.
package struct ChoiceWord: Sendable {
  package let word: String
  package let labels: [String: String]

  /// The Chinese word under which editors write it.
  package var chinese: String { labels["zh-Hans"] ?? word }
}
