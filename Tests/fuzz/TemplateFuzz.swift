import HTML
import Source

// Compiled into the room Language itself, so that it reaches the checker without running a template:
// a loop over a long range is slow and no fault.

/// The data and the other templates that a fuzzed template may name.
private enum Ground {
  static let json = SourceFile(
    path: "data.json",
    text: """
      {"i": 1, "d": 1.50, "s": "a", "b": true, "nil": null, "ints": [1, 2], "words": ["a"],
       "who": {"name": "x", "age": 3}, "prices": {"a": 1, "b": 2},
       "people": [{"name": "a", "nick": "b", "tags": ["t"], "home": {"no": 1}},
                  {"name": "b", "tags": [], "home": {"no": 2}}]}
      """)
  static let templates = [
    "part": SourceFile(path: "part", text: "{% set x = i %}<p>{{ x }}{{ s }}</p>"),
    "base": SourceFile(
      path: "base",
      text: "<main>{% block a %}{{ s }}{% endblock %}{% for x in ints %}"
        + "{% block b scoped %}{{ x }}{% endblock %}{% endfor %}</main>"),
    "lib": SourceFile(
      path: "lib", text: "{% macro m(a, b='c') %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}"),
  ]
  static let root: JSONNode? =
    if case .success(let node) = JSONReader.read(json) { node } else { nil }
}

/// One run of the fuzzer: lexer, parser, checker and compiler over the bytes as a template.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let flags = bytes.first, let root = Ground.root else { return 0 }
  let options = TemplateOptions(
    trimsBlocks: flags & 1 != 0, stripsBeforeBlocks: flags & 2 != 0,
    keepsTrailingNewline: flags & 4 == 0)
  let main = SourceFile(path: "main", bytes: Array(bytes.dropFirst()))
  guard let model = try? DataModel(root, in: Ground.json) else { return 0 }
  let loaded = TemplateLoader("main", options: options) { name in
    name == "main" ? main : Ground.templates[name]
  }
  guard let template = loaded.templates["main"] else { return 0 }
  let checker = Checker(
    schema: model.schema, library: Library(trustingTexts: true), file: template.file,
    dialect: .html, language: "en")
  for (name, type) in model.inputs { checker.bind(name, type) }
  let checked = checker.checkTemplate("main", among: loaded.templates)
  let findings = loaded.diagnostics + checker.diagnostics
  for finding in findings {
    // Shown to people, so a place outside the file or an empty text is as bad as a crash.
    precondition(!finding.code.description.isEmpty, "a finding without a code")
    precondition(!finding.message.english.isEmpty, "a finding without a text")
    guard let range = finding.location.range else { continue }
    _ = finding.location.file.position(at: range.lower)
    _ = finding.location.file.text(in: range)
  }
  guard !findings.contains(where: { $0.severity == .error }) else { return 0 }
  _ = Compiler.compile(checked, of: checker)
  return 0
}
