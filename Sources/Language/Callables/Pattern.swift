/// A small regular expression: letters, classes `[…]`, `\d`, `.`, groups with `|`, `? * + {n,m}`.
///
/// It matches whole texts by backtracking over few alternatives; enough for the forms of numbers
/// and titles that kinds check, and the same on every machine.
struct Pattern: Sendable {
  private let root: Node

  private indirect enum Node: Sendable {
    case set([ClosedRange<UInt32>], negated: Bool)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, atLeast: Int, atMost: Int)
  }

  init?(_ text: String) {
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    guard let root = reader.choice(), reader.rest.isEmpty else { return nil }
    self.root = root
  }

  /// Whether the whole text has the form.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var steps = 0
    return Self.match(root, scalars, 0, &steps) { $0 == scalars.count }
  }

  private static let stepLimit = 100_000

  private static func match(
    _ node: Node, _ text: [Unicode.Scalar], _ start: Int, _ steps: inout Int,
    then: (Int) -> Bool
  ) -> Bool {
    steps += 1
    guard steps < stepLimit else { return false }
    switch node {
    case .set(let ranges, let negated):
      guard start < text.count else { return false }
      let isIn = ranges.contains { $0.contains(text[start].value) }
      return isIn != negated && then(start + 1)
    case .sequence(let nodes): return match(nodes[...], text, start, &steps, then: then)
    case .choice(let nodes):
      for node in nodes where match(node, text, start, &steps, then: then) { return true }
      return false
    case .repeated(let node, let atLeast, let atMost):
      return match(node, atLeast, atMost, text, start, &steps, then: then)
    }
  }

  private static func match(
    _ nodes: ArraySlice<Node>, _ text: [Unicode.Scalar], _ start: Int, _ steps: inout Int,
    then: (Int) -> Bool
  ) -> Bool {
    guard let first = nodes.first else { return then(start) }
    var inner = steps
    defer { steps = inner }
    var rest = inner
    return match(first, text, start, &inner) { end in
      match(nodes.dropFirst(), text, end, &rest, then: then)
    }
  }

  private static func match(
    _ node: Node, _ atLeast: Int, _ atMost: Int, _ text: [Unicode.Scalar], _ start: Int,
    _ steps: inout Int, then: (Int) -> Bool
  ) -> Bool {
    var rest = steps
    if 0 < atMost {
      let again = match(node, text, start, &steps) { end in
        start < end && match(node, max(0, atLeast - 1), atMost - 1, text, end, &rest, then: then)
      }
      if again { return true }
    }
    return atLeast == 0 && then(start)
  }

  /// Reads the text of a pattern.
  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    mutating func choice() -> Node? {
      guard let first = sequence() else { return nil }
      var nodes = [first]
      while take("|") {
        guard let next = sequence() else { return nil }
        nodes.append(next)
      }
      return nodes.count == 1 ? first : .choice(nodes)
    }

    private mutating func sequence() -> Node? {
      var nodes: [Node] = []
      while let scalar = rest.first, scalar != "|", scalar != ")" {
        guard let atom = atom() else { return nil }
        nodes.append(repetition(of: atom))
      }
      return .sequence(nodes)
    }

    private mutating func atom() -> Node? {
      guard let scalar = rest.popFirst() else { return nil }
      switch scalar {
      case ".": return .set([0...0x10FFFF], negated: false)
      case "^", "$": return .sequence([])
      case "(":
        if rest.starts(with: ["?", ":"]) { rest.removeFirst(2) }
        guard let inner = choice(), take(")") else { return nil }
        return inner
      case "[": return set()
      case "\\": return rest.popFirst().map { .set(Self.escaped($0), negated: false) }
      case "*", "+", "?": return nil
      default: return .set([scalar.value...scalar.value], negated: false)
      }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> [ClosedRange<UInt32>] {
      switch scalar {
      case "d": [0x30...0x39]
      case "s": [0x09...0x0D, 0x20...0x20, 0x3000...0x3000]
      case "w": [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
      default: [scalar.value...scalar.value]
      }
    }

    private mutating func set() -> Node? {
      let negated = take("^")
      var ranges: [ClosedRange<UInt32>] = []
      while let scalar = rest.popFirst() {
        if scalar == "]" { return .set(ranges, negated: negated) }
        if scalar == "\\" {
          guard let escape = rest.popFirst() else { return nil }
          ranges += Self.escaped(escape)
        } else if rest.first == "-", let last = rest.dropFirst().first, last != "]",
          scalar.value <= last.value
        {
          rest.removeFirst(2)
          ranges.append(scalar.value...last.value)
        } else {
          ranges.append(scalar.value...scalar.value)
        }
      }
      return nil
    }

    private mutating func repetition(of node: Node) -> Node {
      if take("?") { return .repeated(node, atLeast: 0, atMost: 1) }
      if take("*") { return .repeated(node, atLeast: 0, atMost: 10_000) }
      if take("+") { return .repeated(node, atLeast: 1, atMost: 10_000) }
      guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return node }
      let bounds = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<end]))
        .split(separator: ",", omittingEmptySubsequences: false)
      guard let low = bounds.first.flatMap({ Int($0) }) else { return node }
      rest = rest[(end + 1)...]
      let high = bounds.count == 1 ? low : Int(bounds[1]) ?? 10_000
      return .repeated(node, atLeast: low, atMost: max(low, high))
    }
  }
}
