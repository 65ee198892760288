import Language
import Values

extension Callable {
  /// Two figures of each row against one another, with a cross at their medians.
  static let scatter = drawing(
    "scatter", "rows", "label", "x", "y", "own?", "title", "x_title?", "y_title?", "note?",
    "noun?", rows: "rows"
  ) { inputs in
    guard let labels = inputs.texts("label"), let x = inputs.figures("x"),
      let y = inputs.figures("y"), let own = inputs.ownership(),
      let caption = inputs.caption(), let xTitle = inputs.optionalText("x_title"),
      let yTitle = inputs.optionalText("y_title")
    else { return nil }
    return { given, number throws(Fault) in
      let words = caption.words
      let texts = given.texts(labels.slot)
      let (across, up) = (given.figures(x.slot), given.figures(y.slot))
      let isOwn = given.own(own, count: texts.count)
      let dots = texts.indices.compactMap { index -> Scatter.Dot? in
        guard let x = across[index], let y = up[index] else { return nil }
        return Scatter.Dot(
          label: texts[index] ?? words(.unreported), x: x, y: y, isOwn: isOwn[index])
      }
      let scatter = Scatter(
        dots, x: (given.text(xTitle) ?? x.heading ?? words(.value), x.measure),
        y: (given.text(yTitle) ?? y.heading ?? words(.value), y.measure), words)
      var figure = given.figure(caption, drawn: dots.count, absent: texts.count - dots.count)
      scatter.tell(
        &figure, heading: given.text(caption.noun) ?? labels.heading ?? words(.name))
      return figure.html(words, number: number) { scatter.draw(on: &$0) }
    }
  }
}

/// Dots in a field.
struct Scatter {
  struct Dot {
    let label: String
    let x: Decimal
    let y: Decimal
    let isOwn: Bool
  }

  private let dots: [Dot]
  private let x: Side
  private let y: Side
  private let words: Words

  private struct Side {
    let title: String
    let measure: Measure
    let median: Decimal?
  }

  private static let top: Length = 46
  private static let bottom: Length = 280
  /// With more dots than this only the reader's own has its name beside it.
  private static let mostLabels = 12

  init(_ dots: [Dot], x: (String, Measure), y: (String, Measure), _ words: Words) {
    self.dots = dots
    self.words = words
    self.x = Side(
      title: x.0, measure: x.1,
      median: dots.count < 2 ? nil : x.1.median(dots.map(\.x).sorted()))
    self.y = Side(
      title: y.0, measure: y.1,
      median: dots.count < 2 ? nil : y.1.median(dots.map(\.y).sorted()))
  }

  func tell(_ figure: inout Figure, heading: String) {
    figure.headings = [
      Figure.Heading(text: heading, isNumber: false), Figure.Heading(text: x.title),
      Figure.Heading(text: y.title),
    ]
    figure.rows = dots.map { dot in
      Figure.Row(
        cells: [dot.label, x.measure.text(dot.x), y.measure.text(dot.y)], isOwn: dot.isOwn)
    }
    figure.description =
      [medians]
      + dots.filter(\.isOwn).map { dot in
        words.listed([
          "◆ \(dot.label)", "\(x.title) \(x.measure.text(dot.x))",
          "\(y.title) \(y.measure.text(dot.y))",
        ])
      }
  }

  private var medians: String {
    guard let across = x.median, let up = y.median else { return "" }
    return words(
      .medians, "\(x.title) \(x.measure.text(across))", "\(y.title) \(y.measure.text(up))")
  }

  func draw(on drawing: inout Drawing) -> Length? {
    guard !dots.isEmpty else { return nil }
    let (up, upTicks) = Axis(dots.map(\.y), start: Self.bottom, end: Self.top)
      .rounded(steps: 4)
    let widest = upTicks.map { Lettering.small.width(of: y.measure.text($0.figure)) }.max()
    let left = (widest ?? 0) + 10
    let (across, acrossTicks) = Axis(dots.map(\.x), start: left + 8, end: 346)
      .rounded(steps: 4)
    drawGrid(upTicks, acrossTicks, left: left, on: &drawing)
    if let x = x.median, let y = y.median {
      let (x, y) = (across.position(of: x), up.position(of: y))
      drawing.line("median", from: Point(x, Self.top - 14), to: Point(x, Self.bottom))
      drawing.line("median", from: Point(left, y), to: Point(Drawing.width, y))
    }
    let places = dots.map { Point(across.position(of: $0.x), up.position(of: $0.y)) }
    for (dot, place) in zip(dots, places) where !dot.isOwn { drawing.circle(.bar, at: place) }
    for (dot, place) in zip(dots, places) where dot.isOwn { drawing.diamond(.own, at: place) }
    drawLabels(places, left: left, on: &drawing)
    return Self.bottom + 46
  }

  private func drawGrid(
    _ up: [Axis.Tick], _ across: [Axis.Tick], left: Length, on drawing: inout Drawing
  ) {
    for tick in up {
      drawing.line(
        "grid", from: Point(left, tick.position), to: Point(Drawing.width, tick.position))
      drawing.text(
        y.measure.text(tick.figure), .small, at: Point(left - 6, tick.position + 5), anchor: .end)
    }
    var free: Length = 0
    for tick in across {
      drawing.line(
        "grid", from: Point(tick.position, Self.top), to: Point(tick.position, Self.bottom))
      let text = x.measure.text(tick.figure)
      let half = Lettering.small.width(of: text).half
      let place = min(tick.position, Drawing.width - half)
      guard free <= place - half else { continue }
      drawing.text(text, .small, at: Point(place, Self.bottom + 18), anchor: .middle)
      free = place + half + 8
    }
    let room = Drawing.width - 2
    drawing.text("↑ " + Lettering.small.fitted(y.title, in: room - 20), .small, at: Point(1, 14))
    drawing.text(
      Lettering.small.fitted(x.title, in: room - 20) + " →", .small,
      at: Point(Drawing.width - 1, Self.bottom + 40), anchor: .end)
  }

  /// Names beside the dots, the reader's own first; a name that finds no room is left to the table.
  private func drawLabels(_ places: [Point], left: Length, on drawing: inout Drawing) {
    var taken = places.map {
      Extent(left: $0.x - 6, top: $0.y - 6, right: $0.x + 6, bottom: $0.y + 6)
    }
    let order =
      dots.indices.filter { dots[$0].isOwn }
      + (dots.count <= Self.mostLabels ? dots.indices.filter { !dots[$0].isOwn } : [])
    for index in order {
      let isOwn = dots[index].isOwn
      let lettering = isOwn ? Lettering.value : Lettering.small
      let label = lettering.fitted(dots[index].label, in: 200)
      let width = lettering.width(of: label)
      guard
        let (extent, place) = Self.candidates(places[index], width: width).first(where: { spot in
          left <= spot.0.left && spot.0.right <= Drawing.width && 20 <= spot.0.top
            && spot.0.bottom <= Self.bottom
            && !taken.contains { $0 != taken[index] && $0.overlaps(spot.0) }
        })
      else { continue }
      taken.append(extent)
      drawing.group(isOwn: isOwn) { $0.text(label, lettering, at: place) }
    }
  }

  /// Where a label may stand: right, left, above, below its dot.
  private static func candidates(_ dot: Point, width: Length) -> [(Extent, Point)] {
    [
      Point(dot.x + 11, dot.y + 5), Point(dot.x - 11 - width, dot.y + 5),
      Point(dot.x - width.half, dot.y - 12), Point(dot.x - width.half, dot.y + 23),
    ].map { place in
      let extent = Extent(
        left: place.x, top: place.y - 14, right: place.x + width, bottom: place.y + 4)
      return (extent, place)
    }
  }
}
