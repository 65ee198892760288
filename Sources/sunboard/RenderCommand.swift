import ArgumentParser
import Charts
import Language
import Source

/// Renders one template over JSON, for designers and for tests.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders one template over JSON data.",
    discussion: """
      With --jsonl every line of standard input is a case of its own,
      {"id","templates":{name:source},"main","data","options"}, answered by one line.
      """)

  @Option(help: "The template to render.")
  var template: String?

  @Option(help: "The folder of the templates that it extends or includes.")
  var templates: String?

  @Option(help: "The JSON file with the data, an object.")
  var data: String?

  @Flag(help: "Answer cases from standard input, one a line.")
  var jsonl = false

  @Option(help: "The language of messages: zh-Hans or en.")
  var lang = MessageLanguage.chinese.rawValue

  func validate() throws {
    guard MessageLanguage(rawValue: lang) != nil else {
      throw ValidationError("--lang is zh-Hans or en.")
    }
    guard jsonl || (template != nil && data != nil) else {
      throw ValidationError("Give --template and --data, or --jsonl.")
    }
  }

  func run() throws {
    let language = MessageLanguage(rawValue: lang) ?? .chinese
    if jsonl {
      answerCases(in: language)
    } else if let template, let data {
      try render(template, over: data, in: language)
    }
  }

  private func answerCases(in language: MessageLanguage) {
    let machine = Machine()
    while let line = readLine() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let answer = RenderingCase(Array(line.utf8)).answer(
        in: language, with: Charts.functions, on: machine)
      StandardStream.output.write(answer + [UInt8(ascii: "\n")])
    }
  }

  private func render(_ template: String, over data: String, in language: MessageLanguage) throws {
    guard let json = WholeFile.read(data) else { throw unreadable(data) }
    guard let main = WholeFile.read(template) else { throw unreadable(template) }
    var folder = templates ?? Self.folder(of: template)
    if !folder.isEmpty, !folder.hasSuffix("/") { folder += "/" }
    let name = template.hasPrefix(folder) ? String(template.dropFirst(folder.count)) : template
    let rendering = DataRendering(
      name, over: SourceFile(path: data, bytes: json), language: language,
      functions: Charts.functions, machine: Machine()
    ) { [folder] wanted in
      if wanted == name { return SourceFile(path: template, bytes: main) }
      // A name never leads out of the folder.
      guard !wanted.hasPrefix("/"), !wanted.split(separator: "/").contains("..") else { return nil }
      let path = folder + wanted
      return WholeFile.read(path).map { SourceFile(path: path, bytes: $0) }
    }
    let report = TextReport(language: language).text(of: rendering.diagnostics)
    StandardStream.error.write(Array(report.utf8))
    guard let output = rendering.output else { throw ExitCode(65) }
    StandardStream.output.write(output)
  }

  private func unreadable(_ path: String) -> any Error {
    StandardStream.error.write(Array("sunboard: cannot read \(path)\n".utf8))
    return ExitCode(74)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
