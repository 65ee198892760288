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
    diagnostics = reading.diagnostics + examination.diagnostics
  }
}
