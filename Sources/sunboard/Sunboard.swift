import ArgumentParser

@main
struct Sunboard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sunboard",
    abstract: "Turns a folder of Markdown records into a public disclosure site.",
    subcommands: [RenderCommand.self])
}
