import ArgumentParser

/// The command that writes a corpus to measure with.
@main
struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Writes a made-up city in the public format, the same bytes for the same seed.",
    discussion: """
      Examples:
        corpus --estates 1000 --records 12 --seed 1 --out city
        corpus --estates 1000 --records 12 --seed 1 --out city --change 300
      """)

  @Option(help: "How many estates the city has.")
  var estates: Int

  @Option(help: "How many records each estate has, at least 3.")
  var records = 12

  @Option(help: "The seed of all chance.")
  var seed = 1

  @Option(help: "The folder that gets content/.")
  var out: String

  @Option(help: "Write so many notices of a city that stands anew, with another title and body.")
  var change: Int?

  @Option(help: "Which change: each chooses other notices and other words.")
  var revision = 1

  func validate() throws {
    guard 1 <= estates else { throw ValidationError("--estates: at least 1") }
    guard 3 <= records else { throw ValidationError("--records: at least 3") }
    let notices = estates * Mix(records: records).notices
    if let change, !(0...notices).contains(change) {
      throw ValidationError("--change: the city has \(notices) notices")
    }
    guard 1 <= revision else { throw ValidationError("--revision: at least 1") }
  }

  func run() throws {
    let city = City(estates: estates, records: records, seed: seed)
    var site = change == nil ? try SunboardSite(creating: out) : SunboardSite(changing: out)
    if let change {
      try city.change(change, revision: revision, in: &site)
    } else {
      try city.write(to: &site)
    }
    print("\(site.files) files, \(site.bytes) bytes")
  }
}
