import Source

/// The rule for addresses that a template set declares.
enum PageAddress {
  /// Why no page can have this address, or nil.
  ///
  /// Addresses may be made of what records say, so nothing in them may lead out of the site.
  static func fault(of address: String) -> Wording? {
    guard address.hasPrefix("/") else {
      return Wording(zh: "应以 / 开头", en: "it starts with /")
    }
    if address == "/" { return nil }
    let isFolder = address.hasSuffix("/")
    let parts = address.dropFirst().dropLast(isFolder ? 1 : 0).split(
      separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      return Wording(
        zh: "两个 / 之间要有名称，不能是空的、. 或 ..",
        en: "between two / stands a name, never nothing, . or ..")
    }
    guard address.unicodeScalars.allSatisfy({ 0x20 < $0.value && $0.value != 0x7F }) else {
      return Wording(
        zh: "不能有空格和控制字符", en: "it has no spaces and no control characters")
    }
    guard parts.allSatisfy({ $0.utf8.count <= 255 }), address.utf8.count < 3900 else {
      return Wording(
        zh: "太长：每段最多 255 字节，约 85 个汉字", en: "it is too long: 255 bytes for each part")
    }
    guard isFolder || parts.last?.contains(".") == true else {
      return Wording(
        zh: "应以 / 结尾，或是带后缀的文件名，如 /404.html",
        en: "it ends in / or in a file name such as /404.html")
    }
    return nil
  }
}

extension Diagnostic {
  /// K8 for the address of a declared page.
  static func unusableAddress(_ address: String, _ reason: Wording, at place: Location)
    -> Diagnostic
  {
    Diagnostic(
      "K8", .error,
      Wording(
        zh: "网址“\(address)”不合规则：\(reason.chinese)",
        en: "the address `\(address)` breaks the rules: \(reason.english)"),
      at: place, found: Wording(address))
  }
}
