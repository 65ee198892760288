import Charts
import Defaults
import Kinds
import Language
import Pages
import Source

/// Compiles all default kinds and templates, as every run of `sunboard` does before its first record.
enum Opening {
  /// How long each step of one compilation took.
  struct Steps {
    var names: [String] = []
    var durations: [Duration] = []

    var whole: Duration { durations.reduce(.zero, +) }

    /// Runs a step and notes its time.
    mutating func take<Result>(_ name: String, _ step: () -> Result) -> Result {
      let clock = ContinuousClock()
      let start = clock.now
      let result = step()
      durations.append(clock.now - start)
      names.append(name)
      return result
    }
  }

  /// Everything from the texts in the binary to the programs.
  static func compile() -> Steps {
    var steps = Steps()
    let (kinds, law) = steps.take("kinds and law read") { (readKinds(), readLaw()) }
    let library = Library(
      functions: Charts.functions + [assets().function, PageLink.function])
    let (rulebook, findings): (Rulebook, [Diagnostic]) = steps.take("kinds compiled") {
      Rulebook.compile(kinds, jurisdiction: law, library: library, language: "zh-Hans")
    }
    let (templates, pages) = steps.take("templates read") {
      (TemplateSet(files("templates", endingIn: ".j2")), readPages())
    }
    let (_, more): (PagePrograms, [Diagnostic]) = steps.take("templates compiled") {
      PagePrograms.compile(templates, pages, by: rulebook)
    }
    precondition((findings + more).allSatisfy { $0.severity != .error }, "the defaults are sound")
    return steps
  }

  private static func files(_ folder: String, endingIn ending: String) -> [(
    name: String, file: SourceFile
  )] {
    Defaults.files(in: folder).filter { $0.name.hasSuffix(ending) }.map { name, text in
      (name, SourceFile(path: "\(folder)/\(name)", text: text))
    }
  }

  private static func readKinds() -> [KindDeclaration] {
    files("kinds", endingIn: ".yml").compactMap { KindReader.read($0.file).kind }
  }

  private static func readLaw() -> Jurisdiction {
    let read = files("jurisdictions", endingIn: ".yml").compactMap {
      JurisdictionReader.read($0.file).jurisdiction
    }
    guard let shanghai = read.first(where: { $0.name == "shanghai" }),
      let china = read.first(where: { $0.name == shanghai.extends })
    else { preconditionFailure("the law of Shanghai extends that of China") }
    return shanghai.extending(china)
  }

  private static func readPages() -> [PageDeclaration] {
    files("templates", endingIn: "pages.yml").flatMap { PageDeclarationReader.read($0.file).pages }
  }

  private static func assets() -> AssetTable {
    let names = Defaults.files(in: "assets").map(\.name)
    return AssetTable(Dictionary(names.map { ($0, "/assets/\($0)") }) { first, _ in first })
  }
}
