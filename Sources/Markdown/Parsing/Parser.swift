import CCmarkGFM
import Synchronization

/// The one door to libcmark-gfm.
enum Parser {
  /// Parses `bytes` and lends the root of the tree to `body`; the tree is gone afterwards.
  ///
  /// Only for what `MarkdownGuard` lets pass: other texts may take minutes or end the process.
  static func withTree<Result>(of bytes: ArraySlice<UInt8>, _ body: (Node) -> Result) -> Result {
    let root = unsafe parse(bytes)
    defer { unsafe cmark_node_free(root) }
    guard let node = unsafe Node(root) else {
      preconditionFailure("cmark always makes a document")
    }
    return body(node)
  }

  private static func parse(_ bytes: ArraySlice<UInt8>) -> OpaquePointer? {
    guard bytes.containsDoubleTilde else { return unsafe parse(bytes, strikingOut: false) }
    // An extension with a character of its own writes it into a table that all parsers share, and
    // takes it out again when it is done, so two such parsers must never run at the same time.
    // Others may run beside it: to them a `~` is text whether or not the table knows it.
    return unsafe strikethroughTurn.withLock { _ in unsafe parse(bytes, strikingOut: true) }
  }

  private static func parse(_ bytes: ArraySlice<UInt8>, strikingOut: Bool) -> OpaquePointer? {
    let parser = unsafe cmark_parser_new(options)
    defer { unsafe cmark_parser_free(parser) }
    unsafe cmark_parser_attach_syntax_extension(parser, extensions.table)
    if strikingOut {
      unsafe cmark_parser_attach_syntax_extension(parser, extensions.strikethrough)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      let text = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe cmark_parser_feed(parser, text, buffer.count)
    }
    return unsafe cmark_parser_finish(parser)
  }

  // A single `~` is how ranges are written here (10~20 元), so only two of them strike out.
  private static let options =
    CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

  private static let strikethroughTurn = Mutex(())

  /// What cmark has registered, found once: registering twice from two threads is not safe.
  @safe
  private struct Extensions: @unchecked Sendable {
    let table: OpaquePointer?
    let strikethrough: OpaquePointer?

    init() {
      cmark_gfm_core_extensions_ensure_registered()
      unsafe table = cmark_find_syntax_extension("table")
      unsafe strikethrough = cmark_find_syntax_extension("strikethrough")
    }
  }

  private static let extensions = Extensions()
}

extension Markdown {
  /// The version of the library that reads bodies, for `sunboard --version`.
  package static var libraryVersion: String {
    unsafe String(cString: cmark_version_string())
  }
}

extension ArraySlice<UInt8> {
  fileprivate var containsDoubleTilde: Bool {
    var previous: UInt8 = 0
    for byte in self {
      if byte == UInt8(ascii: "~"), previous == byte { return true }
      previous = byte
    }
    return false
  }
}
