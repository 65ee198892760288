import Glibc
import Source
import Testing

@testable import Publishing

struct SiteFolderTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  // Every rule holds with openat2 and with what stands in for it on old kernels.
  @Test(arguments: [false, true])
  func `files and folders come sorted by the bytes of their paths`(isOld: Bool) throws {
    for name in ["b.md", "a/x.md", "a-b.md", "甘泉/星河.md", "a.md", "B.md"] {
      try place.write("content/\(name)", "12345")
    }
    let site = try SiteFolder(place.path, lacksOpenBeneath: isOld)
    let listing = try #require(try site.list("content"))
    #expect(
      listing.entries.map(\.path) == [
        "content/B.md", "content/a", "content/a-b.md", "content/a.md", "content/a/x.md",
        "content/b.md", "content/甘泉", "content/甘泉/星河.md",
      ])
    #expect(listing.files.map(\.size) == [5, 5, 5, 5, 5, 5])
    #expect(listing.entries[1].kind == .folder)
    #expect(listing.oddities.isEmpty)
    #expect(try site.list("templates") == nil)
    guard case .bytes(let bytes) = try site.read("content/甘泉/星河.md", limit: 5) else {
      Issue.record("not read")
      return
    }
    #expect(bytes == Array("12345".utf8))
  }

  @Test func `names that editors and systems leave behind are passed over`() throws {
    for name in [".git/x", ".x", "~$a.docx", "Thumbs.db", "desktop.ini", "a/.b", "real.md"] {
      try place.write("content/\(name)")
    }
    let listing = try #require(try SiteFolder(place.path).list("content"))
    #expect(listing.entries.map(\.path) == ["content/a", "content/real.md"])
    #expect(listing.oddities.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func `what could stall a build or lead elsewhere is reported and not opened`(
    isOld: Bool
  ) throws {
    try place.write("secret.md", "secret")
    try place.write("content/good.md", "good")
    try place.root().makeLink("content/link.md", to: "../secret.md")
    try place.root().makeDirectory("outside")
    try place.write("outside/x.md")
    try place.root().makeLink("content/folder", to: "../outside")
    try place.root().link("secret.md", as: "content/hard.md")
    #expect(unsafe mkfifo("\(place.path)/content/pipe.md", 0o644) == 0)
    try place.write("content/line\nbreak.md")
    try place.writeUnnamed(in: "content")
    let site = try SiteFolder(place.path, lacksOpenBeneath: isOld)
    let listing = try #require(try site.list("content"))
    #expect(listing.entries.map(\.path) == ["content/good.md"])
    let expected: [(String, SiteOddity.Reason)] = [
      ("content/\\xB9\\xAB", .nameNotUTF8), ("content/\\xB9\\xAB\\xCA\\xBE", .nameNotUTF8),
      ("content/folder", .symbolicLink), ("content/hard.md", .hardLinked(names: 2)),
      ("content/line\\x0Abreak.md", .controlCharacters), ("content/link.md", .symbolicLink),
      ("content/pipe.md", .special),
    ]
    #expect(listing.oddities == expected.map { SiteOddity(path: $0.0, reason: $0.1) })

    let readings: [(String, SiteOddity.Reason?)] = [
      ("content/link.md", .symbolicLink), ("content/folder/x.md", .symbolicLink),
      ("content/hard.md", .hardLinked(names: 2)), ("content/pipe.md", .special),
      ("content", .folder), ("../\(place.path)/secret.md", .outside), ("/etc/passwd", .outside),
      ("content/missing.md", nil), ("content/good.md/x", nil), ("content/good.md\u{0}", nil),
    ]
    for (path, reason) in readings {
      switch (try site.read(path, limit: 100), reason) {
      case (.odd(let found), let reason?): #expect(found == reason, "\(path)")
      case (.absent, nil): break
      case (let reading, _): Issue.record("\(path) gave \(reading)")
      }
    }
  }

  @Test func `a file over the limit is not read`() throws {
    try place.write("content/big.md", "123456")
    guard case .tooLarge(6) = try SiteFolder(place.path).read("content/big.md", limit: 5) else {
      Issue.record("expected the size")
      return
    }
  }

  @Test func `folders nested too deeply are reported and not entered`() throws {
    let deep = "content" + String(repeating: "/x", count: 40)
    try place.write("\(deep)/y.md")
    let listing = try #require(try SiteFolder(place.path).list("content"))
    #expect(listing.files.isEmpty)
    #expect(
      listing.oddities == [
        SiteOddity(path: "content" + String(repeating: "/x", count: 32), reason: .tooDeep)
      ])
  }

  @Test func `an oddity says what to do`() {
    let message = SiteOddity.Reason.hardLinked(names: 2).message
    #expect(
      message[.chinese]
        == "这个文件有 2 个名称（硬链接），可能是别处的文件，不会读取；请复制一份放在这里")
    #expect(
      message[.english]
        == "this file has 2 names (hard links), may belong elsewhere and is not read; "
        + "put a copy here")
  }
}

extension DirectoryHandle {
  /// Gives a file a second name in the same folder's tree.
  func link(_ name: String, as other: String) throws {
    let result = unsafe linkat(descriptor, name, descriptor, other, 0)
    guard result == 0 else { throw SystemFailure(call: "linkat", path: other, errno: errno) }
  }
}
