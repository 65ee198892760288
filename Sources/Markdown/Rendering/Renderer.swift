import HTML

/// Writes a tree as HTML, from what it knows and nothing else.
struct Renderer {
  let options: RenderOptions
  private let limit: Int
  /// Added to a heading's level: the highest heading of a body stands right below the page's own.
  let headingShift: Int
  var linksBareAddresses = false
  private(set) var isComplete = true

  var anchors: Anchors
  var lastScalar: Unicode.Scalar?
  var openLinks = 0
  /// Which of the open links have no element of their own.
  var forbiddenLinks: [Int] = []
  var task: TaskItem?
  var table = TableState()
  var footnotes = FootnoteState()

  init(_ root: Node, options: RenderOptions, limit: Int) {
    self.options = options
    self.limit = limit
    self.headingShift = options.topHeading - Self.highestHeading(in: root)
    self.anchors = Anchors(prefix: options.idPrefix)
  }

  mutating func write(_ root: Node, into page: inout PageWriter) {
    var walk = Walk(root)
    while let (event, node) = walk.next() {
      let kind = node.kind
      let isTooDeep = Limits.depth < walk.depth
      switch event {
      case .enter:
        guard fits(node, kind, in: page) else {
          isComplete = false
          walk.skip(node)
          continue
        }
        if isTooDeep && kind.isContainer { continue }
        if enter(node, kind, into: &page) == .leavingOutChildren { walk.skip(node) }
      case .exit:
        if !isTooDeep || !kind.isContainer { leave(node, kind, into: &page) }
      }
    }
    if footnotes.isOpen { page.append("</ol>\n</section>\n") }
  }

  /// What becomes of a node's children and its end.
  enum Descent { case intoChildren, leavingOutChildren }

  /// Whether the longest that `node` itself can become still fits, and all ends after it.
  private func fits(_ node: Node, _ kind: Kind, in page: borrowing PageWriter) -> Bool {
    var words = node.withLiteral { $0.count }
    if kind == .link || kind == .image {
      words += node.address.utf8.count + node.title.utf8.count + (options.base?.utf8.count ?? 0)
    }
    // Six bytes for one is the most: a reference for each, and a bare address written twice.
    return page.count + 6 * words + 4096 <= limit
  }

  private static func highestHeading(in root: Node) -> Int {
    var highest = 7
    var walk = Walk(root)
    while let (event, node) = walk.next() {
      guard event == .enter else { continue }
      let kind = node.kind
      if kind == .heading { highest = min(highest, node.headingLevel) }
      if kind.holdsText { walk.skip(node) }
    }
    return highest == 7 ? 1 : highest
  }
}

extension Kind {
  /// Whether it is an element around others, which a tree too deep goes without.
  fileprivate var isContainer: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .link, .blockQuote, .list, .item: true
    default: false
    }
  }
}
