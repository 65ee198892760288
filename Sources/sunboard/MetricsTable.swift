import Building
import Source

/// Where the time of a build went, as a table for a terminal.
struct MetricsTable {
  let language: MessageLanguage

  /// The templates by their share, a row of all, what tasks did side by side, and the phases.
  func text(of metrics: Metrics) -> String {
    var rows = [Self.titles.map { $0[language] }]
    rows += metrics.templates.map { template in
      row(template.name, template.pages, template.duration, of: metrics.rendering)
    }
    if 1 < metrics.templates.count {
      let pages = metrics.templates.reduce(0) { $0 + $1.pages }
      rows.append(
        row(Self.all[language], pages, metrics.rendering, of: metrics.rendering))
    }
    return (lines(rows) + [tasks(metrics), phases(metrics)]).joined(separator: "\n") + "\n"
  }

  private static let titles = [
    Wording(zh: "模板", en: "template"), Wording(zh: "页数", en: "pages"),
    Wording(zh: "合计", en: "total time"), Wording(zh: "平均", en: "average"),
    Wording(zh: "占渲染", en: "share"),
  ]
  private static let all = Wording(zh: "全部", en: "all")

  private func row(_ name: String, _ pages: Int, _ duration: Duration, of whole: Duration)
    -> [String]
  {
    let share = whole == .zero ? 0 : Int((duration / whole * 1000).rounded())
    return [
      name, String(pages), Self.text(of: duration), Self.text(of: duration / max(pages, 1)),
      "\(share / 10).\(share % 10)%",
    ]
  }

  /// The first column stands to the left, figures to the right, by their width on a terminal.
  private func lines(_ rows: [[String]]) -> [String] {
    let widths = Self.titles.indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let gap = String(repeating: " ", count: cell.1 - DisplayWidth.of(cell.0))
        return column == 0 ? cell.0 + gap : gap + cell.0
      }
      return cells.joined(separator: "  ")
    }
  }

  /// Tasks work side by side, so this may be more than the phase took.
  private func tasks(_ metrics: Metrics) -> String {
    let rendering = Self.text(of: metrics.rendering)
    let writing = Self.text(of: metrics.writing)
    return Wording(
      zh: "出页的各任务合计：渲染 \(rendering)，写入 \(writing)",
      en: "pages, over all tasks: rendering \(rendering), writing \(writing)")[language]
  }

  private func phases(_ metrics: Metrics) -> String {
    let parts = metrics.phases.map { phase, duration in
      "\(Self.name(of: phase)[language]) \(Self.text(of: duration))"
    }
    return parts.joined(separator: " · ")
  }

  private static func name(of phase: Metrics.Phase) -> Wording {
    switch phase {
    case .compiling: Wording(zh: "编译", en: "compiling")
    case .reading: Wording(zh: "读取", en: "reading")
    case .judging: Wording(zh: "核对", en: "judging")
    case .planning: Wording(zh: "排页", en: "planning")
    case .pages: Wording(zh: "出页", en: "pages")
    case .publishing: Wording(zh: "发布", en: "publishing")
    }
  }

  /// Three figures are enough to compare: `812 µs`, `1.24 ms`, `3.05 s`.
  static func text(of duration: Duration) -> String {
    let nanoseconds =
      duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
    return switch nanoseconds {
    case ..<1_000_000: figure(nanoseconds, unit: 1_000) + " µs"
    case ..<1_000_000_000: figure(nanoseconds, unit: 1_000_000) + " ms"
    default: figure(nanoseconds, unit: 1_000_000_000) + " s"
    }
  }

  private static func figure(_ amount: Int64, unit: Int64) -> String {
    let hundredths = amount * 100 / unit
    let digits = String(hundredths % 100)
    return switch hundredths {
    case 10_000...: String(hundredths / 100)
    case 1_000...: "\(hundredths / 100).\(hundredths % 100 / 10)"
    default: "\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
    }
  }
}
