import Language
import Source
import TestSupport
import Values

@testable import Kinds

/// Declarations in a string, read and compiled together as a build does it.
struct CompiledKinds {
  let findings: [Diagnostic]
  let marks: [SourceRange]
  let rulebook: Rulebook

  /// Each text is a file of its own, with marks.
  init(_ texts: String..., law: String = "jurisdiction: test\n") {
    let files = texts.enumerated().map { MarkedText($1, path: "kinds/\($0).yml") }
    let read = files.map { KindReader.read($0.file) }
    let (jurisdiction, faults) = JurisdictionReader.read(
      SourceFile(path: "jurisdictions/test.yml", text: law))
    let nothing = Jurisdiction(name: "test", extends: nil, values: [], daysOff: [], makeUpDays: [])
    let (rulebook, compiled) = Rulebook.compile(
      read.compactMap(\.kind), jurisdiction: jurisdiction ?? nothing, language: "zh-Hans")
    self.rulebook = rulebook
    marks = files.flatMap(\.marks)
    findings = (read.flatMap(\.diagnostics) + faults + compiled).inReadingOrder()
  }

  var codes: [String] { findings.map(\.code) }
  var places: [SourceRange] { findings.compactMap(\.location.range) }
  /// Both texts of every finding.
  var messages: [[String]] { findings.map { [$0.message.chinese, $0.message.english] } }
}
