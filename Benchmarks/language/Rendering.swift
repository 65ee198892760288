import HTML
import Language
import Source

/// A template compiled for its data, to be rendered again and again on one machine.
struct Rendering {
  let name: String
  private let program: Program
  private let inputs: [Value]
  /// Keeps the values.
  private let arena = Arena()

  /// Why nothing can be rendered.
  struct Refusal: Error { let text: String }

  /// Reads `{"name","template","data"}`.
  init(_ request: [UInt8]) throws {
    let file = SourceFile(path: "request.json", bytes: request)
    let root: JSONNode
    switch JSONReader.read(file) {
    case .success(let node): root = node
    case .failure(let refusal): throw Refusal(text: refusal.diagnostic.message.english)
    }
    guard let name = root["name"]?.string, let text = root["template"]?.string,
      let data = root["data"]
    else { throw Refusal(text: "name, template and data are needed") }
    let model = try DataModel(data, in: file)
    let source = SourceFile(path: name, text: text)
    // As Jinja2 reads it where nothing is set.
    let (template, findings) = Parser.parse(
      source,
      options: TemplateOptions(
        trimsBlocks: false, stripsBeforeBlocks: false, keepsTrailingNewline: false))
    let checker = Checker(schema: model.schema, library: Library(), file: source, dialect: .html)
    for (name, type) in model.inputs { checker.bind(name, type) }
    let checked = checker.checkTemplate(name, among: [name: template])
    if let finding = (findings + checker.diagnostics).first(where: { $0.severity == .error }) {
      throw Refusal(text: "\(name): \(finding.message.english)")
    }
    self.name = name
    program = Compiler.compile(checked, of: checker)
    inputs = model.values(of: data, in: arena)
  }

  /// Writes the page into the machine's buffer, over what stood there.
  func render(on machine: Machine) throws {
    machine.writer.removeAll()
    try machine.run(program, inputs)
  }
}
