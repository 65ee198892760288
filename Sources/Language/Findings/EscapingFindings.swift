import Source

// T030–T034: places where a value may not stand.
extension Diagnostic {
  static func unsafePosition(_ place: Wording, at location: Location, help: Wording) -> Diagnostic {
    .template(
      "T030",
      Wording(zh: "\(place.chinese)里不能放值", en: "no value may stand in \(place.english)"),
      at: location, help: [help])
  }

  static func contextsDiffer(
    _ left: Wording, _ right: Wording, at place: Location, what: Wording
  ) -> Diagnostic {
    .template(
      "T031",
      Wording(
        zh: "\(what.chinese)结束在不同的位置：\(left.chinese)；\(right.chinese)",
        en: "\(what.english) end in different places: \(left.english); \(right.english)"), at: place
    )
  }

  static func ambiguousName(at place: Location) -> Diagnostic {
    .template(
      "T031",
      Wording(
        zh: "标签里的分支后面要有空格、`/` 或 `>`",
        en: "after branches inside a tag a space, `/` or `>` must follow"), at: place,
      help: [
        Wording(
          zh: "否则一个分支的名称会和后面连在一起", en: "else the name in one branch would go on in what follows")
      ])
  }

  static func htmlInAttribute(at place: Location) -> Diagnostic {
    .template(
      "T032",
      Wording(zh: "HTML 不能放进属性或标题", en: "HTML cannot stand in an attribute or a title"),
      at: place, help: [Wording(zh: "先用 `|striptags`", en: "use `|striptags` first")])
  }

  static func urlWanted(_ attribute: String, found: String, at place: Location) -> Diagnostic {
    .template(
      "T033",
      Wording(
        zh: "`\(attribute)` 里只能放固定文字或 asset(…)，这里是 \(found)",
        en: "`\(attribute)` takes literal text or asset(…), this is \(found)"), at: place)
  }

  static func forbiddenScheme(_ scheme: String, at place: Location) -> Diagnostic {
    .template(
      "T030",
      Wording(zh: "不允许 `\(scheme)` 链接", en: "`\(scheme)` links are forbidden"), at: place,
      help: [
        Wording(
          zh: "可用 http、https、mailto、tel 或本站地址",
          en: "http, https, mailto, tel and addresses of this site are allowed")
      ])
  }

  static func unfinishedPage(_ context: Wording, at place: Location, opening: Location?)
    -> Diagnostic
  {
    .template(
      "T034",
      Wording(zh: "页面结束时还在\(context.chinese)里", en: "the page ends inside \(context.english)"),
      at: place,
      notes: opening.map {
        [Note(Wording(zh: "最后一个标签在这里开始", en: "the last tag begins here"), at: $0)]
      } ?? [])
  }
}
