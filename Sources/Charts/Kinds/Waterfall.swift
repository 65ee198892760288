import Language
import Values

extension Callable {
  /// An account: what there was, what came in, what went out, what there is.
  static let waterfall = drawing(
    "waterfall", "opening", "income", "expense", "closing", "label", "value", "title", "unit?",
    "note?"
  ) { inputs in
    guard let opening = inputs.figure("opening"),
      let closing = inputs.figure("closing", like: opening.measure),
      let income = inputs.items("income", opening.measure),
      let expense = inputs.items("expense", opening.measure), let caption = inputs.caption()
    else { return nil }
    return { given, number throws(Fault) in
      let waterfall = try Fault.catching { () throws(ArithmeticFault) in
        try Waterfall(
          opening: given.figure(opening.slot), income: given.items(income, caption.words),
          expense: given.items(expense, caption.words), closing: given.figure(closing.slot),
          opening.measure, caption.words)
      }
      var figure = given.figure(caption, absent: waterfall.absent)
      waterfall.tell(&figure)
      return figure.html(caption.words, number: number) { waterfall.draw(on: &$0) }
    }
  }
}

/// A balance, the items that change it, and the balance after them.
struct Waterfall {
  typealias Item = (label: String, amount: Decimal?)

  private let measure: Measure
  private let words: Words
  private let steps: [Step]
  /// How many items have no amount.
  let absent: Int
  private let sums: (income: Decimal, expense: Decimal)

  private struct Step {
    let kind: Kind
    let label: String
    /// What is added or, below zero, taken away; of a balance, the balance.
    let amount: Decimal
    let start: Decimal
    let end: Decimal

    enum Kind { case balance, income, expense, unexplained }
  }

  init(
    opening: Decimal, income: [Item], expense: [Item], closing: Decimal, _ measure: Measure,
    _ words: Words
  ) throws(ArithmeticFault) {
    self.measure = measure
    self.words = words
    absent = (income + expense).count { $0.amount == nil }
    var sum = opening
    var steps = [
      Step(kind: .balance, label: words(.opening), amount: opening, start: .zero, end: opening)
    ]
    var sums = (income: Decimal.zero, expense: Decimal.zero)
    func add(_ kind: Step.Kind, _ label: String, _ amount: Decimal) throws(ArithmeticFault) {
      let next = try sum.adding(amount)
      steps.append(Step(kind: kind, label: label, amount: amount, start: sum, end: next))
      sum = next
    }
    for item in income {
      guard let amount = item.amount else { continue }
      try add(.income, item.label, amount)
      sums.income = try sums.income.adding(amount)
    }
    for item in expense {
      guard let amount = item.amount else { continue }
      try add(.expense, item.label, try amount.negated())
      sums.expense = try sums.expense.adding(amount)
    }
    if sum != closing {
      try add(.unexplained, words(.unexplained), try closing.subtracting(sum))
    }
    steps.append(
      Step(kind: .balance, label: words(.closing), amount: closing, start: .zero, end: closing))
    self.steps = steps
    self.sums = sums
  }

  func tell(_ figure: inout Figure) {
    figure.headings = [
      Figure.Heading(text: words(.item), isNumber: false), Figure.Heading(text: words(.amount)),
    ]
    figure.rows = steps.map { Figure.Row(cells: [$0.label, text($0)]) }
    let (first, last) = (steps[0].amount, steps[steps.count - 1].amount)
    figure.description = [
      words(
        .flow, measure.text(first), measure.text(sums.income), measure.text(sums.expense),
        measure.text(last))
    ]
    for step in steps where step.kind == .unexplained {
      figure.description.append("\(step.label) \(text(step))")
    }
  }

  private func text(_ step: Step) -> String {
    step.kind == .balance ? measure.text(step.amount) : measure.signed(step.amount)
  }

  func draw(on drawing: inout Drawing) -> Length? {
    let columns = BarColumn(steps.flatMap { [$0.start, $0.end] }, labels: steps.map(text))
    let layout = columns.layout(steps.map(\.label))
    if steps.contains(where: { $0.kind == .expense }) { drawing.defineHatching() }
    columns.drawZero(to: layout.height, on: &drawing)
    for (index, (step, place)) in zip(steps, layout.rows).enumerated() {
      columns.drawBar(look(step.kind), from: step.start, to: step.end, y: place.bar, on: &drawing)
      guard index + 1 < layout.rows.count else { continue }
      // What one step leaves, the next begins with.
      let x = columns.axis.position(of: step.end)
      let below = layout.rows[index + 1].bar
      drawing.line(
        "grid", from: Point(x, place.bar + BarColumn.barHeight), to: Point(x, below))
    }
    for (step, place) in zip(steps, layout.rows) {
      columns.drawTexts(place, text(step), end: max(step.start, step.end), on: &drawing)
    }
    return layout.height
  }

  private func look(_ kind: Step.Kind) -> Drawing.Look {
    switch kind {
    case .balance: .own
    case .income: .hollow
    case .expense: .hatched
    case .unexplained: .bar
    }
  }
}

extension Inputs {
  fileprivate struct Items: Sendable {
    let labels: Slot
    let amounts: Slot
  }

  /// A list of its own, with the paths that both lists share; nil after a finding.
  fileprivate mutating func items(_ list: String, _ measure: Measure) -> Items? {
    guard let rows = listed(list), let labels = texts("label", of: rows),
      let amounts = figures("value", of: rows, like: measure)
    else { return nil }
    return Items(labels: labels.slot, amounts: amounts.slot)
  }
}

extension Given {
  fileprivate func items(_ items: Inputs.Items, _ words: Words) -> [Waterfall.Item] {
    zip(texts(items.labels), figures(items.amounts)).map { label, amount in
      (label ?? words(.unreported), amount)
    }
  }
}
