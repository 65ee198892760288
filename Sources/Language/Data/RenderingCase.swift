package import Source

/// One line of `sunboard render --jsonl`: a template with its data, to be answered in one line.
package struct RenderingCase {
  private let file: SourceFile
  private let root: Result<JSONNode, JSONRefusal>

  /// Reads the case from a line.
  package init(_ line: [UInt8]) {
    file = SourceFile(path: "case.json", bytes: line)
    root = JSONReader.read(file)
  }

  /// The answer: `{"id","ok":true,"output"}` or `{"id","ok":false,"error":{…}}`.
  ///
  /// `functions` are those of other rooms.
  package func answer(
    in language: MessageLanguage, with functions: [Callable] = [], on machine: Machine
  ) -> [UInt8] {
    switch root {
    case .failure(let refusal):
      let id = JSONReader.member("id", of: file).map { file.text(in: $0.range) } ?? "null"
      return Self.answer(id: id, refusal.diagnostic, in: language)
    case .success(let root): return answer(root, in: language, with: functions, on: machine)
    }
  }

  private func answer(
    _ root: JSONNode, in language: MessageLanguage, with functions: [Callable],
    on machine: Machine
  ) -> [UInt8] {
    let id = root["id"].map { file.text(in: $0.range) } ?? "null"
    guard let main = root["main"]?.string, let data = root["data"],
      case .object(let templates)? = root["templates"]?.form,
      templates.allSatisfy({ $0.value.string != nil })
    else {
      let message = Wording(
        zh: "需要 templates（模板的文字）、main 和 data", en: "templates (texts), main and data are needed")
      return Self.answer(
        id: id, .invalidJSON(message, at: Location(file, root.range)), in: language)
    }
    let files = Dictionary(
      templates.map { ($0.key, SourceFile(path: $0.key, text: $0.value.string ?? "")) }
    ) { first, _ in first }
    let rendering = DataRendering(
      main, over: data, in: file, options: Self.options(root["options"]), language: language,
      functions: functions, machine: machine
    ) { files[$0] }
    if let output = rendering.output { return Self.answer(id: id, output: output) }
    let error = rendering.diagnostics.first { $0.severity == .error }
    return error.map { Self.answer(id: id, $0, in: language) } ?? []
  }

  /// The options of the case; what it does not say is as in Jinja2, since cases are about Jinja2.
  private static func options(_ node: JSONNode?) -> TemplateOptions {
    func flag(_ name: String, else missing: Bool) -> Bool {
      if case .bool(let flag)? = node?[name]?.form { flag } else { missing }
    }
    return TemplateOptions(
      trimsBlocks: flag("trim_blocks", else: false),
      stripsBeforeBlocks: flag("lstrip_blocks", else: false),
      keepsTrailingNewline: flag("keep_trailing_newline", else: true))
  }

  private static func answer(id: String, output: [UInt8]) -> [UInt8] {
    var line = Array("{\"id\":\(id),\"ok\":true,\"output\":".utf8)
    JSONShape.append(text: String(decoding: output, as: UTF8.self), to: &line)
    return line + Array("}".utf8)
  }

  private static func answer(id: String, _ error: Diagnostic, in language: MessageLanguage)
    -> [UInt8]
  {
    let position = error.location.range.map { error.location.file.position(at: $0.lower) }
    var line = Array("{\"id\":\(id),\"ok\":false,\"error\":{\"code\":\"\(error.code)\",".utf8)
    line += Array("\"message\":".utf8)
    JSONShape.append(text: error.message[language], to: &line)
    line += Array(",\"file\":".utf8)
    JSONShape.append(text: error.location.file.path, to: &line)
    let place = position.map { ("\($0.line)", "\($0.column)") } ?? ("null", "null")
    return line + Array(",\"line\":\(place.0),\"column\":\(place.1)}}".utf8)
  }
}
