import Source

// The tokenizer of the HTML standard, as far as it decides where a value may stand.
extension EscapeContext {
  /// What stands for a printed value in the text of an attribute.
  static let placeholder: Character = "\u{FFFC}"

  /// Something in literal text that no page may hold, and where in the text it stands.
  struct Violation {
    let kind: Kind
    let offset: Int

    enum Kind {
      /// What follows branches belongs to a name in one of them and not in another.
      case ambiguousName
      case scheme(String)
    }
  }

  /// What a literal text holds that somebody may have to be told about.
  struct Survey {
    var violations: [Violation] = []
    /// Where the last tag or comment begins.
    var lastOpening: Int?
  }

  /// Moves on over literal text and says what must not stand there.
  mutating func advance(over text: String) -> Survey {
    var rest = Array(text.utf8)[...]
    var survey = Survey()
    while let byte = rest.first {
      if state == .text, byte != UInt8(ascii: "<") {
        // Most text lies between tags, where nothing else matters.
        rest = rest[(rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex)...]
        continue
      }
      let offset = rest.startIndex
      if state == .text { survey.lastOpening = offset }
      let kind = violation(of: byte)
      step(byte, &rest)
      guard let kind else { continue }
      survey.violations.append(Violation(kind: kind, offset: offset))
      // Said once; what follows is judged as if it were a path.
      if case .scheme = kind { tag.value = "/" }
    }
    return survey
  }

  private func violation(of byte: UInt8) -> Violation.Kind? {
    switch state {
    case .joint(let mayNameFollow):
      let ends = Self.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      return ends || (mayNameFollow && byte != UInt8(ascii: "=")) ? nil : .ambiguousName
    case .value(_, .url, let part) where byte == UInt8(ascii: ":") && part != .query:
      return forbiddenScheme(in: tag.value + ":", amongLiterals: true).map { .scheme($0) }
    default: return nil
    }
  }

  private mutating func step(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    switch state {
    case .text: stepText(byte, &rest)
    case .plainElement(let name): stepRaw(byte, name, &rest)
    case .rawElement(let kind, let name):
      if kind == .jsonData { noteJSON(byte) }
      stepRaw(byte, name, &rest)
    case .tagOpen: stepTagOpen(byte, &rest)
    case .tagName, .closingTag: stepTagName(byte, &rest)
    case .joint: state = .betweenAttributes
    case .betweenAttributes, .afterAttributeName: stepBetween(byte, &rest)
    case .attributeName: stepAttributeName(byte, &rest)
    case .beforeValue: stepBeforeValue(byte, &rest)
    case .unquotedValue: stepUnquoted(byte, &rest)
    case .value(let quote, let kind, let part): stepValue(byte, quote, kind, part, &rest)
    case .comment: stepComment(&rest)
    case .doctype:
      rest.removeFirst()
      if byte == UInt8(ascii: ">") { state = .text }
    }
  }

  private mutating func stepText(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    rest.removeFirst()
    guard byte == UInt8(ascii: "<") else { return }
    if rest.starts(with: "!--".utf8) {
      rest.removeFirst(3)
      state = .comment
      // Browsers take these two for whole comments.
      for ending in [">", "->"] where rest.starts(with: ending.utf8) {
        rest.removeFirst(ending.utf8.count)
        state = .text
      }
    } else if rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "?") {
      state = .doctype
    } else if rest.first == UInt8(ascii: "/") {
      rest.removeFirst()
      state = .closingTag
      tag = Tag()
    } else {
      state = .tagOpen
    }
  }

  private mutating func stepTagOpen(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    guard Self.isLetter(byte) else {
      state = .text
      return
    }
    tag = Tag()
    state = .tagName
  }

  private mutating func stepTagName(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    if Self.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      if state == .closingTag, byte == UInt8(ascii: ">") {
        rest.removeFirst()
        state = .text
      } else if state == .closingTag {
        rest.removeFirst()
      } else {
        state = .betweenAttributes
      }
      return
    }
    rest.removeFirst()
    tag.name.unicodeScalars.append(Unicode.Scalar(Self.lowercase(byte)))
  }

  private mutating func stepBetween(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    switch byte {
    case _ where Self.isSpace(byte): rest.removeFirst()
    case UInt8(ascii: "/"):
      rest.removeFirst()
      tag.isEmptyElement = rest.first == UInt8(ascii: ">")
    case UInt8(ascii: ">"):
      rest.removeFirst()
      closeTag()
    case UInt8(ascii: "=") where state == .afterAttributeName:
      rest.removeFirst()
      state = .beforeValue
    default:
      tag.attribute = ""
      state = .attributeName
    }
  }

  private mutating func stepAttributeName(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    let ends = Self.isSpace(byte) || [0x2F, 0x3E, 0x3D].contains(byte)
    if ends, !(byte == UInt8(ascii: "=") && tag.attribute.isEmpty) {
      state = .afterAttributeName
      return
    }
    rest.removeFirst()
    tag.attribute.unicodeScalars.append(Unicode.Scalar(Self.lowercase(byte)))
  }

  private mutating func stepBeforeValue(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    if Self.isSpace(byte) {
      rest.removeFirst()
    } else if let quote = Quote(rawValue: byte) {
      rest.removeFirst()
      tag.value = ""
      state = .value(quote, attributeKind, .start)
    } else if byte == UInt8(ascii: ">") {
      rest.removeFirst()
      closeTag()
    } else {
      tag.value = ""
      state = .unquotedValue
    }
  }

  private mutating func stepUnquoted(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    if Self.isSpace(byte) || byte == UInt8(ascii: ">") {
      endValue()
      return
    }
    rest.removeFirst()
    tag.value.unicodeScalars.append(Unicode.Scalar(byte))
  }

  private mutating func stepValue(
    _ byte: UInt8, _ quote: Quote, _ kind: AttributeKind, _ part: ValuePart,
    _ rest: inout ArraySlice<UInt8>
  ) {
    rest.removeFirst()
    if byte == quote.rawValue {
      endValue()
      return
    }
    tag.value.unicodeScalars.append(Unicode.Scalar(byte))
    switch kind {
    case .url, .loading: break
    default: return
    }
    let begins = byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    state = .value(
      quote, kind, begins || part == .query ? .query : part == .uncertain ? part : .path)
  }

  private mutating func endValue() {
    switch tag.attribute {
    case "type": tag.scriptType = tag.value.lowercased()
    case "rel": tag.relation = tag.value.lowercased()
    case "http-equiv":
      tag.refreshes = tag.value.lowercased() == "refresh"
      tag.isNamed = true
    case "name", "property", "itemprop": tag.isNamed = true
    default: break
    }
    state = .betweenAttributes
  }

  private mutating func stepComment(_ rest: inout ArraySlice<UInt8>) {
    for ending in ["-->", "--!>"] where rest.starts(with: ending.utf8) {
      rest.removeFirst(ending.utf8.count)
      state = .text
      return
    }
    rest.removeFirst()
  }

  private mutating func stepRaw(_ byte: UInt8, _ name: String, _ rest: inout ArraySlice<UInt8>) {
    let closing = "</\(name)"
    let length = closing.utf8.count
    guard byte == UInt8(ascii: "<"), length < rest.count,
      rest.prefix(length).map(Self.lowercase).elementsEqual(closing.utf8),
      let next = rest.dropFirst(length).first,
      Self.isSpace(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
    else {
      rest.removeFirst()
      return
    }
    rest.removeFirst(length)
    tag = Tag()
    state = .closingTag
  }

  /// Keeps in mind where in a JSON text the literal text has come to.
  private mutating func noteJSON(_ byte: UInt8) {
    let isQuote = byte == UInt8(ascii: "\"")
    if isQuote, !tag.isInString || tag.value != "\\" { tag.isInString.toggle() }
    let isEscaped = tag.isInString && tag.value == "\\" && byte == UInt8(ascii: "\\")
    guard !Self.isSpace(byte) else { return }
    tag.value = isEscaped ? "" : String(Unicode.Scalar(byte))
  }

  private mutating func closeTag() {
    switch tag.name {
    case "title", "textarea": state = .plainElement(tag.name)
    case "script":
      let isData = ["application/json", "application/ld+json"].contains(tag.scriptType)
      state = .rawElement(isData ? .jsonData : .script, name: tag.name)
    case "style": state = .rawElement(.style, name: tag.name)
    case "iframe", "noembed", "noframes", "xmp":
      state = .rawElement(.other, name: tag.name)
    default: state = .text
    }
    tag.value = ""
    if tag.isEmptyElement, tag.name != "script", tag.name != "style" { state = .text }
  }

  private var attributeKind: AttributeKind {
    let name = tag.attribute
    if name.hasPrefix("on") { return .event }
    switch (tag.name, name) {
    case (_, "style"): return .style
    case (_, "srcdoc"): return .document
    case (_, "srcset"), (_, "imagesrcset"): return .sourceSet
    case ("meta", "content") where tag.refreshes: return .refresh
    case ("meta", "content") where !tag.isNamed: return .unnamedMeta
    case ("animate", _), ("set", _), ("animatetransform", _), ("animatemotion", _):
      // They can turn the address of another element into any text.
      return ["to", "from", "by", "values"].contains(name) ? .event : .plain
    case ("script", "src"), ("iframe", "src"), ("base", "href"), ("object", "data"),
      ("embed", "src"), ("frame", "src"), ("script", "href"), ("use", "href"):
      return .loading("\(tag.name)[\(name)]")
    case ("link", "href"):
      let names = ["canonical", "alternate", "next", "prev", "up", "license"]
      return names.contains(tag.relation) ? .url("link[href]") : .loading("link[href]")
    case (_, "href"), (_, "src"), (_, "action"), (_, "formaction"), (_, "cite"), (_, "poster"),
      (_, "data"), (_, "ping"), (_, "xlink:href"), (_, "background"), (_, "longdesc"),
      (_, "manifest"), (_, "usemap"), (_, "profile"), (_, "codebase"), (_, "archive"),
      (_, "icon"):
      return .url(name)
    default: return .plain
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
