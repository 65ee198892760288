import Source
import Testing

@testable import YAML

/// Inputs that made other readers crash, explode or hang.
struct HostileTests {
  @Test(arguments: [
    ("[a,b]: c\n", "Y3"), ("? {a: 1}\n", "Y3"), ("a: !!set {? [a]}\n", "Y3"),
    ("<<: {[a]: 1}\n", "Y3"), (" ? ?", "Y3"), ("? ? ?\n", "Y3"), ("&a *a : b\n", "Y3"),
    ("a: &a [*a]\n", "Y3"), ("a: !<tag:yaml.org,2002:str> b\n", "Y3"), ("a: !!x%zz b\n", "Y3"),
    ("a: {? x}\n", "Y3"), ("%TAG ! tag:x,2000:\n---\na: 1\n", "Y4"), ("a: \"\\xZZ\"\n", "Y1"),
    ("a: \"\\uD800\"\n", "Y1"), ("a: |0\n x\n", "Y1"), ("a: 'x", "Y1"), ("{", "Y1"), ("[", "Y1"),
    ("}", "Y1"), ("\"", "Y1"), ("a: {", "Y1"), (":", "Y1"), ("-", "Y1"), ("---", "Y4"),
  ])
  func `a text that breaks other readers is refused`(text: String, code: String) {
    let reading = Reading(text)
    #expect(reading.codes.first == code)
    #expect(!reading.tree.isUsable)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [7, 30])
  func `the laughs are refused before anything is copied`(levels: Int) {
    var text = "a0: &a0 [lol, lol, lol]\n"
    for level in 1...levels {
      let last = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(last), \(last), \(last), \(last), \(last), \(last)]\n"
    }
    let reading = Reading(text)
    #expect(reading.codes == [String](repeating: "Y3", count: 20))
    #expect(!reading.tree.isUsable)
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["[", "{", "{a: ", "- ", "a:\n", "[[{", "? ", "\"x", "'x"])
  func `64 KiB of one sign are refused at once`(sign: String) {
    let text = "a: " + String(repeating: sign, count: 65_000 / sign.utf8.count)
    let clock = ContinuousClock()
    var reading: Reading?
    let time = clock.measure { reading = Reading(text) }
    #expect(reading?.codes.isEmpty == false)
    #expect(time < .seconds(2))
  }

  @Test func `deep block nesting is refused at its ninth level`() {
    let text = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(Reading(text).codes == ["Y5"])
  }

  @Test func `sexagesimal giants stay text`() {
    let value = "1" + String(repeating: ":1", count: 12)
    #expect(Reading("a: \(value)\n").outline == "{a: ‹\(value)›}")
  }

  @Test func `no change of a byte makes the reader crash or point outside the text`() {
    let original = Array(
      """
      标题：关于清洗的公告
      金额: { a: 36,000.00, b: "x\\u4E1A", c: [1, '2''3', 4] }
      说明: |
        第一行
      成员:
        - 姓名: 张三 # 注
          职务：主任
      <<: *a
      """.utf8)
    let signs =
      Array("\t\n :#-?[]{},'\"|>&*!%@`\\\u{0}\u{FF}a".utf8) + [0xFF, 0xE2, 0x80, 0xA8, 0xEF]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      var bytes = original
      for _ in 0...next(3) {
        let at = next(bytes.count)
        switch next(3) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(signs[next(signs.count)], at: at)
        default: bytes[at] = signs[next(signs.count)]
        }
      }
      let file = SourceFile(path: "a.md", bytes: bytes)
      let (tree, diagnostics) = YAMLTree.read(file: file, in: file.wholeRange)
      let places = diagnostics.flatMap { [$0.location] + $0.notes.compactMap(\.location) }
      let ranges = places.compactMap(\.range) + diagnostics.flatMap { $0.fixes.map(\.range) }
      guard ranges.allSatisfy({ $0.upper <= bytes.count }) else {
        Issue.record("a place outside \(bytes)")
        return
      }
      guard
        tree.isUsable != diagnostics.contains(where: { $0.severity == .error && $0.code != "Y2" })
      else {
        Issue.record("usable and refused at once: \(bytes)")
        return
      }
    }
  }
}
