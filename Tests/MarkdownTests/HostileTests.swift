import Foundation
import HTML
import Markdown
import Source
import Testing

@Suite struct HostileTests {
  static let places: [@Sendable (String) -> String] = [
    { $0 }, { "[x](\($0))" }, { "[x](<\($0)>)" }, { "![\($0)](y)" }, { "![x](\($0) \"\($0)\")" },
    { "<\($0)>" }, { "# \($0)" }, { "[a]: \($0)\n\n[a] ![a]" }, { "| \($0) |\n|---|\n| \($0) |" },
    { "``` \($0)\n\($0)\n```" }, { "- [x] \($0)\n> \($0)" }, { "a[^b]\n\n[^b]: \($0)" },
    { "<div \($0)>\n\($0)" }, { "*\($0)* **\($0)** `\($0)`" }, { "https://a.cn/\($0)" },
    { "[\($0)](/x '\($0)')" },
  ]

  /// The first thing that is wrong with what `payload` becomes in any place.
  static func fault(of payload: String) -> String? {
    for place in places {
      let body = place(payload)
      if let fault = StrictHTML.fault(in: Markdown.html(of: body)) { return "\(fault): \(body)" }
    }
    return nil
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
    "javascript&colon;alert(1)",
    "&#x6A;avascript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html;base64,PHN2Zz4=",
    "vbscript:x", "//evil.example", "\\\\evil.example", "' onmouseover='x", "\" onmouseover=\"x",
    "]]>", "<!--><script>", "<?x?><b>", "<![CDATA[<b>]]>", "&quot; onclick=x", "a](javascript:b)[c",
    "](/x \"\" onclick=x)", "%00", "\u{0}", "`<b>`", "x|y|\n|-|-|", "<a\nhref='javascript:x'>",
    "feed:javascript:x", "https://a@b", "\u{202E}x", "| <b> | [a](javascript:b) |", "^x]: <b>",
  ])
  func `no payload comes out as anything but text`(payload: String) {
    #expect(Self.fault(of: payload) == nil)
  }

  static let collection = ProcessInfo.processInfo.environment["SUNBOARD_XSS_PAYLOADS"]

  @Test(
    .enabled(
      if: collection != nil,
      "SUNBOARD_XSS_PAYLOADS names the folder with blns.json and payloadbox.txt"))
  func `no payload of the collections comes out as anything but text`() throws {
    let folder = URL(fileURLWithPath: try #require(Self.collection))
    let strings = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: folder.appending(path: "blns.json")))
    let lines = String(
      decoding: try Data(contentsOf: folder.appending(path: "payloadbox.txt")), as: UTF8.self
    ).split(whereSeparator: \.isNewline).map(String.init)
    let payloads = strings + lines
    #expect(5_000 < payloads.count)
    let faults = payloads.compactMap(Self.fault(of:))
    #expect(faults.isEmpty, "\(faults.prefix(5))")
  }
}

@Suite struct EffortTests {
  static let tokens = [
    "<?", "<!A ", "<![CDATA[", "<!--", "<a ", "</", "[", "]", "![", "![[]()", "[]()", "(", ")", "*",
    "**", "_", "~~", "`", "``", "\\", "&", "a", "a ", "|", "-", "|-", "\n", "\n\n", "> ", "- ",
    "1. ", "[a]: b\n", "[^a]", "[^a]: b\n", "\"", "    ", "http://a", "&amp;", "字", "# ", "```\n",
    "|a|b|\n|-|-|\n", "<b>", "\t", "\r", "- [x] ", "*a_",
  ]

  @Test func `what the guard lets pass is written whole and within its bound`() {
    var random = SplitMix(state: 7)
    var passed = 0
    for _ in 0..<400 {
      let body = Array(Self.body(&random).utf8)
      let file = SourceFile(path: "a.md", bytes: body)
      guard MarkdownGuard.check(file.wholeRange, of: file).isEmpty else { continue }
      passed += 1
      var page = PageWriter()
      let isComplete = Markdown.render(body[...], into: &page)
      #expect(isComplete, "\(String(decoding: body.prefix(200), as: UTF8.self))")
      #expect(page.count <= 20 * body.count + 65_536)
      #expect(
        StrictHTML.fault(in: page.text()) == nil,
        "\(String(decoding: body.prefix(200), as: UTF8.self))")
    }
    #expect(100 < passed)
  }

  /// Two runs of repeated tokens, some hundred bytes to some thousand.
  static func body(_ random: inout SplitMix) -> String {
    var body = ""
    for _ in 0..<2 {
      let unit = (0..<Int.random(in: 1...3, using: &random))
        .map { _ in tokens.randomElement(using: &random) ?? "" }.joined()
      body += String(repeating: unit, count: Int.random(in: 1...300, using: &random))
      body += tokens.randomElement(using: &random) ?? ""
    }
    return body
  }

  @Test(arguments: [
    String(repeating: "*a ", count: 20_000), String(repeating: "**", count: 5_900) + "a",
    String(repeating: "`", count: 11_000) + " `", String(repeating: "a**b", count: 2_900),
    String(repeating: "&amp;", count: 2_300), String(repeating: "<b>", count: 3_900),
    String(repeating: "[a](<b", count: 1_900), String(repeating: "# a\n", count: 16_000),
    String(repeating: "<?", count: 490) + String(repeating: "a", count: 10_000),
    String(repeating: "[a]: b\n", count: 200) + String(repeating: "[a] ", count: 2_900),
    String(repeating: "~~a~", count: 2_900), String(repeating: "- a\n\n", count: 13_000),
  ])
  func `a body within the limits takes no time to speak of`(body: String) {
    let wrapped = body.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.utf8.count <= 12_000 ? String($0) : String($0.prefix(12_000)) }
      .joined(separator: "\n")
    let file = SourceFile(path: "a.md", text: wrapped)
    let clock = ContinuousClock()
    let taken = clock.measure {
      #expect(MarkdownGuard.check(file.wholeRange, of: file).isEmpty)
      _ = Markdown.examine(file.wholeRange, of: file)
      _ = Markdown.html(of: wrapped)
    }
    // Generous: it is a debug build, and the machine may be busy.
    #expect(taken < .seconds(10))
  }

  @Test func `several threads at once write what one would`() async {
    let bodies =
      (0..<64).map { "~~a\($0)~~ *b* ~~c\n\n|x|\n|-|\n| ~~y~~ |\n" + ($0 % 2 == 0 ? "" : "`~`") }
      + (0..<64).map { "plain \($0) ~ text *b*" }
    let alone = bodies.map { Markdown.html(of: $0) }
    for _ in 0..<5 {
      let together = await withTaskGroup(of: (Int, String).self) { group in
        for (index, body) in bodies.enumerated() {
          group.addTask { @concurrent in (index, Markdown.html(of: body)) }
        }
        var written = [String](repeating: "", count: bodies.count)
        for await (index, html) in group { written[index] = html }
        return written
      }
      #expect(together == alone)
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
