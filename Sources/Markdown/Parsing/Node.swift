import CCmarkGFM

/// One node of a tree that cmark made; it must not outlive the closure that was lent the tree.
@safe
struct Node {
  private let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  var kind: Kind {
    unsafe Kind(rawType: cmark_node_get_type(pointer).rawValue)
  }

  var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
  var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }
  var lastChild: Node? { unsafe Node(cmark_node_last_child(pointer)) }
  var next: Node? { unsafe Node(cmark_node_next(pointer)) }

  static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }
}

// What a node says of itself.
extension Node {
  /// Lends the bytes of a text, code, HTML or footnote reference; of others none.
  func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return body([UInt8]().span) }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Self.length(of: text))
      .assumingMemoryBound(to: UInt8.self)
    return unsafe body(bytes.span)
  }

  var literal: String {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return "" }
    return unsafe String(cString: text)
  }

  var address: String { unsafe Self.string(cmark_node_get_url(pointer)) }
  var title: String { unsafe Self.string(cmark_node_get_title(pointer)) }
  var codeLanguage: String { unsafe Self.string(cmark_node_get_fence_info(pointer)) }
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }

  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

  var isHeaderRow: Bool {
    unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0
  }

  /// How each column of a table is aligned: `l`, `c`, `r` or 0.
  var alignments: [UInt8] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let first = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: first, count: count))
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var end = unsafe text
    while unsafe end.pointee != 0 { unsafe end += 1 }
    return unsafe end - text
  }
}

// Where cmark says a node stands: lines and columns from 1, columns in bytes, ends included.
extension Node {
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }
}

extension Node {
  /// The types that cmark numbers when its extensions are registered, asked of a small tree.
  static func types(named names: [String], below root: Node) -> [UInt32] {
    var found = [UInt32](repeating: 0, count: names.count)
    var walk = Walk(root)
    while let (_, node) = walk.next() {
      let name = unsafe Self.string(cmark_node_get_type_string(node.pointer))
      guard let index = names.firstIndex(of: name) else { continue }
      found[index] = unsafe cmark_node_get_type(node.pointer).rawValue
    }
    return found
  }
}
