import ArgumentParser
import Building

/// The command that people type.
@main
struct Sunboard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sunboard",
    abstract: "把小区的公示记录变成公示网站。Turns folders of records into a public disclosure site.",
    version: Version.full,
    subcommands: [BuildCommand.self, CheckCommand.self, ExplainCommand.self, RenderCommand.self])
}
