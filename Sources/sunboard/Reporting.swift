import ArgumentParser
import Building
import Glibc
import Publishing
import Source

/// Puts what a run came to where people and scripts look for it.
struct Reporting {
  let format: CommonOptions.Format
  let isQuiet: Bool
  let isStrict: Bool
  let language: MessageLanguage?
  let findings: Stream

  /// Where a text goes.
  enum Stream {
    case standardOutput, standardError

    var descriptor: Int32 { self == .standardOutput ? STDOUT_FILENO : STDERR_FILENO }
    var isTerminal: Bool { isatty(descriptor) == 1 }
  }

  init(_ options: CommonOptions, findingsTo stream: Stream) {
    format = options.format
    isQuiet = options.quiet
    isStrict = options.strict
    language = options.language
    findings = stream
  }

  /// The findings, as text for people or one JSON document for scripts.
  func report(_ outcome: Outcome) {
    switch format {
    case .json:
      let report = JSONReport(language: outcome.language)
      let summary = JSONReport.Summary(records: outcome.records, heldBackPaths: outcome.heldBack)
      write(report.document(outcome.diagnostics, summary: summary), to: .standardOutput)
    case .text:
      let least: Severity = isStrict ? .warning : .error
      let shown =
        isQuiet ? outcome.diagnostics.filter { least <= $0.severity } : outcome.diagnostics
      guard !shown.isEmpty else { return }
      let report = TextReport(
        language: outcome.language, usesColour: findings.isTerminal && !Self.isColourUnwanted)
      write(text(of: shown, by: report) + "\n", to: findings)
    }
  }

  /// All findings about records, and of those about templates and kinds the gravest: one slip in a
  /// shared file is many findings, and who mends the first ones mends most.
  private func text(of diagnostics: [Diagnostic], by report: TextReport) -> String {
    let isOfRecords = { (finding: Diagnostic) in finding.location.file.path.hasPrefix("content/") }
    let (shown, others) = diagnostics.filter { !isOfRecords($0) }.gravest(Self.mostOfTemplates)
    let text = report.text(of: diagnostics.filter(isOfRecords) + shown)
    guard 0 < others else { return text }
    let more = Wording(zh: "另有 \(others) 处", en: "and \(others) more")
    return "\(text)\n\(more[report.language])\n"
  }

  private static let mostOfTemplates = 20

  /// One line on what was published, or why nothing was.
  func sayPublished(_ outcome: Outcome, at output: String) {
    guard !isQuiet || outcome.exitCode != .success else { return }
    guard let publication = outcome.publication else {
      say(
        Wording(
          zh: "没有发布：请先改正上面的错误，原来的网站没有动。",
          en: "Nothing was published: please mend the errors above; the site stands as it was."),
        outcome)
      return
    }
    let seconds = Self.seconds(outcome.duration)
    var zh = "已发布到 \(output)：\(outcome.records) 条记录，\(publication.files) 个文件，"
    var en =
      "Published to \(output): \(counted(outcome.records, "record")), \(counted(publication.files, "file")), "
    if publication.isNew {
      zh += "其中 \(publication.written) 个是新的或有变化，删去 \(publication.removed) 个，用时 \(seconds) 秒。"
      en +=
        "\(publication.written) new or changed, \(publication.removed) removed, in \(seconds) s."
    } else {
      zh += "没有变化，一个文件也没有写，用时 \(seconds) 秒。"
      en += "nothing changed, no file written, in \(seconds) s."
    }
    say(Wording(zh: zh, en: en), outcome)
    sayHeldBack(outcome)
  }

  private func sayHeldBack(_ outcome: Outcome) {
    guard !outcome.heldBack.isEmpty else { return }
    say(
      Wording(
        zh: "有 \(outcome.heldBack.count) 条记录因为错误没有发布：\(outcome.heldBack.joined(separator: "、"))",
        en:
          "\(counted(outcome.heldBack.count, "record")) held back: \(outcome.heldBack.joined(separator: ", "))"
      ),
      outcome)
  }

  /// Where the time went, if somebody has asked for it.
  func sayMetrics(_ outcome: Outcome) {
    guard let metrics = outcome.metrics else { return }
    write(MetricsTable(language: outcome.language).text(of: metrics), to: .standardError)
  }

  /// The counts of a check.
  func sayChecked(_ outcome: Outcome) {
    guard !isQuiet else { return }
    let errors = outcome.diagnostics.count { $0.severity == .error }
    let warnings = outcome.diagnostics.count { $0.severity == .warning }
    let advice = outcome.diagnostics.count - errors - warnings
    let seconds = Self.seconds(outcome.duration)
    let checked = checked(outcome)
    say(
      Wording(
        zh:
          "检查了 \(checked.chinese)：\(errors) 个错误，\(warnings) 个提醒，\(advice) 个建议，用时 \(seconds) 秒。",
        en:
          "Checked \(checked.english): \(counted(errors, "error")), \(counted(warnings, "warning")), \(advice) advice, in \(seconds) s."
      ),
      outcome)
  }

  /// What a check has looked at.
  private func checked(_ outcome: Outcome) -> Wording {
    guard let materials = outcome.materials else {
      return Wording(zh: "\(outcome.records) 条记录", en: counted(outcome.records, "record"))
    }
    return Wording(
      zh:
        "\(materials.kinds) 个种类、\(materials.jurisdictions) 个法域、\(materials.templates) 个模板",
      en:
        "\(counted(materials.kinds, "kind")), \(counted(materials.jurisdictions, "jurisdiction")) and \(counted(materials.templates, "template"))"
    )
  }

  /// `1 record`, `2 records`.
  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func say(_ wording: Wording, _ outcome: Outcome) {
    write(wording[outcome.language] + "\n", to: format == .json ? .standardError : .standardOutput)
  }

  /// Turns a failure of the machine into one line and its exit code.
  func explainingFailures<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let failure as BuildFailure {
      if format == .json {
        // Who reads standard output finds a document there, whatever happened.
        let report = JSONReport(language: failure.language)
        write(report.document([], summary: .init(records: 0)), to: .standardOutput)
      }
      let reason = failure.failure
      write("sunboard: \(reason.message[failure.language])\n", to: .standardError)
      throw ArgumentParser.ExitCode(reason.exitCode)
    }
  }

  // MARK: Small things

  private static var isColourUnwanted: Bool { unsafe getenv("NO_COLOR") != nil }

  private static func seconds(_ duration: Duration) -> String {
    let hundredths =
      duration.components.seconds * 100 + duration.components.attoseconds / 10_000_000_000_000_000
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private func write(_ text: String, to stream: Stream) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes {
        unsafe Glibc.write(stream.descriptor, $0.baseAddress, $0.count)
      }
      guard 0 < written else { return }
      start += written
    }
  }
}
