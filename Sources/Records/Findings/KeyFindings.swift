import Kinds
import Source
import YAML

// K1, K2 and the second name of one key.
extension Diagnostic {
  static func unknownKey(
    _ key: YAMLTree.Node, near: String?, isMissing: Bool, path: NodePath, file: SourceFile
  ) -> Diagnostic {
    let text = key.text
    var notes: [Note] = []
    var fixes: [Fix] = []
    if let near {
      fixes = [
        Fix(
          Wording(zh: "改成 `\(near)`", en: "change it to `\(near)`"), replacing: key.range,
          with: near, confidence: .likely)
      ]
      if isMissing {
        notes = [Note(Wording(zh: "`\(near)` 是必填项", en: "`\(near)` is required"))]
      }
    }
    let zh = near.map { "没有 `\(text)` 这个键，是不是 `\($0)`？" } ?? "没有 `\(text)` 这个键"
    let en = near.map { "unknown key `\(text)`, did you mean `\($0)`?" } ?? "unknown key `\(text)`"
    return Diagnostic(
      "K1", .error, Wording(zh: zh, en: en), at: key.location, key: path.key(text).description,
      expected: near.map { Wording($0) }, found: Wording(text), notes: notes,
      help: near == nil
        ? [Wording(zh: "删去这一行，或查看这类记录可以写哪些键", en: "delete it, or see which keys this kind has")]
        : [], fixes: fixes)
  }

  static func missingKey(_ field: FieldLayout, _ scope: FieldDecoder.Scope, chineseFirst: Bool)
    -> Diagnostic
  {
    let declaration = field.declaration
    let name = chineseFirst ? declaration.chinese : declaration.name
    let help = declaration.help
    let hint = Wording(
      zh: "补上 `\(name): …`" + (help["zh-Hans"].map { "。\($0)" } ?? ""),
      en: "add `\(name): …`" + (help["en"].map { ". \($0)" } ?? ""))
    return Diagnostic(
      "K2", .error, Wording(zh: "缺少必填的 `\(name)`", en: "required key `\(name)` is missing"),
      at: scope.start, key: scope.path.key(name).description, help: [hint])
  }

  static func twoNames(_ key: YAMLTree.Node, _ first: YAMLTree.Node, path: NodePath) -> Diagnostic {
    Diagnostic(
      "Y2", .error,
      Wording(
        zh: "`\(key.text)` 和 `\(first.text)` 是同一个键，只能写一个",
        en: "`\(key.text)` and `\(first.text)` are one key; keep one of them"),
      at: key.location, key: path.key(key.text).description,
      notes: [Note(Wording(zh: "第一次在这里", en: "first here"), at: first.location)])
  }
}
