import Kinds
import Language
import Pages
import Source

/// How much a check of templates alone has looked at.
package struct MaterialCounts: Hashable, Sendable {
  package var kinds: Int
  package var jurisdictions: Int
  package var templates: Int
}

extension Build {
  /// Says what is wrong with kinds, jurisdictions and templates, and looks at no record.
  @concurrent
  package static func checkTemplates(_ options: BuildOptions) async throws -> Outcome {
    try await timed(options) { language in
      let folder = try Workshop.folder(of: options.site)
      let settings = try Workshop.settings(in: folder)
      language = options.language ?? settings.messageLanguage
      var materials = try Materials(folder)
      let (diagnostics, counts) = survey(&materials, settings)
      let least: Severity = options.isStrict ? .warning : .error
      var outcome = Outcome(
        diagnostics: diagnostics, language: language, records: 0, heldBack: [],
        exitCode: diagnostics.contains { least <= $0.severity } ? .faulty : .success)
      outcome.materials = counts
      return outcome
    }
  }

  private static func survey(_ materials: inout Materials, _ settings: SiteSettings)
    -> ([Diagnostic], MaterialCounts)
  {
    let templates = TemplateSet(materials.templates)
    let jurisdiction = materials.jurisdiction(
      named: settings.jurisdiction, at: settings.jurisdictionPlace)
    let isLawful = materials.diagnostics.isEmpty
    let kinds = materials.kinds()
    let counts = MaterialCounts(
      kinds: kinds.count, jurisdictions: materials.checkJurisdictions(),
      templates: templates.templates.count)
    let pages = materials.pages()
    // Without its law every kind would be wrong, for that one reason.
    guard isLawful else { return (materials.diagnostics + templates.diagnostics, counts) }
    let (rulebook, findings) = Rulebook.compile(
      kinds, jurisdiction: jurisdiction, library: Workshop.library(materials.assets),
      language: settings.language)
    let ownPaths = materials.ownPaths
    let isComplete = !(materials.diagnostics + findings).contains { $0.severity == .error }
    let survey = TemplateSurvey(templates, pages, by: rulebook, isComplete: isComplete) {
      ownPaths.contains($0)
    }
    return (materials.diagnostics + findings + survey.diagnostics, counts)
  }
}
