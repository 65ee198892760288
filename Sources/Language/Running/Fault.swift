package import Source
package import Values

/// What can still go wrong when a checked program runs.
package enum Fault: Error, Hashable, Sendable {
  case arithmetic(ArithmeticFault)
  case indexOutOfRange
  case tooDeep
  /// A number of parts or elements that nobody can make.
  case unusableCount
  case forbiddenAddress(String)
  /// A derived value that needs itself.
  case circular
  /// A value that was written but could not be read; its finding is known already.
  case unreadable
  case refused(Wording)

  package var wording: Wording {
    switch self {
    case .arithmetic(.divisionByZero): Wording(zh: "除数为零", en: "division by zero")
    case .arithmetic: Wording(zh: "数字太大，无法计算", en: "the result is too large")
    case .indexOutOfRange: Wording(zh: "列表没有这么多项", en: "the list has no such element")
    case .unusableCount:
      Wording(zh: "数量必须在 1 到 100 万之间", en: "the number must be between 1 and a million")
    case .tooDeep: Wording(zh: "计算层次太深", en: "the computation is nested too deeply")
    case .forbiddenAddress(let scheme):
      Wording(zh: "不允许 `\(scheme)` 链接", en: "`\(scheme)` links are forbidden")
    case .circular: Wording(zh: "推算值用到了它自己", en: "a derived value needs itself")
    case .unreadable: Wording(zh: "有一项读不出来", en: "a value could not be read")
    case .refused(let wording): wording
    }
  }
}

extension Fault {
  /// What the body gives, its arithmetic fault as one of the machine's.
  package static func catching<Result>(
    _ body: () throws(ArithmeticFault) -> Result
  ) throws(Fault) -> Result {
    do throws(ArithmeticFault) {
      return try body()
    } catch {
      throw .arithmetic(error)
    }
  }
}

/// A fault and where in which program it happened.
package struct RunFailure: Error, Sendable {
  package let fault: Fault
  package let place: Location?
  /// Where the macros were used that led there, innermost first.
  package let uses: [Location]
  /// The value of the record with which it went wrong, if it was one.
  package let culprit: MemberPath?

  package init(
    fault: Fault, place: Location?, uses: [Location] = [], culprit: MemberPath? = nil
  ) {
    self.fault = fault
    self.place = place
    self.uses = uses
    self.culprit = culprit
  }

  /// Where the program stood, as second places of a finding.
  package var notes: [Note] {
    let here = place.map { [Note(Wording(zh: "在这里计算", en: "computed here"), at: $0)] } ?? []
    return here + useNotes
  }

  /// Where the macros were used, as second places of a finding.
  var useNotes: [Note] {
    uses.map { Note(Wording(zh: "在这里使用", en: "used here"), at: $0) }
  }
}

extension Diagnostic {
  static func arithmetic(_ fault: ArithmeticFault, at place: Location) -> Diagnostic {
    .template("T050", Fault.arithmetic(fault).wording, at: place)
  }

  /// A failure while a page or a check ran for the record in `record`.
  package static func failure(_ failure: RunFailure, record: SourceFile) -> Diagnostic {
    .failure(failure, at: Location(record, nil), key: nil)
  }

  /// A failure while a page or a check ran, at the value with which it went wrong.
  package static func failure(_ failure: RunFailure, at place: Location, key: String?)
    -> Diagnostic
  {
    Diagnostic(
      failure.fault.code, .error, failure.fault.wording, at: place, key: key,
      notes: failure.notes)
  }
}

extension Fault {
  /// The public code of the finding.
  package var code: String {
    switch self {
    case .arithmetic: "T050"
    case .indexOutOfRange: "T051"
    case .tooDeep, .circular, .unusableCount: "T052"
    case .forbiddenAddress: "T053"
    case .unreadable, .refused: "T054"
    }
  }
}
