import Source
import TestSupport
import Testing

@testable import YAML

/// Y6: the slips of Chinese typing.
struct SlipTests {
  @Test(arguments: [
    // Full-width colons.
    ("标题«：»关于清洗\n类别: 公告\n", "标题: 关于清洗\n类别: 公告\n"),
    ("标题«：»　关于清洗\n", "标题: 关于清洗\n"),
    ("标题 «：» 关于清洗\n", "标题 : 关于清洗\n"),
    ("\"标题\"«：»关于\n", "\"标题\": 关于\n"),
    ("公示期«：»{ days: 7 }\n", "公示期: { days: 7 }\n"),
    ("张贴地点«：»\n  - 公告栏\n", "张贴地点: \n  - 公告栏\n"),
    ("标题«：»关于 http://a.cn: 通知\n", "标题: 关于 http://a.cn: 通知\n"),
    ("联系方式:\n  姓名: 甲\n  电话«：»021\n", "联系方式:\n  姓名: 甲\n  电话: 021\n"),
    ("收入:\n  - 类别: 停车\n    项目«：»地面\n", "收入:\n  - 类别: 停车\n    项目: 地面\n"),
    ("收入:\n  - 类别«：»停车\n    项目: 地面\n", "收入:\n  - 类别: 停车\n    项目: 地面\n"),
    ("联系方式:\n  姓名«：»甲\n  电话: 021\n", "联系方式:\n  姓名: 甲\n  电话: 021\n"),
    ("x: { 类别«：»停车, 项目: 地面 }\n", "x: { 类别: 停车, 项目: 地面 }\n"),
    ("x: {\"类别\"«：»停车}\n", "x: {\"类别\": 停车}\n"),
    // No space after the colon.
    ("标题«:»关于\n", "标题: 关于\n"),
    ("标题«:»关于: 通知\n", "标题: 关于: 通知\n"),
    ("x: {金额«:»36}\n", "x: {金额: 36}\n"),
    // Full-width and no-break spaces.
    ("标题:«　»关于\n", "标题: 关于\n"),
    ("标题«　»: 关于\n", "标题: 关于\n"),
    ("«　»标题: 关于\n", "标题: 关于\n"),
    ("标题«\u{A0}»: 关于\n", "标题: 关于\n"),
    ("联系方式:\n«　　»姓名: 甲\n", "联系方式:\n  姓名: 甲\n"),
    ("x: { 类别«　»: 停车 }\n", "x: { 类别: 停车 }\n"),
    // Commas in brackets.
    ("x: { 类别: 停车«，»项目: 地面 }\n", "x: { 类别: 停车, 项目: 地面 }\n"),
    ("x: { 类别: \"停车\"«，»项目: 地面 }\n", "x: { 类别: \"停车\", 项目: 地面 }\n"),
    ("x: { 金额: «36,000.00» }\n", "x: { 金额: \"36,000.00\" }\n"),
    ("x: { 金额: «1,286,000.00元», a: b }\n", "x: { 金额: \"1,286,000.00元\", a: b }\n"),
    ("x: { 说明: «甲, 乙, 丙» }\n", "x: { 说明: \"甲, 乙, 丙\" }\n"),
    // Comments that cut.
    ("地点: 3 «#5 楼»\n", "地点: \"3 #5 楼\"\n"),
  ])
  func `a slip is named at its place and its fix mends it`(marked: String, mended: String) throws {
    let reading = Reading(marked)
    #expect(reading.codes == ["Y6"])
    #expect(reading.ranges == reading.text.marks)
    let fix = try #require(reading.diagnostics.first?.fixes.first)
    #expect(fixed(reading.text.file, by: fix) == mended)
  }

  @Test(arguments: [
    (
      "标题：关于\n", "「标题」后面是全角冒号「：」，要用半角冒号加一个空格",
      "'标题' is followed by a full-width colon '：'; it needs ':' and a space"
    ),
    ("标题:关于\n", "「标题:」后面少一个空格", "there is no space after '标题:'"),
    (
      "标题　: 关于\n", "键的旁边有全角空格（U+3000），这里只能用半角空格",
      "a full-width space (U+3000) stands beside a key; only ordinary spaces may"
    ),
    (
      "x: { a: 甲，b: 乙 }\n", "「{ }」和「[ ]」里的各项要用半角逗号隔开，这里是全角逗号「，」",
      "entries inside '{ }' and '[ ]' are parted by ','; this is a full-width comma '，'"
    ),
    (
      "x: { 金额: 36,000.00 }\n", "「{ }」里的逗号会把值截断：「000.00」成了一个没有值的键",
      "a comma inside '{ }' ends the value: '000.00' became a key without a value"
    ),
    ("x: { 电话 }\n", "「电话」后面没有冒号和值", "'电话' has no colon and no value"),
    (
      "地点: #5\n", "空格加「#」会把后面的文字变成注释，不会公示出来",
      "a '#' after a space turns the rest of the line into a comment that nobody will see"
    ),
  ])
  func `a slip is said in both languages`(text: String, chinese: String, english: String) {
    let reading = Reading(text)
    #expect(reading.codes == ["Y6"])
    #expect(reading.diagnostics.first?.message == Wording(zh: chinese, en: english))
    #expect(reading.diagnostics.first?.help.isEmpty == false)
    #expect(!reading.tree.isUsable)
  }

  @Test func `a number cut by commas is mended for certain, words cut by them are not`() {
    #expect(confidence("x: { 金额: 36,000.00 }\n") == .certain)
    #expect(confidence("x: { 金额: ¥1,286,000元 }\n") == .certain)
    #expect(confidence("x: { 金额: 36,00 }\n") == .likely)
    #expect(confidence("x: { 说明: 甲,乙 }\n") == .likely)
  }

  @Test func `a full-width comma that makes a list of one is a warning`() {
    let reading = Reading("x: [«公告栏，入口»]\n")
    #expect(reading.codes == ["Y6"])
    #expect(reading.diagnostics.first?.severity == .warning)
    #expect(reading.ranges == reading.text.marks)
    #expect(reading.outline == "{x: [‹公告栏，入口›]}")
    #expect(
      reading.diagnostics.first?.message
        == Wording(
          zh: "「[ ]」里只读到一项，因为各项之间是全角逗号「，」",
          en: "only one item is read inside '[ ]', since full-width commas '，' part the items"))
  }

  @Test func `every slip of a text is told in one run`() {
    let reading = Reading("标题«：»关于\n类别«:»公告\n地点: 3 «#5»\nx: { a«：»b }\n")
    #expect(reading.ranges == reading.text.marks)
  }

  @Test func `no more than twenty slips are told`() {
    let text = String(repeating: "标题：关于\n", count: 50)
    #expect(Reading(text).codes.count == 20)
  }

  @Test(arguments: [
    "标题: 关于：通知\n", "标题: 甲，乙", "标题: \"a: b #c：d\"\n",
    "标题: 'a: b #c：d'\n", "网址: http://a.cn:80/x#y\n", "时间: 08:30\n", "时间: 8:00 至 17:00：停水\n",
    "说明: |\n  标题：关于 #3\n  a:b\n  \t制表符\n  　　全角\n",
    "说明: >-\n  一：二\n\n  三:四\n尾: 1\n", "说明: 第一行\n  第二行：说明\n  third:line\n尾: 1\n",
    "说明: \"跨行\n  标题：关于\n  a:b # c\"\n尾: 1\n", "依据:\n  - 民法典：第278条\n  - 时间:08:30\n",
    "依据:\n  - \"a: b\"\n  - 'c：d'\n", "a: { b: \"x，y: z\", c: '1,000' }\n", "a: { b: 甲，乙 }\n",
    "a: [甲：乙, 丙，丁]\n", "a: { b: http://a.cn/x, c: 08:30 }\n", "a: [08:30, http://a.cn]\n",
    "a: {\n  b: 1,\n  c: [x,\n    y]\n}\n尾: 1\n", "a: [\n  x, # 注\n  y\n]\n",
    "# 标题：关于\na: 1\n  # 注：x\nb: 2\n", "a: '#3'\nb: x#3\n", "a:\n  b:\n    c: 1\n  d: 2\ne: 3\n",
    "a:\n- b: 1\n  c: 2\n- b: 3\nd: 4\n", "a: \"x\" # 注\nb: [1] # 注\n", "a: |  # 注\n  x\n",
    "'a：b': 1\n", "a: x\ty\n", "a:\n  - x\n  -\n    y: 1\n",
    "说明: |-\n\n  一\n尾: 1\n", "a:   \nb: 1\n", "a: it's\nb: say \"x\"\n", "a: { }\nb: [ ]\n",
  ])
  func `what is right is left alone`(text: String) {
    #expect(Reading(text).codes == [])
  }

  @Test func `a comment behind a value is an engineer's right in a declaration`() {
    let text = "a: 1 # one\nb: # two\n  c: 3\nd: { e: 4 } # four\n"
    #expect(Reading(text, limits: .declaration).outline == "{a: ‹1›, b: {c: ‹3›}, d: {e: ‹4›}}")
    #expect(Reading(text).codes == ["Y6", "Y6"])
  }

  @Test func `a text where a mapping was due tells its full-width colons on request`() throws {
    let reading = Reading("联系方式:\n  姓名«：»甲\n  电话«：»021\n类别: 甲乙\n")
    #expect(reading.codes == [])
    let root = try #require(reading.tree.root)
    let slips = try #require(root.value(of: "联系方式")).slipsIfMappingWasMeant
    #expect(slips.map(\.location.range) == reading.text.marks)
    #expect(slips.map(\.code) == ["Y6", "Y6"])
    #expect(try #require(root.value(of: "类别")).slipsIfMappingWasMeant.isEmpty)
  }

  @Test func `guesses inside a bracket that is never closed are not told`() {
    let reading = Reading("x: «{» a: 1\n标题：关于\n类别: 公告\n")
    #expect(reading.codes == ["Y1"])
    #expect(reading.ranges == reading.text.marks)
  }

  private func confidence(_ text: String) -> Fix.Confidence? {
    Reading(text).diagnostics.first?.fixes.first?.confidence
  }

  private func fixed(_ file: SourceFile, by fix: Fix) -> String {
    file.text(in: SourceRange(0, fix.range.lower)) + fix.replacement
      + file.text(in: SourceRange(fix.range.upper, file.bytes.count))
  }
}
