package import Source
import Values

/// Reads JSON, and only JSON: no comments, no trailing commas, no key twice.
package struct JSONReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private var depth = 0

  private static let deepestNesting = 200

  /// Thrown with the finding that ends the reading.
  private struct Refused: Error { let diagnostic: Diagnostic }

  /// Reads the one value that fills `range`.
  package static func read(_ file: SourceFile, in range: SourceRange? = nil)
    -> Result<JSONNode, JSONRefusal>
  {
    var reader = JSONReader(file: file, range: range ?? file.wholeRange)
    do throws(Refused) {
      let node = try reader.value()
      reader.skipSpace()
      guard reader.offset == reader.end else {
        throw reader.refused(Wording(zh: "JSON 到这里应当结束", en: "expected the end of the JSON"))
      }
      return .success(node)
    } catch {
      return .failure(JSONRefusal(diagnostic: error.diagnostic))
    }
  }

  /// A member of the object that a text begins with, as far as the text can be read.
  static func member(_ name: String, of file: SourceFile) -> JSONNode? {
    var reader = JSONReader(file: file, range: file.wholeRange)
    guard reader.take("{") else { return nil }
    repeat {
      reader.skipSpace()
      guard reader.current == UInt8(ascii: "\""), let key = try? reader.string(), reader.take(":"),
        let value = try? reader.value()
      else { return nil }
      if key == name { return value }
    } while reader.take(",")
    return nil
  }

  private init(file: SourceFile, range: SourceRange) {
    self.file = file
    bytes = file.bytes
    offset = range.lower
    end = range.upper
  }

  private func refused(_ message: Wording, from start: Int? = nil) -> Refused {
    let upper = min(end, offset + 1)
    let place = Location(file, SourceRange(min(start ?? offset, upper), upper))
    return Refused(diagnostic: .invalidJSON(message, at: place))
  }

  private var current: UInt8? { offset < end ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Refused) {
    guard take(character) else {
      throw refused(Wording(zh: "这里应为 `\(character)`", en: "expected `\(character)`"))
    }
  }
}

/// Why a text is no JSON.
package struct JSONRefusal: Error {
  package let diagnostic: Diagnostic
}

// MARK: - Values

extension JSONReader {
  private mutating func value() throws(Refused) -> JSONNode {
    skipSpace()
    let start = offset
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw refused(Wording(zh: "嵌套太深", en: "nested too deeply"))
    }
    let form: JSONNode.Form =
      switch current {
      case UInt8(ascii: "{"): try object()
      case UInt8(ascii: "["): try array()
      case UInt8(ascii: "\""): .string(try string())
      case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try number()
      default: try word()
      }
    return JSONNode(range: SourceRange(start, offset), form: form)
  }

  private mutating func word() throws(Refused) -> JSONNode.Form {
    let words: [(String, JSONNode.Form)] = [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    for (word, form) in words where bytes[offset..<end].starts(with: word.utf8) {
      offset += word.utf8.count
      return form
    }
    throw refused(Wording(zh: "这里应为一个 JSON 值", en: "expected a JSON value"))
  }

  private mutating func array() throws(Refused) -> JSONNode.Form {
    try expect("[")
    var elements: [JSONNode] = []
    guard !take("]") else { return .array([]) }
    repeat { elements.append(try value()) } while take(",")
    try expect("]")
    return .array(elements)
  }

  private mutating func object() throws(Refused) -> JSONNode.Form {
    try expect("{")
    var members: [(key: String, value: JSONNode)] = []
    var seen: Set<[UInt8]> = []
    guard !take("}") else { return .object([]) }
    repeat {
      skipSpace()
      let start = offset
      guard current == UInt8(ascii: "\"") else {
        throw refused(Wording(zh: "这里应为引号里的名称", en: "expected a name in quotes"))
      }
      let key = try string()
      guard seen.insert(Array(key.utf8)).inserted else {
        throw refused(
          Wording(zh: "`\(key)` 写了两次", en: "`\(key)` stands twice"), from: start)
      }
      try expect(":")
      members.append((key, try value()))
    } while take(",")
    try expect("}")
    return .object(members)
  }
}

// MARK: - Numbers

extension JSONReader {
  private mutating func number() throws(Refused) -> JSONNode.Form {
    let start = offset
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var value: Int64 = 0
    let whole = try digits(into: &value, isNegative: isNegative, from: start)
    guard whole == 1 || bytes[offset - whole] != UInt8(ascii: "0") else {
      throw refused(Wording(zh: "数字不能以 0 开头", en: "a number has no leading zero"), from: start)
    }
    guard current == UInt8(ascii: ".") || current.map({ $0 | 0x20 }) == UInt8(ascii: "e") else {
      return .integer(value)
    }
    var scale = 0
    if current == UInt8(ascii: ".") {
      offset += 1
      scale = try digits(into: &value, isNegative: isNegative, from: start)
    }
    return .decimal(try decimal(value, scale: scale - (try exponent(from: start)), from: start))
  }

  /// Reads digits into `value`; gives how many there were, at least one.
  private mutating func digits(into value: inout Int64, isNegative: Bool, from start: Int)
    throws(Refused) -> Int
  {
    let first = offset
    while let byte = current, (0x30...0x39).contains(byte) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - 0x30)
      let (sum, carry) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !overflow, !carry else { throw tooLarge(from: start) }
      value = sum
      offset += 1
    }
    guard first < offset else { throw refused(Wording(zh: "这里应为数字", en: "expected a digit")) }
    return offset - first
  }

  private mutating func exponent(from start: Int) throws(Refused) -> Int {
    guard current.map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return 0 }
    offset += 1
    let isNegative = current == UInt8(ascii: "-")
    if isNegative || current == UInt8(ascii: "+") { offset += 1 }
    var value: Int64 = 0
    _ = try digits(into: &value, isNegative: isNegative, from: start)
    return Int(clamping: value)
  }

  private func decimal(_ coefficient: Int64, scale: Int, from start: Int) throws(Refused) -> Decimal
  {
    var coefficient = coefficient
    var scale = scale
    while scale < 0 {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw tooLarge(from: start) }
      coefficient = product
      scale += coefficient == 0 ? -scale : 1
    }
    guard scale <= Decimal.largestScale else { throw tooLarge(from: start) }
    return Decimal(coefficient: coefficient, scale: UInt8(scale))
  }

  private func tooLarge(from start: Int) -> Refused {
    refused(
      Wording(zh: "数字太大，最多 18 位", en: "the number is too large: 18 digits at most"),
      from: start)
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(Refused) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard 0x20 <= byte else {
        throw refused(Wording(zh: "引号里有控制字符", en: "a control character in a string"))
      }
      offset += 1
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    guard offset < end else {
      throw refused(Wording(zh: "引号没有结束", en: "the string is never closed"), from: start)
    }
    offset += 1
    guard let valid = String(validating: text, as: UTF8.self) else {
      throw refused(Wording(zh: "不是 UTF-8", en: "this is not UTF-8"), from: start)
    }
    return valid
  }

  private mutating func escape() throws(Refused) -> Unicode.Scalar {
    let escapes: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    guard let byte = current else { throw unknownEscape() }
    if let scalar = escapes[byte] {
      offset += 1
      return scalar
    }
    guard byte == UInt8(ascii: "u") else { throw unknownEscape() }
    let first = try codeUnit()
    guard 0xD800...0xDBFF ~= first else {
      guard let scalar = Unicode.Scalar(first) else { throw unknownEscape() }
      return scalar
    }
    guard bytes[offset..<end].starts(with: "\\u".utf8) else { throw unknownEscape() }
    offset += 1
    let second = try codeUnit()
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw unknownEscape() }
    return scalar
  }

  /// Reads `uXXXX`.
  private mutating func codeUnit() throws(Refused) -> UInt32 {
    let digits = bytes[min(offset + 1, end)..<min(offset + 5, end)]
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw unknownEscape() }
    offset += 5
    return value
  }

  private func unknownEscape() -> Refused {
    refused(Wording(zh: "看不懂的转义", en: "an unknown escape"), from: max(0, offset - 1))
  }
}
