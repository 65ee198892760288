import Source

/// How a value is written for the place where it stands.
package enum Escape: UInt8, Sendable {
  /// As it is: text without markup, or HTML in text.
  case none
  /// With `& < > " '` as references.
  case text
  /// A whole address that is known to be safe.
  case url
  /// A whole address whose scheme must be checked first.
  case checkedURL
  /// A piece of a path: `/` is encoded too.
  case pathSegment
  /// A piece of a path that may hold `/`.
  case path
  /// A piece of a query or fragment.
  case queryComponent
  /// JSON inside a data script.
  case json
}

extension EscapeContext {
  /// How a value of `type` is written here, or why it may not stand here.
  ///
  /// `isJSON` says that the expression ends in `tojson`.
  func escape(for type: Type, isJSON: Bool, at place: Location) -> Result<Escape, Refusal> {
    switch state {
    case .text: return .success(type == .html || isJSON ? .none : .text)
    case .plainElement:
      if type == .html { return .failure(Refusal(.htmlInAttribute(at: place))) }
      return .success(.text)
    case .value(_, let kind, let part):
      if type == .html { return .failure(Refusal(.htmlInAttribute(at: place))) }
      return escape(inValue: kind, part, type, place)
    case .rawElement(.jsonData, _):
      return isJSON
        ? .success(.json)
        : refusal(place, help: Wording(zh: "请写 {{ 值|tojson }}", en: "write {{ value|tojson }}"))
    case .rawElement:
      return refusal(
        place,
        help: Wording(
          zh: "把数据放进 JSON 数据块或 data-* 属性",
          en: "put data into a JSON script block or a data-* attribute"))
    case .beforeValue, .unquotedValue:
      return refusal(place, help: Wording(zh: "给属性值加上引号", en: "put the value in quotes"))
    default:
      return refusal(
        place,
        help: Wording(zh: "用 if 写出每种情况的固定文字", en: "write the literal text of each case with if"))
    }
  }

  private func escape(
    inValue kind: AttributeKind, _ part: ValuePart, _ type: Type, _ place: Location
  ) -> Result<Escape, Refusal> {
    switch kind {
    case .plain: return .success(.text)
    case .style:
      return refusal(
        place, help: Wording(zh: "请用 class 或 SVG 属性", en: "use a class or an SVG attribute"))
    case .event:
      return refusal(
        place, help: Wording(zh: "把数据放进 data-* 属性", en: "put data into a data-* attribute"))
    case .document, .sourceSet:
      return refusal(place, help: Wording(zh: "请用 img 的 src", en: "use src of an img"))
    case .refresh:
      let isWhole = tag.value.filter { $0 != " " }.lowercased() == "0;url="
      if isWhole, type == .url { return .success(.url) }
      return refusal(
        place,
        help: Wording(zh: "只可写 `0; url={{ 地址 }}`", en: "only `0; url={{ address }}` with a Url"))
    case .loading(let name):
      if type == .asset, part == .start { return .success(.url) }
      return .failure(Refusal(.urlWanted(name, found: type.name, at: place)))
    case .url: return escape(inURL: part, type, place)
    }
  }

  private func escape(inURL part: ValuePart, _ type: Type, _ place: Location)
    -> Result<Escape, Refusal>
  {
    let isAddress = type == .url || type == .asset
    switch part {
    case .start: return .success(isAddress ? .url : .checkedURL)
    case .path:
      if let scheme = forbiddenPrefix {
        return .failure(Refusal(.forbiddenScheme(scheme, at: place)))
      }
      return .success(isAddress ? .path : .pathSegment)
    case .query: return .success(.queryComponent)
    case .uncertain:
      return .failure(
        Refusal(
          .contextsDiffer(
            Wording(zh: "地址的路径", en: "the path of an address"),
            Wording(zh: "地址的查询部分", en: "its query"), at: place,
            what: Wording(zh: "前面的分支", en: "the branches before this"))))
    }
  }

  /// The scheme that the literal start of an address names, if it is not an allowed one.
  private var forbiddenPrefix: String? {
    let start = tag.value.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = start.firstIndex(of: ":") else { return nil }
    let scheme = start[..<colon].filter { !$0.isWhitespace }.lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme) ? nil : "\(scheme):"
  }

  private func refusal(_ place: Location, help: Wording) -> Result<Escape, Refusal> {
    .failure(Refusal(.unsafePosition(wording, at: place, help: help)))
  }

  /// Moves on over a value that was written here.
  mutating func advanceOverValue() {
    guard case .value(let quote, let kind, let part) = state else { return }
    tag.value += "?"
    if part == .start { state = .value(quote, kind, .path) }
  }

  /// Why a value may not stand at a place.
  struct Refusal: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }
}
