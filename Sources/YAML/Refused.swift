import Source

/// What YAML has and records do not (Y3), and front matter that is no list of keys (Y1).
enum Refused {
  /// `&anchor`, `*alias` or `!tag`.
  static func mark(at location: Location) -> Diagnostic {
    let word = location.range.map { location.file.text(in: $0) } ?? ""
    return Diagnostic(
      "Y3", .error,
      Wording(
        zh: "「\(word)」是 YAML 的锚点、别名或标签，这里不用",
        en: "'\(word)' is a YAML anchor, alias or tag, which have no use here"),
      at: location,
      help: [
        Wording(
          zh: "以「&」「*」「!」开头的文字要加引号；重复的内容请再写一遍",
          en: "put a text that begins with '&', '*' or '!' in quotes; write repeated things out")
      ])
  }

  /// `<<:`.
  static func merge(at location: Location) -> Diagnostic {
    Diagnostic(
      "Y3", .error,
      Wording(
        zh: "「<<」是 YAML 的合并键，这里不用", en: "'<<' is a YAML merge key, which has no use here"),
      at: location,
      help: [Wording(zh: "把要合并的各项直接写出来", en: "write the merged entries out")])
  }

  /// `: value` without a key.
  static func missingKey(at location: Location) -> Diagnostic {
    Diagnostic(
      "Y1", .error, Wording(zh: "冒号前面没有键", en: "no key stands before this colon"),
      at: location, help: [Wording(zh: "写成「键: 值」", en: "write 'key: value'")])
  }

  /// A text or a list where the keys should be.
  static func root(at location: Location) -> Diagnostic {
    Diagnostic(
      "Y1", .error,
      Wording(zh: "这里应当是一行行的「键: 值」", en: "this should be lines of 'key: value'"),
      at: location,
      help: [
        Wording(
          zh: "每一行写一个键、一个半角冒号、一个空格和值，例如「标题: 关于…的公告」",
          en: "write a key, a colon, a space and the value on each line, "
            + "such as 'title: Notice about …'")
      ])
  }
}

/// Front matter beyond its limits (Y5).
enum Limit {
  static func bytes(_ limit: Int, at location: Location) -> Diagnostic {
    finding(
      Wording(
        zh: "开头的信息块超过 \(limit / 1024) KiB", en: "the front matter is over \(limit / 1024) KiB"),
      Wording(
        zh: "把长文字移到正文，或者分成几份记录",
        en: "move long texts to the body, or make several records of it"), at: location)
  }

  static func nodes(_ limit: Int, at location: Location) -> Diagnostic {
    finding(
      Wording(
        zh: "开头的信息块超过 \(limit) 项", en: "the front matter has more than \(limit) items"),
      Wording(
        zh: "分成几份记录，或者把明细放进附件",
        en: "make several records of it, or attach the details as a file"), at: location)
  }

  static func levels(_ limit: Int, at location: Location) -> Diagnostic {
    finding(
      Wording(
        zh: "嵌套超过 \(limit) 层", en: "lists and mappings are nested more than \(limit) deep"),
      Wording(
        zh: "检查缩进和括号是否多了", en: "check for indentation or brackets too many"),
      at: location)
  }

  private static func finding(
    _ message: Wording, _ help: Wording, at location: Location
  ) -> Diagnostic {
    Diagnostic("Y5", .error, message, at: location, help: [help])
  }
}
