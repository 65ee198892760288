import Testing

private let estate = Estate()

@Suite struct `Orders of texts` {
  @Test(arguments: [
    ("natural", "10栋 2栋 12号楼 A座", "2栋 10栋 12号楼 A座"),
    ("natural", "第十二 第二 第一百零五 第三 第二十", "第二 第三 第十二 第二十 第一百零五"),
    ("natural", "二〇二六 三期 壹贰 百合苑 一千零一夜", "三期 壹贰 一千零一夜 二〇二六 百合苑"),
    ("natural", "v1.10 v1.9 v1.9a", "v1.9 v1.9a v1.10"),
    ("natural", "99999999999999999999 1", "1 99999999999999999999"),
    ("pinyin", "张三 李四 王五 重庆 长安 阿七", "阿七 长安 重庆 李四 王五 张三"),
    ("pinyin", "張三 李四 單田芳 長安 重慶", "長安 重慶 李四 單田芳 張三"),
    ("pinyin", "单田芳 单元 曾国藩 解缙 解放路 重要 长孙", "单元 解放路 单田芳 解缙 曾国藩 长孙 重要"),
    ("pinyin", "仇和 区伯 区政府 查良镛 朴树 翟天临 任贤齐 任务", "区伯 朴树 仇和 区政府 任贤齐 任务 查良镛 翟天临"),
    ("pinyin", "吕 鲁 路 绿 乱 略 女 奴 暖", "鲁 路 吕 绿 乱 略 奴 女 暖"),
    ("pinyin", "章一 张二 张三", "张二 张三 章一"),
    ("pinyin", "星河10栋 星河2栋 Zoe alice 𠀀 阿七 3号", "3号 alice Zoe 阿七 星河2栋 星河10栋 𠀀"),
    ("stroke", "张三 李四 王五 重庆 长安 阿七", "王五 长安 张三 李四 阿七 重庆"),
    ("stroke", "丁一 一丁 10号 2号 a", "2号 10号 a 一丁 丁一"),
  ])
  func `are what people expect`(collation: String, texts: String, sorted: String) {
    let expression = "'\(texts)'|split|sort(collate='\(collation)')|join(' ')"
    #expect(estate.value(of: expression) == .text(sorted))
  }

  @Test(arguments: [
    ("['李四', '张三']|sort(collate='pinyin', reverse=true)|join(' ')", "张三 李四"),
    ("['b', 'B', 'a']|sort(collate='pinyin')|join", "abB"),
    ("['b', 'B', 'a']|sort(collate='pinyin', case_sensitive=true)|join", "Bab"),
    (
      "[['张', '2'], ['李', '10'], ['张', '1']]|sort(attribute='0,1', collate='pinyin')"
        + "|map('join')|join(' ')", "李10 张1 张2"
    ),
    ("estate.homes|sort(attribute='floor,number')|map(attribute='floor')|join", "05"),
    (
      "estate.homes|sort(attribute='owner.name', collate='stroke')|map(attribute='number')|first",
      "1-101"
    ),
    (
      "estate.homes|groupby('owner.name', default='无')|map(attribute='grouper')|join(' ')",
      "张三 无"
    ),
  ])
  func `go with the other parameters`(expression: String, text: String) {
    #expect(estate.value(of: expression) == .text(text))
  }

  @Test(arguments: [
    ("ints|sort(collate='pinyin')|join", "T014"), ("['a']|sort(collate='zhuyin')|join", "T008"),
    ("['a']|sort(collate=name)|join", "T008"),
    ("estate.homes|sort(attribute='floor,nmber')|join", "T012"),
  ])
  func `are for texts and must be known`(expression: String, code: String) {
    #expect(estate.value(of: expression) == .findings([code]))
  }
}
