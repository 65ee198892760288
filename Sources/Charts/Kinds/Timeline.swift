import Language
import Values

extension Callable {
  /// Duties by their dates: done in time, done late, not yet due, overdue.
  static let timeline = drawing(
    "timeline", "rows", "label", "due", "done", "today", "title", "note?", "noun?", rows: "rows"
  ) { inputs in
    guard let labels = inputs.texts("label"), let due = inputs.column("due", [.date]),
      let done = inputs.column("done", [.date]), let today = inputs.value("today", [.date]),
      let caption = inputs.caption()
    else { return nil }
    return { given, number throws(Fault) in
      let words = caption.words
      let texts = given.texts(labels.slot)
      let (dues, dones) = (given.days(due.slot), given.days(done.slot))
      let today = given[today.slot].date
      let duties = texts.indices.compactMap { index -> Timeline.Duty? in
        guard let due = dues[index] else { return nil }
        return Timeline.Duty(
          label: texts[index] ?? words(.unreported), due: due, done: dones[index], today: today)
      }
      let timeline = Timeline(duties, words)
      var figure = given.figure(caption, drawn: duties.count, absent: texts.count - duties.count)
      timeline.tell(
        &figure,
        headings: (
          given.text(caption.noun) ?? labels.heading ?? words(.name),
          due.column.heading ?? words(.due), done.column.heading ?? words(.done)
        ))
      return figure.html(words, number: number) { timeline.draw(on: &$0) }
    }
  }
}

/// Marks along the months, a track for each duty.
struct Timeline {
  struct Duty {
    let label: String
    let due: CivilDate
    let done: CivilDate?
    let state: State

    init(label: String, due: CivilDate, done: CivilDate?, today: CivilDate) {
      self.label = label
      self.due = due
      self.done = done
      state =
        if let done { done <= due ? .inTime : .late } else { today <= due ? .open : .overdue }
    }
  }

  enum State: CaseIterable {
    case inTime, late, open, overdue

    var word: Word {
      switch self {
      case .inTime: .inTime
      case .late: .late
      case .open: .open
      case .overdue: .overdue
      }
    }
  }

  /// Duties of one name share a track.
  private let tracks: [(label: String, duties: [Duty])]
  private let duties: [Duty]
  private let words: Words

  private static let trackHeight: Length = 52

  init(_ duties: [Duty], _ words: Words) {
    self.words = words
    self.duties = duties
    var names: [String] = []
    var members: [String: [Duty]] = [:]
    for duty in duties {
      if members[duty.label] == nil { names.append(duty.label) }
      members[duty.label, default: []].append(duty)
    }
    tracks = names.map { ($0, members[$0] ?? []) }
  }

  func tell(_ figure: inout Figure, headings: (label: String, due: String, done: String)) {
    figure.headings = [headings.label, headings.due, headings.done, words(.state)].map {
      Figure.Heading(text: $0, isNumber: false)
    }
    figure.rows = duties.map { duty in
      Figure.Row(cells: [
        duty.label, duty.due.description, duty.done?.description ?? "—", words(duty.state.word),
      ])
    }
    figure.description = [
      words.listed(counts.map { "\(words($0.state.word)) \($0.count)" })
    ]
  }

  private var counts: [(state: State, count: Int)] {
    State.allCases.map { state in (state, duties.count { $0.state == state }) }
      .filter { 0 < $0.count }
  }

  func draw(on drawing: inout Drawing) -> Length? {
    let days = duties.flatMap { [$0.due, $0.done ?? $0.due] }
    guard let first = days.min(), let last = days.max() else { return nil }
    let (months, axis) = Self.months(from: first, to: last)
    let top = drawKey(on: &drawing)
    drawMonths(months, axis, from: top, on: &drawing)
    for (index, track) in tracks.enumerated() {
      let y = top + index * Self.trackHeight
      drawing.text(
        Lettering.plain.fitted(track.label, in: Drawing.width - 2), at: Point(1, y + 17))
      drawing.line("past", from: Point(1, y + 36), to: Point(359, y + 36))
      for duty in track.duties { draw(duty, axis, y: y + 36, on: &drawing) }
    }
    return top + tracks.count * Self.trackHeight + 36
  }

  private static func position(_ day: CivilDate, _ axis: Axis) -> Length {
    axis.position(of: Decimal(Int64(day.ordinal)))
  }

  /// The months of the drawing and the axis of their days.
  private static func months(from first: CivilDate, to last: CivilDate) -> ([Period], Axis) {
    var month = Period(.month, holding: first)
    var months = [month]
    while !month.contains(last) {
      month = month.next
      months.append(month)
    }
    let ends = [months[0].first, months[months.count - 1].last]
    return (months, Axis(ends.map { Decimal(Int64($0.ordinal)) }, start: 10, end: 350))
  }

  /// What each mark means and how many there are; gives where the tracks begin.
  private func drawKey(on drawing: inout Drawing) -> Length {
    var (x, y): (Length, Length) = (1, 14)
    for (state, count) in counts {
      let text = "\(words(state.word)) \(count)"
      let width = Lettering.small.width(of: text) + 22
      if Drawing.width < x + width, 1 < x {
        x = 1
        y += 24
      }
      mark(state, at: Point(x + 7, y - 5), on: &drawing)
      drawing.text(text, .small, at: Point(x + 19, y))
      x += width + 14
    }
    return y + 14
  }

  private func mark(_ state: State, at place: Point, on drawing: inout Drawing) {
    switch state {
    case .inTime: drawing.circle(.own, at: place, radius: 6)
    case .late: drawing.diamond(.own, at: place, radius: 7)
    case .open: drawing.circle(.open, at: place, radius: 6)
    case .overdue: drawing.cross("step", at: place)
    }
  }

  /// A duty that was late has a line from when it was due to when it was done.
  private func draw(_ duty: Duty, _ axis: Axis, y: Length, on drawing: inout Drawing) {
    let due = Self.position(duty.due, axis)
    if duty.state == .late, let done = duty.done {
      let end = Self.position(done, axis)
      drawing.line("step", from: Point(due, y), to: Point(end, y))
      drawing.line("step", from: Point(due, y - 7), to: Point(due, y + 7))
      mark(.late, at: Point(end, y), on: &drawing)
    } else {
      mark(duty.state, at: Point(due, y), on: &drawing)
    }
  }

  /// Short lines on the tracks where months begin, with names below and the year below those.
  private func drawMonths(
    _ months: [Period], _ axis: Axis, from top: Length, on drawing: inout Drawing
  ) {
    let bottom = top + tracks.count * Self.trackHeight
    for month in Self.named(months, axis, apart: 36) {
      let x = Self.position(month.first, axis)
      for index in tracks.indices {
        let y = top + index * Self.trackHeight + 36
        drawing.line("grid", from: Point(x, y - 9), to: Point(x, y + 9))
      }
      drawing.text(words(.month, "\(month.number)"), .small, at: Point(x, bottom + 12))
    }
    var free: Length = 0
    for (index, month) in months.enumerated() where index == 0 || month.number == 1 {
      let x = Self.position(month.first, axis)
      let text = words(.year, "\(month.year)")
      let width = Lettering.small.width(of: text)
      // A first month or two of a year may leave no room for its name.
      let next = months[(index + 1)...].first { $0.number == 1 }
      let end = next.map { Self.position($0.first, axis) } ?? Drawing.width
      guard free <= x, x + width <= end else { continue }
      drawing.text(text, .small, at: Point(x, bottom + 30))
      free = x + width + 6
    }
  }

  /// The months whose names have room: all, or every second, third, sixth or first of a year.
  private static func named(_ months: [Period], _ axis: Axis, apart distance: Length) -> [Period] {
    let width = (axis.end - axis.start).tenths / months.count
    let step = [1, 2, 3, 6, 12].first { distance.tenths <= $0 * width } ?? 12
    let named = months.filter { ($0.number - 1) % step == 0 }
    return named.isEmpty ? Array(months.prefix(1)) : named
  }
}
