import Source

/// Where in the HTML a template stands between two pieces of its text.
///
/// Followed at compile time over the literal text, so every value is escaped for the place where it
/// really lands, and a place that cannot be made safe is refused.
struct EscapeContext: Equatable {
  var state: State = .text
  /// What is known of the tag that is being written.
  var tag = Tag()

  enum State: Equatable {
    case text
    /// In `title` or `textarea`, where only text and references count.
    case plainElement(String)
    case tagOpen, tagName, closingTag
    /// Inside a tag, between attributes.
    case betweenAttributes
    /// Inside a tag, where branches have ended differently: only what ends them all may follow.
    case joint(mayNameFollow: Bool)
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
    /// The `content` of a `meta` that has not said yet what it is for.
    case unnamedMeta
    case url(String)
    /// An address from which code, style or a frame is loaded.
    case loading(String)
    case sourceSet, style, event, document
    /// The `content` of a `meta` that refreshes.
    case refresh
  }

  /// How much of an attribute's value stands already.
  enum ValuePart: Equatable {
    /// Nothing yet; for an attribute that is no address it stays so.
    case start
    case path, query
    /// Branches have left it open whether a query has begun.
    case uncertain
  }

  enum RawElement: Equatable { case jsonData, script, style, other }

  /// The tag that is being written, as far as it matters to its attributes.
  struct Tag: Equatable {
    var name = ""
    var attribute = ""
    /// The literal text of the attribute's value so far, each printed value as a placeholder; in
    /// JSON its last character that is no space.
    var value = ""
    /// Whether JSON stands inside a string.
    var isInString = false
    var scriptType = ""
    var relation = ""
    var refreshes = false
    /// Whether a `meta` has said what it is for.
    var isNamed = false
    var isEmptyElement = false
  }
}

extension EscapeContext {
  /// What people call the place.
  var wording: Wording {
    switch state {
    case .text: Wording(zh: "正文", en: "text")
    case .plainElement(let name): Wording("<\(name)>")
    case .tagOpen, .tagName, .closingTag: Wording(zh: "标签名", en: "a tag name")
    case .betweenAttributes, .afterAttributeName, .joint: Wording(zh: "标签内部", en: "a tag")
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
