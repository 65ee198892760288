import Pages
import Testing

@Test func `a sitemap lists the pages, sorted, with Chinese names encoded and signs escaped`() {
  let files = Sitemap.files(
    base: "https://gongshi.example/a&b/",
    addresses: ["/ganquan/星河/", "/", "/404.html", "/ganquan/"])
  #expect(files.map(\.path) == ["sitemap.xml"])
  let text = String(decoding: files[0].bytes, as: UTF8.self)
  #expect(
    text == """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://gongshi.example/a&amp;b/</loc></url>
      <url><loc>https://gongshi.example/a&amp;b/ganquan/</loc></url>
      <url><loc>https://gongshi.example/a&amp;b/ganquan/%E6%98%9F%E6%B2%B3/</loc></url>
      </urlset>

      """)
}

@Test(arguments: [(30_000, 1), (30_001, 3), (60_000, 3), (60_001, 4)])
func `a sitemap is split at 30,000 addresses and then has an index`(pages: Int, files: Int) throws {
  let addresses = (0..<pages).map { "/\($0)/" }
  let sitemap = Sitemap.files(base: "https://gongshi.example", addresses: addresses)
  #expect(sitemap.count == files)
  let texts = sitemap.map { String(decoding: $0.bytes, as: UTF8.self) }
  let listed = texts.flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("<url><loc>") } }
  #expect(listed.count == pages)
  #expect(Set(listed).count == pages)
  for (file, text) in zip(sitemap, texts) where file.path != "sitemap.xml" {
    #expect(text.split(separator: "<url>").count - 1 <= 30_000)
    #expect(texts.last?.contains("<loc>https://gongshi.example/\(file.path)</loc>") == true)
  }
  #expect(sitemap.last?.path == "sitemap.xml")
}

@Test(arguments: ["https://gongshi.example", "https://gongshi.example/"])
func `robots are told where the sitemap is`(base: String) {
  let text = String(decoding: Sitemap.robots(base: base), as: UTF8.self)
  #expect(text == "User-agent: *\nAllow: /\nSitemap: https://gongshi.example/sitemap.xml\n")
}
