package import Source
package import Values

/// What a person asks of a build or a check.
package struct BuildOptions: Sendable {
  /// The folder that holds `content/`.
  package var site: String
  /// The web root; the folder `public` of the site if nil.
  package var output: String?
  package var asOf: CivilDate?
  /// Whether a warning keeps a record from being published.
  package var isStrict: Bool
  package var jobs: Int
  /// The language of messages; the site's if nil.
  package var language: MessageLanguage?
  /// How long to wait for another run to end, in seconds.
  package var patience: Int
  /// The paths whose findings are wanted; all if empty.
  package var only: [String]
  /// Whether to find out where the time goes.
  package var isMeasured = false

  /// More tasks than any computer has cores would only be overhead.
  private static let mostJobs = 1024

  package init(
    site: String = ".", output: String? = nil, asOf: CivilDate? = nil, isStrict: Bool = false,
    jobs: Int? = nil, language: MessageLanguage? = nil, patience: Int = 0, only: [String] = []
  ) {
    self.site = site
    self.output = output
    self.asOf = asOf
    self.isStrict = isStrict
    self.jobs = max(1, min(jobs ?? Computer.cores, Self.mostJobs))
    self.language = language
    self.patience = patience
    self.only = only
  }
}
