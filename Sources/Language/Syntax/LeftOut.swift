import Source

/// What Jinja has and this language leaves out on purpose, and what to write instead.
package enum LeftOut: Sendable {
  case power, tuple, recursiveLoop, dynamicInclude, filterTag, autoescape, perform, variadic
  case methods(String)

  /// The tags that enclose something.
  static let enclosing = ["filter", "autoescape", "trans"]

  /// The construct that a tag's name stands for.
  init?(tag name: String) {
    switch name {
    case "filter": self = .filterTag
    case "autoescape": self = .autoescape
    case "do": self = .perform
    default: return nil
    }
  }

  /// A method of Python's dictionaries, which in Jinja wins over a key of the same name.
  init?(methodOfMap name: String) {
    let methods = [
      "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update",
      "values",
    ]
    guard methods.contains(name) else { return nil }
    self = .methods(name)
  }

  var name: String {
    switch self {
    case .power: "**"
    case .tuple: "( , )"
    case .recursiveLoop: "recursive"
    case .dynamicInclude: "include"
    case .filterTag: "{% filter %}"
    case .autoescape: "{% autoescape %}"
    case .perform: "{% do %}"
    case .variadic: "varargs"
    case .methods(let name): ".\(name)()"
    }
  }

  var help: Wording {
    switch self {
    case .power: Wording(zh: "乘方请写成连乘", en: "write the multiplication out")
    case .tuple: Wording(zh: "列表请用方括号 [ ]", en: "write a list with [ ]")
    case .recursiveLoop: Wording(zh: "请用宏（macro）代替递归循环", en: "use a macro instead")
    case .dynamicInclude:
      Wording(zh: "模板名必须是引号里的固定文字，可用 if 选择", en: "name the template in quotes and choose with if")
    case .filterTag:
      Wording(
        zh: "请把过滤器写在每个值后面：{{ x|upper }}", en: "put the filter behind each value: {{ x|upper }}")
    case .autoescape:
      Wording(zh: "转义总是自动的，不能关闭", en: "escaping is always on and follows the place")
    case .perform: Wording(zh: "表达式没有副作用，请用 set", en: "expressions have no effects; use set")
    case .variadic: Wording(zh: "请写明每一个参数", en: "name every parameter")
    case .methods(let name): Self.filterInstead(of: name)
    }
  }

  private static func filterInstead(of method: String) -> Wording {
    let filters = [
      "items": "|items", "keys": "|items", "values": "|items", "strip": "|trim", "upper": "|upper",
      "lower": "|lower", "title": "|title", "capitalize": "|capitalize",
      "replace": "|replace(a, b)",
      "join": "|join(separator)", "format": "~", "get": "|default(…)", "append": "+",
      "startswith": "is startingwith(…)", "endswith": "is endingwith(…)", "count": "|length",
    ]
    guard let filter = filters[method] else {
      return Wording(zh: "值没有方法，请用过滤器", en: "values have no methods; use a filter")
    }
    return Wording(zh: "请写 `\(filter)`", en: "write `\(filter)`")
  }
}
