import Source
import YAML

// K5 and K6: references to nothing, files that cannot go out.
extension Diagnostic {
  static func unresolved(
    _ text: String, kind: Wording, near: String?, at place: Location, key: String
  ) -> Diagnostic {
    Diagnostic(
      "K5", .error,
      Wording(
        zh: "找不到“\(text)”这条\(kind.chinese)" + (near.map { "，是不是“\($0)”？" } ?? ""),
        en: "there is no \(kind.english) `\(text)`" + (near.map { ", did you mean `\($0)`?" } ?? "")
      ),
      at: place, key: key, expected: near.map { Wording($0) }, found: Wording(text),
      help: near == nil
        ? [
          Wording(
            zh: "写文件名（不带 .md）；小区写“街镇/小区”",
            en: "give the file name without .md; an estate is street/estate")
        ] : [],
      fixes: near.flatMap { name in
        place.range.map { range in
          [
            Fix(
              Wording(zh: "改成 `\(name)`", en: "change it to `\(name)`"), replacing: range,
              with: name,
              confidence: .likely)
          ]
        }
      } ?? [])
  }

  private static func badFile(
    _ node: YAMLTree.Node, _ path: NodePath, _ message: Wording, help: [Wording] = []
  ) -> Diagnostic {
    Diagnostic(
      "K6", .error, message, at: node.location, key: path.description, found: Wording(node.text),
      help: help)
  }

  static func noSuchFile(_ node: YAMLTree.Node, _ path: NodePath, near: String?) -> Diagnostic {
    badFile(
      node, path,
      Wording(
        zh: "找不到文件“\(node.text)”" + (near.map { "，是不是“\($0)”？" } ?? ""),
        en: "the file `\(node.text)` is missing" + (near.map { ", did you mean `\($0)`?" } ?? "")),
      help: [
        Wording(zh: "把文件放进小区的 files 文件夹", en: "put the file into the estate's folder files")
      ])
  }

  static func fileOutside(_ node: YAMLTree.Node, _ path: NodePath) -> Diagnostic {
    badFile(
      node, path,
      Wording(
        zh: "“\(node.text)”指到了小区的文件夹外面", en: "`\(node.text)` leads out of the estate's folder"))
  }

  static func forbiddenFileType(_ node: YAMLTree.Node, _ path: NodePath, type: String) -> Diagnostic
  {
    let allowed = AttachmentType.allowed.joined(separator: "、")
    let message =
      type.isEmpty
      ? Wording(
        zh: "文件名“\(node.text)”没有写扩展名", en: "the file name `\(node.text)` has no ending such as .pdf"
      )
      : Wording(zh: "不能公开 .\(type) 文件", en: "files of type .\(type) are not published")
    return badFile(
      node, path, message,
      help: [
        Wording(
          zh: "可以用：\(allowed)", en: "allowed: \(AttachmentType.allowed.joined(separator: ", "))")
      ])
  }

  static func fileTooLarge(_ node: YAMLTree.Node, _ path: NodePath, size: Int) -> Diagnostic {
    badFile(
      node, path,
      Wording(
        zh: "文件有 \(size.roundedUp) MB，最多 20 MB",
        en: "the file has \(size.roundedUp) MB, 20 are allowed"),
      help: [Wording(zh: "压缩图片或拆成几个文件", en: "shrink the pictures or split the file")])
  }

  static func notWhatItsEndingSays(_ node: YAMLTree.Node, _ path: NodePath, type: String)
    -> Diagnostic
  {
    badFile(
      node, path,
      Wording(zh: "文件内容不是 .\(type)", en: "what is in the file is not .\(type)"),
      help: [
        Wording(
          zh: "用原来的程序重新保存，不要只改文件名", en: "save it again from its program instead of renaming it")
      ])
  }
}

extension Int {
  /// Bytes as megabytes, so that a file just over the limit does not look like one at it.
  fileprivate var roundedUp: Int { (self + 1_048_575) / 1_048_576 }
}
