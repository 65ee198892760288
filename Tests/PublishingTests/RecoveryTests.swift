import Glibc
import Testing

@testable import Publishing

struct RecoveryTests {
  let place: Workplace
  let old = ["a.html": "one", "b/index.html": "two", "c/d/index.html": "three"]
  let new = ["a.html": "one", "b/index.html": "TWO", "e/index.html": "four"]

  init() throws { place = try Workplace() }

  @Test(arguments: [0, 1, 2, 3])
  func `a run that ends half way leaves the old site and the next one succeeds`(
    nights: Int
  ) throws {
    for night in 0..<nights {
      try place.publish(old.merging(["night": "\(night)"]) { $1 }, as: night)
    }
    let before = nights == 0 ? nil : try place.tree("public")
    do {
      let session = try place.session()
      let sink = session.makeSink()
      try sink.write("b/index.html", Array("TWO".utf8))
      try sink.write("half/way.html", Array("never".utf8))
    }
    #expect(try (nights == 0 ? nil : place.tree("public")) == before)
    try place.publish(new, as: 9)
    #expect(try place.pages() == new)
    #expect(try place.session().audit().isClean)
    try place.publish(old, as: 10)
    #expect(try place.pages() == old)
  }

  @Test func `a run that ends after planning leaves the old site and no way back to a mixture`()
    throws
  {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    do {
      let session = try place.session()
      try session.makeSink().write("x.html", Array("x".utf8))
      _ = try session.plan(mark(3))
    }
    #expect(try place.pages() == new)
    #expect(throws: PublicationRefusal.nothingToRollBackTo(place.output)) {
      try place.session().rollBack()
    }
  }

  @Test func `strange things in an unfinished twin are removed`() throws {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    try place.write(".public.state/unfinished", "-")
    try place.write(".public.next/stranger.html", "x")
    try place.root().unlink(".public.next/b/index.html")
    try place.write(".public.next/b/index.html/inner", "x")
    try place.root().makeLink(".public.next/outside", to: "/etc")
    try place.root().makeDirectories(".public.next/empty/folder")
    try place.writeUnnamed(in: ".public.next")
    try place.publish(old, as: 3)
    #expect(try place.pages() == old)
    #expect(try place.session().audit().isClean)
  }

  @Test func `without a twin the next one is linked whole`() throws {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    try place.root().removeTree(".public.next")
    let before = try place.statuses("public")
    let report = try place.publish(new.merging(["x": "y"]) { $1 }, as: 3)
    #expect(report.written == 2)
    #expect(try place.statuses("public")["a.html"]?.identity == before["a.html"]?.identity)
  }

  @Test func `a run cut off after the switch leaves a way back`() throws {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    try place.write(".public.state/unfinished", mark(2).id.text)
    #expect(try place.session().rollBack() == mark(1).id)
    #expect(try place.pages() == old)
  }

  @Test func `a run cut off before the switch leaves none`() throws {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    try place.write(".public.state/unfinished", mark(3).id.text)
    #expect(throws: PublicationRefusal.nothingToRollBackTo(place.output)) {
      try place.session().rollBack()
    }
  }

  @Test func `rolling back exchanges both sites and their states and can be undone`() throws {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    #expect(try place.session().rollBack() == mark(1).id)
    #expect(try place.pages() == old)
    #expect(try place.session().publicBuild == mark(1).id)
    #expect(try place.session().rollBack() == mark(2).id)
    #expect(try place.pages() == new)
    #expect(try place.session().rollBack() == mark(1).id)
    try place.publish(new, as: 3)
    #expect(try place.pages() == new)
    #expect(try place.session().audit().isClean)
  }

  @Test func `one session never switches twice`() async throws {
    try place.publish(old, as: 1)
    try place.publish(new, as: 2)
    await #expect(processExitsWith: .failure) { [output = place.output as String] in
      let session = try PublicationSession.open(output: output)
      _ = try session.rollBack()
      _ = try session.rollBack()
    }
    #expect(try place.session().publicBuild == mark(1).id)
  }

  @Test func `there is nothing to roll back to after the first publication`() throws {
    try place.publish(old, as: 1)
    #expect(throws: PublicationRefusal.nothingToRollBackTo(place.output)) {
      try place.session().rollBack()
    }
    #expect(try place.pages() == old)
  }

  @Test func `a page changed by hand is not inherited`() throws {
    try place.publish(old, as: 1)
    try place.write("public/a.html", "ONE")
    #expect(try place.session().audit().altered == ["a.html"])
    let report = try place.publish(old, as: 1)
    #expect(report.written == 1)
    #expect(try place.pages() == old)
    try place.publish(old.merging(["x": "y"]) { $1 }, as: 2)
    #expect(try place.pages()["a.html"] == "one")
  }

  @Test func `a page changed by hand in its own file is not inherited`() throws {
    try place.publish(old, as: 1)
    try place.publish(old.merging(["x": "y"]) { $1 }, as: 2)
    let file = try place.root().openFile("public/a.html", O_WRONLY)
    try file.write(Array("ONE".utf8).span, "a.html")
    try file.close("a.html")
    try place.publish(old, as: 3)
    #expect(try place.pages() == old)
    try place.publish(old.merging(["x": "z"]) { $1 }, as: 4)
    #expect(try place.pages()["a.html"] == "one")
  }

  @Test func `a page lost by hand is written again`() throws {
    try place.publish(old, as: 1)
    try place.root().unlink("public/a.html")
    try place.publish(old, as: 1)
    #expect(try place.pages() == old)
  }

  @Test func `a stranger in the public tree is gone after the second switch`() throws {
    try place.publish(old, as: 1)
    try place.write("public/stranger.html", "x")
    #expect(try place.session().audit().strange == ["stranger.html"])
    try place.publish(new, as: 2)
    #expect(try place.pages() == new)
  }

  @Test func `a site restored from a backup is taken over without writing`() throws {
    try place.publish(old, as: 1)
    for (path, text) in try place.tree("public") {
      try place.write("public/\(path)", text)
      try place.root().setPermissions(0o444, of: "public/\(path)")
    }
    let before = try place.statuses("public")
    let report = try place.publish(old, as: 1)
    #expect(report.written == 0)
    #expect(try place.statuses("public") == before)
    let published = try place.session().published
    #expect(
      published.entries.allSatisfy { entry in before.values.contains { entry.isSame(as: $0) } })
    try place.publish(new, as: 2)
    #expect(try place.pages() == new)
  }

  @Test func `a damaged manifest is mended by writing everything`() throws {
    try place.publish(old, as: 1)
    try place.write(".public.state/\(mark(1).id.text)/manifest", "sunboard files 1 nonsense")
    let report = try place.publish(old, as: 1)
    #expect(report.written == 4)
    #expect(try place.pages() == old)
    #expect(try place.publish(old, as: 1).written == 0)
  }
}

extension Workplace {
  /// Makes a file and a folder whose names are GB18030.
  func writeUnnamed(in folder: String) throws {
    let names: [(name: [UInt8], isFolder: Bool)] = [
      ([0xB9, 0xAB, 0xCA, 0xBE], false), ([0xB9, 0xAB], true),
    ]
    for (name, isFolder) in names {
      let path: [UInt8] = Array("\(path)/\(folder)/".utf8) + name + [0]
      let result = unsafe path.withUnsafeBufferPointer { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters -> Int32 in
          guard let start = characters.baseAddress else { return -1 }
          return isFolder ? unsafe mkdir(start, 0o755) : unsafe creat(start, 0o644)
        }
      }
      guard 0 <= result else { throw SystemFailure(call: "creat", path: folder, errno: errno) }
      if !isFolder { close(result) }
    }
  }
}
