/// The nodes of a tree in reading order, each entered and left.
///
/// Follows pointers instead of calling itself: no depth of a tree can use up the stack.
struct Walk {
  /// Which side of a node the walk has come to.
  enum Event { case enter, exit }

  private let root: Node
  private var upcoming: (event: Event, node: Node)?
  private var isLeaving = false
  /// How many ancestors the node just given has.
  private(set) var depth = -1

  init(_ root: Node) {
    self.root = root
    self.upcoming = (.enter, root)
  }

  mutating func next() -> (event: Event, node: Node)? {
    guard let step = upcoming else { return nil }
    if isLeaving { depth -= 1 }
    isLeaving = step.event == .exit
    switch step.event {
    case .enter:
      depth += 1
      upcoming = step.node.firstChild.map { (.enter, $0) } ?? (.exit, step.node)
    case .exit:
      upcoming = following(step.node)
    }
    return step
  }

  /// Leaves out the children and the exit of the node just entered.
  mutating func skip(_ node: Node) {
    isLeaving = true
    upcoming = following(node)
  }

  private func following(_ node: Node) -> (event: Event, node: Node)? {
    guard !(node == root) else { return nil }
    if let next = node.next { return (.enter, next) }
    return node.parent.map { (.exit, $0) }
  }
}
