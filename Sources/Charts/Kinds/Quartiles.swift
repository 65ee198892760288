import Language
import Values

extension Callable {
  /// How figures are spread in each group: quartiles as a box, single points where there are few.
  static let quartiles = drawing(
    "quartiles", "rows", "group", "value", "own?", "title", "unit?", "note?", "noun?",
    rows: "rows"
  ) { inputs in
    guard let groups = inputs.texts("group"), let values = inputs.figures("value"),
      let own = inputs.ownership(), let caption = inputs.caption()
    else { return nil }
    return { given, number throws(Fault) in
      let texts = given.texts(groups.slot)
      let figures = given.figures(values.slot)
      let isOwn = given.own(own, count: texts.count)
      let rows = texts.indices.map { index in
        (group: texts[index], figure: figures[index], isOwn: isOwn[index])
      }
      let quartiles = Quartiles(rows, values.measure, caption.words)
      var figure = given.figure(
        caption, drawn: quartiles.count, absent: rows.count - quartiles.count)
      quartiles.tell(&figure, heading: groups.heading ?? caption.words(.group)) {
        given.count($0, caption)
      }
      return figure.html(caption.words, number: number) { drawing in
        quartiles.draw(on: &drawing) { given.count($0, caption) }
      }
    }
  }
}

/// A box for each group.
struct Quartiles {
  /// Fewer figures than this have no quartiles worth the name.
  private static let leastForBox = 5

  private let measure: Measure
  private let words: Words
  private let groups: [Group]

  /// How many figures are drawn.
  var count: Int { groups.reduce(0) { $0 + $1.figures.count } }

  private struct Group {
    let name: String
    /// From the lowest to the highest.
    let figures: [Decimal]
    let own: [Decimal]
    let median: Decimal
    /// The lower and the upper quartile.
    let box: (Decimal, Decimal)?
  }

  /// A row without a group, like one without a figure, is left out.
  init(
    _ rows: [(group: String?, figure: Decimal?, isOwn: Bool)], _ measure: Measure, _ words: Words
  ) {
    self.measure = measure
    self.words = words
    var names: [String] = []
    var members: [String: [(figure: Decimal, isOwn: Bool)]] = [:]
    for row in rows {
      guard let name = row.group, let figure = row.figure else { continue }
      if members[name] == nil { names.append(name) }
      members[name, default: []].append((figure, row.isOwn))
    }
    var groups: [Group] = []
    for name in names {
      let all = members[name] ?? []
      let figures = all.map(\.figure).sorted()
      let hasBox = Self.leastForBox <= figures.count
      groups.append(
        Group(
          name: name, figures: figures, own: all.filter(\.isOwn).map(\.figure),
          median: measure.median(figures),
          box: hasBox
            ? (measure.quantile(1, of: 4, figures), measure.quantile(3, of: 4, figures))
            : nil))
    }
    self.groups = groups.enumerated().sorted {
      ($0.element.median, $0.offset) < ($1.element.median, $1.offset)
    }.map(\.element)
  }

  func tell(_ figure: inout Figure, heading: String, count: (Int) -> String) {
    figure.headings = [
      Figure.Heading(text: heading, isNumber: false), Figure.Heading(text: words(.number)),
      Figure.Heading(text: words(.quartile1)), Figure.Heading(text: words(.medianAlone)),
      Figure.Heading(text: words(.quartile3)),
    ]
    figure.rows = groups.map { group in
      Figure.Row(
        cells: [
          group.name, "\(group.figures.count)", group.box.map { measure.text($0.0) } ?? "—",
          measure.text(group.median), group.box.map { measure.text($0.1) } ?? "—",
        ], isOwn: !group.own.isEmpty)
    }
    figure.description = groups.map {
      words.listed([$0.name, count($0.figures.count), summary($0)])
    }
  }

  /// The median and what else is known of a group.
  private func summary(_ group: Group) -> String {
    let own = group.own.map { words(.ownValue, measure.text($0)) }
    let spread =
      group.box.map { words(.middleHalf, measure.text($0.0), measure.text($0.1)) }
      ?? words(.fewValues, "\(Self.leastForBox)")
    return words.listed([words(.median, measure.text(group.median)), spread] + own)
  }

  func draw(on drawing: inout Drawing, count: (Int) -> String) -> Length? {
    guard !groups.isEmpty else { return nil }
    let figures = groups.flatMap { [$0.figures.first, $0.figures.last].compactMap { $0 } }
    let (axis, ticks) = Axis(figures, start: 14, end: 346).rounded(steps: 4)
    let rowHeight: Length = 84
    let bottom = groups.count * rowHeight
    for (index, group) in groups.enumerated() {
      let top = index * rowHeight
      for tick in ticks {
        drawing.line(
          "grid", from: Point(tick.position, top + 46), to: Point(tick.position, top + 78))
      }
      draw(group, axis, middle: top + 62, on: &drawing)
      let number = count(group.figures.count)
      let room = Drawing.width - Lettering.small.width(of: number) - 12
      drawing.text(Lettering.plain.fitted(group.name, in: room), at: Point(1, top + 17))
      drawing.text(number, .small, at: Point(Drawing.width - 1, top + 17), anchor: .end)
      let text = Lettering.small.fitted(summary(group), in: Drawing.width - 2)
      drawing.text(text, .small, at: Point(1, top + 38))
    }
    draw(ticks, at: bottom + 16, on: &drawing)
    return bottom + 22
  }

  private func draw(_ group: Group, _ axis: Axis, middle: Length, on drawing: inout Drawing) {
    if let box = group.box, let lowest = group.figures.first, let highest = group.figures.last {
      let ends = [lowest, box.0, box.1, highest].map(axis.position)
      for (start, end) in [(ends[0], ends[1]), (ends[2], ends[3])] {
        drawing.line("past", from: Point(start, middle), to: Point(end, middle))
      }
      for end in [ends[0], ends[3]] {
        drawing.line("past", from: Point(end, middle - 6), to: Point(end, middle + 6))
      }
      drawing.rectangle(
        .bar, x: ends[1], y: middle - 11, width: ends[2] - ends[1], height: 22)
      let median = axis.position(of: group.median)
      drawing.line("step", from: Point(median, middle - 11), to: Point(median, middle + 11))
    } else {
      for figure in group.figures {
        drawing.circle(.bar, at: Point(axis.position(of: figure), middle))
      }
    }
    for own in group.own {
      drawing.diamond(.own, at: Point(axis.position(of: own), middle))
    }
  }

  private func draw(_ ticks: [Axis.Tick], at y: Length, on drawing: inout Drawing) {
    var free: Length = -100
    for tick in ticks {
      let text = measure.text(tick.figure)
      let half = Lettering.small.width(of: text).half
      let x = min(max(tick.position, half), Drawing.width - half)
      guard free <= x - half else { continue }
      drawing.text(text, .small, at: Point(x, y), anchor: .middle)
      free = x + half + 8
    }
  }
}
