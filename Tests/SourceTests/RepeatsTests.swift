import Source
import TestSupport
import Testing

private let shared = MarkedText("a «b» «c»", path: "templates/shared")
private let user = MarkedText("«x» «y» «z»", path: "templates/user")

private func finding(
  _ mark: Int = 0, code: String = "T012", _ message: String = "wrong", from way: Int? = nil,
  severity: Severity = .error
) -> Diagnostic {
  Diagnostic(
    code, severity, Wording(message), at: Location(shared.file, shared.marks[mark]),
    notes: way.map {
      [
        Note(
          Wording(zh: "在这里引入", en: "included here"), at: Location(user.file, user.marks[$0]))
      ]
    } ?? [])
}

@Suite struct `A fault in a shared file` {
  @Test func `is told once, with the first way and the number of other pages`() throws {
    let told = [finding(from: 0), finding(from: 1), finding(from: 2)]
      .withoutRepeats()
    #expect(told.count == 1)
    let notes = try #require(told.first?.notes)
    #expect(notes.map(\.location?.range) == [user.marks[0], nil])
    #expect(notes.last?.message.english == "the same on 2 more kinds of page")
    #expect(notes.last?.message.chinese == "另有 2 种页面用到这里，情况相同")
  }

  @Test func `has no number where it is met once`() {
    #expect([finding(from: 1)].withoutRepeats().map(\.notes.count) == [1])
  }

  @Test func `is one in other words too, and two with another code or place`() {
    let told = [
      finding(from: 0), finding(0, code: "T012", "of another type", from: 1), finding(code: "T013"),
      finding(1),
    ].withoutRepeats()
    #expect(told.map(\.code) == ["T012", "T013", "T012"])
    #expect(told[0].notes.last?.message.english == "the same on 1 more kind of page")
  }
}

@Test func `of many findings the gravest are shown, in reading order`() {
  let all = [
    finding(1, code: "T012"), finding(0, code: "T040", severity: .warning),
    finding(0, code: "T013"), finding(1, code: "T041", severity: .warning),
  ]
  let (shown, others) = all.gravest(3)
  #expect(shown.map(\.code) == ["T013", "T040", "T012"])
  #expect(others == 1)
  #expect(all.gravest(4).shown.map(\.code) == ["T013", "T040", "T012", "T041"])
  #expect(all.gravest(4).others == 0)
}
