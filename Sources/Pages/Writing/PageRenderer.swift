import HTML
import Kinds
import Language
import Markdown
import Source
package import Records
import Values

/// Renders planned pages, one after another, with one machine for one task.
package final class PageRenderer {
  private let machine = Machine()
  private var base = "/"

  package init(_ site: Site) {
    machine.today = Value(site.today)
    machine.calendar = site.rulebook.calendar
    machine.writeBody = { [unowned self] text, writer in
      let options = RenderOptions(topHeading: 2, base: base)
      Markdown.render(Array(text)[...], into: &writer, options: options)
    }
  }

  /// Renders a page and lends its bytes, which stand until the next page.
  package func render<Result>(
    _ page: PlannedPage, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    base = page.base
    machine.writer.removeAll()
    try machine.run(page.program, page.inputs)
    return try machine.writer.withBytes { (bytes) throws in try body(bytes) }
  }
}
