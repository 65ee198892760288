import Testing

private let policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
  + "font-src 'self'; base-uri 'none'; form-action 'none'"

@Test func `every page has a type, a language, a title, one heading, the policy and the band`()
  throws
{
  try expectNone(on: Demonstration.pages()) { html in
    let tags = Array(HTMLTags(html))
    var missing: [String] = []
    if !html.hasPrefix("<!doctype html>\n") { missing.append("doctype") }
    if tags.first?.name != "html" || tags.first?["lang"] != "zh-CN" { missing.append("lang") }
    if html.firstMatch(of: /<title>[^<]+<\/title>/) == nil { missing.append("title") }
    let headings = tags.count { $0.name == "h1" }
    if headings != 1 { missing.append("\(headings) h1") }
    let policies = tags.filter { $0["http-equiv"] == "Content-Security-Policy" }
    if policies.map({ $0["content"] }) != [policy] { missing.append("policy") }
    if !html.withoutTags.contains("示例数据") { missing.append("band") }
    return missing
  }
}

@Test func `no page has a style, a script or a handler of its own, or asks another host`() throws {
  try expectNone(on: Demonstration.pages()) { html in
    HTMLTags(html).flatMap { tag -> [String] in
      if tag.name == "style" || tag.name == "script" && tag["src"] == nil { return [tag.name] }
      return tag.attributes.compactMap { name, value in
        if name == "style" || name.hasPrefix("on") { return "\(tag.name) \(name)" }
        let isLoaded = name == "src" || name == "srcset" || tag.name == "link" && name == "href"
        if isLoaded, value.contains("//") { return "\(tag.name) \(name)=\(value)" }
        return nil
      }
    }
  }
}

@Test func `every link of every page leads to a file, a place on the page, a telephone or the web`()
  throws
{
  let files = try Demonstration.published.get()
  try expectNone(on: Demonstration.pages()) { html in
    let tags = Array(HTMLTags(html))
    let ids = Set(tags.compactMap { $0["id"] })
    return tags.flatMap { tag in [tag["href"], tag["src"]].compactMap { $0 } }.filter { link in
      if link.hasPrefix("#") { return !ids.contains(String(link.dropFirst())) }
      if ["tel:", "mailto:", "https://", "http://"].contains(where: { link.hasPrefix($0) }) {
        return link.contains(" ")
      }
      guard link.hasPrefix("/") else { return true }
      let path = link.prefix { $0 != "#" && $0 != "?" }.dropFirst().description.percentDecoded
      return files[path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : path] == nil
    }
  }
}

@Test func `no page has one id twice`() throws {
  try expectNone(on: Demonstration.pages()) { html in
    let ids = HTMLTags(html).compactMap { $0["id"] }
    return Dictionary(grouping: ids) { $0 }.filter { 1 < $0.value.count }.keys.sorted()
  }
}

@Test func `no page shows what only programs call nothing`() throws {
  try expectNone(on: Demonstration.pages()) { html in
    let text = html.withoutTags
    return ["None", "nil", "Optional(", "null", "undefined", "{{", "}}", "{%"].filter(text.contains)
  }
}

@Test func `every address of the sitemap is a page, and every page but 404 is in it`() throws {
  let files = try Demonstration.published.get()
  let sitemap = String(decoding: files["sitemap.xml"] ?? [], as: UTF8.self)
  let listed = sitemap.matches(of: /<loc>https:\/\/[^\/]+\/([^<]*)<\/loc>/).map {
    "\($0.1)".percentDecoded + "index.html"
  }
  #expect(listed.sorted() == (try Demonstration.pages()).map(\.path).filter { $0 != "404.html" })
}

@Test func `prices keep their digits, a rise has its sign, absent figures say so`() throws {
  let pages = Dictionary(try Demonstration.pages()) { first, _ in first }
  let fees = try #require(pages["ganquan/xinghe/fees/index.html"]).withoutTags
  #expect(fees.contains("1.20"))
  #expect(fees.contains("+0.55"))
  #expect(fees.contains("+84.6%"))
  for (path, html) in pages.sorted(by: { $0.key < $1.key }) {
    #expect(html.withoutTags.firstMatch(of: /[^0-9.]1\.2[^0-9%]/) == nil, "\(path)")
  }
  #expect(pages.values.contains { $0.contains("未填报") })
}

/// Records an issue for each page on which `faults` finds something.
private func expectNone(
  on pages: [(path: String, html: String)], _ faults: (String) -> [String]
) throws {
  #expect(100 < pages.count)
  for (path, html) in pages {
    let found = faults(html)
    if !found.isEmpty { Issue.record("\(path): \(Set(found).sorted().joined(separator: ", "))") }
  }
}
