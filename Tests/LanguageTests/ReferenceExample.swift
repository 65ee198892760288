import Testing

/// An example of the reference with what it must give.
struct ReferenceExample: Sendable, CustomTestStringConvertible {
  /// Where it stands: `docs/language/filters.md:120`.
  let place: String
  /// What is said of it: `estate` for the typed data, `lint` for the lints as well.
  let words: [String]
  var templates: [(name: String, text: String)] = []
  var data: String?
  var expectation = Expectation()

  var testDescription: String { place }
  var main: String { templates.last?.name ?? "" }

  /// What must come of it; nothing at all means that the reference says nothing.
  struct Expectation: Sendable, Equatable {
    var output: String?
    /// Lines of the report on it.
    var report: [String]?
    /// The code of its one error.
    var code: String?
  }
}

// MARK: - In fences

extension ReferencePage {
  var examples: [ReferenceExample] { fencedExamples + tables.flatMap { $0.examples } }

  private var fencedExamples: [ReferenceExample] {
    var examples: [ReferenceExample] = []
    var open: ReferenceExample?
    var end = 0
    for fence in fences {
      let follows = lines[end..<(fence.lines.lowerBound - 1)].allSatisfy(\.isEmpty)
      let isNew = fence.language == "jinja" && open?.expectation != ReferenceExample.Expectation()
      if !follows || isNew, let finished = open {
        examples.append(finished)
        open = nil
      }
      end = fence.lines.upperBound
      guard open != nil || fence.language == "jinja" else { continue }
      let place = "\(path):\(fence.lines.lowerBound)"
      if open == nil { open = ReferenceExample(place: place, words: fence.words) }
      open?.add(fence)
    }
    return examples + (open.map { [$0] } ?? [])
  }
}

extension ReferenceExample {
  fileprivate mutating func add(_ fence: ReferenceFence) {
    // What another engine gives is the other engine's to prove.
    guard !fence.words.contains("jinja2") else { return }
    switch fence.language {
    case "jinja": templates.append((Self.name(in: fence.text), fence.text))
    case "json": data = fence.text
    case "html": expectation.output = fence.text
    case "text":
      expectation.report = fence.text.split(separator: "\n").map(String.init)
    default: break
    }
  }

  /// The name in a first line such as `{# cards.html #}`.
  private static func name(in template: String) -> String {
    let line = template.prefix { $0 != "\n" }
    guard line.hasPrefix("{# "), line.hasSuffix(" #}") else { return "page.html" }
    let name = String(line.dropFirst(3).dropLast(3))
    return name.hasSuffix(".html") && !name.contains(" ") ? name : "page.html"
  }
}

// MARK: - In tables

extension ExampleTable {
  fileprivate var examples: [ReferenceExample] {
    rows.flatMap { row in
      zip(row.cells, row.cells.dropFirst() + [""]).compactMap { cell, next in
        guard let template = cell.codeSpan, ["{{", "{%", "{#"].contains(where: template.contains)
        else { return nil }
        return ReferenceExample(
          place: row.place, words: words, templates: [("page.html", template)],
          expectation: Self.expectation(next))
      }
    }
  }

  private static func expectation(_ cell: String) -> ReferenceExample.Expectation {
    if cell == "*nothing*" { return ReferenceExample.Expectation(output: "") }
    if let code = cell.codeSpan {
      let lines = code.split(separator: "⏎", omittingEmptySubsequences: false)
      return ReferenceExample.Expectation(output: lines.joined(separator: "\n"))
    }
    guard cell.hasPrefix("[T"), let end = cell.firstIndex(of: "]") else {
      return ReferenceExample.Expectation()
    }
    return ReferenceExample.Expectation(code: String(cell[..<end].dropFirst()))
  }
}
