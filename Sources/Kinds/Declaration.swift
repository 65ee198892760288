package import Source
package import YAML

/// Reads a declaration file key by key and notes what does not belong there.
///
/// Faults in a declaration stop the whole build, so every one is said at once.
package struct Declaration {
  package private(set) var diagnostics: [Diagnostic] = []
  let file: SourceFile

  package init(_ file: SourceFile) { self.file = file }

  /// Notes a finding of whoever reads further.
  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  mutating func report(_ more: [Diagnostic]) { diagnostics += more }

  /// The outermost mapping of the file, or nil after a finding.
  package mutating func root() -> YAMLTree.Node? {
    let (tree, findings) = YAMLTree.readWhole(file)
    report(findings)
    guard let root = tree.root, root.kind == .mapping else {
      if findings.isEmpty {
        report(
          Diagnostic(
            "Y1", .error,
            Wording(zh: "声明文件应是键和值", en: "a declaration is a mapping of keys to values"),
            at: Location(file, SourceRange(0, 0))))
      }
      return nil
    }
    return root
  }

  /// The value of a key, or nil if it is not there.
  package func value(_ key: String, of node: YAMLTree.Node) -> YAMLTree.Node? {
    node.value(of: key).flatMap { $0.isAbsent ? nil : $0 }
  }

  /// The value of a key that must be there, or nil after a finding.
  package mutating func required(_ key: String, of node: YAMLTree.Node) -> YAMLTree.Node? {
    if let value = value(key, of: node) { return value }
    report(
      Diagnostic(
        "K2", .error, Wording(zh: "缺少 `\(key)`", en: "`\(key)` is missing"), at: node.location,
        key: key))
    return nil
  }

  /// The text of a key's value, or nil if the key is not there.
  package func text(_ key: String, of node: YAMLTree.Node) -> String? {
    value(key, of: node).map(\.text)
  }

  /// Whether a key says yes.
  package func flag(_ key: String, of node: YAMLTree.Node) -> Bool {
    ["yes", "true", "是"].contains(text(key, of: node))
  }

  /// Whether a key says no, where leaving it out would say yes.
  package func isDenied(_ key: String, of node: YAMLTree.Node) -> Bool {
    ["no", "false", "否"].contains(text(key, of: node))
  }

  /// Texts by language, or one text for all.
  package func labels(_ key: String, of node: YAMLTree.Node) -> [String: String] {
    guard let value = value(key, of: node) else { return [:] }
    guard value.kind == .mapping else { return ["zh-Hans": value.text] }
    return Dictionary(value.entries.map { ($0.key.text, $0.value.text) }) { first, _ in first }
  }

  /// The texts of a list, or the one text that stands in its place.
  package func texts(_ key: String, of node: YAMLTree.Node) -> [String] {
    guard let value = value(key, of: node) else { return [] }
    return value.kind == .sequence ? value.elements.map(\.text) : [value.text]
  }

  /// The place of an expression or a message.
  package func snippet(_ node: YAMLTree.Node) -> Snippet {
    guard node.isTextInSource else {
      // Escapes or several lines: the text no longer stands in the file as it reads.
      let text = SourceFile(path: file.path, bytes: Array(node.bytes))
      return Snippet(file: text, range: text.wholeRange)
    }
    let bytes = node.bytes
    return Snippet(file: file, range: SourceRange(bytes.startIndex, bytes.endIndex))
  }

  /// The place of the expression under a key, or nil if the key is not there.
  package func snippet(_ key: String, of node: YAMLTree.Node) -> Snippet? {
    value(key, of: node).map(snippet)
  }

  /// Notes keys that nobody would read.
  package mutating func allow(_ keys: Set<String>, in node: YAMLTree.Node) {
    for (key, _) in node.entries where !keys.contains(key.text) {
      let near = NearMiss.of(key.text, among: keys.sorted())
      report(
        Diagnostic(
          "K1", .error,
          Wording(zh: "声明里没有 `\(key.text)` 这个键", en: "a declaration has no key `\(key.text)`"),
          at: key.location, key: key.text,
          help: near.map { [Wording(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?")] } ?? []))
    }
  }

  /// `item in items`: a variable and the list whose elements it takes, or nil.
  package mutating func each(_ node: YAMLTree.Node) -> (variable: String, list: Snippet)? {
    guard let each = value("each", of: node) else { return nil }
    let snippet = snippet(each)
    let text = snippet.file.text(in: snippet.range)
    guard let keyword = text.utf8.firstRange(of: " in ".utf8) else {
      report(
        Diagnostic(
          "K3", .error, Wording(zh: "each 应写成“名称 in 列表”", en: "each reads `name in list`"),
          at: each.location))
      return nil
    }
    let variable = text[..<keyword.lowerBound].filter { $0 != " " }
    let offset = text.utf8.distance(from: text.startIndex, to: keyword.upperBound)
    let list = SourceRange(snippet.range.lower + offset, snippet.range.upper)
    return (variable, Snippet(file: snippet.file, range: list))
  }
}
