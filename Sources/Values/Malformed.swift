/// Why a text is not a value of the type that was asked for.
///
/// One enum for the whole room, so that the decoder words every refusal in one place.
package enum Malformed: Error, Hashable, Sendable {
  /// Nothing but spaces; the decoder takes an empty value as absent before it asks.
  case empty

  /// No number in a form that is read: `0x1F`, `1e3`, `.5`, `约100`, `一百`.
  case notANumber
  /// `010020`: perhaps a code, perhaps a slip, never silently 10,020.
  case leadingZero
  /// A comma that does not part groups of three digits: `12,34,567`.
  case badGrouping
  /// `1，000`: a full-width comma may part thousands or two values.
  case fullWidthComma
  /// A fraction where things are counted: `12.5`.
  case notWhole
  /// Below zero where the type has no such values.
  case negative
  /// More decimals than the type keeps; `places` is how many it keeps.
  case tooFine(places: Int)
  /// Larger than the type can hold.
  case overflow
  /// A bare `50` where `50%` is meant, or 0.50.
  case missingPercentSign
  /// A number with a word or sign after it that is no unit of the type: `100USD`, `100左右`.
  case unknownUnit

  /// No date in a form that is read: `20240101`, `2024.01.01`, `明天`.
  case notADate
  /// A day that the calendar lacks: `2024-02-30`.
  case noSuchDay
  /// A year before 1900 or after 2199.
  case outOfYears
  /// No time of day in the form `19:30`.
  case notATime
  /// An hour after 23 or a minute after 59.
  case noSuchTime
  /// No date and time in the form `2026-03-08 19:30`.
  case notADateTime
  /// No year, half, quarter or month in a form that is read.
  case notAPeriod
  /// A fifth quarter, a third half or a thirteenth month.
  case noSuchPeriod
  /// A good period, but of another kind than the one asked for.
  case wrongPeriod(found: Period.Kind)
  /// A span whose last day comes before its first.
  case endsBeforeItStarts

  /// Neither `yes no true false` nor 是 否.
  case notYesOrNo
  /// A credit code has 18 characters.
  case badLength(found: Int)
  /// A character that no credit code has: I, O, S, V, Z, small letters.
  case badCharacter(Character)
  /// The last character of a credit code does not follow from the others.
  case badCheckDigit(expected: Character)
  /// No telephone number.
  case notAPhoneNumber
}

/// Why a calculation has no result.
package enum ArithmeticFault: Error, Hashable, Sendable {
  case overflow
  case divisionByZero
}
