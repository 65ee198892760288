import HTML

/// Where a table stands while it is written; tables do not stand in each other.
struct TableState {
  /// Wider tables get a box of their own to scroll in.
  static let narrowColumns = 4

  var alignments: [UInt8] = []
  var column = 0
  var isHeader = false
  var hasBody = false

  var isWide: Bool { Self.narrowColumns < alignments.count }
}

extension Renderer {
  mutating func enterTable(_ node: Node, _ kind: Kind, into page: inout PageWriter) {
    switch kind {
    case .table: openTable(node, into: &page)
    case .tableRow: openRow(node, into: &page)
    default: openCell(node, into: &page)
    }
  }

  mutating func leaveTable(_ node: Node, _ kind: Kind, into page: inout PageWriter) {
    switch kind {
    case .table:
      if table.hasBody { page.append("</tbody>\n") }
      page.append("</table>\n")
      if table.isWide { page.append("</div>\n") }
    case .tableRow:
      page.append("</tr>\n")
      if table.isHeader { page.append("</thead>\n") }
    default:
      page.append(table.isHeader ? "</th>\n" : "</td>\n")
      table.column += 1
    }
  }

  private mutating func openTable(_ node: Node, into page: inout PageWriter) {
    startLine(in: &page)
    table = TableState(alignments: node.alignments)
    if table.isWide {
      page.append("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
      page.appendEscaped(options.labels.wideTable)
      page.append("\">\n")
    }
    page.append("<table>\n")
  }

  private mutating func openRow(_ node: Node, into page: inout PageWriter) {
    table.column = 0
    table.isHeader = node.isHeaderRow
    if table.isHeader {
      page.append("<thead>\n")
    } else if !table.hasBody {
      page.append("<tbody>\n")
      table.hasBody = true
    }
    page.append("<tr>\n")
  }

  private mutating func openCell(_ node: Node, into page: inout PageWriter) {
    lastScalar = nil
    page.append(table.isHeader ? "<th scope=\"col\"" : "<td")
    // An empty cell has nothing to align, and may be one of thousands that nobody wrote.
    if let name = alignmentClass, node.firstChild != nil { page.append(" class=\"\(name)\"") }
    page.append(">")
  }

  private var alignmentClass: String? {
    guard table.column < table.alignments.count else { return nil }
    return switch table.alignments[table.column] {
    case UInt8(ascii: "l"): "left"
    case UInt8(ascii: "c"): "center"
    case UInt8(ascii: "r"): "right"
    default: nil
    }
  }
}
