import Charts
import HTML
import Language
import Source

/// What came of an example.
struct ReferenceResult {
  var output: String?
  var diagnostics: [Diagnostic]
}

extension ReferenceExample {
  var language: MessageLanguage { words.contains("zh") ? .chinese : .english }

  func run() -> ReferenceResult {
    var result = words.contains("estate") ? runTyped() : runOverData()
    if words.contains("lint") { result.diagnostics += lints }
    return result
  }

  /// A block of a page ends with a line break, whatever the output ends with.
  func lined(_ output: String) -> String {
    guard templates.last?.text.hasSuffix("\n") == true, !output.isEmpty, !output.hasSuffix("\n")
    else { return output }
    return output + "\n"
  }

  private var files: [String: SourceFile] {
    Dictionary(templates.map { ($0.name, SourceFile(path: $0.name, text: $0.text)) }) { $1 }
  }

  private var options: TemplateOptions {
    words.contains("untrimmed")
      ? TemplateOptions(trimsBlocks: false, stripsBeforeBlocks: false) : TemplateOptions()
  }

  private func runOverData() -> ReferenceResult {
    let data = SourceFile(path: "data.json", text: self.data ?? ReferenceBook.shared.standardData)
    let files = files
    let rendering = DataRendering(
      main, over: data, options: options, language: language, functions: Charts.functions,
      machine: Machine()
    ) { files[$0] }
    return ReferenceResult(
      output: rendering.output.map { String(decoding: $0, as: UTF8.self) },
      diagnostics: rendering.diagnostics)
  }

  private func runTyped() -> ReferenceResult {
    var parsed: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, file) in files {
      let (template, findings) = Parser.parse(file, options: options)
      parsed[name] = template
      diagnostics += findings
    }
    let estate = ReferenceEstate()
    let file = files[main] ?? SourceFile(path: main, text: "")
    let checker = Checker(
      schema: estate.schema, library: estate.library, file: file, dialect: .html)
    for input in estate.inputs {
      checker.bind(
        input.name, input.type, isGlobal: ["site", "today", "page"].contains(input.name))
    }
    let checked = checker.checkTemplate(main, among: parsed)
    diagnostics = (diagnostics + checker.diagnostics).inReadingOrder()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return ReferenceResult(diagnostics: diagnostics)
    }
    let machine = Machine()
    // The values point into the estate.
    defer { withExtendedLifetime(estate) {} }
    do throws(RunFailure) {
      try machine.run(Compiler.compile(checked, of: checker), estate.inputs.map(\.value))
    } catch {
      diagnostics.append(.failure(error, record: SourceFile(path: "notice.md", text: "")))
      return ReferenceResult(diagnostics: diagnostics)
    }
    return ReferenceResult(output: machine.writer.text(), diagnostics: diagnostics)
  }

  private var lints: [Diagnostic] {
    TemplateLints(files.mapValues { Parser.parse($0).template }, pages: [main]).diagnostics
  }
}
