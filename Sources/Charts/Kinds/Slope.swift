import Language
import Values

extension Callable {
  /// What a figure was and what it is, as a line for each row.
  static let slope = drawing(
    "slope", "rows", "label", "before", "after", "own?", "title", "before_title?", "after_title?",
    "unit?", "note?", "noun?", rows: "rows"
  ) { inputs in
    guard let labels = inputs.texts("label"), let after = inputs.figures("after"),
      let before = inputs.figures("before", like: after.measure), let own = inputs.ownership(),
      let caption = inputs.caption(), let beforeTitle = inputs.optionalText("before_title"),
      let afterTitle = inputs.optionalText("after_title")
    else { return nil }
    return { given, number throws(Fault) in
      let words = caption.words
      let texts = given.texts(labels.slot)
      let (olds, news) = (given.figures(before.slot), given.figures(after.slot))
      let isOwn = given.own(own, count: texts.count)
      var lines: [Slope.Line] = []
      for (index, text) in texts.enumerated() {
        guard let before = olds[index], let after = news[index] else { continue }
        lines.append(
          Slope.Line(
            label: text ?? words(.unreported), before: before, after: after, isOwn: isOwn[index]))
      }
      let slope = Slope(
        lines, after.measure, words, before: given.text(beforeTitle) ?? words(.before),
        after: given.text(afterTitle) ?? words(.after))
      var figure = given.figure(caption, drawn: lines.count, absent: texts.count - lines.count)
      slope.tell(
        &figure, heading: given.text(caption.noun) ?? labels.heading ?? words(.name))
      return figure.html(words, number: number) { slope.draw(on: &$0) }
    }
  }
}

/// Lines from one side to the other.
struct Slope {
  struct Line {
    let label: String
    let before: Decimal
    let after: Decimal
    let isOwn: Bool

    /// What was added; nil where no number has so many digits.
    var change: Decimal? { try? after.subtracting(before) }
  }

  private let lines: [Line]
  private let measure: Measure
  private let words: Words
  private let titles: (before: String, after: String)

  private static let top: Length = 40
  /// Names are at least this far apart.
  private static let apart: Length = 20

  init(_ lines: [Line], _ measure: Measure, _ words: Words, before: String, after: String) {
    self.lines = lines
    self.measure = measure
    self.words = words
    titles = (before, after)
  }

  func tell(_ figure: inout Figure, heading: String) {
    figure.headings = [
      Figure.Heading(text: heading, isNumber: false), Figure.Heading(text: titles.before),
      Figure.Heading(text: titles.after), Figure.Heading(text: words(.change)),
    ]
    figure.rows = lines.map { line in
      Figure.Row(
        cells: [
          line.label, measure.text(line.before), measure.text(line.after),
          line.change.map(measure.signed) ?? "—",
        ], isOwn: line.isOwn)
    }
    let counts: [(word: Word, count: Int)] = [
      (.rose, lines.count { $0.before < $0.after }), (.fell, lines.count { $0.after < $0.before }),
      (.same, lines.count { $0.before == $0.after }),
    ]
    figure.description = [
      words.listed(counts.filter { 0 < $0.count }.map { words($0.word, "\($0.count)") })
    ]
    for line in lines where line.isOwn {
      figure.description.append(
        "▶ \(line.label) \(measure.text(line.before)) → \(measure.text(line.after))")
    }
  }

  func draw(on drawing: inout Drawing) -> Length? {
    guard !lines.isEmpty else { return nil }
    let bottom = Self.top + max(160, (lines.count - 1) * Self.apart)
    let axis = Axis(
      lines.flatMap { [$0.before, $0.after] }, start: bottom, end: Self.top)
    let width = lines.map { Lettering.value.width(of: measure.text($0.before)) }.max() ?? 0
    let left = max(width + 22, 54)
    let right = min(left + 100, 190)
    let starts = lines.map { axis.position(of: $0.before) }
    let ends = lines.map { axis.position(of: $0.after) }
    // The reader's own lies upon the others.
    let order = lines.indices.filter { !lines[$0].isOwn } + lines.indices.filter { lines[$0].isOwn }
    for index in order {
      drawing.path(
        lines[index].isOwn ? "step" : "past",
        [Point(left, starts[index]), Point(right, ends[index])])
    }
    for index in order {
      for end in [Point(left, starts[index]), Point(right, ends[index])] {
        drawing.circle(lines[index].isOwn ? .own : .bar, at: end, radius: 4)
      }
    }
    drawFigures(starts, x: left - 22, bottom, on: &drawing)
    drawNames(ends, x: right + 22, bottom, on: &drawing)
    drawing.text(
      Lettering.small.fitted(titles.before, in: right - 4), .small, at: Point(1, 14))
    drawing.text(
      Lettering.small.fitted(titles.after, in: Drawing.width - right), .small,
      at: Point(right, 14))
    return bottom + 14
  }

  /// The figures before; one that several lines share stands once.
  private func drawFigures(
    _ starts: [Length], x: Length, _ bottom: Length, on drawing: inout Drawing
  ) {
    var seen: Set<Decimal> = []
    let shown = lines.indices.filter { seen.insert(lines[$0].before).inserted }
    let places = Spreading.spread(
      shown.map { starts[$0] }, apart: Self.apart, from: Self.top, to: bottom)
    for (index, y) in zip(shown, places) {
      drawing.line("grid", from: Point(x + 3, y), to: Point(x + 17, starts[index]))
      let isOwn = lines.contains { $0.isOwn && $0.before == lines[index].before }
      drawing.group(isOwn: isOwn) {
        $0.text(measure.text(lines[index].before), at: Point(x, y + 6), anchor: .end)
      }
    }
  }

  private func drawNames(
    _ ends: [Length], x: Length, _ bottom: Length, on drawing: inout Drawing
  ) {
    let places = Spreading.spread(ends, apart: Self.apart, from: Self.top, to: bottom)
    for (end, y) in zip(ends, places) {
      drawing.line("grid", from: Point(x - 17, end), to: Point(x - 3, y))
    }
    for (line, y) in zip(lines, places) {
      let text = "\(measure.text(line.after)) \(line.isOwn ? "▶ " : "")\(line.label)"
      drawing.group(isOwn: line.isOwn) {
        $0.text(Lettering.plain.fitted(text, in: Drawing.width - x), at: Point(x, y + 6))
      }
    }
  }
}
