import Source
import YAML

/// What the program itself must know of `content/site.md` before anything else is read.
struct SiteSettings: Sendable {
  var language = "zh-Hans"
  var jurisdiction = "shanghai"
  var timeZone = "Asia/Shanghai"
  var base = "/"
  /// Where the jurisdiction and the time zone are written.
  private(set) var jurisdictionPlace: Location
  private(set) var timeZonePlace: Location

  /// Reads the settings; faults are told when the record itself is read.
  init(_ file: SourceFile) {
    jurisdictionPlace = Location(file, nil)
    timeZonePlace = Location(file, nil)
    guard let root = RecordReading(file).tree.root else { return }
    func node(_ english: String, _ chinese: String) -> YAMLTree.Node? {
      (root.value(of: english) ?? root.value(of: chinese)).flatMap { $0.isAbsent ? nil : $0 }
    }
    let tags = ["简体": "zh-Hans", "繁体": "zh-Hant", "英文": "en"]
    if let word = node("language", "语言")?.text { language = tags[word] ?? word }
    if let node = node("jurisdiction", "法域") {
      jurisdiction = node.text
      jurisdictionPlace = node.location
    }
    if let node = node("timezone", "时区") {
      timeZone = node.text
      timeZonePlace = node.location
    }
    base = node("base_url", "网址")?.text ?? base
  }

  /// The language of messages where nobody asks for another.
  var messageLanguage: MessageLanguage { language == "en" ? .english : .chinese }
}

extension SiteSettings {
  /// K4: a time zone that this computer does not know, so that nobody knows what day it is.
  var unknownTimeZone: Diagnostic {
    Diagnostic(
      "K4", .error,
      Wording(
        zh: "没有时区“\(timeZone)”，不知道今天是几号",
        en: "there is no time zone `\(timeZone)` to tell today's date by"),
      at: timeZonePlace, found: Wording(timeZone),
      help: [
        Wording(
          zh: "写法如 Asia/Shanghai；或用 --as-of 写明日期",
          en: "write one such as Asia/Shanghai, or give the day with --as-of")
      ])
  }
}
