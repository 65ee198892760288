import ArgumentParser
import Building
import Source
import Values

/// What `build` and `check` have in common.
struct CommonOptions: ParsableArguments {
  @Argument(help: "The folder that holds content/.")
  var site = "."

  @Option(
    name: .customLong("as-of"), help: "The day to build for, as 2026-11-20; today if left out.")
  var asOf: String?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "How many tasks run side by side.")
  var jobs: Int?

  @Option(help: "How findings are written: text or json.")
  var format = Format.text

  @Option(name: .customLong("lang"), help: "The language of messages: zh-Hans or en.")
  var language: MessageLanguage?

  @Flag(help: "Say nothing unless somebody must act.")
  var quiet = false

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if let asOf, (try? CivilDate(reading: asOf)) == nil {
      throw ValidationError("--as-of: \(asOf) is no date such as 2026-11-20")
    }
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: from 1 to 1024") }
  }

  var options: BuildOptions {
    BuildOptions(
      site: site, asOf: asOf.flatMap { try? CivilDate(reading: $0) }, isStrict: strict, jobs: jobs,
      language: language)
  }
}

extension MessageLanguage: ExpressibleByArgument {}
