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
  /// What stands behind `mailto:` or `tel:`.
  case mailbox
  /// JSON inside a data script.
  case json
}

/// What a value is, as far as it matters where it may stand.
struct PrintedValue {
  let type: Type
  /// The filter that the expression ends in, if it ends in one.
  let filter: String?
  let place: Location

  var isJSON: Bool { filter == "tojson" }
}

extension EscapeContext {
  /// How a value is written here, or why it may not stand here.
  func escape(for value: PrintedValue) -> Result<Escape, Refusal> {
    switch state {
    case .text: return .success(value.type == .html ? .none : .text)
    case .plainElement:
      if value.isJSON { return .success(.none) }
      if value.type == .html { return .failure(Refusal(.htmlInAttribute(at: value.place))) }
      return .success(.text)
    case .value(let quote, let kind, let part):
      if value.isJSON, kind == .plain { return escape(jsonIn: quote, value.place) }
      if value.type == .html { return .failure(Refusal(.htmlInAttribute(at: value.place))) }
      return escape(inValue: kind, part, value)
    case .rawElement(.jsonData, _):
      let isWholeValue = !tag.isInString && Self.beforeJSONValue.contains(tag.value)
      return value.isJSON && isWholeValue
        ? .success(.json)
        : refusal(
          value.place,
          help: Wording(
            zh: "在一个值的位置写 {{ 值|tojson }}", en: "write {{ value|tojson }} where a value stands"))
    default: return refusal(value.place, help: help)
    }
  }

  /// What may stand before a value of JSON.
  static let beforeJSONValue = ["", ":", ",", "["]

  private var help: Wording {
    switch state {
    case .rawElement:
      Wording(
        zh: "把数据放进 JSON 数据块或 data-* 属性",
        en: "put data into a JSON script block or a data-* attribute")
    case .beforeValue, .unquotedValue: Wording(zh: "给属性值加上引号", en: "put the value in quotes")
    default:
      Wording(zh: "用 if 写出每种情况的固定文字", en: "write the literal text of each case with if")
    }
  }

  /// JSON has no `'` of its own but many `"`, so single quotes hold it as it is.
  private func escape(jsonIn quote: Quote, _ place: Location) -> Result<Escape, Refusal> {
    guard quote == .double else { return .success(.none) }
    return refusal(
      place,
      help: Wording(zh: "用单引号：'{{ 值|tojson }}'", en: "use single quotes: '{{ value|tojson }}'"))
  }

  private func escape(
    inValue kind: AttributeKind, _ part: ValuePart, _ value: PrintedValue
  ) -> Result<Escape, Refusal> {
    switch kind {
    case .plain: return .success(.text)
    case .url: return escape(inURL: part, value)
    case .refresh:
      let isWhole = tag.value.filter { $0 != " " }.lowercased() == "0;url="
      return isWhole && value.type == .url
        ? .success(.url) : refusal(value.place, help: help(for: kind))
    case .loading(let name):
      if value.type == .asset, part == .start { return .success(.url) }
      return .failure(Refusal(.urlWanted(name, found: value.type.name, at: value.place)))
    case .style, .event, .document, .sourceSet, .unnamedMeta:
      return refusal(value.place, help: help(for: kind))
    }
  }

  private func help(for kind: AttributeKind) -> Wording {
    switch kind {
    case .style: Wording(zh: "请用 class 或 SVG 属性", en: "use a class or an SVG attribute")
    case .event: Wording(zh: "把数据放进 data-* 属性", en: "put data into a data-* attribute")
    case .refresh:
      Wording(zh: "只可写 `0; url={{ 地址 }}`", en: "only `0; url={{ address }}` with a Url")
    case .unnamedMeta:
      Wording(zh: "先写 name 或 property，再写 content", en: "write name or property before content")
    default: Wording(zh: "请用 img 的 src", en: "use src of an img")
    }
  }

  private func escape(inURL part: ValuePart, _ value: PrintedValue) -> Result<Escape, Refusal> {
    let isAddress = value.type == .url || value.type == .asset
    if part != .start, let scheme = forbiddenScheme(in: tag.value, amongLiterals: false) {
      return .failure(Refusal(.forbiddenScheme(scheme, at: value.place)))
    }
    switch part {
    case .start: return .success(isAddress ? .url : .checkedURL)
    // What `urlencode` made must not be encoded again.
    case .path, .query:
      if value.filter == "urlencode" { return .success(.text) }
      if part == .path, Self.mailboxSchemes.contains(tag.value.lowercased()) {
        return .success(.mailbox)
      }
      return .success(part == .query ? .queryComponent : isAddress ? .path : .pathSegment)
    case .uncertain:
      return .failure(
        Refusal(
          .contextsDiffer(
            Wording(zh: "地址的路径", en: "the path of an address"),
            Wording(zh: "地址的查询部分", en: "its query"), at: value.place,
            what: Wording(zh: "前面的分支", en: "the branches before this"))))
    }
  }

  private static let mailboxSchemes = ["mailto:", "tel:"]

  /// The scheme that the start of an address names, if a link may not have it.
  ///
  /// Literal text alone may have any that runs no code, such as `data:` of an image.
  func forbiddenScheme(in address: String, amongLiterals: Bool) -> String? {
    let start = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = start.firstIndex(of: ":") else {
      // A reference such as `&colon;` could hide one.
      return !amongLiterals && start.contains("&") ? String(start) : nil
    }
    let scheme = start[..<colon].filter { !$0.isWhitespace }.lowercased()
    if scheme.contains(Self.placeholder) { return "{{ … }}:" }
    if amongLiterals { return ["javascript", "vbscript"].contains(scheme) ? "\(scheme):" : nil }
    return ["http", "https", "mailto", "tel"].contains(scheme) ? nil : "\(scheme):"
  }

  private func refusal(_ place: Location, help: Wording) -> Result<Escape, Refusal> {
    .failure(Refusal(.unsafePosition(wording, at: place, help: help)))
  }

  /// Moves on over a value that was written here.
  mutating func advanceOverValue() {
    switch state {
    case .value(let quote, let kind, let part):
      tag.value.append(Self.placeholder)
      guard part == .start else { return }
      switch kind {
      case .url, .loading: state = .value(quote, kind, .path)
      default: return
      }
    case .rawElement(.jsonData, _): tag.value = String(Self.placeholder)
    default: return
    }
  }

  /// Why a value may not stand at a place.
  struct Refusal: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }
}
