package import Publishing
package import Source

/// What a build or a check came to.
package struct Outcome: Sendable {
  package var diagnostics: [Diagnostic]
  package var language: MessageLanguage
  /// The records that were read.
  package var records: Int
  /// The files of records that are held back, sorted.
  package var heldBack: [String]
  package var publication: PublicationReport?
  /// What was checked besides records, where nothing else was.
  package var materials: MaterialCounts?
  package var exitCode: ExitCode
  /// Where the time went, if anybody asked.
  package var metrics: Metrics?
  /// How long it took, from the first look at the disk.
  package var duration: Duration = .zero
}

/// The exit codes that scripts rely on.
package enum ExitCode: Int32, Sendable {
  case success = 0
  /// Published, some records held back.
  case heldBack = 3
  case wrongArguments = 64
  case faulty = 65
  case noSite = 66
  case internalFault = 70
  case cannotCreate = 73
  case inputOutput = 74
  case locked = 75
  case gate = 76
  case permission = 77
  case configuration = 78
}
