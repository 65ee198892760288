import ArgumentParser
import Building

/// `sunboard build`: records in, a published site out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site and publishes it in one step.",
    discussion: """
      Examples:
        sunboard build
        sunboard build /srv/site --output /srv/www/public
        sunboard build --as-of 2026-11-20 --format json
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The web root; SITE/public if left out.")
  var output: String?

  @Option(help: "Seconds to wait for another run to end.")
  var wait = 0

  @Flag(help: "Say afterwards, on standard error, which templates and phases took the time.")
  var metrics = false

  func validate() throws {
    guard (0...86_400).contains(wait) else {
      throw ValidationError("--wait: seconds from 0 to 86400, a day")
    }
  }

  func run() async throws {
    var options = common.options
    options.output = output
    options.patience = wait
    options.isMeasured = metrics
    let reporting = Reporting(common, findingsTo: .standardError)
    let outcome = try await reporting.explainingFailures { try await Build.run(options) }
    reporting.report(outcome)
    reporting.sayPublished(outcome, at: output ?? "\(common.site)/public")
    reporting.sayMetrics(outcome)
    throw ArgumentParser.ExitCode(outcome.exitCode.rawValue)
  }
}
