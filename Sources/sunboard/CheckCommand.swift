import ArgumentParser
import Building

/// `sunboard check`: says what is wrong and writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks the records and says what is wrong, writing nothing.",
    discussion: """
      Examples:
        sunboard check
        sunboard check --only ganquan/xinghe
        sunboard check --only content/estates/ganquan/xinghe/fees.md --lang en
        sunboard check --templates
      """)

  @OptionGroup var common: CommonOptions

  @Option(parsing: .upToNextOption, help: "Folders or files whose findings are wanted.")
  var only: [String] = []

  @Flag(help: "Check kinds, jurisdictions and all templates instead of records.")
  var templates = false

  func validate() throws {
    if templates, !only.isEmpty {
      throw ValidationError("--templates looks at no record, so --only has nothing to narrow")
    }
  }

  func run() async throws {
    var options = common.options
    options.only = only
    let reporting = Reporting(common, findingsTo: .standardOutput)
    let outcome = try await reporting.explainingFailures {
      templates ? try await Build.checkTemplates(options) : try await Build.check(options)
    }
    reporting.report(outcome)
    reporting.sayChecked(outcome)
    throw ArgumentParser.ExitCode(outcome.exitCode.rawValue)
  }
}
