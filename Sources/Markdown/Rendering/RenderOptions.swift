/// How a body is to stand on a page.
package struct RenderOptions: Sendable {
  /// What the highest heading of the body becomes: 2 below a page's own h1.
  package var topHeading: Int
  /// Stands before every id, for pages that show several bodies.
  package var idPrefix: String
  /// The address of the record, to make relative links absolute where its body stands elsewhere.
  package var base: String?
  /// What to link to instead of a relative address as it was written; nil leaves it.
  package var rewriting: (@Sendable (String) -> String?)?
  package var labels: Labels

  package init(
    topHeading: Int = 2, idPrefix: String = "", base: String? = nil,
    rewriting: (@Sendable (String) -> String?)? = nil, labels: Labels = .chinese
  ) {
    precondition(1 <= topHeading && topHeading <= 6, "HTML has headings from h1 to h6")
    self.topHeading = topHeading
    self.idPrefix = idPrefix
    self.base = base
    self.rewriting = rewriting
    self.labels = labels
  }

  /// The words that a body gets from the page and not from its author.
  package struct Labels: Sendable {
    package var wideTable: String
    package var footnotes: String
    package var backToText: String
    package var done: String
    package var notDone: String

    package init(
      wideTable: String, footnotes: String, backToText: String, done: String, notDone: String
    ) {
      self.wideTable = wideTable
      self.footnotes = footnotes
      self.backToText = backToText
      self.done = done
      self.notDone = notDone
    }

    package static let chinese = Labels(
      wideTable: "宽表格，可左右滑动", footnotes: "注释", backToText: "回到正文", done: "已完成", notDone: "未完成")
    package static let english = Labels(
      wideTable: "Wide table, scrolls sideways", footnotes: "Notes", backToText: "Back to text",
      done: "Done", notDone: "Not done")
  }
}
