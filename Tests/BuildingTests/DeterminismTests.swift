import Testing

@Test(arguments: [
  ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "7"], ["--lang", "en"], ["--quiet"],
])
func `no option of a run shows in what it publishes`(options: [String]) throws {
  let expected = try Demonstration.published.get()
  let place = try Demonstration.copied()
  let run = try Run(["build", "--as-of", Demonstration.day] + options, in: place.path)
  #expect(run.exitCode == 0)
  expectSame(try place.files("public"), expected)
}

@Test(arguments: [
  ["TZ=America/New_York"], ["TZ=Pacific/Kiritimati", "LANG=de_DE.UTF-8"],
  ["LC_ALL=tr_TR.UTF-8", "LANGUAGE=en"], ["LANG=C"],
])
func `the environment shows neither in what is published nor in what is said`(
  environment: [String]
) throws {
  let expected = try Demonstration.published.get()
  let place = try Demonstration.copied()
  let run = try place.sunboard("build", "--as-of", Demonstration.day, environment: environment)
  #expect(run.exitCode == 0)
  #expect(run.output.hasPrefix("已发布到 ./public"))
  expectSame(try place.files("public"), expected)
}

@Test func `a site built from elsewhere is the same`() throws {
  let place = try Demonstration.copied()
  let elsewhere = try Workplace()
  let run = try elsewhere.sunboard(
    "build", place.path, "--output", "web/root", "--as-of", Demonstration.day)
  #expect(run.exitCode == 0)
  expectSame(try elsewhere.files("web/root"), try Demonstration.published.get())
  #expect(try !Folder(path: place.path).has("public"))
}

@Test func `the order in which the file system lists records does not show`() throws {
  let place = try Demonstration.copied(isBackwards: true)
  let run = try place.sunboard("build", "--as-of", Demonstration.day)
  #expect(run.exitCode == 0)
  expectSame(try place.files("public"), try Demonstration.published.get())
}

@Test func `findings come in one order whatever the number of tasks`() throws {
  let place = try Golden("odd-records").copied()
  let runs = try ["1", "2", "7", "7"].map { jobs in
    try place.sunboard("check", "--as-of", "2026-11-20", "--jobs", jobs, "--format", "json").output
  }
  #expect(Set(runs).count == 1)
}

private func expectSame(_ found: [String: [UInt8]], _ expected: [String: [UInt8]]) {
  #expect(Set(found.keys) == Set(expected.keys))
  let differing = expected.keys.filter { found[$0] != expected[$0] }.sorted()
  #expect(differing.isEmpty)
}
