import Testing

/// K3, K4, S3: values that their types cannot read.
struct ValueTests {
  static let unreadable: [FaultyCase] = [
    FaultyCase(
      "a day the calendar lacks",
      .replace("发布日期: 2026-11-18", "发布日期: «⟦2026-02-30⇒2026-11-18⟧»", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 发布日期
        zh “2026-02-30”不能读作日期：日历上没有这一天
        en `2026-02-30` cannot be read as a date: the calendar has no such day
        expected 日期 | a date
        found 2026-02-30
        help 写法如：2026-03-01 或 2026年3月1日 | write it like: 2026-03-01
        """),
    FaultyCase(
      "an amount finer than a fen, in a sum",
      .replace("地面停车, 金额: 36000.00", "地面停车, 金额: «⟦36000.005⇒36000.00⟧»", in: "2026-Q3.md"),
      says: """
        K3 error 2026-Q3.md 收入[1].金额
        zh “36000.005”不能读作金额：最多 2 位小数
        en `36000.005` cannot be read as an amount: at most 2 decimals
        expected 金额 | an amount
        found 36000.005
        help 写法如：128400.50 | write it like: 128400.50
        """),
    FaultyCase(
      "a period of another kind",
      .replace("2026年第三季度", "«⟦2026年9月⇒2026年第三季度⟧»", in: "2026-Q3.md"),
      says: """
        K3 error 2026-Q3.md 期间
        zh “2026年9月”不能读作季度：是另一种期间
        en `2026年9月` cannot be read as a quarter: it is another kind of period
        expected 季度 | a quarter
        found 2026年9月
        help 写法如：2026-Q3 或 2026年第三季度 | write it like: 2026-Q3
        """),
    FaultyCase(
      "a wrong check digit",
      .replace("91310107MA1G000032", "«⟦91310107MA1G000033⇒91310107MA1G000032⟧»", in: "wanhe.md"),
      says: """
        K3 error wanhe.md 信用代码
        zh “91310107MA1G000033”不能读作统一社会信用代码：最后一位校验码应是 2
        en `91310107MA1G000033` cannot be read as a unified social credit code: the check digit should be 2
        expected 统一社会信用代码 | a unified social credit code
        found 91310107MA1G000033
        help 写法如：91310107MA1G000032 | write it like: 91310107MA1G000032
        """),
    FaultyCase(
      "no telephone number",
      .replace("021-52340001", "«⟦转接8分机⇒021-52340001⟧»", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 联系方式.电话
        zh “转接8分机”不能读作电话：不是电话号码的写法
        en `转接8分机` cannot be read as a telephone number: it is not written as a telephone number
        expected 电话 | a telephone number
        found 转接8分机
        help 写法如：021-52340001 | write it like: 021-52340001
        """),
    FaultyCase(
      "no web address",
      .replace(
        "https://gongshi.example/", "«⟦ftp://gongshi.example/⇒https://gongshi.example/⟧»",
        in: "site.md"),
      says: """
        K3 error site.md 网址
        zh `ftp://gongshi.example/` 不是网址：应以 https:// 或 http:// 开头
        en `ftp://gongshi.example/` is no web address: it starts with https:// or http://
        found ftp://gongshi.example/
        """),
    FaultyCase(
      "neither yes nor no",
      .replace("示例: 是", "示例: «⟦on⇒是⟧»", in: "site.md"),
      says: """
        K3 error site.md 示例
        zh “on”不能读作是或否：只能写是或否
        en `on` cannot be read as yes or no: only yes or no will do
        expected 是或否 | yes or no
        found on
        help 写法如：是、否 | write it like: yes, no
        """),
    FaultyCase(
      "a value where a list belongs",
      .replace("[公告栏, 各门牌幢入口]", "«⟦公告栏、各门牌幢入口⇒[公告栏, 各门牌幢入口]⟧»", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 张贴地点
        zh `张贴地点` 应写成列表
        en `张贴地点` takes a list
        found 公告栏、各门牌幢入口
        help 每一项另起一行，以“- ”开头 | give each entry a line that starts with `- `
        """),
    FaultyCase(
      "a list where a value belongs",
      .replace("151799.50元", "«⟦[151799.50元]⇒151799.50元⟧»", in: "2026-Q3.md"),
      says: """
        K3 error 2026-Q3.md 期末余额
        zh `期末余额` 应写一个值，这里是列表或键值
        en `期末余额` takes one value, this is a list or mapping
        """),
    FaultyCase(
      "a value where keys belong",
      .replace(
        "{ 姓名: 物业接待处, 电话: 021-52340001 }",
        "«⟦物业接待处⇒{ 姓名: 物业接待处, 电话: 021-52340001 }⟧»", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 联系方式
        zh `联系方式` 应写成几个键和值
        en `联系方式` takes keys and values
        found 物业接待处
        help 例如 { 姓名: …, 电话: …, 地址: … } | for example { name: …, phone: …, address: … }
        """),
    FaultyCase(
      "a value where a span belongs",
      .replace("{ days: 7 }", "«⟦7天⇒{ days: 7 }⟧»", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 公示期
        zh `公示期` 应写起止日期或天数
        en `公示期` takes a first and last day, or days
        found 7天
        help 例如 { 起: 2026-11-18, 止: 2026-11-25 } 或 { 天数: 7 } | for example { from: 2026-11-18, to: 2026-11-25 } or { days: 7 }
        """),
    FaultyCase(
      "a span with a last day and a number of days",
      .replace("{ days: 7 }", "«{ 止: 2026-11-26⟦, 天数: 7⇒⟧ }»", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 公示期
        zh `公示期` 的“止”和“天数”只写一个
        en `公示期` has both `to` and `days`; keep one
        """),
    FaultyCase(
      "a date in a span that cannot be read",
      .replace("{ days: 7 }", "{ 起: 2026-11-18, 止: «⟦11月26日⇒2026-11-26⟧» }", in: "watertank.md"),
      says: """
        K3 error 2026-11-watertank.md 公示期.止
        zh “11月26日”不能读作日期：不是年月日的写法
        en `11月26日` cannot be read as a date: it is not year, month and day
        expected 日期 | a date
        found 11月26日
        help 写法如：2026-03-01 或 2026年3月1日 | write it like: 2026-03-01
        """),
    FaultyCase(
      "several lines where one belongs",
      .replace("示例路100弄", "«⟦|\n  示例路\n  100弄⇒示例路100弄⟧»", in: "estate.md"),
      says: """
        K3 error estate.md 地址
        zh `地址` 只能写一行
        en `地址` takes a single line
        help 长的内容请写到正文里 | put longer text into the body
        """),
    FaultyCase(
      "two bad elements of one list",
      .replace("应到: 12, 实到: 12", "应到: «⟦十二⇒12⟧», 实到: «⟦012⇒12⟧»", in: "committee.md"),
      says: """
        K3 error committee.md 成员[1].应到
        zh “十二”不能读作个数：不是数字
        en `十二` cannot be read as a count: it is no number
        expected 个数 | a count
        found 十二
        help 写法如：1286 | write it like: 1286
        K3 error committee.md 成员[1].实到
        zh “012”不能读作个数：数字前面多了 0
        en `012` cannot be read as a count: it has a leading zero
        expected 个数 | a count
        found 012
        help 写法如：1286 | write it like: 1286
        """),
  ]

  @Test(arguments: unreadable)
  func `a value that its type cannot read is refused, and nothing is built on it`(
    faulty: FaultyCase
  ) throws {
    try faulty.verify()
  }

  static let choices: [FaultyCase] = [
    FaultyCase(
      "near a choice",
      .replace("职务: 主任", "职务: «⟦主仁⇒主任⟧»", in: "committee.md"),
      says: """
        K4 error committee.md 成员[1].职务
        zh `成员[1].职务` 没有“主仁”这个选项，是不是“主任”？
        en `成员[1].职务` has no choice `主仁`, did you mean `主任`?
        expected 主任、副主任、委员、候补委员 | chair, vice, member, alternate
        found 主仁
        help 可以写：主任、副主任、委员、候补委员 | choices: chair, vice, member, alternate
        fix 主仁 → 主任
        """),
    FaultyCase(
      "near an English choice",
      .replace("类别: 公告", "类别: «⟦publicty⇒publicity⟧»", in: "watertank.md"),
      .replace("海报: A4", "海报: A4", in: "watertank.md"),
      says: """
        K4 error 2026-11-watertank.md 类别
        zh `类别` 没有“publicty”这个选项，是不是“publicity”？
        en `类别` has no choice `publicty`, did you mean `publicity`?
        expected 公告、公示、会议通知、招标、紧急通知、其他 | notice, publicity, meeting, tender, emergency, other
        found publicty
        help 可以写：公告、公示、会议通知、招标、紧急通知、其他 | choices: notice, publicity, meeting, tender, emergency, other
        fix publicty → publicity
        """),
    FaultyCase(
      "near none",
      .replace("售后公房", "«⟦别墅⇒售后公房⟧»", in: "estate.md"),
      says: """
        K4 error estate.md 房屋类型
        zh `房屋类型` 没有“别墅”这个选项
        en `房屋类型` has no choice `别墅`
        expected 商品房、售后公房、动迁安置房、混合 | commodity, reform, resettlement, mixed
        found 别墅
        help 可以写：商品房、售后公房、动迁安置房、混合 | choices: commodity, reform, resettlement, mixed
        """),
    FaultyCase(
      "in the settings of checks",
      .replace("示例: 是", "示例: 是\n检查: { N1: «⟦不查⇒关闭⟧» }", in: "site.md"),
      says: """
        K4 error site.md 检查.N1
        zh `检查.N1` 没有“不查”这个选项
        en `检查.N1` has no choice `不查`
        expected 关闭 | off
        found 不查
        help 可以写：关闭 | choices: off
        """),
  ]

  @Test(arguments: choices)
  func `a choice is one of those declared`(faulty: FaultyCase) throws { try faulty.verify() }

  static let hidden: [FaultyCase] = [
    FaultyCase(
      "in a single line",
      .replace("标题: 关于清洗", "标题: 关于«⟦\u{200B}⇒⟧»清洗", in: "watertank.md"),
      says: """
        S3 error 2026-11-watertank.md 标题
        zh 这里藏着一个看不见的字符 U+200B（没有宽度）
        en an invisible character U+200B is hidden here (it has no width)
        help 多半是从网页或聊天软件复制时带进来的；请删掉这一处，再把文字重新打一遍 | it mostly comes along when text is copied from a web page or a chat; delete this spot and type the words again
        fix U+200B → nothing
        """),
    FaultyCase(
      "twice in a single line of a list",
      .replace("[公告栏, 各门牌幢入口]", "[公告«⟦\u{FEFF}⇒⟧»栏, 各门牌幢«⟦\u{200D}⇒⟧»入口]", in: "watertank.md"),
      says: """
        S3 error 2026-11-watertank.md 张贴地点[1]
        zh 这里藏着一个看不见的字符 U+FEFF（没有宽度）
        en an invisible character U+FEFF is hidden here (it has no width)
        help 多半是从网页或聊天软件复制时带进来的；请删掉这一处，再把文字重新打一遍 | it mostly comes along when text is copied from a web page or a chat; delete this spot and type the words again
        fix U+FEFF → nothing
        S3 error 2026-11-watertank.md 张贴地点[2]
        zh 这里藏着一个看不见的字符 U+200D（没有宽度）
        en an invisible character U+200D is hidden here (it has no width)
        help 多半是从网页或聊天软件复制时带进来的；请删掉这一处，再把文字重新打一遍 | it mostly comes along when text is copied from a web page or a chat; delete this spot and type the words again
        fix U+200D → nothing
        """),
    FaultyCase(
      "in a text of several lines",
      .replace(
        "接待日:", "会议:\n  - { 日期: 2026-05-06, 到会: 4, 议题: 预算, 决定: 同意«⟦\u{200B}⇒⟧» }\n接待日:",
        in: "committee.md"),
      says: """
        S3 warning committee.md 会议[1].决定
        zh 这里藏着一个看不见的字符 U+200B（没有宽度）
        en an invisible character U+200B is hidden here (it has no width)
        help 多半是从网页或聊天软件复制时带进来的；请删掉这一处，再把文字重新打一遍 | it mostly comes along when text is copied from a web page or a chat; delete this spot and type the words again
        fix U+200B → nothing
        """),
  ]

  @Test(arguments: hidden)
  func `a character that nobody sees is named`(faulty: FaultyCase) throws { try faulty.verify() }
}
