import Glibc

/// The reference of the language as its tests read it: examples, rows of tables, entries.
struct ReferenceBook: Sendable {
  let pages: [ReferencePage]

  /// `docs/language.md` and the pages that it links to.
  static let shared = ReferenceBook()

  private init() {
    let index = ReferencePage("docs/language.md")
    let linked = index.links.filter { $0.hasPrefix("language/") && !$0.contains("#") }
    var seen: Set<String> = []
    pages = [index] + linked.filter { seen.insert($0).inserted }.map { ReferencePage("docs/\($0)") }
  }

  var examples: [ReferenceExample] { pages.flatMap(\.examples) }
  var tables: [ExampleTable] { pages.flatMap(\.tables) }

  /// The data of examples that bring none.
  var standardData: String {
    pages[0].fences.first { $0.words.starts(with: ["json", "standard"]) }?.text ?? "{}"
  }

  /// The entries of all tables whose first column has this heading.
  func entries(_ heading: String) -> [ReferenceEntry] {
    tables.filter { $0.headings.first == heading }.flatMap { table in
      table.rows.flatMap { row in
        row.cells[0].codeSpans.map { ReferenceEntry(text: $0, place: row.place) }
      }
    }
  }

  /// The text of a file of the repository, or nil if there is none.
  static func text(of path: String) -> String? {
    guard let file = unsafe fopen("\(root)/\(path)", "r") else { return nil }
    defer { unsafe _ = fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
}

/// One page of the reference.
struct ReferencePage: Sendable {
  let path: String
  let lines: [Substring]

  init(_ path: String) {
    self.path = path
    lines = (ReferenceBook.text(of: path) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// The addresses of its links.
  var links: [String] {
    lines.flatMap { line in
      line.split(separator: "](").dropFirst().compactMap { part in
        part.firstIndex(of: ")").map { String(part[..<$0]) }
      }
    }
  }

  /// The path of a file that a link on this page leads to.
  func path(to link: Substring) -> String {
    var folders = path.split(separator: "/").dropLast()
    for part in link.split(separator: "/") {
      if part == ".." { folders.removeLast() } else { folders.append(part) }
    }
    return folders.joined(separator: "/")
  }

  /// What links call its headings: small letters and digits, a hyphen for each space.
  var anchors: [String] {
    prose.filter { $0.text.hasPrefix("#") }.map { _, heading in
      let words = heading.drop { $0 == "#" }.dropFirst().lowercased()
      return String(
        words.compactMap { character in
          if character == " " { return "-" }
          return character.isLetter || character.isNumber || character == "-" ? character : nil
        })
    }
  }

  /// The blocks between lines of ```.
  var fences: [ReferenceFence] {
    var fences: [ReferenceFence] = []
    var open: (number: Int, words: [String])?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      guard let (number, words) = open else {
        open = (index + 1, line.dropFirst(3).split(separator: " ").map(String.init))
        continue
      }
      fences.append(
        ReferenceFence(
          words: words, text: lines[number..<index].map { $0 + "\n" }.joined(),
          lines: number...(index + 1)))
      open = nil
    }
    return fences
  }

  /// The lines outside fences, each with its number.
  var prose: [(number: Int, text: Substring)] {
    var isInside = false
    return lines.enumerated().compactMap { index, line in
      if line.hasPrefix("```") { isInside.toggle() }
      return isInside || line.hasPrefix("```") ? nil : (index + 1, line)
    }
  }
}

/// A block between lines of ```, with the words behind the first.
struct ReferenceFence: Sendable {
  let words: [String]
  let text: String
  /// From the opening to the closing line, counted from 1.
  let lines: ClosedRange<Int>

  var language: String { words.first ?? "" }
}

/// A table with its headings.
struct ExampleTable: Sendable {
  struct Row: Sendable {
    let cells: [String]
    let place: String
  }

  let headings: [String]
  let rows: [Row]
  /// What a comment right above it says of its rows.
  let words: [String]
}

/// The entry of a callable, a tag or a code: `round(precision=0)`.
struct ReferenceEntry: Sendable {
  let text: String
  let place: String

  var name: String { String(text.prefix { $0 != "(" }) }

  /// The parameters in parentheses; a `?`, a `=` or `…` says that one may be left out.
  var parameters: [(name: String, isRequired: Bool)] {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return [] }
    let inside = text[text.index(after: open)...].dropLast()
    return inside.split(separator: ", ").map { parameter in
      let name = parameter.prefix { $0 != "=" && $0 != "?" }
      return (String(name), name.count == parameter.count)
    }
  }
}

// MARK: - Tables

extension ReferencePage {
  var tables: [ExampleTable] {
    var tables: [ExampleTable] = []
    var rows: [ExampleTable.Row] = []
    var words: [String] = []
    for (number, line) in prose + [(0, "")] {
      if line.hasPrefix("|") {
        rows.append(ExampleTable.Row(cells: Self.cells(of: line), place: "\(path):\(number)"))
        continue
      }
      if rows.count > 2 {
        tables.append(
          ExampleTable(headings: rows[0].cells, rows: Array(rows[2...]), words: words))
      }
      if !rows.isEmpty || (!line.isEmpty && !line.hasPrefix("<!--")) { words = [] }
      rows = []
      if line.hasPrefix("<!-- ") { words = line.split(separator: " ").map(String.init) }
    }
    return tables
  }

  /// The cells of a row; `\|` is a bar inside one.
  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character == "|" {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append("|")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    return cells.dropLast().map(\.withoutOuterSpaces)
  }
}

extension String {
  var withoutOuterSpaces: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// What stands between backticks.
  var codeSpans: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// What stands between backticks, if that is all.
  var codeSpan: String? {
    guard 2 < count, first == "`", last == "`", codeSpans.count == 1 else { return nil }
    return codeSpans[0]
  }
}
