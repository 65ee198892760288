// Where the ways through branches and loops meet again.
extension EscapeContext {
  /// The context that two branches leave, or nil if they do not agree.
  func joined(with other: EscapeContext) -> EscapeContext? {
    guard isInTag || other.isInTag else {
      guard state == other.state else { return nil }
      return EscapeContext(state: state, tag: merged(with: other))
    }
    guard tag.name == other.tag.name, let state = joinedState(with: other) else { return nil }
    return EscapeContext(state: state, tag: merged(with: other))
  }

  /// What a loop, a block or an include that began at `start` leaves, or nil if it has not come
  /// back to where it began.
  func returned(to start: EscapeContext) -> EscapeContext? {
    guard let joined = joined(with: start), joined.state == start.state else { return nil }
    return joined
  }

  private var isInTag: Bool {
    switch state {
    case .text, .plainElement, .comment, .doctype, .rawElement: false
    default: true
    }
  }

  private func joinedState(with other: EscapeContext) -> State? {
    switch (state, other.state) {
    case (.betweenAttributes, .betweenAttributes), (.tagName, .tagName), (.tagOpen, .tagOpen),
      (.closingTag, .closingTag):
      return state
    case (
      .value(let quote, let kind, let part), .value(let otherQuote, let otherKind, let otherPart)
    ):
      guard quote == otherQuote, kind == otherKind, tag.attribute == other.tag.attribute else {
        return nil
      }
      return part == otherPart ? state : .value(quote, kind, .uncertain)
    case _ where state == other.state && tag.attribute == other.tag.attribute: return state
    default:
      guard isBetween, other.isBetween else { return nil }
      return .joint(mayNameFollow: mayNameFollow && other.mayNameFollow)
    }
  }

  /// Whether a space, a slash or the end of the tag may follow and nothing is cut off by it.
  private var isBetween: Bool {
    switch state {
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .joint: true
    default: false
    }
  }

  private var mayNameFollow: Bool {
    switch state {
    case .betweenAttributes, .afterAttributeName, .joint(mayNameFollow: true): true
    default: false
    }
  }

  /// What is known of the tag whichever branch was taken: always the less trusting of two.
  private func merged(with other: EscapeContext) -> Tag {
    var merged = tag
    if tag.value != other.tag.value {
      let beforeValue = Self.beforeJSONValue
      let mayBegin = beforeValue.contains(tag.value) && beforeValue.contains(other.tag.value)
      merged.value = mayBegin ? "," : String(Self.placeholder)
    }
    if tag.scriptType != other.tag.scriptType { merged.scriptType = "" }
    if tag.relation != other.tag.relation { merged.relation = "" }
    merged.refreshes = tag.refreshes || other.tag.refreshes
    merged.isNamed = tag.isNamed && other.tag.isNamed
    merged.isEmptyElement = tag.isEmptyElement && other.tag.isEmptyElement
    merged.isInString = tag.isInString || other.tag.isInString
    return merged
  }
}
