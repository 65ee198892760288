import HTML
import Values

// How values look. One definition serves pages, messages, `~` and the filters that make text.
extension Machine {
  /// Text or HTML as it is; a body is rendered only now.
  func writeRaw(_ value: Value) {
    if value.tag == .markdown {
      writeBody(value.text, &writer)
    } else {
      writer.append(value.text)
    }
  }

  func write(number value: Value) {
    if value.count == 0 {
      writer.append(decimal: value.integer)
    } else {
      append { value.decimal.appendText(to: &$0) }
    }
  }

  /// Writes a value in its style, encoded for its place.
  func write(
    _ value: Value, _ style: Instruction.Style, _ escape: Escape,
    labels: Cells?
  ) throws(Fault) {
    if style == .text, escape != .none { return try encode(value.text, escape) }
    let start = writer.count
    write(value, style, labels: labels)
    guard escape != .none, style != .html || escape != .text else { return }
    if escape == .text, style != .choice { return }
    let text = scratch.text(writer.bytes(from: start)).text
    writer.truncate(to: start)
    try encode(text, escape)
  }

  func write(_ value: Value, _ style: Instruction.Style, labels: Cells?) {
    switch style {
    case .text, .html: writeRaw(value)
    case .number: write(number: value)
    case .grouped: append { value.decimal.appendGrouped(to: &$0) }
    case .percent:
      append {
        value.decimal.appendGrouped(to: &$0, minus: .typographic)
        $0.append(UInt8(ascii: "%"))
      }
    case .money: append { Self.appendMoney(value, to: &$0, symbol: true) }
    case .bareMoney: append { Self.appendMoney(value, to: &$0, symbol: false) }
    case .area:
      append { value.decimal.appendGrouped(to: &$0) }
      writer.append("㎡")
    case .date: append { value.date.appendText(to: &$0) }
    case .time: append { value.time.appendText(to: &$0) }
    case .dateTime: append { value.dateTime.appendText(to: &$0) }
    case .period: append { value.period.appendText(to: &$0) }
    case .choice:
      if let labels { writer.append(labels[Int(value.bits)].text) }
    }
  }

  /// `¥151,799.50`, or `151,799.50` in messages; never fewer decimals than `places`.
  static func appendMoney(
    _ value: Value, to output: inout [UInt8], symbol: Bool, places: Int = 2
  ) {
    var amount = value.decimal
    if amount.scale < places, let exact = try? amount.rounded(to: places) { amount = exact }
    if symbol {
      if amount.coefficient < 0 { output += Array("−".utf8) }
      output += Array("¥".utf8)
      if amount.coefficient < 0, let positive = try? amount.magnitude() { amount = positive }
    }
    amount.appendGrouped(to: &output, minus: .typographic)
  }

  private func append(_ write: (inout [UInt8]) -> Void) {
    digits.removeAll(keepingCapacity: true)
    write(&digits)
    writer.append(digits)
  }

  private func encode(_ text: TextBytes, _ escape: Escape) throws(Fault) {
    switch escape {
    case .none, .json: writer.append(text)
    case .text: writer.appendEscaped(text)
    case .url: writer.appendEscaped(text, encoding: .address)
    case .checkedURL:
      let scheme = URLScheme(of: String(decoding: text, as: UTF8.self))
      guard scheme.isAllowedInLinks else { throw .forbiddenAddress(scheme.name) }
      writer.appendEscaped(text, encoding: .address)
    case .pathSegment: writer.appendEscaped(text, encoding: .segment)
    case .path: writer.appendEscaped(text, encoding: .path)
    case .mailbox: writer.appendEscaped(text, encoding: .mailbox)
    case .queryComponent: writer.appendEscaped(text, encoding: .query)
    }
  }

  /// The text of a value, kept until the next outermost run.
  func text(of value: Value, _ style: Instruction.Style, labels: Cells? = nil)
    -> Value
  {
    if style == .text || (style == .html && value.tag != .markdown) { return value }
    let start = writer.count
    write(value, style, labels: labels)
    let text = writer.bytes(from: start)
    writer.truncate(to: start)
    return scratch.text(text)
  }
}

extension URLScheme {
  /// The scheme as people read it in a finding.
  fileprivate var name: String {
    switch self {
    case .forbidden(let name): "\(name):"
    case .schemeRelative: "//"
    case .disguised: "…@…"
    default: "\(self)"
    }
  }
}
