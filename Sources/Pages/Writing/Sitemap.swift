import HTML

/// The list of all pages that search engines read, split where it grows too long.
package enum Sitemap {
  static let longest = 30_000

  /// The files by their paths below the web root.
  ///
  /// `base` is the site's own address, ending in a slash; `addresses` are from the root.
  package static func files(base: String, addresses: [String]) -> [(path: String, bytes: [UInt8])] {
    let base = base.hasSuffix("/") ? String(base.dropLast()) : base
    let pages = addresses.filter { $0.hasSuffix("/") }.sorted()
    let parts = stride(from: 0, to: max(pages.count, 1), by: longest).map {
      Array(pages[$0..<min($0 + longest, pages.count)])
    }
    guard 1 < parts.count else { return [("sitemap.xml", list(parts.first ?? [], base))] }
    var files = parts.enumerated().map { ("sitemap-\($0.offset + 1).xml", list($0.element, base)) }
    files.append(("sitemap.xml", index(parts.count, base)))
    return files
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private static func list(_ addresses: [String], _ base: String) -> [UInt8] {
    var writer = PageWriter()
    writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"\(namespace)\">\n")
    for address in addresses {
      writer.append("<url><loc>")
      writer.appendEscaped(base)
      writer.append(address, encoding: .path)
      writer.append("</loc></url>\n")
    }
    writer.append("</urlset>\n")
    return writer.bytes()
  }

  private static func index(_ count: Int, _ base: String) -> [UInt8] {
    var writer = PageWriter()
    writer.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"\(namespace)\">\n")
    for number in 1...count {
      writer.append("<sitemap><loc>")
      writer.appendEscaped(base)
      writer.append("/sitemap-\(number).xml</loc></sitemap>\n")
    }
    writer.append("</sitemapindex>\n")
    return writer.bytes()
  }

  /// What robots are told: everything is public, and here is the list.
  package static func robots(base: String) -> [UInt8] {
    let base = base.hasSuffix("/") ? base : base + "/"
    return Array("User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n".utf8)
  }
}
