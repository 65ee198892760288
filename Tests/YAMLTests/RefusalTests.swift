import Source
import TestSupport
import Testing

@testable import YAML

/// Y1 to Y5: what libyaml refuses, and what records do without.
struct RefusalTests {
  @Test(arguments: [
    (
      "a: b«:» c\n", "值里又有一个冒号加空格，分不清哪里是键、哪里是值",
      "the value holds another colon with a space, so key and value cannot be told apart"
    ),
    (
      "a: 1\n  «b:» 2\n", "这一行的缩进与上面各行对不上，被当成了上一个值的一部分",
      "this line's indentation makes it part of the value above"
    ),
    (
      "«标题关于»\n类别: x\n", "这一行没有「: 」，看不出哪里是键、哪里是值",
      "this line has no ': ' that parts a key from a value"
    ),
    ("a: «@»x\n", "值不能以「@」开头", "a value cannot begin with '@'"),
    ("a: «`»x\n", "值不能以「`」开头", "a value cannot begin with '`'"),
    ("a: «-» b\n", "「- 」不能与键写在同一行", "'- ' cannot stand on the line of a key"),
    ("标题: «\"»关于\n类别: x\n", "这个引号（\"）没有闭合", "this quote (\") is never closed"),
    (
      "标题: \"甲«\\»q\"\n", "双引号里的反斜杠「\\」有特别的意思，这里的写法读不懂",
      "a backslash inside double quotes has a special meaning, and this one has none"
    ),
    (
      "地点: «[»甲, 乙\n类别: x\n", "「[」里少了逗号，或者没有用「]」收尾",
      "a comma is missing inside this '[', or the ']' that closes it"
    ),
    (
      "联系: «{» 姓名: 甲\n  电话: 1 }\n", "「{」里少了逗号，或者没有用「}」收尾",
      "a comma is missing inside this '{', or the '}' that closes it"
    ),
    (
      "a: «| x»\n", "「|」或「>」后面不能再写文字，下面的各行要用空格缩进",
      "nothing may follow '|' or '>' on its line, and the lines below are indented by spaces"
    ),
    ("«\t»项目: x\n", "缩进用了制表符（Tab），只能用空格", "a tab indents this line; only spaces may"),
    (
      "a:\n  - x\n  «y: 1»\n", "列表里的这一行没有与上面的「-」对齐",
      "this line of a list is not aligned with the '-' above"
    ),
    ("a:\n    b: 1\n  «c: 2»\n", "这一行的缩进与上面各行对不上", "this line is not aligned with the lines above"),
    ("  a: 1\n«b: 2»\n", "这一行的缩进与上面各行对不上", "this line is not aligned with the lines above"),
    ("a: \"他说\"«好\"了\"»\n", "引号或括号收尾之后还有文字", "there is text after the closing quote or bracket"),
    ("a: [«,»]\n", "这里应当有一个值，却是「,」", "a value is due here, not ','"),
    ("«:» x\n", "冒号前面没有键", "no key stands before this colon"),
    ("«- a»\n- b\n", "这里应当是一行行的「键: 值」", "this should be lines of 'key: value'"),
    ("«\"标题\"»\n", "这里应当是一行行的「键: 值」", "this should be lines of 'key: value'"),
  ])
  func `what cannot be read is said plainly at its place`(
    marked: String, chinese: String, english: String
  ) {
    let reading = Reading(marked)
    #expect(reading.codes == ["Y1"])
    #expect(reading.ranges == reading.text.marks)
    #expect(reading.diagnostics.first?.message == Wording(zh: chinese, en: english))
    #expect(reading.diagnostics.first?.help.isEmpty == false)
    #expect(!reading.tree.isUsable && reading.tree.root == nil)
  }

  @Test(arguments: [
    ("a: b: c\n", "a: \"b: c\"\n"), ("标题: 甲: 乙:\n", "标题: \"甲: 乙:\"\n"), ("a: @x\n", "a: \"@x\"\n"),
    ("a: - b\n", "a: \"- b\"\n"),
  ])
  func `a value with a sign of YAML is mended by quotes`(text: String, mended: String) throws {
    let reading = Reading(text)
    let fix = try #require(reading.diagnostics.first?.fixes.first)
    let file = reading.text.file
    let whole =
      file.text(in: SourceRange(0, fix.range.lower)) + fix.replacement
      + file.text(in: SourceRange(fix.range.upper, file.bytes.count))
    #expect(whole == mended)
    #expect(Reading(whole).codes == [])
  }

  @Test func `an open bracket notes where reading came to a halt`() throws {
    let reading = Reading("地点: [甲, 乙\n类别«:» x\n")
    let note = try #require(reading.diagnostics.first?.notes.first)
    #expect(note.location?.range == reading.text.marks.first)
    #expect(note.message == Wording(zh: "读到这里接不下去了", en: "reading came to a halt here"))
  }

  @Test func `a key that stands twice is shown at both places and the rest is still read`() throws {
    let reading = Reading("«标题»: 甲\n成员:\n  - 姓名: 甲\n    «姓名»: 乙\n«标题»: 丙\n")
    let marks = reading.text.marks
    #expect(reading.codes == ["Y2", "Y2"])
    #expect(reading.ranges == [marks[2], marks[1]])
    #expect(reading.diagnostics.first?.notes.map(\.location?.range) == [marks[0]])
    #expect(reading.diagnostics.map(\.key) == ["标题", "成员[1].姓名"])
    #expect(
      reading.diagnostics.first?.message
        == Wording(zh: "「标题」写了两次", en: "'标题' stands here a second time"))
    #expect(
      reading.diagnostics.first?.notes.first?.message
        == Wording(zh: "第一次写在这里", en: "it first stands here"))
    #expect(reading.tree.isUsable)
    let root = try #require(reading.tree.root)
    #expect(root.entries.map(\.key.isRepeated) == [false, false, true])
    #expect(root.value(of: "标题")?.text == "甲")
  }

  @Test func `a key twice among many is found as well`() {
    let many = (1...40).map { "k\($0): \($0)\n" }.joined()
    let reading = Reading(many + "«k7»: again\n")
    #expect(reading.codes == ["Y2"])
    #expect(reading.ranges == reading.text.marks)
  }

  @Test(arguments: [
    (
      "a: «&x» 1\n", "「&x」是 YAML 的锚点、别名或标签，这里不用",
      "'&x' is a YAML anchor, alias or tag, which have no use here"
    ),
    (
      "a: «*x»\n", "「*x」是 YAML 的锚点、别名或标签，这里不用",
      "'*x' is a YAML anchor, alias or tag, which have no use here"
    ),
    (
      "a: [«*x», b]\n", "「*x」是 YAML 的锚点、别名或标签，这里不用",
      "'*x' is a YAML anchor, alias or tag, which have no use here"
    ),
    (
      "a: «!!str» 1\n", "「!!str」是 YAML 的锚点、别名或标签，这里不用",
      "'!!str' is a YAML anchor, alias or tag, which have no use here"
    ),
    (
      "a: «!重要» 1\n", "「!重要」是 YAML 的锚点、别名或标签，这里不用",
      "'!重要' is a YAML anchor, alias or tag, which have no use here"
    ),
    (
      "a: «*» 注\n", "「*」是 YAML 的锚点、别名或标签，这里不用",
      "'*' is a YAML anchor, alias or tag, which have no use here"
    ),
    ("«<<»: {a: 1}\n", "「<<」是 YAML 的合并键，这里不用", "'<<' is a YAML merge key, which has no use here"),
    (
      "«?» a\n: b\n", "键只能是一个词，不能用「?」，也不能是列表或一组键值",
      "a key is one word: no '?', no list and no mapping in its place"
    ),
    (
      "«[»a]: b\n", "键只能是一个词，不能用「?」，也不能是列表或一组键值",
      "a key is one word: no '?', no list and no mapping in its place"
    ),
    (
      "a: {«?» x : y}\n", "键只能是一个词，不能用「?」，也不能是列表或一组键值",
      "a key is one word: no '?', no list and no mapping in its place"
    ),
  ])
  func `anchors, aliases, tags, merge keys and complex keys are refused`(
    marked: String, chinese: String, english: String
  ) {
    let reading = Reading(marked)
    #expect(reading.codes == ["Y3"])
    #expect(reading.ranges == reading.text.marks)
    #expect(reading.diagnostics.first?.message == Wording(zh: chinese, en: english))
    #expect(!reading.tree.isUsable)
  }

  @Test func `every anchor and alias is told in one run`() {
    let reading = Reading("a: «&x» 1\nb: «*x»\nc: [«&y» {d: 1}, «*y»]\n")
    #expect(reading.codes == ["Y3", "Y3", "Y3", "Y3"])
    #expect(reading.ranges == reading.text.marks)
  }

  @Test(arguments: [
    "a: 1\n«--- b: 2»\n", "a: 1\n«...»\nb: 2\n", "«%YAML 1.1»\na: 1\n", "«--- !x»\n",
  ])
  func `a second document and a directive are refused`(marked: String) {
    let reading = Reading(marked)
    #expect(reading.codes == ["Y4"])
    #expect(reading.ranges == reading.text.marks)
    let line = reading.text.file.text(in: reading.text.marks[0])
    #expect(
      reading.diagnostics.first?.message
        == Wording(
          zh: "「\(line)」会另起一份 YAML 文档，这里只能有一份",
          en: "'\(line)' begins or ends a YAML document; only one may stand here"))
  }

  @Test func `nesting stops at its limit`() {
    let eight = "a: " + String(repeating: "[", count: 7) + String(repeating: "]", count: 7) + "\n"
    #expect(Reading(eight).codes == [])
    let nine =
      "a: " + String(repeating: "[", count: 7) + "«[»" + String(repeating: "]", count: 8) + "\n"
    let reading = Reading(nine)
    #expect(reading.codes == ["Y5"])
    #expect(reading.ranges == reading.text.marks)
    #expect(
      reading.diagnostics.first?.message
        == Wording(zh: "嵌套超过 8 层", en: "lists and mappings are nested more than 8 deep"))
  }

  @Test func `the number of nodes stops at its limit`() {
    // The root, the key and the list are three of the 2,000.
    let list = "a: [" + String(repeating: "x,", count: 1_997)
    #expect(Reading(list + "]\n").codes == [])
    let reading = Reading(list + "«y»]\n")
    #expect(reading.codes == ["Y5"])
    #expect(reading.ranges == reading.text.marks)
    #expect(
      reading.diagnostics.first?.message
        == Wording(zh: "开头的信息块超过 2000 项", en: "the front matter has more than 2000 items"))
  }

  @Test func `the size stops at its limit, between two characters`() {
    let fits = "a: " + String(repeating: "业", count: 21_844)
    #expect(Reading(fits + "x").codes == [])
    let reading = Reading(fits + "«»业")
    #expect(reading.codes == ["Y5"])
    #expect(reading.ranges == reading.text.marks)
    #expect(
      reading.diagnostics.first?.message
        == Wording(zh: "开头的信息块超过 64 KiB", en: "the front matter is over 64 KiB"))
    #expect(Reading(fits + "业", limits: .declaration).codes == [])
  }
}
