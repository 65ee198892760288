import Charts
import HTML
import Language
import Source
import Values

/// A street to draw: typed records as a site has them, made anew for each test.
struct Street {
  let schema: Schema
  private let inputs: [(name: String, type: Type, value: Value)]
  private let arena: Arena

  /// One estate of the street.
  struct Row: Sendable {
    var name: String? = "甲"
    var price: String?
    var before: String?
    var score: String?
    var group: String? = "东"
    var from: String?
    var to: String?
    var amount: String?
    var isOwn = false
  }

  private struct Shapes {
    var schema = Schema()
    let estate, holder: RecordID
    let kind: ChoiceID

    init() {
      kind = schema.add(
        ChoiceSet(
          name: "Kind",
          choices: [
            .init(word: "flat", labels: ["zh-Hans": "住宅", "zh-Hant": "住宅", "en": "Flats"])
          ]))
      holder = schema.add(RecordShape(name: "Holder"))
      estate = schema.add(RecordShape(name: "Estate"))
      schema[holder].add(Member("name", .string, labels: ["zh-Hans": "名称"]))
      let members: [(String, Type, String?)] = [
        ("name", .optional(.string), "名称"), ("price", .optional(.price), "单价"),
        ("before", .optional(.decimal), nil), ("score", .optional(.percent), "满意度"),
        ("group", .optional(.string), "街镇"), ("from", .optional(.date), "起"),
        ("to", .optional(.date), "止"), ("amount", .optional(.money), "金额"),
        ("isOwn", .bool, nil), ("holder", .optional(.record(holder)), nil), ("count", .int, "户数"),
        ("area", .area, "面积"), ("body", .html, nil), ("kind", .choice(kind), "类别"),
        ("year", .period(.year), "年份"),
      ]
      for (name, type, label) in members {
        schema[estate].add(
          Member(name, type, labels: label.map { ["zh-Hans": $0, "en": "«\($0)»"] } ?? [:]))
      }
    }
  }

  init(_ rows: [Row]) {
    let shapes = Shapes()
    let arena = Arena()
    schema = shapes.schema
    self.arena = arena
    let estates = rows.map { Self.estate($0, shapes, arena) }
    inputs = [
      ("rows", .list(.record(shapes.estate)), arena.list(estates)),
      ("own", .optional(.record(shapes.estate)), estates.last ?? .absent),
      ("one", .record(shapes.holder), arena.record([arena.text("某")])),
      ("today", .date, Self.day("2026-07-01")),
      ("money", .money, Value(coefficient: 100_00, scale: 2)),
      ("maybe", .optional(.money), .absent),
    ]
  }

  private static func estate(_ row: Row, _ shapes: Shapes, _ arena: Arena) -> Value {
    let cells: [String: Value] = [
      "name": row.name.map { arena.text($0) } ?? .absent, "price": number(row.price),
      "before": number(row.before), "score": number(row.score),
      "group": row.group.map { arena.text($0) } ?? .absent,
      "from": row.from.map(day) ?? .absent, "to": row.to.map(day) ?? .absent,
      "amount": number(row.amount), "isOwn": Value(row.isOwn), "count": Value(12_860),
      "area": Value(coefficient: 8_421_050, scale: 2), "body": arena.text("<b>好</b>", tag: .html),
      "kind": Value(choice: 0), "year": Value(Period(kind: .year, ordinal: 2020)),
      "holder": row.name.map { arena.record([arena.text($0)]) } ?? .absent,
    ]
    return arena.record(shapes.schema[shapes.estate].members.map { cells[$0.name] ?? .absent })
  }

  private static func number(_ text: String?) -> Value {
    guard let text else { return .absent }
    guard let number = try? Decimal(reading: text.utf8Span.span) else {
      preconditionFailure("a test writes numbers as numbers")
    }
    return Value(number)
  }

  private static func day(_ text: String) -> Value {
    guard let day = try? CivilDate(reading: text) else {
      preconditionFailure("the tests know the calendar")
    }
    return Value(day)
  }
}

// MARK: - Drawing

/// What came of a template.
enum Outcome {
  case html(String)
  case findings([Diagnostic])
  case fault(Fault)
}

extension Street {
  /// What a template gives, such as `{{ bars(rows, …) }}`.
  func outcome(
    of template: SourceFile, language: String = "zh-Hans", dialect: Checker.Dialect = .html
  ) -> Outcome {
    let library = Library(functions: Charts.functions)
    let parsed = Parser.parse(template)
    let checker = Checker(
      schema: schema, library: library, file: template, dialect: dialect, language: language)
    for input in inputs { checker.bind(input.name, input.type) }
    let checked = checker.checkTemplate("main", among: ["main": parsed.template])
    let findings = parsed.diagnostics + checker.diagnostics
    guard findings.isEmpty else { return .findings(findings) }
    let machine = Machine()
    do throws(RunFailure) {
      try machine.run(Compiler.compile(checked, of: checker), inputs.map(\.value))
    } catch {
      return .fault(error.fault)
    }
    return .html(machine.writer.text())
  }

  /// The HTML of one drawing; what went wrong in its place.
  func html(_ call: String, language: String = "zh-Hans") -> String {
    let file = SourceFile(path: "page.html.j2", text: "{{ \(call) }}")
    return switch outcome(of: file, language: language) {
    case .html(let html): html
    case .findings(let findings): "\(findings.map(\.message.chinese))"
    case .fault(let fault): "\(fault)"
    }
  }

  /// What is drawn, line by line, without what stands around it.
  func drawing(_ call: String, language: String = "zh-Hans") -> [String] {
    let lines = html(call, language: language).split(separator: "\n").map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("<desc") }),
      let end = lines.firstIndex(of: "</svg>")
    else { return lines }
    return Array(lines[(start + 1)..<end])
  }
}
