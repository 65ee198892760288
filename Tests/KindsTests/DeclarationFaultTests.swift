import Source
import TestSupport
import Testing

@testable import Kinds

/// What is wrong in a kind's file is said with its place, and stops the build.
struct DeclarationFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let code: String
    let zh: String
    let en: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ code: String, _ zh: String, _ en: String) {
      (self.name, self.text, self.code, self.zh, self.en) = (name, text, code, zh, en)
    }
  }

  private static func kind(
    _ fields: String = "a: { zh: 甲, type: count, required: yes }", more: String = ""
  ) -> String {
    "kind: test\nplace: tests/*.md\n\(more)fields:\n  \(fields)\n"
  }

  static let faults: [Fault] = [
    Fault(
      "an unknown key of a kind", kind(more: "«plase»: x\n"), "K1",
      "声明里没有 `plase` 这个键", "a declaration has no key `plase`"),
    Fault(
      "an unknown key of a field", kind("a: { zh: 甲, «typ»: count }"), "K1",
      "声明里没有 `typ` 这个键", "a declaration has no key `typ`"),
    Fault(
      "an unknown type", kind("a: { zh: 甲, type: «monney» }"), "K4",
      "没有类型 `monney`", "there is no type `monney`"),
    Fault(
      "a choice without choices", kind("a: «{ zh: 甲, type: choice }»"), "K2",
      "缺少 `choices`", "`choices` is missing"),
    Fault(
      "a reference without a kind", kind("a: «{ zh: 甲, type: ref }»"), "K2",
      "缺少 `to`", "`to` is missing"),
    Fault(
      "a reference to an unknown kind", kind("«a»: { zh: 甲, type: ref, to: tset }"), "K5",
      "没有种类 `tset`", "there is no kind `tset`"),
    Fault(
      "a list of nothing", kind("a: «{ zh: 甲, type: list }»"), "K2",
      "缺少 `of`", "`of` is missing"),
    Fault(
      "two fields with one Chinese name",
      kind("a: { zh: 甲, type: line }\n  «b»: { zh: 甲, type: line }"), "Y2",
      "`a` 和 `b` 的中文名都是“甲”", "`a` and `b` share the Chinese name 甲"),
    Fault(
      "two choices with one Chinese name",
      kind("a: { zh: 甲, type: choice, choices: { one: 一, «two»: 一 } }"), "Y2",
      "两个选项都写作“一”", "two choices are written 一"),
    Fault(
      "a field with the name of what every record has",
      kind("«url»: { zh: 甲, type: line }"), "Y2",
      "`url` 已经是字段或别的名称", "`url` is taken already"),
    Fault(
      "an identity that is no field", kind(more: "identity: [a, «aa»]\n"), "K5",
      "没有字段 `aa`", "there is no field `aa`"),
    Fault(
      "an order that is no field", kind(more: "order: «aa»\n"), "K5",
      "没有字段 `aa`", "there is no field `aa`"),
    Fault(
      "a date of the law that is no field", kind(more: "dated_by: «aa»\n"), "K5",
      "没有字段 `aa`", "there is no field `aa`"),
    Fault(
      "a title that is no text", kind(more: "title: «a»\n"), "T022",
      "", ""),
    Fault(
      "a derived value without an expression", kind() + "derived:\n  b: «{ label: 乙 }»\n", "K2",
      "缺少 `value`", "`value` is missing"),
    Fault(
      "a derived value with the name of a field", kind() + "derived:\n  «a»: { value: '1' }\n",
      "Y2", "`a` 已经是字段或别的名称", "`a` is taken already"),
    Fault(
      "an unknown name in an expression",
      kind() + "derived:\n  b: { value: '1 + «aa»' }\n", "T004",
      "这里没有叫 `aa` 的东西", "nothing here is called `aa`"),
    Fault(
      "an unknown filter", kind() + "derived:\n  b: { value: 'a | «rond»' }\n", "T005",
      "没有过滤器 `rond`", "there is no filter `rond`"),
    Fault(
      "types that do not go together",
      kind() + "derived:\n  b: { value: \"«a + '1'»\" }\n", "T014", "", ""),
    Fault(
      "an expression that is cut off",
      kind() + "derived:\n  b: { value: 'a +«»' }\n", "T001", "", ""),
    Fault(
      "derived in a circle",
      kind() + "derived:\n  «b»: { value: 'c' }\n  c: { value: 'b' }\n", "T052",
      "推算值 `b` 的类型定不下来：它用到了自己", "the type of `b` cannot be found: it needs itself"),
  ]

  @Test(arguments: faults)
  func `a fault of a declaration is named at its place`(fault: Fault) {
    let compiled = CompiledKinds(fault.text)
    #expect(compiled.codes == [fault.code], "\(compiled.messages)")
    #expect(compiled.places == compiled.marks)
    if fault.zh.isEmpty {
      #expect(compiled.messages.allSatisfy { $0[0] != $0[1] && !$0[0].isEmpty })
    } else {
      #expect(compiled.messages == [[fault.zh, fault.en]])
    }
  }

  private static func check(_ lines: String...) -> String {
    kind() + "checks:\n  X1:\n" + lines.map { "    \($0)\n" }.joined()
      + "    message: { zh-Hans: \"{{ a }}\", en: \"{{ a }}\" }\n"
  }

  static let checks: [Fault] = [
    Fault(
      "no condition",
      kind() + "checks:\n  X1: «{ level: error, at: a, message: { zh-Hans: 甲, en: a } }»\n", "K2",
      "缺少 `that`", "`that` is missing"),
    Fault(
      "a message in one language",
      kind() + "checks:\n  X1: { level: error, at: a, that: a > 1, message: «{ zh-Hans: 甲 }» }\n",
      "K2", "缺少 `en`", "`en` is missing"),
    Fault(
      "an unknown level", check("level: «fatal»", "at: a", "that: a > 1"), "K4",
      "level 只能是 error、warning 或 advice", "level is error, warning or advice"),
    Fault(
      "a condition that is neither true nor false", check("level: error", "at: a", "that: «a»"),
      "T016", "", ""),
    Fault(
      "an error that reads the day", check("level: error", "at: a", "that: «a < today.year»"),
      "T023", "错误级检查不能用到 `today`", "an error-level check cannot read `today`"),
    Fault(
      "a place that is no field", check("level: error", "at: «aa»", "that: a > 1"), "K5",
      "没有字段 `aa`", "there is no field `aa`"),
    Fault(
      "a basis that the law lacks",
      check("level: error", "at: a", "that: a > 1", "basis: «law.test.max»"), "K5",
      "法域里没有 `test.max` 这个值", "the jurisdiction has no value `test.max`"),
    Fault(
      "a value that the law lacks", check("level: error", "at: a", "that: a > law.«test».max"),
      "T012", "", ""),
    Fault(
      "a loop over no list", check("level: error", "each: x in «a»", "at: a", "that: x > 1"),
      "T018", "", ""),
    Fault(
      "a loop that is not written as one",
      check("level: error", "each: «x of a»", "at: a", "that: a > 1"),
      "K3", "each 应写成“名称 in 列表”", "each reads `name in list`"),
    Fault(
      "a figure that is unknown",
      check("level: error", "at: a", "that: a > 1", "expected: «bb»"), "T004",
      "这里没有叫 `bb` 的东西", "nothing here is called `bb`"),
    Fault(
      "a bad binding", check("level: error", "let: { c: a + «bb» }", "at: a", "that: a > c"),
      "T004",
      "这里没有叫 `bb` 的东西", "nothing here is called `bb`"),
    Fault(
      "a bad `when`", check("level: error", "when: «bb» > 1", "at: a", "that: a > 1"), "T004",
      "这里没有叫 `bb` 的东西", "nothing here is called `bb`"),
  ]

  @Test(arguments: checks)
  func `a fault of a check is named at its place`(fault: Fault) {
    `a fault of a declaration is named at its place`(fault: fault)
  }

  @Test func `a fault in a message has its column`() {
    let compiled = CompiledKinds(
      Self.kind() + """
        checks:
          X1:
            level: warning
            at: a
            that: "a > 1"
            message:
              zh-Hans: "只有 {{ «aa» }} 个"
              en: "only {{ a }}"

        """)
    #expect(compiled.codes == ["T004"])
    #expect(compiled.places == compiled.marks)
    let place = compiled.findings.first.map {
      $0.location.file.position(at: $0.location.range?.lower ?? 0)
    }
    #expect(place == Position(line: 11, column: 23))
  }

  @Test func `what is wrong in a rule hides nothing in its message`() {
    let compiled = CompiledKinds(
      Self.kind()
        + "checks:\n  X1: { level: error, at: a, that: «b» > 1, message: { zh-Hans: \"{{ «c» }}\", en: a } }\n"
    )
    #expect(compiled.codes == ["T004", "T004"])
    #expect(compiled.places == compiled.marks)
  }

  @Test func `a warning may read the day`() {
    let compiled = CompiledKinds(Self.check("level: warning", "at: a", "that: a < today.year"))
    #expect(compiled.codes == [])
  }

  @Test func `today read through a derived value counts as reading today`() {
    let compiled = CompiledKinds(
      Self.kind() + """
        derived:
          age: { value: "today.year - a" }
        checks:
          X1: { level: error, at: a, that: "«age > 1»", message: { zh-Hans: 甲, en: a } }

        """)
    #expect(compiled.codes == ["T023"])
    #expect(compiled.places == compiled.marks)
  }

  @Test func `two kinds do not share a name`() {
    let compiled = CompiledKinds(Self.kind(), "«»" + Self.kind())
    #expect(compiled.codes == ["Y2"])
    #expect(compiled.places == compiled.marks)
    #expect(
      compiled.messages == [
        ["种类 `test` 在 kinds/0.yml 里已经声明过", "the kind `test` is declared in kinds/0.yml already"]
      ])
  }

  @Test func `all faults of all files are said in one run`() {
    let compiled = CompiledKinds(
      Self.kind("a: { zh: 甲, type: «monney» }"), Self.kind(more: "«plase»: x\n"),
      "kind: third\nplace: third/*.md\nfields:\n  a: { zh: 甲, type: count, required: yes }\nderived:\n  b: { value: '«aa»' }\n"
    )
    #expect(compiled.codes == ["K4", "Y2", "K1", "T004"])
  }
}
