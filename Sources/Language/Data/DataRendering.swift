import HTML
package import Source

/// Renders one template over JSON: the way in for designers and for tests.
package struct DataRendering {
  /// What came out, and what there is to say; nil where there is an error.
  package let output: [UInt8]?
  package let diagnostics: [Diagnostic]

  /// Renders the template `main` over the JSON of `data`.
  ///
  /// `read` gives the file of a template's name, or nil if there is none; `functions` are those of
  /// other rooms.
  package init(
    _ main: String, over data: SourceFile, in range: SourceRange? = nil,
    options: TemplateOptions = TemplateOptions(), language: MessageLanguage = .chinese,
    functions: [Callable] = [], machine: Machine, read: (String) -> SourceFile?
  ) {
    switch JSONReader.read(data, in: range) {
    case .failure(let refusal): self.init(refused: [refusal.diagnostic])
    case .success(let root):
      self.init(
        main, over: root, in: data, options: options, language: language, functions: functions,
        machine: machine, read: read)
    }
  }

  /// Renders the template `main` over data that has been read from `data`.
  package init(
    _ main: String, over root: JSONNode, in data: SourceFile, options: TemplateOptions,
    language: MessageLanguage, functions: [Callable] = [], machine: Machine,
    read: (String) -> SourceFile?
  ) {
    let model: DataModel
    do throws(JSONRefusal) {
      model = try DataModel(root, in: data)
    } catch {
      self.init(refused: [error.diagnostic])
      return
    }
    let loaded = TemplateLoader(main, options: options, read: read)
    guard let template = loaded.templates[main] else {
      self.init(
        refused: [.unknownTemplate(main, among: [], at: Location(path: main))])
      return
    }
    let checker = Checker(
      schema: model.schema, library: Library(trustingTexts: true, functions: functions),
      file: template.file, dialect: .html, language: language.rawValue)
    checker.emptyListsFailLate = true
    for (name, type) in model.inputs { checker.bind(name, type) }
    let checked = checker.checkTemplate(main, among: loaded.templates)
    let unknown = loaded.templates.values.flatMap { checker.library.unknownNames(in: $0) }
      .filter { !checker.diagnostics.tell($0) }
    let findings = (loaded.diagnostics + checker.diagnostics + unknown).inReadingOrder()
    guard !findings.contains(where: { $0.severity == .error }) else {
      self.init(refused: findings)
      return
    }
    let program = Compiler.compile(checked, of: checker)
    self.init(program, over: root, model, findings, machine)
  }

  private init(
    _ program: Program, over root: JSONNode, _ model: DataModel, _ findings: [Diagnostic],
    _ machine: Machine
  ) {
    let arena = Arena()
    let values = model.values(of: root, in: arena)
    machine.writer.removeAll()
    do throws(RunFailure) {
      try machine.run(program, values)
      self.init(output: machine.writer.bytes(), diagnostics: findings)
    } catch {
      self.init(refused: findings + [.failure(error)])
    }
    // The values point into it.
    withExtendedLifetime(arena) {}
  }

  private init(refused diagnostics: [Diagnostic]) {
    self.init(output: nil, diagnostics: diagnostics)
  }

  private init(output: [UInt8]?, diagnostics: [Diagnostic]) {
    self.output = output
    self.diagnostics = diagnostics
  }
}

extension Diagnostic {
  /// A failure while a template ran, at its place in the template.
  fileprivate static func failure(_ failure: RunFailure) -> Diagnostic {
    .template(
      failure.fault.code, failure.fault.wording, at: failure.place ?? Location(path: ""),
      notes: failure.useNotes)
  }
}
