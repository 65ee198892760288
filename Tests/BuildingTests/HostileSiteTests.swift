import Glibc
import Publishing
import Testing

private let estate = "content/estates/ganquan/xinghe"

@Test func `links, pipes and second names of files are named and never read`() throws {
  let place = try Golden("small").copied()
  let root = try place.root()
  try place.write("secret.txt", "密码 1234\n")
  try root.makeLink("\(estate)/notices/link.md", to: "../../../../../secret.txt")
  try root.makeLink("\(estate)/loop", to: "..")
  try root.makeLink("content/estates/other", to: "ganquan")
  #expect(unsafe mkfifo("\(place.path)/\(estate)/notices/pipe.md", 0o644) == 0)
  #expect(
    unsafe link("\(place.path)/secret.txt", "\(place.path)/\(estate)/notices/hard.md") == 0)
  let run = try place.sunboard("build", "--as-of", "2026-11-20")
  #expect(run.exitCode == 3)
  for path in ["notices/link.md", "loop", "notices/pipe.md", "notices/hard.md"] {
    #expect(run.errors.contains("\(estate)/\(path): error[K8]"))
  }
  #expect(run.errors.contains("content/estates/other: error[K8]"))
  let published = try place.files("public")
  #expect(published.count == 10)
  #expect(!published.values.contains { String(decoding: $0, as: UTF8.self).contains("1234") })
}

@Test func `a link among templates is an error, not a default in its place`() throws {
  let place = try Golden("small").copied()
  try place.root().unlink("templates/estate.html.j2")
  try place.root().makeLink("templates/estate.html.j2", to: "street.html.j2")
  let run = try place.sunboard("build", "--as-of", "2026-11-20")
  #expect(run.exitCode == 65)
  #expect(run.errors.contains("templates/estate.html.j2: error[K8]"))
}

@Test(arguments: [(4000, Int32(0)), (10_000, 3)])
func `a body of many lines is published, or told too long once`(lines: Int, exitCode: Int32) throws
{
  let place = try Golden("small").copied()
  let notice = "\(estate)/notices/tank.md"
  let text = try place.read(notice) ?? ""
  try place.write(notice, text + String(repeating: "一行。\n", count: lines))
  let run = try place.sunboard("build", "--as-of", "2026-11-20")
  #expect(run.exitCode == exitCode)
  #expect(run.errors.split(separator: "error[S4]").count - 1 <= 1)
  #expect(run.errors.contains("error[S4]") == (exitCode == 3))
}

@Test(arguments: [false, true])
func `a site without estates has a home page and no error`(hasFolder: Bool) throws {
  let place = try Workplace()
  try place.write(
    "content/companies/wanhe.md", "---\n名称: 万和物业\n信用代码: 91310107MA1G000032\n---\n")
  try place.write("content/site.md", "---\n标题: 小站\n网址: https://gongshi.example/\n---\n")
  if hasFolder { try place.root().makeDirectories("content/estates/ganquan") }
  let run = try place.sunboard("build", "--as-of", "2026-11-20")
  #expect(run.exitCode == 0)
  #expect(try place.files("public")["index.html"] != nil)
}

@Test func `folders that differ by case alone are told once and both held back with all in them`()
  throws
{
  let place = try Golden("small").copied()
  for file in ["estate.md", "notices/tank.md"] {
    try place.write(
      "content/estates/ganquan/XingHe/\(file)", try place.read("\(estate)/\(file)") ?? "")
  }
  try place.write(
    "content/estates/ganquan/XingHe/notices/lone.md",
    try place.read("\(estate)/notices/tank.md") ?? "")
  let run = try place.sunboard("build", "--as-of", "2026-11-20")
  #expect(run.exitCode == 3)
  #expect(run.errors.split(separator: "error[K9]").count == 2)
  let published = try place.files("public").keys
  #expect(!published.contains { $0.hasPrefix("ganquan/") && $0 != "ganquan/index.html" })
}

@Test func `a record whose folder would stand where a page is collides with that page`() throws {
  let place = try Golden("small").copied()
  let company = "---\n名称: 万和物业\n信用代码: 91310107MA1G000032\n---\n"
  try place.write("content/companies/index.html.md", company)
  let run = try place.sunboard("build", "--as-of", "2026-11-20")
  #expect(run.exitCode == 3)
  #expect(run.errors.contains("content/companies/index.html.md: error[K9]"))
}

@Test(arguments: [
  "build /dev/null": 66, "build nowhere/at/all": 66, "check nowhere": 66, "build --output /": 73,
  "build --output content": 73, "build --output content/site.md": 73,
  "build --output /proc/sunboard/public": 73,
])
func `places that cannot be read or written are refused by their exit code`(
  words: String, exitCode: Int
) throws {
  let place = try Golden("small").copied()
  let before = try place.files("")
  let run = try Run(words.split(separator: " ").map(String.init), in: place.path)
  #expect(run.exitCode == exitCode)
  #expect(!run.errors.isEmpty || !run.output.isEmpty)
  #expect(try place.files("") == before)
}

@Test func `a time zone that nobody knows is told instead of taking another day for today`() throws
{
  let place = try Golden("small").copied()
  try place.edit("content/site.md", "网址:", "时区: Mars/City\n网址:")
  let run = try place.sunboard("build")
  #expect(run.exitCode == 65)
  #expect(run.errors.hasPrefix("content/site.md:3:5: error[K4]: 没有时区“Mars/City”"))
  #expect(try place.sunboard("build", "--as-of", "2026-11-20").exitCode == 0)
}
