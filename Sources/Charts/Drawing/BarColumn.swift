import Values

/// Bars one below the other, each with a name above it and a figure behind it.
struct BarColumn {
  let axis: Axis
  private let top: Length
  static let barHeight: Length = 15
  private static let lineHeight: Length = 20

  /// Room for the longest of `labels` is kept behind the bars.
  init(_ figures: [Decimal], labels: [String], from top: Length = 0) {
    let widest = labels.map(Lettering.value.width).max() ?? .zero
    let end = max(Drawing.width - 8 - widest, 160)
    axis = Axis(figures, fromZero: true, start: 1, end: end)
    self.top = top
  }

  struct Layout {
    let rows: [Row]
    let height: Length

    struct Row {
      /// The lines of the name, each with the foot of its letters.
      let lines: [(text: String, y: Length)]
      /// The upper edge of the bar.
      let bar: Length
    }
  }

  /// Where each name and bar stands; long names take two lines.
  func layout(_ names: [String]) -> Layout {
    var y = top
    var rows: [Layout.Row] = []
    for name in names {
      let lines = Lettering.plain.wrapped(name, in: Drawing.width - 2)
      let placed = lines.enumerated().map { (text: $1, y: y + 17 + $0 * Self.lineHeight) }
      let bar = y + 23 + (lines.count - 1) * Self.lineHeight
      rows.append(Layout.Row(lines: placed, bar: bar))
      y = bar + Self.barHeight + 11
    }
    return Layout(rows: rows, height: y)
  }

  func drawBar(
    _ look: Drawing.Look, from start: Decimal, to end: Decimal, y: Length,
    on drawing: inout Drawing
  ) {
    let (first, second) = (axis.position(of: start), axis.position(of: end))
    drawing.rectangle(
      look, x: min(first, second), y: y, width: max(first, second) - min(first, second),
      height: Self.barHeight)
  }

  /// The line at zero, from which all bars grow; only where some grow to the left.
  func drawZero(to bottom: Length, on drawing: inout Drawing) {
    guard axis.low < 0 else { return }
    let zero = axis.position(of: .zero)
    drawing.line("past", from: Point(zero, top), to: Point(zero, bottom))
  }

  /// The name above a bar and the figure behind its end, or behind zero if that lies further right.
  func drawTexts(
    _ row: Layout.Row, _ label: String, end: Decimal, on drawing: inout Drawing
  ) {
    for line in row.lines { drawing.text(line.text, at: Point(1, line.y)) }
    let x = max(axis.position(of: end), axis.position(of: .zero)) + 7
    drawing.text(label, .value, at: Point(x, row.bar + 13))
  }
}
