import Charts
import Language
import Source
import Values

/// The typed data of the reference: a site with two estates, of which one is shown.
///
/// `docs/language.md` tells readers what is in it.
struct ReferenceEstate {
  let schema: Schema
  let library: Library
  let inputs: [(name: String, type: Type, value: Value)]
  private let arena: Arena

  init() {
    let shapes = ReferenceShapes()
    let arena = Arena()
    schema = shapes.schema
    self.arena = arena
    inputs = ReferenceValues(shapes: shapes, arena: arena).inputs
    library = Library(
      functions: Charts.functions + [
        Callable("asset", "name") { call in
          guard call.literal("name") != nil else { return nil }
          return call.constant("/assets/site.1a2b3c4d.css", .asset)
        },
        Callable("url_for", "target") { call in
          if let (address, _) = call.writtenText("target") { return call.constant(address, .url) }
          return call.argument("target").flatMap { call.member("url", of: $0) }
        },
      ])
  }
}

/// The record types of the reference.
private struct ReferenceShapes {
  var schema = Schema()
  let category, state: ChoiceID
  let contact, notice, fees, estate, site, page: RecordID

  init() {
    func choices(_ words: [(String, String)]) -> [ChoiceSet.Choice] {
      words.map { ChoiceSet.Choice(word: $0.0, labels: ["zh-Hans": $0.1]) }
    }
    category = schema.add(
      ChoiceSet(
        name: "Category",
        choices: choices([("notice", "公告"), ("publicity", "公示"), ("meeting", "会议通知")])))
    state = schema.add(
      ChoiceSet(name: "State", choices: choices([("open", "公示中"), ("ended", "已结束")])))
    contact = schema.add(RecordShape(name: "Contact"))
    notice = schema.add(RecordShape(name: "Notice"))
    fees = schema.add(RecordShape(name: "Fees"))
    estate = schema.add(RecordShape(name: "Estate"))
    site = schema.add(RecordShape(name: "Site"))
    page = schema.add(RecordShape(name: "Page"))
    add(contact, [("name", .string, "姓名"), ("phone", .optional(.string), "电话")])
    add(
      notice,
      [
        ("title", .string, "标题"), ("number", .optional(.string), "发文字号"),
        ("category", .choice(category), "类别"), ("state", .choice(state), "状态"),
        ("published", .date, "发布日期"), ("period", .optional(.span), "公示期"),
        ("meeting", .optional(.dateTime), "会议时间"), ("budget", .optional(.money), "预算"),
        ("places", .optional(.list(.string)), "张贴地点"),
        ("contact", .optional(.record(contact)), "联系方式"), ("body", .html, "正文"),
        ("url", .url, nil), ("link", .optional(.string), "链接"),
        ("corrects", .optional(.record(notice)), "更正"), ("heading", .string, nil),
      ])
    add(
      fees,
      [
        ("price", .price, "物业费"), ("rise", .optional(.percent), "涨幅"),
        ("income", .money, "收入"), ("spent", .money, "支出"), ("share", .decimal, "收缴率"),
        ("quarter", .period(.quarter), "季度"),
      ])
    add(
      estate,
      [
        ("name", .string, "名称"), ("street", .string, "街镇"), ("area", .area, "面积"),
        ("homes", .int, "户数"), ("built", .period(.year), "建成年份"),
        ("opens", .time, "接待时间"), ("hotline", .optional(.string), "热线"),
        ("fees", .optional(.record(fees)), "物业费"), ("notices", .list(.record(notice)), "公告"),
        ("url", .url, nil),
      ])
    add(site, [("title", .string, "名称"), ("estates", .list(.record(estate)), "小区")])
    add(page, [("address", .url, nil), ("title", .string, nil)])
  }

  private mutating func add(_ id: RecordID, _ members: [(String, Type, String?)]) {
    for (name, type, label) in members {
      schema[id].add(
        Member(
          name, type, role: label == nil ? .system : .field,
          labels: label.map { ["zh-Hans": $0] } ?? [:]))
    }
  }
}

/// The values of the reference.
private struct ReferenceValues {
  let shapes: ReferenceShapes
  let arena: Arena

  var inputs: [(name: String, type: Type, value: Value)] {
    let notice = cleaning
    let estate = estate(with: [notice, meeting(correcting: notice)])
    let site = record(
      shapes.site, ["title": text("阳光公示栏"), "estates": arena.list([estate, otherEstate])])
    let page = record(
      shapes.page, ["address": text("/ganquan/xinghe/"), "title": text("星河苑")])
    return [
      ("site", .record(shapes.site), site), ("today", .date, Value(day("2026-11-20"))),
      ("page", .record(shapes.page), page), ("estate", .record(shapes.estate), estate),
      ("notice", .record(shapes.notice), notice),
    ]
  }

  private var cleaning: Value {
    record(
      shapes.notice,
      [
        "title": text("关于清洗生活水箱的公告"), "heading": text("关于清洗生活水箱的公告"),
        "number": text("星河业委〔2026〕9号"),
        "category": Value(choice: 0), "state": Value(choice: 0),
        "published": Value(day("2026-11-12")),
        "period": Value(span(day("2026-11-12"), day("2026-11-27"))),
        "budget": Value(coefficient: 360_000, scale: 2),
        "places": arena.list([text("物业服务接待处"), text("公告栏")]),
        "contact": record(
          shapes.contact, ["name": text("业委会接待"), "phone": text("021-52340002")]),
        "body": arena.text("<p>9:00 至 17:00 <b>停水</b>。</p>", tag: .html),
        "url": text("/ganquan/xinghe/notices/2026-11-watertank/"),
        "link": text("javascript:alert(1)"),
      ])
  }

  private func meeting(correcting other: Value) -> Value {
    record(
      shapes.notice,
      [
        "title": text("业主大会会议通知"), "heading": text("业主大会会议通知"), "category": Value(choice: 2),
        "state": Value(choice: 1), "published": Value(day("2026-09-01")),
        "meeting": Value(DateTime(date: day("2026-09-20"), time: time(14, 30))),
        "body": arena.text("<p>请准时参加。</p>", tag: .html), "corrects": other,
        "url": text("/ganquan/xinghe/notices/2026-09-meeting/"),
        "link": text("/files/议程 1.pdf"),
      ])
  }

  private func estate(with notices: [Value]) -> Value {
    let fees = record(
      shapes.fees,
      [
        "price": Value(coefficient: 285, scale: 2), "rise": Value(coefficient: -194, scale: 1),
        "income": Value(coefficient: 12_840_050, scale: 2),
        "spent": Value(coefficient: 9_600_000, scale: 2),
        "share": Value(coefficient: 846, scale: 3),
        "quarter": Value(Period(kind: .quarter, ordinal: 2026 * 4 + 2)),
      ])
    return record(
      shapes.estate,
      [
        "name": text("星河苑"), "street": text("甘泉路街道"),
        "area": Value(coefficient: 842_105, scale: 1), "homes": Value(612),
        "built": Value(Period(kind: .year, ordinal: 1998)), "opens": Value(time(8, 30)),
        "hotline": text("021-52340001"), "fees": fees, "notices": arena.list(notices),
        "url": text("/ganquan/xinghe/"),
      ])
  }

  private var otherEstate: Value {
    record(
      shapes.estate,
      [
        "name": text("甘泉新村"), "street": text("甘泉路街道"),
        "area": Value(coefficient: 36_120, scale: 0), "homes": Value(380),
        "built": Value(Period(kind: .year, ordinal: 1958)), "opens": Value(time(9, 0)),
        "notices": arena.list([Value]()), "url": text("/ganquan/xincun/"),
      ])
  }

  private func text(_ string: String) -> Value { arena.text(string) }

  private func record(_ id: RecordID, _ cells: [String: Value]) -> Value {
    arena.record(shapes.schema[id].members.map { cells[$0.name] ?? .absent })
  }

  private func day(_ text: String) -> CivilDate {
    guard let date = try? CivilDate(reading: text) else {
      preconditionFailure("the reference knows the calendar")
    }
    return date
  }

  private func span(_ first: CivilDate, _ last: CivilDate) -> DateSpan {
    guard let span = try? DateSpan(first: first, last: last) else {
      preconditionFailure("the reference knows the calendar")
    }
    return span
  }

  private func time(_ hour: Int, _ minute: Int) -> ClockTime {
    guard let time = try? ClockTime(hour: hour, minute: minute) else {
      preconditionFailure("the reference knows the clock")
    }
    return time
  }
}
