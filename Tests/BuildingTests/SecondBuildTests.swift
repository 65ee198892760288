import Publishing
import Testing

@Test func `a second build of the same inputs writes nothing and says so`() throws {
  let place = try Demonstration.copied()
  #expect(try place.sunboard("build", "--as-of", Demonstration.day).exitCode == 0)
  let before = try place.statuses("public")
  let second = try place.sunboard("build", "--as-of", Demonstration.day)
  #expect(second.exitCode == 0)
  #expect(second.output.contains("没有变化，一个文件也没有写"))
  #expect(try place.statuses("public") == before)
}

@Test func `words changed in one notice write that page alone`() throws {
  let place = try Demonstration.copied()
  #expect(try place.sunboard("build", "--as-of", Demonstration.day).exitCode == 0)
  let notice = "content/estates/ganquan/xinghe/notices/2026-11-watertank.md"
  try place.write(notice, (try place.read(notice) ?? "") + "\n另请关好阀门。\n")
  #expect(
    try changes(of: place) == [
      "build.json", "ganquan/xinghe/notices/2026-11-watertank/index.html",
    ])
}

@Test func `a new estate shows on the pages above it and on no other estate's`() throws {
  let place = try Golden("small").copied()
  #expect(try place.sunboard("build", "--as-of", "2026-11-20").exitCode == 0)
  try place.write(
    "content/estates/ganquan/huating/estate.md", "---\n名称: 华亭苑\n户数: 30\n建筑面积: 900㎡\n---\n")
  #expect(
    try changes(of: place, on: "2026-11-20") == [
      "build.json", "ganquan/huating/index.html", "ganquan/index.html", "sitemap.xml",
    ])
}

@Test func `an attachment changed under its name is published anew, as another build`() throws {
  let place = try Golden("attachments").copied()
  #expect(try place.sunboard("build", "--as-of", "2026-11-20").exitCode == 3)
  try place.write("content/estates/ganquan/xinghe/files/plan.csv", "plan,2\n")
  #expect(
    try changes(of: place, on: "2026-11-20") == ["build.json", "ganquan/xinghe/files/plan.csv"])
}

@Test func `what is withdrawn from the records goes from the site`() throws {
  let place = try Golden("small").copied()
  #expect(try place.sunboard("build", "--as-of", "2026-11-20").exitCode == 0)
  try place.root().unlink("content/estates/ganquan/xinghe/notices/tank.md")
  #expect(
    try changes(of: place, on: "2026-11-20") == [
      "build.json", "ganquan/xinghe/index.html", "ganquan/xinghe/notices/tank/index.html",
      "sitemap.xml",
    ])
  #expect(try place.files("public")["ganquan/xinghe/notices/tank/index.html"] == nil)
}

/// Builds again: the files that are new, other ones or gone; all others are the very same.
private func changes(of place: Workplace, on day: String = Demonstration.day) throws -> [String] {
  let before = try place.statuses("public")
  let run = try place.sunboard("build", "--as-of", day)
  #expect([0, 3].contains(run.exitCode))
  let after = try place.statuses("public")
  return Set(before.keys).union(after.keys).filter {
    before[$0]?.identity != after[$0]?.identity || before[$0]?.size != after[$0]?.size
  }.sorted()
}
