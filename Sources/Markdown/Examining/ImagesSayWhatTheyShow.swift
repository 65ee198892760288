import Source

/// Who cannot see an image reads what it shows.
enum ImagesSayWhatTheyShow {
  static func isSilent(_ alternative: String) -> Bool {
    alternative.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  static func finding(at range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "M4", .warning,
      Wording(zh: "图片没有文字说明", en: "the image has no alternative text"),
      at: Location(file, range),
      basis: Wording(
        zh: "看不见图片的人靠这段文字知道图上有什么", en: "people who cannot see the image depend on it"),
      help: [
        Wording(
          zh: "在方括号里写出图上有什么：![三号楼水箱照片](…)",
          en: "say between the brackets what it shows: ![the water tank of block 3](…)")
      ])
  }
}
