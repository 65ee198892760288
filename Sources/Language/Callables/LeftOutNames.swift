import Source

/// Names that other template languages have and this one leaves out, with what to write instead.
enum LeftOutNames {
  /// Help for a filter that there is not, if it is one that people look for.
  static func filter(_ name: String) -> Wording? {
    switch name {
    case "random", "shuffle":
      Wording(
        zh: "每次生成的页面必须相同，不能随机；请用 `first`、`sort` 或写明是哪一项",
        en: "pages must come out the same each time; use `first`, `sort` or name the element")
    case "pprint", "dump", "json", "json_encode":
      Wording(zh: "请用 `tojson`", en: "use `tojson`")
    case "float", "decimal", "number":
      Wording(
        zh: "小数一直是精确的，不需要转换；要固定小数位请用 `round(2)`，文字转整数用 `int`",
        en: "decimals are exact already; fix their places with `round(2)`, read a text with `int`")
    case "xmlattr":
      Wording(
        zh: "请逐个写出属性：`<a class=\"{{ … }}\">`，这样每个值都会正确转义",
        en:
          "write each attribute out, `<a class=\"{{ … }}\">`, so that each value is escaped for it")
    case "nl2br", "linebreaks", "linebreaksbr", "newline_to_br":
      Wording(
        zh: "请写 `replace('\\n', '<br>'|safe)`", en: "write `replace('\\n', '<br>'|safe)`")
    case "raw", "noescape": Wording(zh: "请用 `safe`", en: "use `safe`")
    case "len": Wording(zh: "请用 `length`", en: "use `length`")
    case "upcase", "downcase":
      Wording(zh: "请用 `upper` 或 `lower`", en: "use `upper` or `lower`")
    case "strip", "strip_html":
      Wording(zh: "请用 `trim` 或 `striptags`", en: "use `trim` or `striptags`")
    case "uniq": Wording(zh: "请用 `unique`", en: "use `unique`")
    case "sorted": Wording(zh: "请用 `sort`", en: "use `sort`")
    case "where", "filter":
      Wording(zh: "请用 `selectattr` 或 `select`", en: "use `selectattr` or `select`")
    case "keys": Wording(zh: "请用 `list`，它给出所有的键", en: "use `list`, which gives the keys")
    case "values":
      Wording(
        zh: "请写 `items|map(attribute=1)`", en: "write `items|map(attribute=1)`")
    case "plus", "minus", "times", "divided_by", "modulo", "append", "prepend":
      Wording(
        zh: "请用运算符 `+ - * / %`，连接文字用 `~`", en: "use the operators `+ - * / %`, and `~` for texts")
    case "strftime", "datetimeformat", "dateformat":
      Wording(zh: "请用 `date('%Y-%m-%d')` 或 `date_cn`", en: "use `date('%Y-%m-%d')` or `date_cn`")
    case "number_format", "currency":
      Wording(zh: "金额请用 `money`，小数位用 `round(2)`", en: "use `money`, or `round(2)` for decimals")
    default: nil
    }
  }

  /// Help for a test that there is not, if it is one that people look for.
  static func test(_ name: String) -> Wording? {
    switch name {
    case "match", "search", "matching":
      Wording(zh: "请用过滤器 `matches('…')`", en: "use the filter `matches('…')`")
    case "contains": Wording(zh: "请写 `'…' in x`", en: "write `'…' in x`")
    case "empty":
      Wording(zh: "请写 `not x` 或 `x|length == 0`", en: "write `not x` or `x|length == 0`")
    case "null": Wording(zh: "请写 `is none`", en: "write `is none`")
    case "startswith": Wording(zh: "请写 `is startingwith '…'`", en: "write `is startingwith '…'`")
    case "endswith": Wording(zh: "请写 `is endingwith '…'`", en: "write `is endingwith '…'`")
    case "list", "array": Wording(zh: "请写 `is sequence`", en: "write `is sequence`")
    default: nil
    }
  }

  /// Help for a function that there is not, if it is one that people look for.
  static func function(_ name: String) -> Wording? {
    switch name {
    case "lipsum":
      Wording(zh: "请写出真实的文字", en: "write the text that is to stand there")
    case "now", "date":
      Wording(zh: "日期用 `today`，它由记录决定", en: "use `today`, which follows from the records")
    case "len": Wording(zh: "请写 `x|length`", en: "write `x|length`")
    case "str": Wording(zh: "请写 `x|string`", en: "write `x|string`")
    case "int", "sum", "min", "max", "abs", "round", "list", "sort", "zip", "map", "format", "join":
      Wording(zh: "这是过滤器，请写 `x|\(name)`", en: "this is a filter: write `x|\(name)`")
    case "sorted", "reversed":
      Wording(zh: "请写 `x|sort` 或 `x|reverse`", en: "write `x|sort` or `x|reverse`")
    case "enumerate": Wording(zh: "循环里请用 `loop.index`", en: "use `loop.index` in a loop")
    case "_", "gettext", "ngettext":
      Wording(zh: "请直接写出文字", en: "write the text itself")
    default: nil
    }
  }
}
