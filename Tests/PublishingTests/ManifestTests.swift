import Source
import Testing

@testable import Publishing

struct ManifestTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private func manifest(_ paths: [String]) throws -> Manifest {
    var draft = ManifestDraft()
    for path in paths {
      draft.add(
        path, size: path.utf8.count, hash: ContentHash(of: Array(path.utf8).span),
        identity: FileIdentity(inode: 7, modified: -1), form: path == "b" ? .binary : .text,
        isFresh: true)
    }
    return try draft.finish()
  }

  @Test func `a manifest comes back from disk as it was`() throws {
    let folder = try place.root()
    let id = try mark(1).id
    try manifest(["c/d", "a", "b", "a-b", "a/x"]).save(as: id, in: folder)
    let read = try #require(try Manifest.load(id, from: folder))
    #expect(Array(read.paths) == ["a", "a-b", "a/x", "b", "c/d"])
    #expect(read.size(2) == 3)
    #expect(read.hash(2) == ContentHash(of: Array("a/x".utf8).span))
    #expect(read.form(3) == .binary)
    #expect(read.form(2) == .text)
    #expect(read.entries[0].identity == FileIdentity(inode: 7, modified: -1))
    #expect(read.entries.allSatisfy { !$0.isFresh })
    #expect(try Manifest.load(mark(2).id, from: folder) == nil)
  }

  @Test func `a manifest with any byte changed or cut is not believed`() throws {
    let folder = try place.root()
    let id = try mark(1).id
    try manifest(["a", "b/c"]).save(as: id, in: folder)
    let bytes = try #require(try folder.read("manifest", limit: 1 << 20))
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      try folder.replace("manifest", damaged.span)
      #expect(try Manifest.load(id, from: folder) == nil, "byte \(index)")
    }
    for length in [0, 1, 63, 64, 95, 96, bytes.count - 1] {
      try folder.replace("manifest", Array(bytes[..<length]).span)
      #expect(try Manifest.load(id, from: folder) == nil, "length \(length)")
    }
  }

  @Test func `files and folders are found by their bytes`() throws {
    let files = try manifest(["a", "a-b", "a/x", "e\u{301}", "z/y/x"])
    #expect(files.index(of: "a/x") == 2)
    #expect(files.index(of: "a/") == nil)
    #expect(files.index(of: "\u{E9}") == nil)
    #expect(files.index(of: "zz") == nil)
    #expect(files.hasFolder("a"))
    #expect(files.hasFolder("z/y"))
    #expect(!files.hasFolder("a-b"))
    #expect(!files.hasFolder("zz"))
    #expect(try files.indices(missingIn: manifest(["a/x", "b", "z/y/x"])) == [0, 1, 3])
    #expect(try Manifest.empty.indices(missingIn: manifest(["a"])) == [])
    #expect(files.indices(missingIn: .empty) == [0, 1, 2, 3, 4])
  }
}

struct InputFingerprintTests {
  @Test func `a hash is the one of the standard`() {
    #expect(
      ContentHash(of: Array("abc".utf8).span).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `every input changes the id and none can be mistaken for another`() {
    func id(_ files: [(String, String)], _ notes: [(String, String)] = []) -> BuildID {
      var fingerprint = InputFingerprint()
      for (path, text) in files { fingerprint.add(path, Array(text.utf8).span) }
      for (name, value) in notes { fingerprint.note(name, value) }
      return fingerprint.finish()
    }
    let ids = [
      id([]), id([("a", "b")]), id([("ab", "")]), id([("a", "")]), id([("a", ""), ("b", "")]),
      id([("a", "b")], [("as-of", "1")]), id([("a", "b")], [("as-of1", "")]),
    ]
    #expect(Set(ids).count == ids.count)
    #expect(id([("a", "b")]) == id([("a", "b")]))
    #expect(id([]).text.count == 32)
  }

  @Test func `input files out of order are a fault of the program`() async {
    await #expect(processExitsWith: .failure) {
      let bytes: [UInt8] = []
      var fingerprint = InputFingerprint()
      fingerprint.add("b", bytes.span)
      fingerprint.add("a", bytes.span)
    }
  }

  @Test(arguments: [
    "", "abc", "../../../../etc/passwd0123456789", "0123456789ABCDEF0123456789ABCDEF",
    "0123456789abcdef0123456789abcdef0",
  ])
  func `what is not an id never names a folder`(text: String) {
    #expect(BuildID(reading: text) == nil)
  }

  @Test func `build json says which build it is`() throws {
    let mark = try mark(1)
    #expect(BuildMark.id(in: mark.json(files: 3)) == mark.id)
    #expect(BuildMark.id(in: Array("{\"build_id\":\"../..\"}".utf8)) == nil)
    #expect(BuildMark.id(in: []) == nil)
  }
}
