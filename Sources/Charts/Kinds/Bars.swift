import Language
import Values

extension Callable {
  /// Figures as bars from zero, sorted, with their median as a dashed line.
  static let bars = drawing(
    "bars", "rows", "label", "value", "own?", "title", "unit?", "note?", "noun?", "reverse?",
    rows: "rows"
  ) { inputs in
    guard let labels = inputs.texts("label"), let values = inputs.figures("value"),
      let own = inputs.ownership(), let caption = inputs.caption(),
      let isReversed = inputs.call.flag("reverse")
    else { return nil }
    return { given, number throws(Fault) in
      let texts = given.texts(labels.slot)
      let isOwn = given.own(own, count: texts.count)
      let figures = given.figures(values.slot)
      let rows = texts.indices.map { index in
        Bars.Row(
          label: texts[index] ?? caption.words(.unreported), value: figures[index],
          isOwn: isOwn[index])
      }
      let bars = Bars(rows, values.measure, caption.words, isReversed: isReversed)
      var figure = given.figure(caption, drawn: bars.rows.count, absent: bars.absent.count)
      bars.tell(
        &figure,
        headings: (
          given.text(caption.noun) ?? labels.heading ?? caption.words(.name),
          given.text(caption.unit) ?? values.heading ?? caption.words(.value)
        ))
      return figure.html(caption.words, number: number) { bars.draw(on: &$0) }
    }
  }
}

/// Horizontal bars.
struct Bars {
  struct Row {
    let label: String
    let value: Decimal?
    let isOwn: Bool
  }

  private let measure: Measure
  private let words: Words
  /// The rows with a figure, in the order in which they are drawn.
  let rows: [(row: Row, figure: Decimal)]
  /// The rows without one.
  let absent: [Row]
  private let median: Decimal?

  init(_ all: [Row], _ measure: Measure, _ words: Words, isReversed: Bool) {
    self.measure = measure
    self.words = words
    let present = all.compactMap { row in row.value.map { (row: row, figure: $0) } }
    // Those of one figure stay in the order in which they came.
    rows = present.enumerated().sorted { left, right in
      let (first, second) = (left.element.figure, right.element.figure)
      guard first == second else { return isReversed ? second < first : first < second }
      return left.offset < right.offset
    }.map(\.element)
    absent = all.filter { $0.value == nil }
    median = rows.count < 2 ? nil : measure.median(rows.map(\.figure).sorted())
  }

  func tell(_ figure: inout Figure, headings: (label: String, value: String)) {
    figure.headings = [
      Figure.Heading(text: headings.label, isNumber: false), Figure.Heading(text: headings.value),
    ]
    figure.rows =
      rows.map { Figure.Row(cells: [$0.row.label, measure.text($0.figure)], isOwn: $0.row.isOwn) }
      + absent.map { Figure.Row(cells: [$0.label, words(.unreported)], isOwn: $0.isOwn) }
    let sorted = rows.sorted { $0.figure < $1.figure }
    guard let lowest = sorted.first, let highest = sorted.last else { return }
    figure.description = [
      words.listed([
        words(.lowest, lowest.row.label, measure.text(lowest.figure)),
        words(.highest, highest.row.label, measure.text(highest.figure)),
        median.map { words(.median, measure.text($0)) } ?? "",
      ])
    ]
    for own in rows where own.row.isOwn {
      let place = rows.count { own.figure < $0.figure } + 1
      figure.description.append(
        words(.ownPlace, "▶ \(own.row.label)", measure.text(own.figure), "\(place)"))
    }
  }

  func draw(on drawing: inout Drawing) -> Length? {
    guard !rows.isEmpty else { return nil }
    let columns = BarColumn(
      rows.map(\.figure), labels: rows.map { measure.text($0.figure) }, from: Self.top(median))
    let layout = columns.layout(rows.map { ($0.row.isOwn ? "▶ " : "") + $0.row.label })
    for (row, place) in zip(rows, layout.rows) {
      columns.drawBar(
        row.row.isOwn ? .own : .bar, from: .zero, to: row.figure, y: place.bar, on: &drawing)
    }
    columns.drawZero(to: layout.height, on: &drawing)
    if let median { drawMedian(median, columns, layout, on: &drawing) }
    for (row, place) in zip(rows, layout.rows) {
      drawing.group(isOwn: row.row.isOwn) { drawing in
        columns.drawTexts(place, measure.text(row.figure), end: row.figure, on: &drawing)
      }
    }
    return layout.height
  }

  /// Where the rows begin: below the name of the median, if there is one.
  private static func top(_ median: Decimal?) -> Length { median == nil ? 0 : 24 }

  private func drawMedian(
    _ median: Decimal, _ columns: BarColumn, _ layout: BarColumn.Layout, on drawing: inout Drawing
  ) {
    let x = columns.axis.position(of: median)
    // A dark line would be lost on a dark bar.
    for (row, place) in zip(rows, layout.rows) where row.row.isOwn && median < row.figure {
      drawing.line("halo", from: Point(x, place.bar), to: Point(x, place.bar + BarColumn.barHeight))
    }
    drawing.line("median", from: Point(x, 20), to: Point(x, layout.height))
    let text = words(.median, measure.text(median))
    let half = Lettering.small.width(of: text).half
    drawing.text(
      text, .small, at: Point(min(max(x, half), Drawing.width - half), 14), anchor: .middle)
  }
}
