import Glibc
import Source
import Testing

@testable import Publishing

struct OutputTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `a folder with files of others is refused and nothing is touched`() throws {
    try place.write("public/holiday.jpg", "x")
    let before = try place.statuses(".")
    let root = try place.root().status(of: ".")
    let refusal = PublicationRefusal.foreignOutput(place.output, found: "holiday.jpg")
    #expect(throws: refusal) { try place.session() }
    #expect(try place.statuses(".") == before)
    #expect(try place.root().status(of: ".") == root)
    #expect(refusal.exitCode == 73)
    #expect(
      refusal.message[.chinese]
        == "\(place.output) 里已有不是本程序生成的内容（如“holiday.jpg”），没有动它；"
        + "请换一个空文件夹，或先把里面的内容移走")
    #expect(
      refusal.message[.english]
        == "\(place.output) holds files that were not made by this program (such as "
        + "'holiday.jpg') and was left alone; give an empty folder, or move the files away first")
  }

  @Test func `a build json without its manifest does not make a folder ours`() throws {
    try place.write("public/build.json", "{\"build_id\":\"\(mark(1).id.text)\"}")
    #expect(throws: PublicationRefusal.foreignOutput(place.output, found: "build.json")) {
      try place.session()
    }
  }

  @Test func `a link that is not ours is refused`() throws {
    try place.root().makeDirectory("elsewhere")
    try place.root().makeLink("public", to: "elsewhere")
    #expect(throws: PublicationRefusal.foreignLink(place.output, target: "elsewhere")) {
      try place.session()
    }
  }

  @Test func `a file in the output's place is refused`() throws {
    try place.write("public", "x")
    #expect(throws: PublicationRefusal.notAFolder(place.output)) { try place.session() }
  }

  @Test(arguments: ["", "/", "..", "a/..", "."])
  func `an output without a name is refused`(path: String) {
    #expect(throws: PublicationRefusal.unusableOutput(path)) { try OutputPlace(path) }
  }

  @Test(arguments: [
    ("public", ".", "public", "public"), ("/srv/site/", "/srv", "site", "/srv/site"),
    ("a//b", "a", "b", "a/b"), ("/x", "/", "x", "/x"), ("../p", "..", "p", "../p"),
  ])
  func `an output's path falls into parent and name`(
    path: String, parent: String, name: String, shown: String
  ) throws {
    let place = try OutputPlace(path)
    #expect(place.parent == parent)
    #expect(place.name == name)
    #expect(place.path == shown)
  }

  @Test func `a mount point is refused`() throws {
    let proc = try OutputPlace("/proc")
    #expect(throws: PublicationRefusal.mountPoint("/proc")) {
      try Probes.refuseMounts(proc, in: DirectoryHandle(opening: "/"))
    }
  }

  @Test func `a held lock is told with its holder and freed with its session`() throws {
    do {
      let session = try place.session()
      let refusal = #expect(throws: PublicationRefusal.self) { try place.session() }
      guard case .locked(let output, let holder?) = refusal else {
        Issue.record("expected a holder, got \(String(describing: refusal))")
        return
      }
      #expect(output == place.output)
      #expect(holder.process == getpid())
      #expect(holder.since.count == 20)
      #expect(!holder.command.isEmpty)
      #expect(refusal?.exitCode == 75)
      let told = LockHolder(
        process: 77, since: "2026-10-15T03:10:00Z", command: "sunboard nightly")
      let message = PublicationRefusal.locked(output: "public", by: told).message
      #expect(
        message[.chinese]
          == "另一次生成正在写 public（进程 77，2026-10-15T03:10:00Z 开始：sunboard nightly）；"
          + "请等它结束，或加 --wait 秒数")
      #expect(
        message[.english]
          == "another run is writing public (process 77, since 2026-10-15T03:10:00Z: sunboard "
          + "nightly); wait until it ends, or add --wait SECONDS")
      withExtendedLifetime(session) {}
    }
    #expect(throws: Never.self) { try place.session() }
    #expect(try place.read(".public.lock") == "")
  }

  @Test func `a lock held by another process is refused and free once that is killed`() throws {
    try place.write(".public.lock")
    let child = try place.spawn(["/usr/bin/flock", "\(place.path)/.public.lock", "sleep", "60"])
    defer {
      kill(-child, SIGKILL)
      _ = waitpid(child, nil, 0)
    }
    let isHeld = try place.becomesHeld()
    #expect(isHeld)
    kill(-child, SIGKILL)
    #expect(throws: Never.self) {
      try PublicationSession.open(output: place.output, waiting: .seconds(10))
    }
  }

  @Test func `a run that waits gets the lock when it is freed`() async throws {
    var session: PublicationSession? = try place.session()
    let waiting = Task.detached { [output = place.output] in
      _ = try PublicationSession.open(output: output, waiting: .seconds(10))
    }
    try await Task.sleep(for: .milliseconds(200))
    #expect(session?.publicBuild == nil)
    session = nil
    try await waiting.value
  }
}

struct LinkedOutputTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `where folders cannot be exchanged a link switches between two`() throws {
    for night in 1...4 {
      try place.publish(["a": "same", "b": "\(night)"], as: night, by: .symbolicLink)
      #expect(try place.root().status(of: "public")?.kind == .symbolicLink)
      let target = try place.root().target(ofLink: "public")
      #expect(target == (night % 2 == 1 ? ".public.a" : ".public.b"))
      #expect(try place.pages(in: target) == ["a": "same", "b": "\(night)"])
    }
    // A link that is ours is kept to, whatever the file system can do by now.
    let report = try place.publish(["a": "same", "b": "5"], as: 5)
    #expect(report.written == 2)
    #expect(try place.root().target(ofLink: "public") == ".public.a")
    #expect(try place.session().rollBack() == mark(4).id)
    #expect(try place.root().target(ofLink: "public") == ".public.b")
  }

  @Test func `a site moved to such a file system goes over to the link`() throws {
    try place.publish(["a": "1"], as: 1)
    try place.publish(["a": "2"], as: 2, by: .symbolicLink)
    #expect(try place.root().target(ofLink: "public") == ".public.a")
    #expect(try place.pages(in: ".public.a") == ["a": "2"])
    #expect(try place.pages(in: ".public.b") == ["a": "1"])
    try place.publish(["a": "3"], as: 3)
    #expect(try place.pages(in: ".public.b") == ["a": "3"])
  }

  @Test func `a change to the link that was cut off is ended by the next run`() throws {
    try place.publish(["a": "1"], as: 1, by: .symbolicLink)
    try place.root().rename("public", to: ".public.link")
    let session = try place.session()
    #expect(session.publicBuild == (try mark(1).id))
    #expect(try place.root().target(ofLink: "public") == ".public.a")
  }
}

extension Workplace {
  /// Whether somebody else takes the lock within ten seconds.
  func becomesHeld() throws -> Bool {
    for _ in 0..<200 {
      do {
        _ = try session()
      } catch PublicationRefusal.locked {
        return true
      }
      usleep(50_000)
    }
    return false
  }

  /// Starts a program in a process group of its own.
  func spawn(_ words: [String]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in words.indices { unsafe free(arguments[index]) } }
    var child: pid_t = 0
    let result = unsafe posix_spawn(&child, words[0], nil, &attributes, &arguments, nil)
    guard result == 0 else {
      throw SystemFailure(call: "posix_spawn", path: words[0], errno: result)
    }
    return child
  }
}
