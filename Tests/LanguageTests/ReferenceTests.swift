import Source
import Testing

@testable import Language

@Suite struct `The reference of the language` {
  @Test(arguments: ReferenceBook.shared.examples)
  func `shows what an example really gives`(example: ReferenceExample) {
    let wanted = example.expectation
    let found = example.run()
    let report = TextReport(language: example.language).text(of: found.diagnostics)
    let story: Comment =
      "\(example.place) gives:\n\(found.output ?? "")\n--- and says:\n\(report)---"
    // A template without what it gives proves nothing.
    #expect(wanted != ReferenceExample.Expectation(), story)
    if let code = wanted.code { #expect(found.diagnostics.map(\.code) == [code], story) }
    if let output = wanted.output {
      #expect(found.output.map(example.lined) == output, story)
    }
    if let lines = wanted.report {
      let reported = report.split(separator: "\n").map(String.init)
      #expect(reported.first == lines.first && reported.holds(lines), story)
      let count = lines.count { $0.contains("error[") || $0.contains("warning[") }
      #expect(found.diagnostics.count == count, story)
    } else if wanted.code == nil {
      #expect(found.diagnostics.isEmpty, story)
    }
  }

  @Test func `has many examples`() {
    #expect(400 < ReferenceBook.shared.examples.count)
  }
}

@Suite struct `The entries of the reference` {
  let book = ReferenceBook.shared
  let library = Library()

  @Test func `are the filters that there are`() {
    expect("Filter", are: Set(library.filters.keys))
    expectParameters("Filter", library.filters)
  }

  @Test func `are the tests that there are`() {
    expect("Test", are: Set(library.tests.keys))
    expectParameters("Test", library.tests)
  }

  @Test func `are the functions that there are`() {
    // `asset` and `url_for` come from the rooms that know the files and the pages.
    let ofSites = ["asset", "url_for"]
    expect("Function", are: Set(library.functions.keys + Checker.stateful + ofSites))
    expectParameters("Function", library.functions)
  }

  @Test func `are the tags that there are`() {
    expect("Tag", are: Set(Parser.tags))
  }

  @Test func `are all that a loop knows of itself`() {
    let known = LoopMember.allCases.map { "loop.\($0.rawValue)" }
    expect("Loop", are: Set(known + ["loop.cycle", "loop.changed"]))
  }

  @Test func `are the codes that have a page`() {
    let codes = (0..<100).map { "T0\($0 / 10)\($0 % 10)" }
      .filter { ReferenceBook.text(of: "docs/diagnostics/\($0).md") != nil }
    expect("Code", are: Set(codes))
  }

  @Test func `name each thing once`() {
    for heading in ["Filter", "Test", "Function", "Tag", "Loop", "Code"] {
      let names = book.entries(heading).map(\.name)
      #expect(names.count == Set(names).count, "\(heading): \(names.sorted())")
    }
  }

  private func expect(_ heading: String, are names: Set<String>) {
    let entries = Set(book.entries(heading).map(\.name))
    #expect(names.subtracting(entries).sorted() == [], "\(heading): has no entry")
    #expect(entries.subtracting(names).sorted() == [], "\(heading): does not exist")
  }

  private func expectParameters(_ heading: String, _ callables: [String: Callable]) {
    for entry in book.entries(heading) {
      guard let callable = callables[entry.name] else { continue }
      // Places without names of their own are told in words.
      guard !callable.parameters.contains(where: { $0.name.contains(" ") }) else { continue }
      #expect(entry.parameters.map(\.name) == callable.parameters.map(\.name), "\(entry.place)")
      #expect(
        entry.parameters.map(\.isRequired) == callable.parameters.map(\.isRequired),
        "\(entry.place)")
    }
  }
}

@Suite struct `The pages of the reference` {
  let book = ReferenceBook.shared

  @Test func `lead to files and headings that exist`() {
    for page in book.pages {
      for link in page.links where !link.hasPrefix("http") {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let path = parts[0].isEmpty ? page.path : page.path(to: parts[0])
        #expect(ReferenceBook.text(of: path) != nil, "\(page.path) leads to \(link)")
        guard 1 < parts.count else { continue }
        let anchors = ReferencePage(path).anchors
        #expect(anchors.contains(String(parts[1])), "\(page.path) leads to \(link)")
      }
    }
  }

  @Test func `begin each section in Chinese`() {
    for page in book.pages {
      let lines = page.prose.filter { !$0.text.isEmpty && !$0.text.hasPrefix("<!--") }
      for (heading, next) in zip(lines, lines.dropFirst()) where heading.text.hasPrefix("## ") {
        let place = "\(page.path):\(heading.number)"
        #expect(heading.text.holdsChinese, "\(place): a heading in both languages")
        #expect(next.text.holdsChinese, "\(place): a Chinese paragraph first")
      }
    }
  }
}

extension [String] {
  /// Whether these lines stand in it in this order.
  fileprivate func holds(_ lines: [String]) -> Bool {
    var rest = self[...]
    for line in lines {
      guard let found = rest.firstIndex(of: line) else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }
}

extension Substring {
  fileprivate var holdsChinese: Bool {
    unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }
}
