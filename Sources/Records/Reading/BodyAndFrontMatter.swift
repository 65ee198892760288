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
    // A body refused for its size needs no second look at why it cannot be read.
    let isRefused = reading.diagnostics.contains { $0.code == "S4" }
    guard reading.body != nil, !isRefused,
      !Markdown.isPlainlySound(file.bytes[body.lower..<body.upper])
    else {
      links = []
      diagnostics = reading.diagnostics
      return
    }
    let examination = Markdown.examine(body, of: file, at: address)
    links = examination.links.compactMap { link in
      link.path.map { BodyLink(path: $0, range: link.range) }
    }
    diagnostics = reading.diagnostics + examination.diagnostics
  }
}
