import Markdown
import Source
import TestSupport
import Testing

@Suite struct ExaminationTests {
  static func examine(_ text: MarkedText) -> Examination {
    Markdown.examine(
      text.file.wholeRange, of: text.file, at: "/ganquan/xinghe/notices/1/",
      knows: { $0.path != "/ganquan/xinghe/gone/" })
  }

  /// Codes and severities of what is found in `marked`, whose marks are the expected places.
  static func codes(in marked: String) -> [String] {
    let text = MarkedText(marked)
    let found = examine(text).diagnostics
    #expect(found.map(\.location.range) == text.marks, "\(marked)")
    return found.map { "\($0.code) \($0.severity)" }
  }

  @Test(arguments: [
    "正文 «<b>»粗</b> 完", "«<div>\n块\n</div>»\n\n完", "> - «<br/>» x", "甲\n乙 «<i class=\"x\">»丙",
    "a\\\n«<u>»b", "| a |\n|---|\n| «<b>»x</b> |", "«<!-- 留言 -->»", "**«<b\nc>»**",
  ])
  func `M1 shows the HTML that is dropped`(marked: String) {
    #expect(Self.codes(in: marked) == ["M1 warning"])
  }

  @Test func `M1 says what is dropped and how to write it instead`() throws {
    let finding = try #require(Self.examine(MarkedText("a<br>b")).diagnostics.first)
    #expect(
      finding.message == Wording(zh: "正文里的 HTML 不会显示：<br>", en: "HTML in a body is not shown: <br>")
    )
    #expect(
      finding.help == [
        Wording(
          zh: "换行请在行末写一个反斜杠 \\，分段请空一行",
          en: "end the line with a backslash to break it, or leave an empty line for a paragraph")
      ])
    #expect(finding.fixes.map(\.replacement) == ["\\"])
  }

  @Test(arguments: [
    "见 «[甲](javascript:alert(1))»", "«<javascript:alert>»", "«[a](JAVA&#x53;CRIPT:x)»",
    "«[a](java&Tab;script:x)»", "«[a](&#1;javascript:x)»", "«[a](data:text/html,x)»",
    "«[a](//evil.example)»", "«[a](/\\evil)»", "«[a](https://bank@evil.example)»",
    "«![图](https://a.cn/i.png)»", "«![图](//a.cn/i.png)»", "«![图](data:image/png,x)»",
    "«![图](mailto:a@b.cn)»", "甲\n乙 <https://ok.cn> «<vbscript:x>» 丙",
    "«[a][r]»\n\n[r]: vbscript:x", "> 甲\n乙 «[a](ftp:x)»", "a\\\nb «[a](ftp:x)» c",
    "[a](ok) «[b](ftp:x)» [c](ok)", "| a |\n|---|\n| «[b](ftp:x)» |",
  ])
  func `M2 names an address that no body may have`(marked: String) {
    #expect(Self.codes(in: marked) == ["M2 error"])
  }

  @Test func `M2 says which addresses are allowed`() throws {
    let link = try #require(Self.examine(MarkedText("[a](javascript:x)")).diagnostics.first)
    #expect(
      link.message == Wording(zh: "链接不能用“javascript:”", en: "a link cannot use 'javascript:'"))
    #expect(
      link.expected
        == Wording(
          zh: "http、https、mailto、tel 或本站的相对地址",
          en: "http, https, mailto, tel, or a relative address of this site"))
    #expect(link.found == Wording("javascript:x"))
    let image = try #require(Self.examine(MarkedText("![a](http://b/c)")).diagnostics.first)
    #expect(
      image.message
        == Wording(
          zh: "图片必须放在本站，不能引用“http://b/c”", en: "an image must be on this site, not at 'http://b/c'")
    )
    let host = try #require(Self.examine(MarkedText("[a](//b)")).diagnostics.first)
    #expect(host.message == Wording(zh: "链接不能以 // 开头", en: "a link cannot begin with '//'"))
    let user = try #require(Self.examine(MarkedText("[a](https://b@c)")).diagnostics.first)
    #expect(
      user.message
        == Wording(
          zh: "网址的域名前不能有 @，那会掩盖链接的去向",
          en: "an address cannot have '@' before its host, which hides where it leads"))
    let half = try #require(Self.examine(MarkedText("[a](https:b)")).diagnostics.first)
    #expect(half.message == Wording(zh: "网址不完整", en: "the address is not complete"))
  }

  @Test(arguments: [
    "见 «[甲](../../gone/)»", "«[甲](/ganquan/xinghe/gone/?a=b#c)»", "«[甲](/ganquan/xinghe/%67one/)»",
    "[甲](../) «![图](../../gone/)»", "«[甲](x/../../../gone/)»",
  ])
  func `M3 names a page that this site does not have`(marked: String) {
    #expect(Self.codes(in: marked) == ["M3 warning"])
  }

  @Test func `M3 says where the link would lead`() throws {
    let link = try #require(Self.examine(MarkedText("[甲](../../gone/)")).diagnostics.first)
    #expect(
      link.message
        == Wording(
          zh: "本站没有这个页面：/ganquan/xinghe/gone/", en: "this site has no page /ganquan/xinghe/gone/"))
    let image = try #require(Self.examine(MarkedText("![甲](../../gone/)")).diagnostics.first)
    #expect(
      image.message
        == Wording(
          zh: "本站没有这个图片：/ganquan/xinghe/gone/", en: "this site has no image /ganquan/xinghe/gone/"))
  }

  @Test(arguments: ["«![](a.png)»", "文 «![ ](a.png)» 字", "[«![](a.png)»](/b)"])
  func `M4 asks what an image shows`(marked: String) throws {
    let text = MarkedText(marked)
    let found = Self.examine(text).diagnostics
    #expect(found.map(\.code) == ["M4"] && found.map(\.location.range) == text.marks)
    let finding = try #require(found.first)
    #expect(finding.severity == .warning)
    #expect(finding.message == Wording(zh: "图片没有文字说明", en: "the image has no alternative text"))
  }

  @Test(arguments: ["# a\n\n«### b»\n", "## a\n\n«#### b»\n### c\n#### d", "a\n=\n\n> «### b»"])
  func `M5 names the heading that skips a level`(marked: String) {
    #expect(Self.codes(in: marked) == ["M5 warning"])
  }

  @Test func `M5 offers the level that follows`() throws {
    let finding = try #require(Self.examine(MarkedText("## a\n#### b")).diagnostics.first)
    #expect(
      finding.message == Wording(zh: "标题从 ## 跳到了 ####", en: "the headings skip from ## to ####"))
    #expect(finding.fixes.map(\.range) == [SourceRange(5, 9)])
    #expect(finding.fixes.map(\.replacement) == ["###"])
  }

  @Test(arguments: [
    "### a\n## b\n# c\n## d", "# a\n## b\n### c\n# d", "#a\n\n####b", "```\n# a\n### b\n```",
  ])
  func `headings may go up any number of levels`(body: String) {
    #expect(Self.codes(in: body).isEmpty)
  }

  @Test(arguments: [
    ("a «&#x202E;» b", "S3 error"), ("a «&#8203;» b", "S3 warning"), ("a «&shy;» b", "S3 warning"),
    ("a «&#27;» b", "S3 error"), ("`&#x202E;` «&#x202E;»", "S3 error"),
    ("«&#xE0041;»", "S3 warning"),
    ("[a](b \"«&#x2067;»\")", "S3 error"), ("# «&lrm;»a", "S3 warning"),
  ])
  func `S3 names a reference to what cannot be seen`(marked: String, expected: String) {
    let text = MarkedText(marked)
    let found = Self.examine(text).diagnostics
    #expect(found.map { "\($0.code) \($0.severity)" } == [expected])
    // Inside code a reference is text, so the first of two alike may be named for the second.
    if !marked.contains("`") { #expect(found.map(\.location.range) == text.marks) }
  }

  @Test func `S3 says which character it is`() throws {
    let finding = try #require(Self.examine(MarkedText("a&#x202e;b")).diagnostics.first)
    #expect(
      finding.message
        == Wording(
          zh: "这里写出了一个改变文字方向的字符（U+202E）",
          en: "this stands for a character that turns the direction of text (U+202E)"))
    #expect(finding.fixes.map(\.replacement) == [""])
  }

  @Test(arguments: ["`&#x202E;`", "\\&#x202E;", "&#9; &amp; &nbsp;", "\u{200B}"])
  func `what is not decoded, or stands there itself, is not found twice`(body: String) {
    #expect(Self.codes(in: body).isEmpty)
  }

  @Test func `S4 names marks that nest too deeply`() throws {
    let deep =
      String(repeating: "*a **a ", count: 60) + "b" + String(repeating: " a** a*", count: 60)
    let finding = try #require(Self.examine(MarkedText("甲\n\n«\(deep)»")).diagnostics.first)
    #expect(finding.code == "S4" && finding.severity == .error)
    #expect(finding.location.range == MarkedText("甲\n\n«\(deep)»").marks.first)
    #expect(
      finding.message
        == Wording(zh: "这一段里的记号套得太深", en: "the marks in this paragraph are nested too deeply"))
  }

  @Test func `links are told in reading order with where they lead`() {
    let text = MarkedText("«[a](../2/#x)» «![b](/c%20d)» «[e](#f)» «<https://g.cn>»")
    let links = Self.examine(text).links
    #expect(links.map(\.range) == text.marks)
    #expect(links.map(\.path) == ["/ganquan/xinghe/notices/2/", "/c d", nil, nil])
    #expect(links.map(\.address) == ["../2/#x", "/c%20d", "#f", "https://g.cn"])
    #expect(links.map(\.purpose) == [.link, .image, .link, .link])
  }

  @Test func `places count from the start of the file`() {
    let text = MarkedText("---\r\n标题: x\r\n---\r\n甲\r\n\r\n乙 «<b>»\r\n- «![](x)»\r\n")
    let found = Markdown.examine(SourceRange(20, text.file.bytes.count), of: text.file).diagnostics
    #expect(found.map(\.location.range) == text.marks)
    #expect(found.map(\.code) == ["M1", "M4"])
  }

  @Test func `an examination brings the words too`() {
    #expect(Self.examine(MarkedText("# 甲\n乙")).plainText == "甲\n乙\n")
  }
}
