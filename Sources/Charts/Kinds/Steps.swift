import Language
import Values

extension Callable {
  /// A price through the years: level from each change to the next.
  static let steps = drawing(
    "steps", "rows", "from", "value", "to?", "title", "unit?", "note?", rows: "rows"
  ) { inputs in
    guard let from = inputs.column("from", [.date, .period(nil)]),
      let values = inputs.figures("value"), let caption = inputs.caption()
    else { return nil }
    var ends: Inputs.Slot?
    if inputs.call.has("to") {
      guard let to = inputs.column("to", [.date]) else { return nil }
      ends = to.slot
    }
    let lasts = ends
    return { given, number throws(Fault) in
      let starts = given.days(from.slot)
      let figures = given.figures(values.slot)
      let ends = lasts.map(given.days) ?? Array(repeating: nil, count: starts.count)
      let prices = starts.indices.compactMap { index -> Steps.Price? in
        guard let start = starts[index], let figure = figures[index] else { return nil }
        return Steps.Price(start: start, end: ends[index], figure: figure)
      }
      let steps = Steps(prices, values.measure, caption.words)
      var figure = given.figure(caption, absent: starts.count - prices.count)
      steps.tell(
        &figure,
        headings: (
          from.column.heading ?? caption.words(.from),
          given.text(caption.unit) ?? values.heading ?? caption.words(.value)
        ))
      return figure.html(caption.words, number: number) { steps.draw(on: &$0) }
    }
  }
}

/// A line that goes up and down in steps.
struct Steps {
  struct Price {
    let start: CivilDate
    /// The last day, if it is known.
    let end: CivilDate?
    let figure: Decimal
  }

  private let measure: Measure
  private let words: Words
  private let prices: [Price]

  private static let left: Length = 2
  private static let right: Length = 352
  private static let top: Length = 28
  private static let bottom: Length = 200

  init(_ prices: [Price], _ measure: Measure, _ words: Words) {
    self.measure = measure
    self.words = words
    self.prices = prices.enumerated().sorted {
      ($0.element.start.ordinal, $0.offset) < ($1.element.start.ordinal, $1.offset)
    }.map(\.element)
  }

  func tell(_ figure: inout Figure, headings: (from: String, value: String)) {
    figure.headings = [
      Figure.Heading(text: headings.from, isNumber: false), Figure.Heading(text: headings.value),
    ]
    figure.rows = prices.map { price in
      let end = price.end.map { words(.endsOn, words.day($0)) } ?? ""
      return Figure.Row(
        cells: [words.listed([words(.startsOn, words.day(price.start)), end])]
          + [measure.text(price.figure)])
    }
    figure.description = prices.map { price in
      words(.fromOn, words.day(price.start), measure.text(price.figure))
    }
    if let last = prices.last {
      figure.description[prices.count - 1] = words.listed([
        figure.description[prices.count - 1],
        last.end.map { words(.endsOn, words.day($0)) } ?? words(.stillOn),
      ])
    }
  }

  func draw(on drawing: inout Drawing) -> Length? {
    guard let first = prices.first, let last = prices.last else { return nil }
    let days = Axis(
      [Self.decimal(first.start.ordinal), Self.decimal(endOfAxis(first, last))],
      start: Self.left, end: Self.right)
    let figures = Axis(
      prices.map(\.figure), fromZero: true, start: Self.bottom, end: Self.top)
    let base = figures.position(of: .zero)
    drawing.line("past", from: Point(Self.left, base), to: Point(Drawing.width, base))
    let places = prices.enumerated().map { index, price in
      Place(
        start: days.position(of: Self.decimal(price.start.ordinal)),
        end: days.position(of: Self.decimal(end(of: index))), y: figures.position(of: price.figure))
    }
    for place in places {
      drawing.line("grid", from: Point(place.start, place.y), to: Point(place.start, base))
    }
    drawLine(places, on: &drawing)
    drawFigures(places, on: &drawing)
    drawDays(places, below: Self.bottom, on: &drawing)
    return Self.bottom + 26
  }

  private struct Place {
    let start: Length
    let end: Length
    let y: Length
  }

  private static func decimal(_ day: Int32) -> Decimal { Decimal(Int64(day)) }

  /// The day behind the last one on which a price holds.
  private func end(of index: Int) -> Int32 {
    let next = index + 1 < prices.count ? prices[index + 1].start.ordinal : nil
    let own = prices[index].end.map { $0.ordinal + 1 }
    if let next, let own { return min(next, max(own, prices[index].start.ordinal)) }
    return next ?? max(own ?? .min, endOfAxis(prices[0], prices[index]))
  }

  /// Nobody knows how long the last price will hold; it gets a fifth of the line, a year at least,
  /// so that the drawing does not change from day to day.
  private func endOfAxis(_ first: Price, _ last: Price) -> Int32 {
    if let end = last.end { return max(end.ordinal, last.start.ordinal) + 1 }
    return last.start.ordinal + max(365, (last.start.ordinal - first.start.ordinal) / 4)
  }

  private func drawLine(_ places: [Place], on drawing: inout Drawing) {
    var points: [Point] = []
    for place in places {
      // Where nothing held for a while, the line is broken.
      if let last = points.last, last.x < place.start {
        drawing.path("step", points)
        points = []
      }
      points += [Point(place.start, place.y), Point(place.end, place.y)]
    }
    drawing.path("step", points)
    guard let last = places.last, prices.last?.end == nil else { return }
    drawing.path(
      "own bar",
      [
        Point(last.end + 8, last.y), Point(last.end, last.y - 5), Point(last.end, last.y + 5),
      ], isClosed: true)
  }

  /// The figures above their steps; those that would lie on others are left to the table.
  private func drawFigures(_ places: [Place], on drawing: inout Drawing) {
    var taken: [Extent] = []
    // The last is what holds now, the first where it all began.
    let order = [places.count - 1, 0] + Array(places.indices.dropFirst().dropLast())
    for index in order.prefix(places.count) where index < places.count {
      let text = measure.text(prices[index].figure)
      let width = Lettering.value.width(of: text)
      let x = min(places[index].start + 3, Drawing.width - width)
      let extent = Extent(
        left: x, top: places[index].y - 22, right: x + width + 4, bottom: places[index].y - 4)
      guard !taken.contains(where: extent.overlaps) else { continue }
      taken.append(extent)
      drawing.text(text, .value, at: Point(x, places[index].y - 7))
    }
  }

  private func drawDays(_ places: [Place], below base: Length, on drawing: inout Drawing) {
    var taken: [Extent] = []
    let order = [places.count - 1, 0] + Array(places.indices.dropFirst().dropLast())
    for index in order.prefix(places.count) {
      let text = words.month(prices[index].start)
      let width = Lettering.small.width(of: text)
      let x = min(places[index].start, Drawing.width - width)
      let extent = Extent(left: x, top: 0, right: x + width + 8, bottom: 1)
      guard !taken.contains(where: extent.overlaps) else { continue }
      taken.append(extent)
      drawing.text(text, .small, at: Point(x, base + 18))
    }
  }
}
