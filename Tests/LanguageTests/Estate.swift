import HTML
import Language
import Source
import TestSupport
import Values

/// A small estate to write templates about: a schema made by hand and two homes of it.
struct Estate {
  let schema: Schema
  let inputs: [(name: String, type: Type, value: Value)]
  private let arena: Arena

  init() {
    let shapes = Shapes()
    let arena = Arena()
    schema = shapes.schema
    inputs = Self.inputs(shapes, arena)
    self.arena = arena
  }
}

/// The record types of the estate.
private struct Shapes {
  var schema = Schema()
  let owner, room, home, estate: RecordID
  let kind, state: ChoiceID

  init() {
    kind = schema.add(
      ChoiceSet(
        name: "HomeKind",
        choices: [
          .init(word: "flat", labels: ["zh-Hans": "住宅", "en": "Flat"]),
          .init(word: "shop", labels: ["zh-Hans": "商铺", "en": "Shop"]),
          .init(word: "parking", labels: ["zh-Hans": "车位<地下>", "en": "Parking"]),
        ]))
    state = schema.add(
      ChoiceSet(
        name: "State",
        choices: [
          .init(word: "open", labels: ["zh-Hans": "公示中"]),
          .init(word: "ended", labels: ["zh-Hans": "已结束"]),
        ]))
    let declaration = SourceFile(path: "kinds/home.yml", text: "owner:\n  label: 业主\n")
    owner = schema.add(RecordShape(name: "Owner"))
    room = schema.add(RecordShape(name: "Room"))
    home = schema.add(RecordShape(name: "Home", declaration: Location(declaration, nil)))
    estate = schema.add(RecordShape(name: "Estate"))
    for (name, type) in [("name", Type.string), ("phone", .optional(.string))] {
      schema[owner].add(Member(name, type))
    }
    for (name, type) in [("name", Type.string), ("area", .area)] {
      schema[room].add(Member(name, type))
    }
    for (name, type, label) in homeMembers {
      schema[home].add(Member(name, type, labels: label.map { ["zh-Hans": $0] } ?? [:]))
    }
    let members: [(String, Type)] = [
      ("title", .string), ("homes", .list(.record(home))), ("built", .period(.year)),
    ]
    for (name, type) in members { schema[estate].add(Member(name, type)) }
  }

  private var homeMembers: [(String, Type, String?)] {
    [
      ("number", .string, "房号"), ("area", .area, "面积"), ("share", .percent, "份额"),
      ("fee", .optional(.price), "物业费"), ("deposit", .money, "押金"),
      ("owner", .optional(.record(owner)), "业主"), ("rooms", .list(.record(room)), nil),
      ("kind", .choice(kind), "用途"), ("state", .optional(.choice(state)), nil),
      ("moved", .optional(.date), "入住"), ("quarter", .period(.quarter), nil),
      ("note", .optional(.string), "备注"), ("floor", .int, "楼层"), ("ratio", .decimal, nil),
      ("isLet", .bool, nil), ("photo", .optional(.url), nil), ("body", .html, nil),
      ("link", .string, nil), ("page", .url, nil), ("sheet", .asset, nil), ("stay", .span, nil),
      ("met", .dateTime, nil), ("opens", .time, nil), ("words", .list(.string), nil),
      ("counts", .map(.int), nil),
    ]
  }
}

extension Estate {
  private static func inputs(_ shapes: Shapes, _ arena: Arena)
    -> [(name: String, type: Type, value: Value)]
  {
    let first = home(shapes, arena, number: "1-101", owner: "张三", isWhole: true)
    let second = home(shapes, arena, number: "2-<10>", owner: nil, isWhole: false)
    let estate = record(
      shapes.estate, shapes,
      [
        "title": arena.text("星河 & 花园"), "homes": arena.list([first, second]),
        "built": Value(Period(kind: .year, ordinal: 1996)),
      ], arena)
    return [
      ("estate", .record(shapes.estate), estate), ("home", .record(shapes.home), first),
      ("other", .record(shapes.home), second), ("n", .int, Value(3)),
      ("x", .decimal, Value(coefficient: 250, scale: 2)), ("s", .string, arena.text("a<b>&'\"")),
      ("name", .string, arena.text("Zoe")), ("yes", .bool, Value(true)),
      ("no", .bool, Value(false)),
      ("ints", .list(.int), arena.list([Value(3), Value(1), Value(2)])),
      ("empty", .list(.string), arena.list([Value]())),
      ("maybe", .optional(.string), .absent), ("given", .optional(.string), arena.text("有")),
      ("count", .optional(.int), Value(0)), ("today", .date, Value(day(2026, 10, 1))),
    ]
  }

  private static func home(
    _ shapes: Shapes, _ arena: Arena, number: String, owner: String?, isWhole: Bool
  ) -> Value {
    func text(_ string: String) -> Value { arena.text(string) }
    let rooms = [("客厅", 2050), ("卧室", 1280)].map { name, area in
      record(
        shapes.room, shapes,
        ["name": text(name), "area": Value(coefficient: Int64(area), scale: 2)], arena)
    }
    var cells: [String: Value] = [
      "number": text(number), "area": Value(coefficient: 8950, scale: 2),
      "share": Value(coefficient: 125, scale: 1),
      "deposit": Value(coefficient: 15_179_950, scale: 2),
      "rooms": arena.list(rooms), "kind": Value(choice: isWhole ? 0 : 2),
      "quarter": Value(Period(kind: .quarter, ordinal: 2026 * 4 + 2)),
      "floor": Value(isWhole ? 5 : 0),
      "ratio": Value(coefficient: 110, scale: 2), "isLet": Value(!isWhole),
      "body": arena.text("<p>好</p>", tag: .html), "link": text(isWhole ? "a b/?x" : "javascript:1"),
      "page": text("/ganquan/xinghe/?a=1&b=2"), "sheet": text("/assets/site.1a2b.css"),
      "stay": Value(span(day(2026, 3, 1), day(2026, 3, 31))),
      "met": Value(DateTime(date: day(2026, 3, 1), time: time(9, 5))), "opens": Value(time(8, 30)),
      "words": arena.list([text("b"), text("C"), text("a")]),
      "counts": arena.list([text("甲"), Value(2), text("乙"), Value(1)], tag: .map),
    ]
    if isWhole {
      cells["fee"] = Value(coefficient: 285, scale: 2)
      cells["moved"] = Value(day(2020, 2, 3))
      cells["note"] = text("安静")
      cells["state"] = Value(choice: 1)
      cells["photo"] = text("/photos/1 1.jpg")
    }
    if let owner {
      cells["owner"] = record(shapes.owner, shapes, ["name": text(owner)], arena)
    }
    return record(shapes.home, shapes, cells, arena)
  }

  private static func record(
    _ id: RecordID, _ shapes: Shapes, _ cells: [String: Value], _ arena: Arena
  ) -> Value {
    arena.record(shapes.schema[id].members.map { cells[$0.name] ?? .absent })
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = try? CivilDate(reading: "\(year)-\(month)-\(day)") else {
      preconditionFailure("the tests know the calendar")
    }
    return date
  }

  private static func span(_ first: CivilDate, _ last: CivilDate) -> DateSpan {
    guard let span = try? DateSpan(first: first, last: last) else {
      preconditionFailure("the tests know the calendar")
    }
    return span
  }

  private static func time(_ hour: Int, _ minute: Int) -> ClockTime {
    guard let time = try? ClockTime(hour: hour, minute: minute) else {
      preconditionFailure("the tests know the clock")
    }
    return time
  }
}

// MARK: - Running templates

/// What came of a template: its text, or why there is none.
enum Outcome: Equatable {
  case text(String)
  case findings([String])
  case fault(String)
}

extension Estate {
  /// As Jinja comes: no trimming unless a test says so.
  static let plainOptions = TemplateOptions(trimsBlocks: false, stripsBeforeBlocks: false)

  /// Checks the template `main`, with others that it may name.
  func check(
    _ main: SourceFile, _ others: [String: SourceFile] = [:], dialect: Checker.Dialect = .html,
    options: TemplateOptions = plainOptions
  ) -> (checked: CheckedProgram, checker: Checker, diagnostics: [Diagnostic]) {
    var templates: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, file) in others.merging(["main": main], uniquingKeysWith: { $1 }) {
      let parsed = Parser.parse(file, options: options)
      templates[name] = parsed.template
      diagnostics += parsed.diagnostics
    }
    let checker = Checker(schema: schema, library: Library(), file: main, dialect: dialect)
    for input in inputs {
      checker.bind(input.name, input.type, isGlobal: input.name == "today")
    }
    let checked = checker.checkTemplate("main", among: templates)
    return (checked, checker, (diagnostics + checker.diagnostics).inReadingOrder())
  }

  /// What a template writes, or the codes of what is wrong with it.
  func outcome(
    _ source: String, _ others: [String: String] = [:], dialect: Checker.Dialect = .html,
    options: TemplateOptions = plainOptions
  ) -> Outcome {
    let files = others.mapValues { SourceFile(path: "other", text: $0) }
    let main = SourceFile(path: "main", text: source)
    let (checked, checker, diagnostics) = check(main, files, dialect: dialect, options: options)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return .findings(errors.map(\.code)) }
    let machine = Machine()
    let program = Compiler.compile(checked, of: checker)
    do throws(RunFailure) {
      try machine.run(program, inputs.map(\.value))
    } catch {
      return .fault(error.fault.code)
    }
    return .text(machine.writer.text())
  }

  /// What a lone expression prints.
  func value(of expression: String, dialect: Checker.Dialect = .html) -> Outcome {
    outcome("{{ \(expression) }}", dialect: dialect)
  }
}
