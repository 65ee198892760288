import Source

/// A relative link or image leads to something that this site has.
enum LinksLeadSomewhere {
  static func finding(_ link: Link, in file: SourceFile) -> Diagnostic {
    let path = link.path ?? link.address
    return switch link.purpose {
    case .link:
      Diagnostic(
        "M3", .warning,
        Wording(zh: "本站没有这个页面：\(path)", en: "this site has no page \(path)"),
        at: Location(file, link.range), found: Wording(link.address),
        help: [
          Wording(
            zh: "打开要链接的页面，照抄地址栏里域名后面的部分，以 / 开头",
            en: "open the page and copy its address after the host, starting with '/'")
        ])
    case .image:
      Diagnostic(
        "M3", .warning,
        Wording(zh: "本站没有这个图片：\(path)", en: "this site has no image \(path)"),
        at: Location(file, link.range), found: Wording(link.address),
        help: [
          Wording(
            zh: "检查文件名，并确认图片已放进 files 文件夹",
            en: "check the file name, and that the image is in the folder 'files'")
        ])
    }
  }
}
