import Markdown
import Source
import YAML

/// A record's file cut in two, with what is wrong with either half.
struct BodyAndFrontMatter {
  let tree: YAMLTree
  let body: SourceRange
  let links: [BodyLink]
  let diagnostics: [Diagnostic]

  init(_ file: SourceFile, address: String) {
    let reading = RecordReading(file)
    tree = reading.tree
    body = reading.body ?? SourceRange(at: file.bytes.count)
    guard reading.body != nil, !Markdown.isPlainlySound(file.bytes[body.lower..<body.upper]) else {
      links = []
      diagnostics = reading.diagnostics
      return
    }
    let examination = Markdown.examine(body, of: file, at: address)
    links = examination.links.compactMap { link in
      link.path.map { BodyLink(path: $0, range: link.range) }
    }
    // Both readers know the limits of a body; what one has said the other need not repeat.
    let isTold = Set(reading.diagnostics.map { Told($0, in: file) })
    diagnostics =
      reading.diagnostics + examination.diagnostics.filter { !isTold.contains(Told($0, in: file)) }
  }

  /// What makes two findings one: the code and the line.
  private struct Told: Hashable {
    let code: String
    let line: Int?

    init(_ finding: Diagnostic, in file: SourceFile) {
      code = finding.code
      line = finding.location.range.map { file.position(at: $0.lower).line }
    }
  }
}
