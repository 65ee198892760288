import CCmarkGFM

/// What a node is.
enum Kind {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnoteDefinition
  case table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  case footnoteReference
  case strikethrough
  /// Nothing that our parsers make.
  case unknown

  init(rawType: UInt32) {
    switch rawType {
    case CMARK_NODE_TEXT.rawValue: self = .text
    case CMARK_NODE_PARAGRAPH.rawValue: self = .paragraph
    case CMARK_NODE_SOFTBREAK.rawValue: self = .softBreak
    case CMARK_NODE_LINEBREAK.rawValue: self = .lineBreak
    case CMARK_NODE_STRONG.rawValue: self = .strong
    case CMARK_NODE_EMPH.rawValue: self = .emphasis
    case CMARK_NODE_CODE.rawValue: self = .code
    case CMARK_NODE_LINK.rawValue: self = .link
    case CMARK_NODE_IMAGE.rawValue: self = .image
    case CMARK_NODE_HTML_INLINE.rawValue: self = .htmlInline
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: self = .footnoteReference
    default: self = Self.block(rawType: rawType)
    }
  }

  private static func block(rawType: UInt32) -> Kind {
    switch rawType {
    case CMARK_NODE_DOCUMENT.rawValue: .document
    case CMARK_NODE_HEADING.rawValue: .heading
    case CMARK_NODE_LIST.rawValue: .list
    case CMARK_NODE_ITEM.rawValue: .item
    case CMARK_NODE_BLOCK_QUOTE.rawValue: .blockQuote
    case CMARK_NODE_CODE_BLOCK.rawValue: .codeBlock
    case CMARK_NODE_HTML_BLOCK.rawValue: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK.rawValue: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: .footnoteDefinition
    default: extended(rawType: rawType)
    }
  }

  private static func extended(rawType: UInt32) -> Kind {
    switch rawType {
    case extensionTypes[0]: .table
    case extensionTypes[1]: .tableRow
    case extensionTypes[2]: .tableCell
    case extensionTypes[3]: .strikethrough
    default: .unknown
    }
  }

  private static let extensionTypes = Parser.withTree(of: Array("|a|\n|-|\n|~~b~~|\n".utf8)[...]) {
    Node.types(named: ["table", "table_row", "table_cell", "strikethrough"], below: $0)
  }

  /// Whether lines of text stand directly in it.
  var holdsText: Bool {
    switch self {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }
}
