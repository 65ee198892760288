import HTML
import Testing

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("星河/湾 1", "%E6%98%9F%E6%B2%B3%2F%E6%B9%BE%201"),
    ("a-b_c.d~e", "a-b_c.d~e"),
    ("a?b#c&d%e'f\"g", "a%3Fb%23c%26d%25e%27f%22g"),
  ])
  func `a segment keeps only unreserved characters`(text: String, encoded: String) {
    #expect(PercentEncoding.segment.encode(text) == encoded)
    #expect(PercentEncoding.query.encode(text) == encoded)
  }

  @Test func `a path keeps its slashes`() {
    #expect(PercentEncoding.path.encode("/甘/a b?/") == "/%E7%94%98/a%20b%3F/")
  }

  @Test(arguments: [
    ("https://a.cn/b?c=d&e=%20#f", "https://a.cn/b?c=d&e=%20#f"),
    ("附件/表 1.pdf", "%E9%99%84%E4%BB%B6/%E8%A1%A8%201.pdf"),
    ("a\"b<c>d`e\\f[g]\u{1}", "a%22b%3Cc%3Ed%60e%5Cf%5Bg%5D%01"),
  ])
  func `an address keeps what has a meaning in it`(text: String, encoded: String) {
    #expect(PercentEncoding.address.encode(text) == encoded)
  }
}

@Suite struct URLSchemeTests {
  @Test(arguments: [
    "", "#h-a", "?q=1", "../notices/", "/ganquan/", "附件/表.pdf", "a/b:c", "?a:b", "#a:b",
    "附件：说明.pdf",
  ])
  func `an address without a scheme is relative`(address: String) {
    #expect(URLScheme(of: address) == .relative)
  }

  @Test(arguments: [
    ("http://a.cn", URLScheme.http), ("HTTPS://a.cn/", .https), (" https://a.cn", .https),
    ("mailto:a@b.cn", .mailto), ("tel:+862112345", .tel), ("TEL:12345", .tel),
    ("https://a.cn/@user", .https), ("https://a.cn?x=@", .https),
  ])
  func `four schemes are allowed in any case`(address: String, scheme: URLScheme) {
    #expect(URLScheme(of: address) == scheme)
    #expect(scheme.isAllowedInLinks)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:x",
    "  javascript:x", "java\nscript\r:x", "javascript\u{0}:x", "\u{A0}javascript:x",
    "java\u{200B}script:x", "\u{FEFF}javascript:x", "java\u{AD}script:x", "java\u{202E}script:x",
    "\u{E0041}javascript:x", "javascript\u{3000}:x",
  ])
  func `no disguise hides a script`(address: String) {
    #expect(URLScheme(of: address) == .forbidden("javascript"))
  }

  @Test(arguments: [
    ("data:text/html,x", "data"), ("vbscript:x", "vbscript"), ("file:///etc/passwd", "file"),
    ("feed:javascript:x", "feed"), ("intent:x", "intent"), ("%6Aavascript:x", "%6aavascript"),
    ("12:30.pdf", "12"), (":x", ""), ("http:a.cn", "http"), ("https:/a.cn", "https"),
    ("https:", "https"), ("https:///a", "https"), ("https:\\\\a@b", "https"),
    ("a\\b:c", "a\\b"),
  ])
  func `everything else before a colon is forbidden`(address: String, name: String) {
    #expect(URLScheme(of: address) == .forbidden(name))
    #expect(!URLScheme(of: address).isAllowedInLinks)
  }

  @Test(arguments: ["//evil.example", "\\\\evil", "/\\evil", "\\/evil", "/\t/evil", " //evil"])
  func `an address that leaves the site without a scheme is seen`(address: String) {
    #expect(URLScheme(of: address) == .schemeRelative)
    #expect(!URLScheme(of: address).isAllowedInLinks)
  }

  @Test(arguments: [
    "https://bank@evil.example", "http://a:b@c/", "https://bank.example\u{200B}@evil",
    "https://bank\\@evil",
  ])
  func `a name before the host is seen`(address: String) {
    #expect(URLScheme(of: address) == .disguised)
    #expect(!URLScheme(of: address).isAllowedInLinks)
  }
}
