import Source

// T008: patterns of `format` and `date` that do not go with their values.
extension Diagnostic {
  static func unknownPlace(in pattern: String, at place: Location) -> Diagnostic {
    .template(
      "T008",
      Wording(
        zh: "`\(pattern)` 里有 `format` 不认识的位置", en: "`\(pattern)` has a place unknown to `format`"),
      at: place,
      help: [
        Wording(
          zh: "可以用 `%s %d %f %.2f %x %o`，百分号本身写 `%%`",
          en: "there are `%s %d %f %.2f %x %o`; write `%%` for the sign itself")
      ])
  }

  static func placesAndValues(_ places: Int, _ values: Int, at place: Location) -> Diagnostic {
    .template(
      "T008",
      Wording(
        zh: "`format` 有 \(places) 个位置，却给了 \(values) 个值",
        en: "`format` has \(places) places and is given \(values) values"), at: place)
  }

  static func unknownDatePart(_ part: String, hasTime: Bool, at place: Location) -> Diagnostic {
    let known = hasTime ? "%Y %m %d %-m %-d %H %M %-H" : "%Y %m %d %-m %-d"
    return .template(
      "T008",
      Wording(zh: "`date` 不认识 `\(part)`", en: "`date` does not know `\(part)`"), at: place,
      help: [
        Wording(
          zh: "可以用 `\(known)`，百分号本身写 `%%`",
          en: "there are `\(known)`; write `%%` for the sign itself")
      ])
  }
}
