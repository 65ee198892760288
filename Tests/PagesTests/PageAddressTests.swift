import Source
import Testing

@testable import Pages

@Test(arguments: [
  "/", "/a/", "/a/b/", "/404.html", "/a/b.json", "/星河/", "/2026.1/", "/...a/",
])
func `an address starts with a slash and ends in one or in a file name`(address: String) {
  #expect(PageAddress.fault(of: address) == nil)
}

@Test(arguments: [
  ("", "it starts with /"), ("a/", "it starts with /"), ("https://x/", "it starts with /"),
  ("//", "between two / stands a name, never nothing, . or .."),
  ("//x.example/", "between two / stands a name, never nothing, . or .."),
  ("/../", "between two / stands a name, never nothing, . or .."),
  ("/a/../b/", "between two / stands a name, never nothing, . or .."),
  ("/a/./", "between two / stands a name, never nothing, . or .."),
  ("/a b/", "it has no spaces and no control characters"),
  ("/a\u{0}b/", "it has no spaces and no control characters"),
  ("/a\nb/", "it has no spaces and no control characters"),
  ("/\(String(repeating: "很", count: 86))/", "it is too long: 255 bytes for each part"),
  ("/a", "it ends in / or in a file name such as /404.html"),
])
func `an address that could lead astray is refused with the reason`(
  address: String, reason: String
) {
  #expect(PageAddress.fault(of: address)?.english == reason)
}
