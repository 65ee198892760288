import Source
import Testing
import YAML

/// One of the built-in kinds, as the house rules read it.
struct KindFile {
  let file: Repository.File
  let kind: String
  /// Every key below a `fields:`, in English and in Chinese.
  let fieldNames: Set<String>
  /// The codes of its checks, without what follows the point, and the level of each check.
  let checks: [(code: String, level: String)]

  /// All kinds in the repository.
  static func all() throws -> [KindFile] {
    try Repository.files(below: "kinds", ending: ".yml").map { try KindFile($0) }
  }

  private init(_ file: Repository.File) throws {
    let (tree, diagnostics) = YAMLTree.readWhole(SourceFile(path: file.path, text: file.text))
    try #require(!diagnostics.contains { $0.severity == .error }, "\(file.path) cannot be read")
    let root = try #require(tree.root)
    self.file = file
    kind = try #require(root.value(of: "kind")).text
    var names: Set<String> = []
    Self.gather(root, &names)
    fieldNames = names
    checks = (root.value(of: "checks").map { Array($0.entries) } ?? []).map { key, check in
      let code = key.text.split(separator: ".").first.map(String.init) ?? key.text
      return (code, check.value(of: "level")?.text ?? "error")
    }
  }

  private static func gather(_ node: YAMLTree.Node, _ names: inout Set<String>) {
    guard let fields = node.value(of: "fields") else { return }
    for (key, field) in fields.entries {
      names.insert(key.text)
      if let chinese = field.value(of: "zh") { names.insert(chinese.text) }
      gather(field, &names)
    }
  }
}
