/// The forms of addresses that Jinja's `urlize` makes links of: its regular expressions by hand.
struct AddressPattern {
  private let text: [Unicode.Scalar]

  init(_ text: ArraySlice<Unicode.Scalar>) {
    self.text = Array(text)
  }

  /// Whether the whole text is a web address, with or without `https://`.
  var isWebAddress: Bool {
    let prefixes = ["https://", "http://", "www."].compactMap { end(of: $0, at: 0) }
    if prefixes.contains(where: isHost) { return true }
    if isPlainDomain { return true }
    let schemes = ["https://", "http://"].compactMap { end(of: $0, at: 0) }
    return schemes.contains { isNumbers(at: $0) || isBracketed(at: $0) }
  }

  /// Whether the whole text is an address of electronic mail.
  var isMailAddress: Bool {
    guard let sign = text.lastIndex(of: "@"), 0 < sign else { return false }
    let domain = text[(sign + 1)...]
    guard domain.first?.isPythonWord == true, let dot = domain.lastIndex(of: ".") else {
      return false
    }
    let ending = domain[(dot + 1)...]
    return domain.allSatisfy { $0.isPythonWord || $0 == "." || $0 == "-" }
      && !ending.isEmpty && ending.allSatisfy(\.isPythonWord)
  }
}

// MARK: - Hosts

extension AddressPattern {
  /// Names with dots between them and a last one of letters, or one in the code of other scripts.
  private func isHost(at start: Int) -> Bool {
    var starts = [start]
    eachLabel(from: start) { length, next in
      starts.append(next)
      return 0 < length
    }
    return starts.contains { start in
      let letters = run(at: start, limit: 63) { $0.latinLetter != nil }
      if 2 <= letters, (2...letters).contains(where: { isRest(at: start + $0) }) { return true }
      guard let coded = end(of: "xn--", at: start) else { return false }
      let length = run(at: coded, limit: 59) { $0.isPythonWord || $0 == "%" }
      return 2 <= length && (2...length).contains { isRest(at: coded + $0) }
    }
  }

  /// Names of two letters or more, and one of the old endings.
  private var isPlainDomain: Bool {
    var starts: [Int] = []
    eachLabel(from: 0) { length, next in
      guard 2...63 ~= length else { return false }
      starts.append(next)
      return true
    }
    let endings = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]
    return starts.contains { start in
      endings.contains { end(of: $0, at: start).map(isRest) == true }
    }
  }

  /// Goes from name to name as long as a dot follows and `body`, told its length and what comes
  /// behind the dot, says so.
  private func eachLabel(from start: Int, _ body: (_ length: Int, _ next: Int) -> Bool) {
    var start = start
    while true {
      let length = run(at: start, limit: .max) { $0.isPythonWord || $0 == "%" || $0 == "-" }
      let dot = start + length
      guard 0 < length, dot < text.count, text[dot] == ".", body(length, dot + 1) else { return }
      start = dot + 1
    }
  }

  /// Four numbers with dots between them.
  private func isNumbers(at start: Int) -> Bool {
    var start = start
    for _ in 0..<3 {
      let length = run(at: start, limit: 3, where: \.isPythonDigit)
      guard 0 < length, start + length < text.count, text[start + length] == "." else {
        return false
      }
      start += length + 1
    }
    let length = run(at: start, limit: 3, where: \.isPythonDigit)
    return 0 < length && (1...length).contains { isRest(at: start + $0) }
  }

  /// Groups of hexadecimal digits with colons between them, in brackets.
  private func isBracketed(at start: Int) -> Bool {
    guard start < text.count, text[start] == "[" else { return false }
    var places: Set<Int> = [start + 1]
    for _ in 0..<2 { places = behindGroups(places, needsColon: true) }
    for _ in 0..<6 {
      places = behindGroups(places, needsColon: false)
      if places.contains(where: { $0 < text.count && text[$0] == "]" && isRest(at: $0 + 1) }) {
        return true
      }
    }
    return false
  }

  private func behindGroups(_ places: Set<Int>, needsColon: Bool) -> Set<Int> {
    var behind: Set<Int> = []
    for place in places {
      let length = run(at: place, limit: 4) { scalar in
        scalar.isPythonDigit || scalar.latinLetter.map { $0 <= UInt8(ascii: "f") } == true
      }
      for end in place...(place + length) {
        if !needsColon { behind.insert(end) }
        if end < text.count, text[end] == ":" { behind.insert(end + 1) }
      }
    }
    return behind
  }

  /// Whether a port, a path, a query, or nothing follows to the end.
  private func isRest(at start: Int) -> Bool {
    var start = start
    if start < text.count, text[start] == ":" {
      let length = run(at: start + 1, limit: 5, where: \.isPythonDigit)
      guard 0 < length else { return false }
      start += 1 + length
    }
    return start == text.count || ["/", "?", "#"].contains(text[start])
  }
}

// MARK: - Steps

extension AddressPattern {
  private func run(at start: Int, limit: Int, where isIn: (Unicode.Scalar) -> Bool) -> Int {
    guard start < text.count else { return 0 }
    return text[start...].prefix(limit).prefix(while: isIn).count
  }

  /// Where the word ends, if it stands here in large or small letters.
  private func end(of word: String, at start: Int) -> Int? {
    let letters = Array(word.unicodeScalars)
    guard start + letters.count <= text.count else { return nil }
    for (letter, scalar) in zip(letters, text[start...]) {
      guard scalar == letter || scalar.latinLetter.map({ UInt32($0) }) == letter.value else {
        return nil
      }
    }
    return start + letters.count
  }
}

extension Unicode.Scalar {
  /// The small letter of ASCII that Python's patterns take it for when large and small are one.
  fileprivate var latinLetter: UInt8? {
    switch value {
    case 0x61...0x7A: UInt8(value)
    case 0x41...0x5A: UInt8(value + 0x20)
    case 0x130, 0x131: UInt8(ascii: "i")
    case 0x17F: UInt8(ascii: "s")
    case 0x212A: UInt8(ascii: "k")
    default: nil
    }
  }

  fileprivate var isPythonDigit: Bool { properties.numericType == .decimal }
}
