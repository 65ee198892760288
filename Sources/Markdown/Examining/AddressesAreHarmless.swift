import HTML
import Source

/// Links lead to pages, letter boxes and telephones; images are this site's own.
enum AddressesAreHarmless {
  static func finding(_ link: Link, in file: SourceFile) -> Diagnostic? {
    guard let wording = link.purpose == .link ? linkFault(link) : imageFault(link) else {
      return nil
    }
    return Diagnostic(
      "M2", .error, wording.message, at: Location(file, link.range),
      expected: link.purpose == .link ? allowedInLinks : allowedInImages,
      found: Wording(excerpt(of: link.address)), help: [wording.help])
  }

  private static let allowedInLinks = Wording(
    zh: "http、https、mailto、tel 或本站的相对地址",
    en: "http, https, mailto, tel, or a relative address of this site")
  private static let allowedInImages = Wording(
    zh: "本站的相对地址", en: "a relative address of this site")

  private static func linkFault(_ link: Link) -> (message: Wording, help: Wording)? {
    switch link.scheme {
    case .relative, .http, .https, .mailto, .tel: nil
    case .schemeRelative:
      (
        Wording(zh: "链接不能以 // 开头", en: "a link cannot begin with '//'"),
        Wording(zh: "在前面补上 https:", en: "put 'https:' before it")
      )
    case .disguised:
      (
        Wording(
          zh: "网址的域名前不能有 @，那会掩盖链接的去向",
          en: "an address cannot have '@' before its host, which hides where it leads"),
        Wording(
          zh: "只保留 @ 后面的域名，并确认它是要去的网站", en: "keep only the host, and check that it is the right one"
        )
      )
    case .forbidden("http"), .forbidden("https"):
      (
        Wording(zh: "网址不完整", en: "the address is not complete"),
        Wording(zh: "写成 https://域名/…", en: "write it as https://host/…")
      )
    case .forbidden(let name):
      (
        Wording(zh: "链接不能用“\(name):”", en: "a link cannot use '\(name):'"),
        Wording(
          zh: "改用 https:// 网址；要链接附件，先把文件放进 files 文件夹",
          en: "use an https:// address; to link a file, put it into the folder 'files'")
      )
    }
  }

  private static func imageFault(_ link: Link) -> (message: Wording, help: Wording)? {
    guard link.scheme != .relative else { return nil }
    return (
      Wording(
        zh: "图片必须放在本站，不能引用“\(excerpt(of: link.address))”",
        en: "an image must be on this site, not at '\(excerpt(of: link.address))'"),
      Wording(
        zh: "把图片存进 files 文件夹，写成 ![图上有什么](files/图片.jpg)",
        en: "save it in the folder 'files' and write ![what it shows](files/image.jpg)")
    )
  }

  private static func excerpt(of address: String) -> String {
    // Nothing invisible may reach a terminal from here.
    var shown = ""
    for scalar in address.unicodeScalars.prefix(60) {
      if Invisible(scalar) == nil {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return address.unicodeScalars.count <= 60 ? shown : shown + "…"
  }
}
