import Source
import YAML

/// Reads a declaration file key by key and notes what does not belong there.
///
/// Faults in a declaration stop the whole build, so every one is said at once.
struct Declaration {
  private(set) var diagnostics: [Diagnostic] = []
  let file: SourceFile

  init(_ file: SourceFile) { self.file = file }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  mutating func report(_ more: [Diagnostic]) { diagnostics += more }

  /// The outermost mapping of the file, or nil after a finding.
  mutating func root() -> YAMLTree.Node? {
    let (tree, findings) = YAMLTree.readWhole(file)
    report(findings)
    guard let root = tree.root, root.kind == .mapping else {
      if findings.isEmpty {
        report(
          Diagnostic(
            "Y1", .error, Wording(zh: "声明文件应是键和值", en: "a declaration is a mapping of keys to values"),
            at: Location(file, SourceRange(0, 0))))
      }
      return nil
    }
    return root
  }

  /// The value of a key, or nil if it is not there.
  func value(_ key: String, of node: YAMLTree.Node) -> YAMLTree.Node? {
    node.value(of: key).flatMap { $0.isAbsent ? nil : $0 }
  }

  /// The value of a key that must be there, or nil after a finding.
  mutating func required(_ key: String, of node: YAMLTree.Node) -> YAMLTree.Node? {
    if let value = value(key, of: node) { return value }
    report(
      Diagnostic(
        "K2", .error, Wording(zh: "缺少 `\(key)`", en: "`\(key)` is missing"), at: node.location, key: key))
    return nil
  }

  func text(_ key: String, of node: YAMLTree.Node) -> String? {
    value(key, of: node).map(\.text)
  }

  func flag(_ key: String, of node: YAMLTree.Node) -> Bool {
    ["yes", "true", "是"].contains(text(key, of: node))
  }

  /// Texts by language, or one text for all.
  func labels(_ key: String, of node: YAMLTree.Node) -> [String: String] {
    guard let value = value(key, of: node) else { return [:] }
    guard value.kind == .mapping else { return ["zh-Hans": value.text] }
    return Dictionary(value.entries.map { ($0.key.text, $0.value.text) }) { first, _ in first }
  }

  func texts(_ key: String, of node: YAMLTree.Node) -> [String] {
    guard let value = value(key, of: node) else { return [] }
    return value.kind == .sequence ? value.elements.map(\.text) : [value.text]
  }

  /// The place of an expression or a message.
  func snippet(_ node: YAMLTree.Node) -> Snippet {
    guard node.isTextInSource else {
      // Escapes or several lines: the text no longer stands in the file as it reads.
      let text = SourceFile(path: file.path, bytes: Array(node.bytes))
      return Snippet(file: text, range: text.wholeRange)
    }
    let bytes = node.bytes
    return Snippet(file: file, range: SourceRange(bytes.startIndex, bytes.endIndex))
  }

  func snippet(_ key: String, of node: YAMLTree.Node) -> Snippet? {
    value(key, of: node).map(snippet)
  }

  /// Notes keys that nobody would read.
  mutating func allow(_ keys: Set<String>, in node: YAMLTree.Node) {
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
}
