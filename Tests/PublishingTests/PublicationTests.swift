import Publishing
import Testing

struct PublicationTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `the first publication makes the output, its parents and build json`() throws {
    let output = "\(place.path)/srv/site/public"
    let session = try PublicationSession.open(output: output)
    let sink = session.makeSink()
    try sink.write("index.html", Array("home".utf8))
    try sink.write("ganquan/xinghe/index.html", Array("board".utf8))
    let report = try session.publish(session.plan(mark(1)))
    #expect(report.files == 3)
    #expect(report.written == 3)
    #expect(report.unchanged == 0)
    let id = try mark(1).id.text
    #expect(
      try place.tree("srv/site/public") == [
        "index.html": "home", "ganquan/xinghe/index.html": "board",
        "build.json": """
        {"build_id":"\(id)","version":"1.0","as_of":"2026-10-15","files":3}

        """,
      ])
  }

  @Test func `an unchanged page keeps its file and a changed one gets a new one`() throws {
    try place.publish(["a.html": "one", "b/index.html": "two", "c.html": "three"], as: 1)
    let before = try place.statuses("public")
    let report = try place.publish(
      ["a.html": "one", "b/index.html": "TWO", "d/e.html": "four"], as: 2)
    let after = try place.statuses("public")
    #expect(after["a.html"]?.identity == before["a.html"]?.identity)
    #expect(after["b/index.html"]?.identity != before["b/index.html"]?.identity)
    #expect(
      try place.pages() == ["a.html": "one", "b/index.html": "TWO", "d/e.html": "four"])
    #expect(report.files == 4)
    #expect(report.written == 3)
    #expect(report.unchanged == 1)
    #expect(report.removed == 1)
    #expect(
      try place.pages(in: ".public.next")
        == ["a.html": "one", "b/index.html": "two", "c.html": "three"])
  }

  @Test func `over many nights the site is exactly what each night says`() throws {
    var generator = SmallGenerator(state: 42)
    for night in 1...25 {
      var pages: [String: String] = [:]
      for page in 0..<40 where generator.next() % 4 != 0 {
        pages["d\(page % 7)/p\(page)/index.html"] = "\(page) \(generator.next() % 3)"
      }
      let earlier = night == 1 ? [:] : try place.pages()
      let report = try place.publish(pages, as: night)
      #expect(try place.pages() == pages)
      let changed = pages.count { earlier[$0.key] != $0.value }
      #expect(report.written == changed + 1)
      #expect(report.removed == earlier.keys.count { pages[$0] == nil })
      #expect(try place.session().audit().isClean)
    }
  }

  @Test func `when nothing changed no file is touched and the way back stays open`() throws {
    try place.publish(["a.html": "old"], as: 1)
    try place.publish(["a.html": "new", "b/c.html": "same"], as: 2)
    let root = try place.root().status(of: "public")
    let before = try place.statuses("public")
    let twin = try place.statuses(".public.next")
    let report = try place.publish(["a.html": "new", "b/c.html": "same"], as: 2)
    #expect(report.written == 0)
    #expect(report.removed == 0)
    #expect(!report.isNew)
    #expect(report.unchanged == 3)
    #expect(try place.statuses("public") == before)
    #expect(try place.statuses(".public.next") == twin)
    #expect(try place.root().status(of: "public") == root)
    #expect(try place.session().rollBack() == mark(1).id)
  }

  @Test func `files are read-only and folders open whatever the umask is`() throws {
    try place.publish(["a/b/c.html": "x"], as: 1)
    #expect(try place.root().status(of: "public/a/b/c.html")?.permissions == 0o444)
    #expect(try place.root().status(of: "public/a/b")?.permissions == 0o755)
    #expect(try place.root().status(of: "public")?.permissions == 0o755)
  }

  @Test func `folders that lose their last page go away`() throws {
    try place.publish(["a/b/c.html": "x", "a/d.html": "y", "e/f/g.html": "z"], as: 1)
    try place.publish(["a/d.html": "y"], as: 2)
    try place.publish(["a/d.html": "y!"], as: 3)
    #expect(try place.pages() == ["a/d.html": "y!"])
    #expect(try place.root().status(of: "public/a/b") == nil)
    #expect(try place.root().status(of: "public/e") == nil)
  }

  @Test func `a page may become a folder and a folder a page`() throws {
    try place.publish(["a": "page", "b/c/d": "deep", "e": "1"], as: 1)
    try place.publish(["a": "page", "b/c/d": "deep", "e": "2"], as: 2)
    try place.publish(["a/x": "folder", "b": "page", "e": "2"], as: 3)
    #expect(try place.pages() == ["a/x": "folder", "b": "page", "e": "2"])
    try place.publish(["a": "page", "b/c/d": "deep", "e": "2"], as: 4)
    try place.publish(["a": "page", "b/c/d": "deep", "e": "5"], as: 5)
    #expect(try place.pages() == ["a": "page", "b/c/d": "deep", "e": "5"])
  }

  @Test func `the placeholder of git is carried over`() throws {
    try place.write("public/.gitkeep", "kept")
    for night in 1...3 {
      try place.publish(["a.html": "\(night)"], as: night)
      #expect(try place.pages() == ["a.html": "\(night)", ".gitkeep": "kept"])
    }
  }

  @Test func `several workers write at once`() async throws {
    let session = try place.session()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        let sink = session.makeSink()
        group.addTask {
          for page in 0..<200 {
            let path = "street\(page % 9)/estate\(page % 31)/\(worker)-\(page)/index.html"
            try sink.write(path, Array("\(page)".utf8))
          }
        }
      }
      try await group.waitForAll()
    }
    let report = try session.publish(session.plan(mark(1)))
    #expect(report.files == 801)
    #expect(try place.pages().count == 800)
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".", "a/./b", "a\u{0}b", "a\nb",
    "build.json", ".gitkeep", String(repeating: "x", count: 256),
  ])
  func `an address that leads elsewhere is refused`(path: String) throws {
    let sink = try place.session().makeSink()
    #expect(throws: PublicationRefusal.unusablePath(path)) { try sink.write(path, []) }
  }

  @Test func `two pages with one address are refused`() throws {
    let session = try place.session()
    let sinks = [session.makeSink(), session.makeSink()]
    try sinks[0].write("a.html", Array("x".utf8))
    // The second takes the first one's place in the twin, which is no site yet.
    try sinks[1].write("a.html", Array("y".utf8))
    #expect(throws: PublicationRefusal.samePath("a.html")) { try session.plan(mark(1)) }
  }

  @Test func `an address that is a page and a folder is refused and the old site stands`() throws {
    try place.publish(["a": "page", "b": "1"], as: 1)
    let session = try place.session()
    let sink = session.makeSink()
    try sink.write("a", Array("page".utf8))
    try sink.write("a/x", Array("inside".utf8))
    let plan = try session.plan(mark(2))
    #expect(throws: PublicationRefusal.fileAndFolder("a")) { try session.publish(plan) }
    #expect(try place.pages() == ["a": "page", "b": "1"])
  }

  @Test func `the plan tells the gates what would vanish`() throws {
    try place.publish(["a/index.html": "x", "b/index.html": "y"], as: 1)
    let session = try place.session()
    try session.makeSink().write("b/index.html", Array("y".utf8))
    let plan = try session.plan(mark(2))
    #expect(plan.vanished == ["a/index.html"])
    #expect(plan.hasChanges)
    #expect(Array(plan.files.paths) == ["b/index.html", "build.json"])
    #expect(Array(session.published.paths) == ["a/index.html", "b/index.html", "build.json"])
  }

  @Test func `what a build keeps counts once it is public and goes when it is out of reach`() throws
  {
    for night in 1...3 {
      let session = try place.session()
      #expect(
        try session.kept("good").map { String(decoding: $0, as: UTF8.self) }
          == (night == 1 ? nil : "\(night - 1)"))
      try session.keep("good", Array("\(night)".utf8).span, with: mark(night).id)
      try session.makeSink().write("a", Array("\(night)".utf8))
      _ = try session.publish(session.plan(mark(night)))
    }
    _ = try place.session()
    let states = try place.root().directory(".public.state").entries().map(\.printable)
    #expect(try Set(states) == [mark(2).id.text, mark(3).id.text])
  }
}

/// A small random sequence that is the same each time (SplitMix64).
struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
