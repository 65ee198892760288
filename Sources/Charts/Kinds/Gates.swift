import Language
import Source
import Values

extension Callable {
  /// The two measures of a vote, owners and floor area, and the lines that each must reach.
  static let gates = drawing(
    "gates", "persons_for", "persons_voting", "persons_total", "area_for", "area_voting",
    "area_total", "turnout", "consent", "strictly?", "title", "note?"
  ) { inputs in
    guard let persons = inputs.measure("persons", [.int]),
      let area = inputs.measure("area", [.area, .int, .decimal]),
      let turnout = inputs.value("turnout", [.list(.int)]),
      let consent = inputs.value("consent", [.list(.int)]),
      let strictly = inputs.flag("strictly"), let caption = inputs.caption()
    else { return nil }
    return { given, number throws(Fault) in
      let words = caption.words
      let reached = try Gates.Line.reading(given[turnout.slot], isStrict: false)
      let agreed = try Gates.Line.reading(
        given[consent.slot], isStrict: given[strictly].isTrue)
      let gates = try Fault.catching { () throws(ArithmeticFault) in
        try Gates(
          [
            (
              words(.turnout, words(.persons)), .number, given.figure(persons.voting),
              given.figure(persons.total), reached
            ),
            (
              words(.turnout, words(.area)), area.unit, given.figure(area.voting),
              given.figure(area.total), reached
            ),
            (
              words(.consent, words(.persons)), .number, given.figure(persons.for),
              given.figure(persons.voting), agreed
            ),
            (
              words(.consent, words(.area)), area.unit, given.figure(area.for),
              given.figure(area.voting), agreed
            ),
          ], words)
      }
      var figure = given.figure(caption)
      gates.tell(&figure)
      return figure.html(words, number: number) { gates.draw(on: &$0) }
    }
  }
}

/// Shares that must reach a line.
struct Gates {
  /// What must be reached, as law writes it: [2, 3].
  struct Line {
    let part: Int64
    let whole: Int64
    /// Whether the line itself is not enough.
    let isStrict: Bool

    /// The line in a value; nil where law has none, as before a law was in force.
    static func reading(_ value: Value, isStrict: Bool) throws(Fault) -> Line? {
      guard !value.isAbsent, value.count != 0 else { return nil }
      let numbers = value.elements.map(\.integer)
      guard numbers.count == 2, 0 <= numbers[0], numbers[0] <= numbers[1],
        (1...1000).contains(numbers[1])
      else {
        throw .refused(
          Wording(
            zh: "比例要写成 [2, 3] 这样的两个整数，前一个不大于后一个",
            en: "a share is written as two whole numbers, the first not the larger: [2, 3]"))
      }
      return Line(part: numbers[0], whole: numbers[1], isStrict: isStrict)
    }

    var text: String { "\(part)/\(whole)" }

    /// Whether `part` of `whole` is enough.
    func isReached(by part: Decimal, of whole: Decimal) throws(ArithmeticFault) -> Bool {
      guard 0 < whole.signum else { return false }
      let share = try Quotient(part, over: whole)
      let line = try Quotient(Decimal(self.part), over: Decimal(self.whole))
      return isStrict ? line < share : line <= share
    }
  }

  private let gates: [Gate]
  private let words: Words

  private struct Gate {
    let name: String
    let figures: String
    let percent: String
    /// How far the bar goes.
    let share: (part: Decimal, whole: Decimal)
    /// What is to be reached and whether it is; nil where law says nothing.
    let line: Line?
    let isReached: Bool
  }

  init(
    _ gates: [(name: String, measure: Measure, part: Decimal, whole: Decimal, line: Line?)],
    _ words: Words
  ) throws(ArithmeticFault) {
    self.words = words
    var all: [Gate] = []
    for gate in gates {
      all.append(
        Gate(
          name: gate.name,
          figures: "\(gate.measure.text(gate.part)) / \(gate.measure.text(gate.whole))",
          percent: try Measure.share(gate.part, of: gate.whole) ?? "—",
          share: (gate.part, gate.whole), line: gate.line,
          isReached: try gate.line?.isReached(by: gate.part, of: gate.whole) ?? true))
    }
    self.gates = all
  }

  /// Passed or not; nil where nobody knows what it takes.
  private var outcome: String? {
    guard gates.allSatisfy({ $0.line != nil }) else { return nil }
    let missed = gates.count { !$0.isReached }
    return missed == 0 ? words(.allReached) : words(.someMissed, "\(missed)")
  }

  private func required(_ gate: Gate) -> String? {
    gate.line.map { words($0.isStrict ? .moreThan : .atLeast, $0.text) }
  }

  private func state(_ gate: Gate) -> String? {
    gate.line.map { _ in words(gate.isReached ? .reached : .missed) }
  }

  func tell(_ figure: inout Figure) {
    figure.description =
      gates.map { gate in
        words.listed([
          "\(gate.name) \(gate.percent)", required(gate) ?? "", state(gate) ?? "",
        ])
      } + [outcome ?? ""]
    figure.headings = [
      Figure.Heading(text: words(.item), isNumber: false), Figure.Heading(text: words(.shareAlone)),
      Figure.Heading(text: words(.required)),
      Figure.Heading(text: words(.outcome), isNumber: false),
    ]
    figure.rows = gates.map { gate in
      Figure.Row(cells: [
        gate.name, gate.percent, required(gate) ?? "—", state(gate) ?? "—",
      ])
    }
  }

  func draw(on drawing: inout Drawing) -> Length? {
    let height: Length = 74
    for (index, gate) in gates.enumerated() {
      draw(gate, top: index * height, on: &drawing)
    }
    let bottom = gates.count * height
    guard let outcome else { return bottom - 10 }
    drawing.text(outcome, .value, at: Point(1, bottom + 12))
    return bottom + 20
  }

  private func draw(_ gate: Gate, top: Length, on drawing: inout Drawing) {
    let end: Length = 359
    let axis = Axis([.zero, gate.share.whole], start: 1, end: end)
    let reached = min(max(gate.share.part, .zero), gate.share.whole)
    drawing.rectangle(.hollow, x: 1, y: top + 24, width: end - 1, height: 16)
    if 0 < gate.share.whole.signum {
      drawing.rectangle(
        gate.isReached ? .own : .bar, x: 1, y: top + 24, width: axis.position(of: reached) - 1,
        height: 16)
    }
    drawing.text("\(gate.name) \(gate.percent)", .value, at: Point(1, top + 17))
    drawing.text(gate.figures, .small, at: Point(1, top + 57))
    guard let line = gate.line, let text = required(gate), let state = state(gate) else { return }
    let x = Axis([.zero, Decimal(line.whole)], start: 1, end: end)
      .position(of: Decimal(line.part))
    drawing.line("halo", from: Point(x, top + 24), to: Point(x, top + 40))
    drawing.line("median", from: Point(x, top + 20), to: Point(x, top + 46))
    let half = Lettering.small.width(of: text).half
    drawing.text(
      text, .small, at: Point(min(x, Drawing.width - half), top + 15), anchor: .middle)
    drawing.text(
      (gate.isReached ? "✓ " : "✗ ") + state, .value, at: Point(end, top + 58), anchor: .end)
  }
}

extension Inputs {
  fileprivate struct VoteMeasure: Sendable {
    let `for`: Slot
    let voting: Slot
    let total: Slot
    let unit: Measure
  }

  /// The three figures of a measure; nil after a finding.
  fileprivate mutating func measure(_ name: String, _ types: [Type]) -> VoteMeasure? {
    guard let agreeing = value("\(name)_for", types), let voting = value("\(name)_voting", types),
      let total = value("\(name)_total", types)
    else { return nil }
    return VoteMeasure(
      for: agreeing.slot, voting: voting.slot, total: total.slot,
      unit: Measure(total.type) ?? .number)
  }
}
