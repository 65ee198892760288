import Testing

@testable import Source

struct ReadingOrderTests {
  private static let a = SourceFile(path: "content/a.md", text: "0123456789")
  private static let b = SourceFile(path: "content/b.md", text: "0123456789")

  private func finding(
    _ code: String, _ file: SourceFile, _ lower: Int?, upper: Int? = nil, _ message: String = "x"
  ) -> Diagnostic {
    let range = lower.map { SourceRange($0, upper ?? $0) }
    return Diagnostic(code, .error, Wording(message), at: Location(file, range))
  }

  @Test func `findings stand by path, place and code, whatever order they came in`() {
    let ordered = [
      finding("Z9", Self.a, nil), finding("K1", Self.a, 2), finding("K2", Self.a, 2),
      finding("A1", Self.a, 9), finding("A1", Self.b, nil), finding("A1", Self.b, 0),
    ]
    let names = ordered.map { "\($0.code)\($0.location.range?.lower ?? -1)" }
    for shuffled in [ordered.reversed(), ordered.shuffled(), ordered.shuffled()] {
      let found = shuffled.inReadingOrder()
      #expect(found.map { "\($0.code)\($0.location.range?.lower ?? -1)" } == names)
    }
  }

  @Test func `a finding said twice is said once`() {
    let found = [
      finding("K1", Self.a, 2, "x"), finding("K1", Self.a, 2, "y"), finding("K1", Self.a, 2, "x"),
      finding("K1", Self.b, 2, "x"), finding("K1", Self.a, 2, upper: 5, "x"),
    ].inReadingOrder()
    #expect(found.map(\.message.english) == ["x", "y", "x", "x"])
  }

  @Test func `paths compare by bytes, so that normal forms stay apart`() {
    let composed = SourceFile(path: "caf\u{E9}.md", bytes: [])
    let decomposed = SourceFile(path: "cafe\u{301}.md", bytes: [])
    let found = [finding("K9", composed, nil), finding("K9", decomposed, nil)].inReadingOrder()
    #expect(found.count == 2)
    #expect(found.first?.location.file === decomposed)
  }
}
