import ArgumentParser
import Building
import Source

/// `sunboard explain`: what a code at the end of a message means and the way out.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what the code of a finding means and what to do.",
    discussion: "Example: sunboard explain K2 --lang en")

  @Argument(help: "A code such as K2.")
  var code: String

  @Option(name: .customLong("lang"), help: "zh-Hans or en.")
  var language = MessageLanguage.chinese

  func run() throws {
    switch Explanation.of(code, in: language) {
    case .page(let text): print(text)
    case .unknown(let near):
      let wording = Wording(
        zh: "没有 \(code) 这个代码" + (near.map { "，是不是 \($0)？" } ?? ""),
        en: "there is no code \(code)" + (near.map { ", did you mean \($0)?" } ?? ""))
      throw ValidationError(wording[language])
    }
  }
}
