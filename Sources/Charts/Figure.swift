import HTML

/// All that stands around a drawing: what it says in words, and its figures as a table.
struct Figure {
  /// What the drawing shows, as a finding.
  var title: String
  /// Measure, place, period and number.
  var subtitle: [String]
  /// The drawing told in sentences, for those who cannot see it.
  var description: [String] = []
  var headings: [Heading] = []
  var rows: [Row] = []

  struct Heading {
    let text: String
    var isNumber = true
  }

  /// A row of the table, its heading first.
  struct Row {
    let cells: [String]
    var isOwn = false
  }

  /// The figure with what `draw` draws, which gives its height; without a drawing where that is nil.
  consuming func html(
    _ words: Words, number: Int, _ draw: (inout Drawing) -> Length?
  ) -> [UInt8] {
    let name = "chart-\(number)"
    var drawing = Drawing(prefix: name)
    let height = draw(&drawing)
    var page = PageWriter(capacity: drawing.page.count + 4096)
    page.append(literal: "<figure class=\"chart\">\n<figcaption>")
    page.appendEscaped(title)
    let subtitle = words.listed(subtitle)
    if !subtitle.isEmpty {
      page.append(literal: "<small>")
      page.appendEscaped(subtitle)
      page.append(literal: "</small>")
    }
    page.append(literal: "</figcaption>\n")
    if let height {
      write(drawing, height, words, name, to: &page)
    } else {
      page.append(literal: "<p>")
      page.appendEscaped(words(.noFigures) + words(.stop))
      page.append(literal: "</p>\n")
    }
    if !rows.isEmpty { writeTable(words, to: &page) }
    page.append(literal: "</figure>")
    return page.bytes()
  }

  private func write(
    _ drawing: borrowing Drawing, _ height: Length, _ words: Words, _ name: String,
    to page: inout PageWriter
  ) {
    page.append(
      "<svg viewBox=\"0 0 360 \((height.tenths + 9) / 10)\" role=\"img\" "
        + "aria-labelledby=\"\(name)-title \(name)-text\">\n<title id=\"\(name)-title\">")
    page.appendEscaped(title)
    page.append("</title>\n<desc id=\"\(name)-text\">")
    page.appendEscaped(words.sentences(description))
    page.append(literal: "</desc>\n")
    drawing.page.withBytes { page.append($0) }
    page.append(literal: "</svg>\n")
  }

  private func writeTable(_ words: Words, to page: inout PageWriter) {
    page.append(literal: "<details>\n<summary>")
    page.append(words(.showTable))
    page.append(literal: "</summary>\n<table>\n<thead><tr>")
    for heading in headings {
      page.append(literal: "<th scope=\"col\"")
      if heading.isNumber { page.append(literal: " class=\"n\"") }
      page.append(literal: ">")
      page.appendEscaped(heading.text)
      page.append(literal: "</th>")
    }
    page.append(literal: "</tr></thead>\n<tbody>\n")
    for row in rows { write(row, to: &page) }
    page.append(literal: "</tbody>\n</table>\n</details>\n")
  }

  private func write(_ row: Row, to page: inout PageWriter) {
    page.append(literal: "<tr>")
    for (heading, cell) in zip(headings, row.cells.enumerated()) {
      if cell.offset == 0 {
        page.append(literal: "<th scope=\"row\">")
        if row.isOwn { page.append("▶ ") }
      } else {
        page.append(heading.isNumber ? "<td class=\"n\">" : "<td>")
      }
      page.appendEscaped(cell.element)
      page.append(cell.offset == 0 ? "</th>" : "</td>")
    }
    page.append(literal: "</tr>\n")
  }
}
