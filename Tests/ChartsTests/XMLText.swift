/// A reader of XML that refuses whatever is not well-formed, for looking into figures.
struct XMLText {
  /// An element with its attributes and the text right inside it.
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    var text = ""

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var elements: [Element] = []
  /// Why the text is not well-formed; nil if it is.
  private(set) var fault: String?

  private var rest: Substring
  private var open: [Int] = []

  init(_ text: String) {
    rest = text[...]
    while fault == nil, !rest.isEmpty {
      if rest.first == "<" { readTag() } else { readText() }
    }
    if fault == nil, let last = open.last { fault = "<\(elements[last].name)> is not closed" }
  }

  private mutating func readText() {
    let text = rest.prefix { $0 != "<" }
    rest = rest[text.endIndex...]
    guard let last = open.last else {
      if text.contains(where: { !$0.isWhitespace }) { fault = "text outside: \(text)" }
      return
    }
    elements[last].text += unescaped(text)
  }

  private mutating func readTag() {
    guard let end = rest.firstIndex(of: ">") else {
      fault = "a tag without end"
      return
    }
    var tag = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.first == "/" {
      guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
        fault = "</\(tag.dropFirst())> closes nothing"
        return
      }
      return
    }
    let isEmpty = tag.last == "/"
    if isEmpty { tag = tag.dropLast() }
    let name = tag.prefix { $0 != " " }
    let attributes = readAttributes(tag.dropFirst(name.count))
    elements.append(Element(name: String(name), attributes: attributes))
    if !isEmpty { open.append(elements.count - 1) }
  }

  private mutating func readAttributes(_ text: Substring) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var rest = text
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else {
        fault = "not an attribute: \(rest)"
        return attributes
      }
      let name = rest[rest.index(after: rest.startIndex)..<equals]
      let value = rest[rest.index(after: equals)...].dropFirst()
      guard let quote = value.firstIndex(of: "\""), !attributes.contains(where: { $0.name == name })
      else {
        fault = "an attribute without value, or twice: \(name)"
        return attributes
      }
      attributes.append((String(name), unescaped(value[..<quote])))
      rest = value[value.index(after: quote)...]
    }
    return attributes
  }

  private mutating func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let known = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": "\"", "&#39;": "'"]
      guard let entity = known.first(where: { rest[start...].hasPrefix($0.key) }) else {
        fault = "an unknown entity: \(rest[start...].prefix(8))"
        return result
      }
      result += entity.value
      rest = rest[start...].dropFirst(entity.key.count)
    }
    return result + rest
  }
}
