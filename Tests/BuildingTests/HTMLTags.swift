/// The tags of a page that our own writer made, so that nothing has to be guessed.
struct HTMLTags: Sequence, IteratorProtocol {
  /// One start tag.
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func next() -> Tag? {
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { continue }
      guard isLetter(bytes[index + 1]) else { continue }
      index += 1
      return readTag()
    }
    return nil
  }

  private mutating func readTag() -> Tag {
    let name = readName()
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let attribute = readName()
      attributes.append((attribute, readValue()))
    }
    return Tag(name: name, attributes: attributes)
  }

  private mutating func readName() -> String {
    let start = index
    while index < bytes.count, !" \n=>/\"".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func readValue() -> String {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
    precondition(bytes[index + 1] == UInt8(ascii: "\""), "all values are quoted")
    index += 2
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    defer { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#34;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension String {
  /// The text outside all tags.
  var withoutTags: String { replacing(/<[^>]*>/, with: " ") }

  /// The text with `%XX` as the bytes they stand for.
  var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
