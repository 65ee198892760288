import HTML
import Markdown
import Testing

@Suite struct RenderingTests {
  @Test(arguments: [
    ("", ""),
    ("段落", "<p>段落</p>\n"),
    ("a & b < c \"d\"", "<p>a &amp; b &lt; c &#34;d&#34;</p>\n"),
    ("一\n\n二", "<p>一</p>\n<p>二</p>\n"),
    (
      "*强* **重** ***两*** ~~删~~",
      "<p><em>强</em> <strong>重</strong> <em><strong>两</strong></em> <del>删</del></p>\n"
    ),
    ("10~20元，30~40元", "<p>10~20元，30~40元</p>\n"),
    ("`a<b`", "<p><code>a&lt;b</code></p>\n"),
    ("    a\n    b", "<pre><code>a\nb\n</code></pre>\n"),
    ("```swift x\nlet a\n```", "<pre><code class=\"language-swift\">let a\n</code></pre>\n"),
    ("```a\"b\nx\n```", "<pre><code>x\n</code></pre>\n"),
    ("> 引\n> 文", "<blockquote>\n<p>引文</p>\n</blockquote>\n"),
    ("---", "<hr>\n"),
    ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"),
  ])
  func `blocks and marks`(body: String, html: String) {
    #expect(Markdown.html(of: body) == html)
  }

  @Test(arguments: [
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("3) a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n"),
    ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
    (
      "- [ ] 未 [x]\n- [x] 已",
      "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"未完成\"> 未 [x]</li>\n"
        + "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"已完成\"> 已</li>\n</ul>\n"
    ),
    (
      "> - [X] 引",
      "<blockquote>\n<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked "
        + "aria-label=\"已完成\"> 引</li>\n</ul>\n</blockquote>\n"
    ),
    ("- [y] a", "<ul>\n<li>[y] a</li>\n</ul>\n"),
  ])
  func `lists`(body: String, html: String) {
    #expect(Markdown.html(of: body) == html)
  }

  @Test(arguments: [
    ("水箱\n清洗", "水箱清洗"), ("水箱，\n清洗", "水箱，清洗"), ("water\ntank", "water\ntank"),
    ("水箱\ntank", "水箱\ntank"), ("**水箱**\n*清洗*", "<strong>水箱</strong><em>清洗</em>"),
    ("水箱……\n清洗", "水箱……清洗"), ("“水箱”\n“清洗”", "“水箱”\n“清洗”"), ("“水箱”\n清洗", "“水箱”清洗"),
    ("水箱\n<b>清洗</b>", "水箱清洗"), ("아파트\n관리", "아파트\n관리"),
  ])
  func `a line break between two Chinese characters is no space`(body: String, html: String) {
    #expect(Markdown.html(of: body) == "<p>\(html)</p>\n")
  }

  @Test func `headings stand below the page's own and have anchors of their own`() {
    let html = Markdown.html(of: "# 一、收支 Report 2026！\n## A *b*\n## A b\n# !\n")
    #expect(
      html == "<h2 id=\"h-一收支-report-2026\">一、收支 Report 2026！</h2>\n"
        + "<h3 id=\"h-a-b\">A <em>b</em></h3>\n<h3 id=\"h-a-b-2\">A b</h3>\n"
        + "<h2 id=\"h-section\">!</h2>\n")
  }

  @Test func `the highest heading of a body decides where the others stand`() {
    #expect(Markdown.html(of: "## a\n### b\n") == "<h2 id=\"h-a\">a</h2>\n<h3 id=\"h-b\">b</h3>\n")
    #expect(
      Markdown.html(of: "# a\n###### b\n", options: RenderOptions(topHeading: 3))
        == "<h3 id=\"h-a\">a</h3>\n<h6 id=\"h-b\">b</h6>\n")
  }

  @Test func `a number at the end of a heading takes no anchor twice`() {
    let html = Markdown.html(of: "# a\n# a-2\n# a\n# a\n")
    #expect(
      html.split(separator: "\"").filter { $0.hasPrefix("h-") } == [
        "h-a", "h-a-2", "h-a-3", "h-a-4",
      ])
  }

  @Test func `a narrow table has no box and says alignment by class`() {
    #expect(
      Markdown.html(of: "| 项目 | 金额 | c |\n|---|--:|:-:|\n| 电费 | 1\\|2 | |\n| x |\n")
        == "<table>\n<thead>\n<tr>\n<th scope=\"col\">项目</th>\n<th scope=\"col\" class=\"right\">金额</th>\n"
        + "<th scope=\"col\" class=\"center\">c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>电费</td>\n"
        + "<td class=\"right\">1|2</td>\n<td></td>\n</tr>\n<tr>\n<td>x</td>\n<td></td>\n<td></td>\n</tr>\n"
        + "</tbody>\n</table>\n")
  }

  @Test func `a table of more than four columns can be scrolled by keyboard`() {
    let html = Markdown.html(of: "|a|b|c|d|e|\n|-|-|-|-|-|\n")
    #expect(
      html.hasPrefix(
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"宽表格，可左右滑动\">\n<table>\n"))
    #expect(html.hasSuffix("</thead>\n</table>\n</div>\n"))
    #expect(!Markdown.html(of: "|a|b|c|d|\n|-|-|-|-|\n").contains("<div"))
  }

  @Test func `footnotes stand at the end and lead back`() {
    #expect(
      Markdown.html(of: "甲[^x]乙[^x]\n\n[^x]: 注\n")
        == "<p>甲<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>乙<sup><a href=\"#fn-1\">1</a></sup></p>\n"
        + "<section class=\"footnotes\" aria-label=\"注释\">\n<ol>\n<li id=\"fn-1\">\n<p>注 "
        + "<a href=\"#fnref-1\" aria-label=\"回到正文\">↩</a></p>\n</li>\n</ol>\n</section>\n")
  }

  @Test func `two bodies on a page keep their ids apart`() {
    let options = RenderOptions(idPrefix: "b-", labels: .english)
    let html = Markdown.html(of: "# t\na[^1]\n\n[^1]: n\n", options: options)
    #expect(html.contains("id=\"b-h-t\"") && html.contains("href=\"#b-fn-1\" id=\"b-fnref-1\""))
    #expect(html.contains("<li id=\"b-fn-1\">") && html.contains("aria-label=\"Back to text\""))
  }

  @Test(arguments: [
    ("[文](/a/b \"题\")", "<a href=\"/a/b\" title=\"题\">文</a>"),
    ("[文](附件/表%201.pdf)", "<a href=\"%E9%99%84%E4%BB%B6/%E8%A1%A8%201.pdf\">文</a>"),
    ("[文](<a b&c>)", "<a href=\"a%20b&amp;c\">文</a>"),
    ("<https://a.cn/x>", "<a href=\"https://a.cn/x\">https://a.cn/x</a>"),
    ("<a@b.cn>", "<a href=\"mailto:a@b.cn\">a@b.cn</a>"),
    ("[文][r]\n\n[r]: tel:12345", "<a href=\"tel:12345\">文</a>"),
    ("![图](a.png \"题\")", "<img src=\"a.png\" alt=\"图\" title=\"题\">"),
    ("![*强* `码`](a.png)", "<img src=\"a.png\" alt=\"强 码\">"),
    ("[x](javascript:y)", "x"), ("[x](//evil)", "x"), ("<javascript:alert>", "javascript:alert"),
    ("![图](https://a.cn/i.png)", "图"), ("![图](data:image/png;base64,x)", "图"),
    ("a<b>c</b><!-- d -->e", "ace"), ("a<script>b", "ab"),
  ])
  func `links and images`(body: String, html: String) {
    #expect(Markdown.html(of: body) == "<p>\(html)</p>\n")
  }

  @Test func `blocks of HTML leave no trace`() {
    #expect(Markdown.html(of: "甲\n\n<div onclick=x>\n乙\n</div>\n\n丙") == "<p>甲</p>\n<p>丙</p>\n")
  }

  @Test func `relative addresses can be seen from another page or rewritten`() {
    let options = RenderOptions(
      base: "/ganquan/xinghe/notices/1/", rewriting: { $0 == "a.md" ? "../a/" : nil })
    #expect(
      Markdown.html(
        of: "[a](a.md) [b](../../fees/#c) [d](#e) [f](https://a.cn) ![g](h.png)", options: options)
        == "<p><a href=\"/ganquan/xinghe/notices/a/\">a</a> <a href=\"/ganquan/xinghe/fees/#c\">b</a> "
        + "<a href=\"/ganquan/xinghe/notices/1/#e\">d</a> <a href=\"https://a.cn\">f</a> "
        + "<img src=\"/ganquan/xinghe/notices/1/h.png\" alt=\"g\"></p>\n")
  }

  @Test func `what is written follows what stands on the page`() {
    var page = PageWriter()
    page.append("<main>")
    #expect(Markdown.render(Array("甲".utf8)[...], into: &page))
    #expect(page.text() == "<main>\n<p>甲</p>\n")
  }
}

@Suite struct BareAddressTests {
  static func link(_ address: String) -> String { "<a href=\"\(address)\">\(address)</a>" }

  @Test(arguments: [
    ("见https://a.cn/b，谢谢", "见" + link("https://a.cn/b") + "，谢谢"),
    ("（https://a.cn）", "（" + link("https://a.cn") + "）"),
    ("https://a.cn/公告", link("https://a.cn/") + "公告"),
    ("http://a.cn. 又", link("http://a.cn") + ". 又"),
    ("(http://a.cn/b_(c))", "(" + link("http://a.cn/b_(c)") + ")"),
    ("HTTPS://A.CN/?x=1&amp;y=2!", link("HTTPS://A.CN/?x=1&amp;y=2") + "!"),
    ("http://a.cn http://b.cn", link("http://a.cn") + " " + link("http://b.cn")),
    ("**http://a.cn**", "<strong>" + link("http://a.cn") + "</strong>"),
    ("xhttp://a.cn", "xhttp://a.cn"), ("http://", "http://"), ("http://。", "http://。"),
    ("https://bank@evil.cn", "https://bank@evil.cn"), ("ftp://a.cn", "ftp://a.cn"),
    ("`http://a.cn`", "<code>http://a.cn</code>"),
    ("[http://a.cn](/b)", "<a href=\"/b\">http://a.cn</a>"),
    ("javascript://a.cn", "javascript://a.cn"),
  ])
  func `an address in the text is a link as far as it goes`(body: String, html: String) {
    #expect(Markdown.html(of: body) == "<p>\(html)</p>\n")
  }
}

@Suite struct PlainTextTests {
  @Test func `plain text has the words, decoded, and no marks`() {
    let body = """
      # 标 *题*

      甲&amp;乙 [链](x) ![图](y) `码` &#49;2
      续<b>粗</b>

      | a | b |
      |---|---|
      | 1 | 2 |

      - 项[^1]

      [^1]: 注
      """
    #expect(
      Markdown.plainText(of: Array(body.utf8)[...])
        == "标 题\n甲&乙 链 图 码 12 续粗\na b\n1 2\n项\n注\n")
  }
}
