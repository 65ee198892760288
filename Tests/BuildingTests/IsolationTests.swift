import Publishing
import Testing

@Test func `a record in error changes nothing of what its neighbours publish`() throws {
  let sound = try Golden("small").copied()
  let faulty = try Golden("held-back").copied()
  #expect(try sound.sunboard("build", "--as-of", "2026-11-20").exitCode == 0)
  #expect(try faulty.sunboard("build", "--as-of", "2026-11-20").exitCode == 3)
  var expected = try sound.files("public")
  var found = try faulty.files("public")
  // The one file that names the inputs.
  expected["build.json"] = nil
  found["build.json"] = nil
  #expect(Set(found.keys) == Set(expected.keys))
  #expect(found == expected)
}

@Test(arguments: [
  ("templates/estate.html.j2", "{{ estate.nmae }}"),
  ("kinds/notice.yml", "kind: notice\n"),
  ("jurisdictions/shanghai.yml", "extends: chnia\n"),
  ("templates/pages.yml", "pages: 3\n"),
  ("content/site.md", "---\n标题: 小站\n---\n"),
])
func `an error outside the records leaves the published site as it was`(path: String, text: String)
  throws
{
  let place = try Golden("small").copied()
  #expect(try place.sunboard("build", "--as-of", "2026-11-20").exitCode == 0)
  let before = try place.statuses("public")
  try place.write(path, text)
  let run = try place.sunboard("build", "--as-of", "2026-11-21")
  #expect(run.exitCode == 65)
  #expect(run.errors.contains("error["))
  #expect(try place.statuses("public") == before)
}

@Test func `an error in a template writes nothing where nothing was published`() throws {
  let place = try Golden("template-typo").copied()
  let before = Set(try place.files("").keys)
  #expect(try place.sunboard("build").exitCode == 65)
  #expect(Set(try place.files("").keys) == before)
  #expect(try !Folder(path: place.path).has("public"))
}

@Test func `an output that another run has is left alone, for as long as is waited`() throws {
  let place = try Golden("small").copied()
  var session: PublicationSession? = try PublicationSession.open(output: "\(place.path)/public")
  #expect(session != nil)
  let locked = try place.sunboard("build", "--as-of", "2026-11-20", "--lang", "en")
  #expect(locked.exitCode == 75)
  #expect(locked.output.isEmpty)
  #expect(locked.errors.hasPrefix("sunboard: another run is writing public"))
  let waited = try place.sunboard("build", "--as-of", "2026-11-20", "--wait", "1")
  #expect(waited.exitCode == 75)
  #expect(waited.errors.hasPrefix("sunboard: 另一次生成正在写 public"))
  session = nil
  #expect(try place.sunboard("build", "--as-of", "2026-11-20", "--wait", "1").exitCode == 0)
}
