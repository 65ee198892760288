import Source

// T042–T045: what stands in a template to no purpose.
extension Diagnostic {
  static func unused(_ definition: TemplateNames.Definition, at place: Location) -> Diagnostic {
    let name = definition.name.name
    switch definition.what {
    case .variable:
      return .template(
        "T042", Wording(zh: "`\(name)` 赋了值，但没有用到", en: "`\(name)` is set but never read"),
        at: place, severity: .warning, help: [unusedHelp])
    case .import:
      return .template(
        "T043", Wording(zh: "导入的 `\(name)` 没有用到", en: "`\(name)` is imported but never used"),
        at: place, severity: .warning, help: [unusedHelp])
    case .macro:
      return .template(
        "T044", Wording(zh: "宏 `\(name)` 没有用到", en: "macro `\(name)` is never called"),
        at: place, severity: .warning, help: [unusedHelp])
    }
  }

  private static var unusedHelp: Wording {
    Wording(zh: "核对名称有没有写错；确实不用就删去", en: "check the spelling, or delete it")
  }

  static func unusedBlock(_ name: String, at place: Location) -> Diagnostic {
    .template(
      "T045",
      Wording(
        zh: "块 `\(name)` 没有模板来填，这个模板没有被继承",
        en: "nobody can fill block `\(name)`: no template extends this one"),
      at: place, severity: .warning,
      help: [Wording(zh: "只留里面的内容，去掉块的标签", en: "keep what is in it and drop its tags")])
  }
}
