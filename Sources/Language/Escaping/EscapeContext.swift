import Source

/// Where in the HTML a template stands between two pieces of its text.
///
/// Followed at compile time over the literal text, so every value is escaped for the place where it
/// really lands, and a place that cannot be made safe is refused.
struct EscapeContext: Equatable {
  var state: State = .text
  /// What is known of the tag that is being written.
  var tag = Tag()

  indirect enum State: Equatable {
    case text
    /// In `title` or `textarea`, where only text and references count.
    case plainElement(String)
    case tagOpen, tagName, closingTag
    /// Inside a tag, between attributes.
    case betweenAttributes
    case attributeName, afterAttributeName, beforeValue
    case value(Quote, AttributeKind, ValuePart)
    case unquotedValue
    case comment, doctype
    /// In an element whose content is no HTML.
    case rawElement(RawElement, name: String)
  }

  enum Quote: UInt8 { case double = 0x22, single = 0x27 }

  enum AttributeKind: Equatable {
    case plain
    case url(String)
    /// An address from which code, style or a frame is loaded.
    case loading(String)
    case sourceSet, style, event, document
    /// The `content` of a `meta` that refreshes.
    case refresh
  }

  /// How much of an attribute's value stands already.
  enum ValuePart: Equatable {
    case start, path, query
    /// Branches have left it open whether a query has begun.
    case uncertain
  }

  enum RawElement: Equatable { case jsonData, script, style, other }

  /// The tag that is being written, as far as it matters to its attributes.
  struct Tag: Equatable {
    var name = ""
    var attribute = ""
    /// The literal text of the attribute's value so far.
    var value = ""
    var scriptType = ""
    var relation = ""
    var refreshes = false
    var isEmptyElement = false
  }
}

extension EscapeContext {
  /// The state that two branches leave, or nil if they do not agree.
  func joined(with other: EscapeContext) -> EscapeContext? {
    if state == other.state {
      var result = self
      if tag.value != other.tag.value { result.tag.value = "?" }
      return result
    }
    // A space between attributes or not makes no difference to what may follow.
    let between: [State] = [.betweenAttributes, .afterAttributeName, .tagName]
    if between.contains(state), between.contains(other.state) {
      var result = self
      result.state = .betweenAttributes
      return result
    }
    guard case .value(let quote, let kind, let part) = state,
      case .value(let otherQuote, let otherKind, let otherPart) = other.state,
      quote == otherQuote, kind == otherKind, part != otherPart
    else { return nil }
    var result = self
    result.tag.value = "?"
    result.state = .value(quote, kind, .uncertain)
    return result
  }

  /// Whether a loop, a block or an include that began at `start` has come back to it.
  func returns(to start: EscapeContext) -> Bool {
    guard let joined = joined(with: start) else { return false }
    return joined.state == start.state
  }

  /// What people call the place.
  var wording: Wording {
    switch state {
    case .text: Wording(zh: "正文", en: "text")
    case .plainElement(let name): Wording("<\(name)>")
    case .tagOpen, .tagName, .closingTag: Wording(zh: "标签名", en: "a tag name")
    case .betweenAttributes, .afterAttributeName: Wording(zh: "标签内部", en: "a tag")
    case .attributeName: Wording(zh: "属性名", en: "an attribute name")
    case .beforeValue, .unquotedValue:
      Wording(zh: "没有引号的属性值", en: "an attribute value without quotes")
    case .value(_, let kind, let part): wording(ofValue: kind, part)
    case .comment: Wording(zh: "注释", en: "a comment")
    case .doctype: Wording(zh: "文档类型声明", en: "the doctype")
    case .rawElement(_, let name): Wording("<\(name)>")
    }
  }

  private func wording(ofValue kind: AttributeKind, _ part: ValuePart) -> Wording {
    let name = "\(tag.attribute)=\"…\""
    guard case .url = kind else { return Wording("`\(name)`") }
    return switch part {
    case .start: Wording(zh: "地址 `\(name)` 的开头", en: "the start of the address `\(name)`")
    case .path: Wording(zh: "地址 `\(name)` 的路径", en: "the path of the address `\(name)`")
    case .query: Wording(zh: "地址 `\(name)` 的查询部分", en: "the query of the address `\(name)`")
    case .uncertain:
      Wording(zh: "地址 `\(name)` 的路径或查询部分", en: "the path or query of the address `\(name)`")
    }
  }
}
