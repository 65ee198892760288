import HTML
import Source

// Filters that join texts and make HTML of them.
extension Callable {
  /// The elements, or an attribute of each, one behind the other with `d` between them.
  ///
  /// Where the elements or `d` are HTML the result is too, and texts are escaped.
  static let joined = Callable("join", "d?", "attribute?") { call in
    guard let (list, element) = call.listInput,
      let values = call.mapped(list, element, attribute: "attribute"),
      case .list(let read) = values.type, let separator = call.separator
    else { return nil }
    let probe = CheckedExpression(read, .variable(0), at: call.place)
    if read.isOptional { return call.fail(.elementMayBeAbsent("join", at: call.namePlace)) }
    if read != .unknown, call.checker.requirePrintable(probe).type == .unknown { return nil }
    let style = Instruction.Style(read, dialect: call.checker.dialect)
    let labels = call.choiceLabels(of: read)
    let isMarkup = read == .html || separator.type == .html
    return call.result(isMarkup ? .html : .string, [values, separator]) {
      machine, arguments throws(Fault) in
      let between = machine.text(of: arguments[1], .html)
      let start = machine.writer.count
      for (index, element) in arguments[0].elements.enumerated() {
        if 0 < index { machine.append(between.text, escaped: isMarkup && between.tag != .html) }
        let text =
          labels.map { machine.scratch.text($0[Int(element.bits)]) }
          ?? machine.text(of: element, style)
        machine.append(text.text, escaped: isMarkup && style != .html)
      }
      let text = machine.writer.bytes(from: start)
      machine.writer.truncate(to: start)
      return machine.scratch.text(text, tag: isMarkup ? .html : .text)
    }
  }

  /// The value as HTML: a text is escaped, HTML stays.
  static let escape = escaping("escape")
  /// The value as HTML: a text is escaped, HTML stays.
  static let escapeShort = escaping("e")

  private static func escaping(_ name: String) -> Callable {
    Callable(name) { call in
      guard let input = call.presentInput else { return nil }
      if input.type == .html { return input }
      guard call.checker.requirePrintable(input).type != .unknown else { return nil }
      return CheckedExpression(.html, .markup([input]), at: call.place)
    }
  }

  /// The value as HTML, escaped even where it is HTML already.
  static let forceEscape = Callable("forceescape") { call in
    guard let input = call.presentInput else { return nil }
    guard call.checker.requirePrintable(input).type != .unknown else { return nil }
    guard input.type == .html else {
      return CheckedExpression(.html, .markup([input]), at: call.place)
    }
    let source = call.result(.string, [input]) { machine, arguments throws(Fault) in
      var text = machine.text(of: arguments[0], .html)
      text.tag = .text
      return text
    }
    return CheckedExpression(.html, .markup([source]), at: call.place)
  }
}

extension CallSite {
  /// What stands between the elements.
  fileprivate var separator: CheckedExpression? {
    has("d") ? textOrMarkup("d") : checker.constant(.string, .string(""), at: place)
  }
}

extension Machine {
  fileprivate func append(_ text: TextBytes, escaped: Bool) {
    if escaped { writer.appendEscaped(text) } else { writer.append(text) }
  }
}
