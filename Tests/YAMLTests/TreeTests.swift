import Source
import TestSupport
import Testing

@testable import YAML

struct TreeTests {
  @Test(arguments: [
    ("标题: 甲\n类别: 公告\n", "{标题: ‹甲›, 类别: ‹公告›}"),
    ("公示期: { days: 15 }\n张贴地点: [接待处, 公告栏]\n", "{公示期: {days: ‹15›}, 张贴地点: [‹接待处›, ‹公告栏›]}"),
    (
      "收入:\n  - { 类别: 停车, 金额: 36000.00 }\n  - { 类别: 广告 }\n",
      "{收入: [{类别: ‹停车›, 金额: ‹36000.00›}, {类别: ‹广告›}]}"
    ),
    ("收入:\n- 类别: 停车\n  金额: 1\n- 类别: 广告\n止: x\n", "{收入: [{类别: ‹停车›, 金额: ‹1›}, {类别: ‹广告›}], 止: ‹x›}"),
    ("a:\n  - - x\n    - y\n  - []\nb: {}\n", "{a: [[‹x›, ‹y›], []], b: {}}"),
    ("电话:\n传真: ''\n", "{电话: ∅, 传真: ‹›}"),
    ("a: 第一行\n  第二行：说明\n", "{a: ‹第一行 第二行：说明›}"),
    ("a: |\n  一\n  二\nb: >-\n  三\n  四\n", "{a: ‹一\n二\n›, b: ‹三 四›}"),
    ("a: \"x\\ty\\u4E1A\"\nb: 'it''s'\n", "{a: ‹x\ty业›, b: ‹it's›}"),
    ("# 注\n\na: 1\n  \n# 注\nb: 2", "{a: ‹1›, b: ‹2›}"),
    ("a: 1\r\nb:\r\n  - x\r\n", "{a: ‹1›, b: [‹x›]}"),
    ("{a: 1, b: [2]}\n", "{a: ‹1›, b: [‹2›]}"),
    ("a: { b: , c: 1 }\n", "{a: {b: ∅, c: ‹1›}}"),
    ("标题 : 甲\n", "{标题: ‹甲›}"),
    ("", "nothing"),
    ("# 只有注释\n", "nothing"),
  ])
  func `a text reads as its tree`(text: String, outline: String) {
    let reading = Reading(text)
    #expect(reading.codes == [])
    #expect(reading.tree.isUsable)
    #expect(reading.outline == outline)
  }

  @Test func `every node knows its bytes behind Chinese and behind a CR LF`() throws {
    let reading = Reading("一: «'甲'»\r\n二: «[«乙乙», «\"\\u4E19\"»]»\r\n三: «{ 四:  «丁» }»\r\n")
    let root = try #require(reading.tree.root)
    let values = root.entries.map(\.value)
    let elements = try #require(values.dropFirst().first).elements.map(\.range)
    let inner = try #require(values.last?.entries.first).value.range
    let found = [values[0].range, values[1].range] + elements + [values[2].range, inner]
    #expect(found == reading.text.marks)
  }

  @Test func `a block ends with its last word, not where the next thing begins`() throws {
    let reading = Reading("a:\n  «- x\n  - y»\n\n\nb: «|\n  一\n  二»\n\nc: 1\n")
    let values = try #require(reading.tree.root).entries.map(\.value.range)
    #expect(Array(values.prefix(2)) == reading.text.marks)
  }

  @Test func `the text of a scalar has the file's offsets unless quotes or lines change it`() throws
  {
    let reading = Reading("a: «plain»\nb: '«quoted»'\nc: «\"esc\\tape\"»\nd: «two\n  lines»\n")
    let values = try #require(reading.tree.root).entries.map(\.value)
    #expect(values.map(\.isTextInSource) == [true, true, false, false])
    #expect(
      values.map { $0.range(ofText: $0.bytes.startIndex..<$0.bytes.endIndex) } == reading.text.marks
    )
    #expect(values.map(\.text) == ["plain", "quoted", "esc\tape", "two lines"])
    #expect(values.map(\.isPlain) == [true, false, false, true])
  }

  @Test func `an empty plain value is absent and stands behind its colon`() throws {
    let reading = Reading("电话:«»\n传真: ''\n")
    let values = try #require(reading.tree.root).entries.map(\.value)
    #expect(values.map(\.isAbsent) == [true, false])
    #expect(values[0].range == reading.text.marks[0])
  }

  @Test func `a value is found by the bytes of its key`() throws {
    let root = try #require(Reading("业主: 1\n'业主人数': { 同意: 2 }\n").tree.root)
    #expect(root.value(of: "业主")?.text == "1")
    #expect(root.value(of: "业主人数")?.value(of: "同意")?.text == "2")
    #expect(root.value(of: "业") == nil)
    #expect(root.value(of: "业主")?.value(of: "同意") == nil)
  }

  @Test func `a mapping has no elements and a sequence no entries`() throws {
    let root = try #require(Reading("a: [x]\n").tree.root)
    #expect(root.elements.isEmpty)
    #expect(try #require(root.value(of: "a")).entries.isEmpty)
  }

  @Test func `a path speaks of keys as typed and counts elements from one`() throws {
    let tree = Reading("业主人数: { 同意: 1 }\n成员:\n  - 姓名: 甲\n  - 姓名: 乙\n    职务: 主任\n").tree
    let root = try #require(tree.root)
    let consent = try #require(root.value(of: "业主人数")?.value(of: "同意"))
    let second = try #require(root.value(of: "成员")?.elements.dropFirst().first)
    let post = try #require(second.value(of: "职务"))
    #expect(tree.path(of: consent).description == "业主人数.同意")
    #expect(tree.path(of: post).description == "成员[2].职务")
    #expect(NodePath.root.key("成员").element(1).key("职务") == tree.path(of: post))
    #expect(tree.path(of: root) == .root)
  }

  @Test func `a whole file is read past its byte order mark`() {
    let file = SourceFile(path: "kinds/x.yml", text: "\u{FEFF}kind: x # a remark\n")
    let (tree, diagnostics) = YAMLTree.readWhole(file)
    #expect(diagnostics.isEmpty)
    #expect(tree.root?.value(of: "kind")?.text == "x")
  }

  @Test func `a whole file that is no UTF-8 is unusable`() {
    let (tree, diagnostics) = YAMLTree.readWhole(SourceFile(path: "x", bytes: [0x61, 0xFF]))
    #expect(diagnostics.map(\.code) == ["S1"])
    #expect(!tree.isUsable && tree.root == nil)
  }
}
