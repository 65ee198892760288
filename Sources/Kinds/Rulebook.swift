package import Language
package import Source
package import Values

/// All kinds and the law, compiled: what reading, judging and rendering go by.
package struct Rulebook: Sendable {
  package let schema: Schema
  package let layouts: [RecordLayout]
  /// The programs of derived values, by derivation number.
  package let derivations: [Program]
  /// The checks of each kind, in the order of its declaration.
  package let checks: [[CompiledCheck]]
  package let headings: [Program?]
  package let publishConditions: [Program?]
  package let law: LawTable
  package let calendar: HolidayCalendar
  package let library: Library
  /// The language tag of labels and pages.
  package let language: String
  package let fileShape: RecordID
  /// For each kind how deep its references lead; those it refers to have lower ranks.
  package let referenceRanks: [Int]
  /// The names of the kinds to which some field refers.
  package let referredKinds: Set<String>

  /// Compiles everything; any error in the result means that nothing can be built.
  package static func compile(
    _ kinds: [KindDeclaration], jurisdiction: Jurisdiction, library: Library = Library(),
    language: String
  ) -> (rulebook: Rulebook, diagnostics: [Diagnostic]) {
    let law = LawTable(jurisdiction)
    let (kinds, twins) = withoutTwins(kinds)
    let derived = DerivedPrograms(SchemaBuilder(kinds, law: law), library, language)
    var builder = derived.builder
    var diagnostics = twins + builder.diagnostics + kinds.flatMap { $0.unknownLaw(law) }
    var compiled: [Compiled] = []
    for (index, layout) in builder.layouts.enumerated() {
      var programs = ProgramBuilder(
        layout, schema: builder.schema, library: library, language: language)
      for (number, derivation) in builder.derivations.enumerated() where derivation.kind == index {
        diagnostics += derived.diagnostics(number)
      }
      compiled.append(Compiled(kinds[index], &programs))
      diagnostics += programs.diagnostics
      builder.adopt(programs.schema)
    }
    let derivations = builder.derivations.indices.map(derived.program)
    if derivations.contains(where: { $0 == nil }), diagnostics.isEmpty {
      diagnostics.append(.derivedInCircle(builder, derivations))
    }
    let rulebook = Rulebook(
      schema: builder.schema, layouts: builder.layouts, derivations: derivations.compactMap { $0 },
      checks: compiled.map(\.checks), headings: compiled.map(\.heading),
      publishConditions: compiled.map(\.publishWhen), law: law,
      calendar: jurisdiction.calendar, library: library, language: language,
      fileShape: builder.fileShape, referenceRanks: builder.layouts.referenceRanks,
      referredKinds: Set(builder.layouts.flatMap { $0.fields.flatMap(\.referredKinds) }))
    return (rulebook, diagnostics)
  }

  /// The kinds of different names, and what is said of the others.
  private static func withoutTwins(_ kinds: [KindDeclaration]) -> (
    kinds: [KindDeclaration], twins: [Diagnostic]
  ) {
    var different: [KindDeclaration] = []
    var twins: [Diagnostic] = []
    for kind in kinds {
      if let twin = different.first(where: { $0.name == kind.name }) {
        twins.append(.twin(kind, of: twin))
      } else {
        different.append(kind)
      }
    }
    return (different, twins)
  }

  /// The programs of one kind.
  private struct Compiled {
    let checks: [CompiledCheck]
    let heading: Program?
    let publishWhen: Program?

    init(_ kind: KindDeclaration, _ programs: inout ProgramBuilder) {
      checks = kind.checks.compactMap { programs.check($0) }
      heading = kind.title.flatMap { programs.expression($0, wanting: .string) }
      publishWhen = kind.publishWhen.flatMap { programs.expression($0, wanting: .bool) }
    }
  }
}

extension Rulebook {
  /// The index of the kind that a path below `content/` is of.
  package func kind(ofPath path: [Substring]) -> Int? {
    layouts.firstIndex { $0.kind.place.matches(path) }
  }

  /// The index of the kind of that name.
  package func kind(named name: String) -> Int? {
    layouts.firstIndex { $0.kind.name == name }
  }
}

extension Diagnostic {
  fileprivate static func derivedInCircle(_ builder: SchemaBuilder, _ programs: [Program?])
    -> Diagnostic
  {
    let index = programs.firstIndex { $0 == nil } ?? 0
    let declaration = builder.derivations[index].declaration
    return Diagnostic(
      "T052", .error,
      Wording(
        zh: "推算值 `\(declaration.name)` 的类型定不下来：它用到了自己",
        en: "the type of `\(declaration.name)` cannot be found: it needs itself"),
      at: declaration.location)
  }

  fileprivate static func twin(_ kind: KindDeclaration, of twin: KindDeclaration) -> Diagnostic {
    let path = twin.location.file.path
    return Diagnostic(
      "Y2", .error,
      Wording(
        zh: "种类 `\(kind.name)` 在 \(path) 里已经声明过",
        en: "the kind `\(kind.name)` is declared in \(path) already"),
      at: Location(kind.location.file, SourceRange(at: 0)),
      help: [
        Wording(
          zh: "换一个名字；要代替自带的种类，文件名要与它相同",
          en: "give it another name; to replace a built-in kind, give the file its name")
      ])
  }

  static func errorReadsToday(at place: Location) -> Diagnostic {
    Diagnostic(
      "T023", .error,
      Wording(zh: "错误级检查不能用到 `today`", en: "an error-level check cannot read `today`"), at: place,
      help: [
        Wording(
          zh: "时间流逝不会让记录变错；请改为 level: warning",
          en: "time passing makes no record wrong; use level: warning")
      ])
  }

  /// T018: something else where the elements of a list are wanted.
  package static func notAList(at place: Location, type: String) -> Diagnostic {
    Diagnostic(
      "T018", .error, Wording(zh: "\(type) 不能逐项列出", en: "a \(type) cannot be looped over"),
      at: place)
  }
}

extension KindDeclaration {
  /// K5 where a check rests on a value that the jurisdiction does not have.
  fileprivate func unknownLaw(_ law: LawTable) -> [Diagnostic] {
    checks.compactMap { check in
      guard case .law(let name, let place) = check.basis, !law.names.contains(name) else {
        return nil
      }
      let near = NearMiss.of(name, among: law.names)
      return Diagnostic(
        "K5", .error,
        Wording(zh: "法域里没有 `\(name)` 这个值", en: "the jurisdiction has no value `\(name)`"),
        at: place,
        help: near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? [])
    }
  }
}
