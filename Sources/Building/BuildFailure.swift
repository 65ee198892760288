package import Publishing
package import Source

/// A failure that ends a run, with the language in which the site wants to be told.
package struct BuildFailure: Error {
  package let failure: any ExplainedFailure
  package let language: MessageLanguage

  init(_ failure: any ExplainedFailure, language: MessageLanguage) {
    self.failure = failure
    self.language = language
  }
}

/// Why a run ends before it looks at a record.
enum BuildRefusal: ExplainedFailure, Hashable {
  /// A check is narrowed to a path where nothing lies.
  case unknownPath(String)

  var exitCode: Int32 { ExitCode.wrongArguments.rawValue }

  var message: Wording {
    switch self {
    case .unknownPath(let path):
      Wording(
        zh: "--only \(path)：站点里没有这个文件或文件夹；写法如 ganquan/xinghe 或 content/companies",
        en: "--only \(path): the site has no such file or folder; write ganquan/xinghe or "
          + "content/companies")
    }
  }
}
