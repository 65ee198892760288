import Language
import Values

extension Callable {
  /// How much of a whole is done, with the figures in words.
  static let progress = drawing(
    "progress", "part", "whole", "title", "unit?", "note?", "part_title?", "whole_title?"
  ) { inputs in
    guard let whole = inputs.figure("whole"), let part = inputs.figure("part", like: whole.measure),
      let caption = inputs.caption(), let partTitle = inputs.optionalText("part_title"),
      let wholeTitle = inputs.optionalText("whole_title")
    else { return nil }
    return { given, number throws(Fault) in
      let words = caption.words
      let progress = try Fault.catching { () throws(ArithmeticFault) in
        try Progress(
          given.figure(part.slot), of: given.figure(whole.slot), whole.measure, words,
          part: given.text(partTitle) ?? words(.part),
          whole: given.text(wholeTitle) ?? words(.whole))
      }
      var figure = given.figure(caption)
      progress.tell(&figure)
      return figure.html(words, number: number) { progress.draw(on: &$0) }
    }
  }
}

/// A bar that fills up.
struct Progress {
  private let part: Decimal
  private let whole: Decimal
  private let measure: Measure
  private let words: Words
  private let titles: (part: String, whole: String)
  /// The part in percent; nil of a whole that is nothing.
  private let percent: String?

  init(
    _ part: Decimal, of whole: Decimal, _ measure: Measure, _ words: Words, part partTitle: String,
    whole wholeTitle: String
  ) throws(ArithmeticFault) {
    self.part = part
    self.whole = whole
    self.measure = measure
    self.words = words
    titles = (partTitle, wholeTitle)
    percent = try Measure.share(part, of: whole)
  }

  func tell(_ figure: inout Figure) {
    figure.description = [
      words.listed([
        "\(titles.part) \(measure.text(part))", "\(titles.whole) \(measure.text(whole))",
        percent.map { words(.share, $0) } ?? "",
      ])
    ]
    figure.headings = [
      Figure.Heading(text: words(.item), isNumber: false), Figure.Heading(text: words(.value)),
    ]
    figure.rows = [
      Figure.Row(cells: [titles.part, measure.text(part)]),
      Figure.Row(cells: [titles.whole, measure.text(whole)]),
    ]
    if let percent {
      figure.rows.append(Figure.Row(cells: [words(.shareAlone), percent]))
    }
  }

  func draw(on drawing: inout Drawing) -> Length? {
    let end: Length = 359
    drawing.rectangle(.hollow, x: 1, y: 26, width: end - 1, height: 18)
    if 0 < whole.signum {
      // More than the whole fills the bar; the words say how much more.
      let reached = min(max(part, .zero), whole)
      let axis = Axis([.zero, whole], start: 1, end: end)
      drawing.rectangle(
        .own, x: 1, y: 26, width: axis.position(of: reached) - 1, height: 18)
    }
    let text = "\(titles.part) \(measure.text(part))"
    let share = percent.map { words(.share, $0) } ?? ""
    let room = Drawing.width - Lettering.value.width(of: share) - 14
    drawing.text(Lettering.value.fitted(text, in: room), .value, at: Point(1, 17))
    drawing.text(share, .value, at: Point(end, 17), anchor: .end)
    let whole = "\(titles.whole) \(measure.text(whole))"
    drawing.text(
      Lettering.small.fitted(whole, in: Drawing.width - 2), .small, at: Point(end, 62),
      anchor: .end)
    return 68
  }
}

extension Measure {
  /// A part in percent with one decimal; nil of a whole that is nothing.
  static func share(_ part: Decimal, of whole: Decimal) throws(ArithmeticFault) -> String? {
    guard whole.signum != 0 else { return nil }
    let share = try Quotient(part, over: whole).multiplying(Decimal(100))
    return Measure.percent.text(try share.rounded(to: 1))
  }
}
