import Source
import YAML

/// What the program itself must know of `content/site.md` before anything else is read.
struct SiteSettings: Sendable {
  var language = "zh-Hans"
  var jurisdiction = "shanghai"
  var timeZone = "Asia/Shanghai"
  var base = "/"

  /// Reads the settings; faults are told when the record itself is read.
  init(_ file: SourceFile) {
    guard let root = RecordReading(file).tree.root else { return }
    func text(_ english: String, _ chinese: String) -> String? {
      let node = root.value(of: english) ?? root.value(of: chinese)
      return node.flatMap { $0.isAbsent ? nil : $0.text }
    }
    let tags = ["简体": "zh-Hans", "繁体": "zh-Hant", "英文": "en"]
    if let word = text("language", "语言") { language = tags[word] ?? word }
    jurisdiction = text("jurisdiction", "法域") ?? jurisdiction
    timeZone = text("timezone", "时区") ?? timeZone
    base = text("base_url", "网址") ?? base
  }

  /// The language of messages where nobody asks for another.
  var messageLanguage: MessageLanguage { language == "en" ? .english : .chinese }
}
