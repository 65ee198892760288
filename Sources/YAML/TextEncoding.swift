package import Source

/// Whether a file's bytes are a text that can be read at all (S1, S2, S3).
package enum TextEncoding {
  /// What is wrong with the bytes of `file`; while anything is, nothing else of it should be read.
  ///
  /// UTF-16 with its byte order mark is S2 like GB18030: an encoding recognised and named.
  package static func check(_ file: SourceFile) -> [Diagnostic] {
    if let byteOrder = utf16(file.bytes) { return [utf16Found(byteOrder, in: file)] }
    if let place = firstInvalid(in: file.bytes) {
      if !isMostlyChineseUTF8(file.bytes), GB18030.isPlausible(file.bytes) {
        return [gb18030Found(in: file)]
      }
      return [invalid(at: place, in: file)]
    }
    let hidden = HiddenCharacter.find(in: file.bytes[...]).lazy.filter(\.isRefusedEverywhere)
    return hidden.prefix(20).map { $0.diagnostic(at: Location(file, $0.range)) }
  }

  /// The zero-width characters of `range`, such as a body, as findings of `severity` (S3).
  ///
  /// A byte order mark at the start of the file is none of them, nor is a joiner inside an emoji.
  package static func checkInvisible(
    in range: SourceRange, of file: SourceFile, severity: Severity
  ) -> [Diagnostic] {
    HiddenCharacter.find(in: file.bytes[range.lower..<range.upper])
      .filter { !$0.isRefusedEverywhere && !isMeant($0, in: file) }
      .prefix(20)
      .map { $0.diagnostic(at: Location(file, $0.range), severity: severity) }
  }

  private static func isMeant(_ hidden: HiddenCharacter, in file: SourceFile) -> Bool {
    let lower = hidden.range.lower
    guard hidden.scalar == "\u{200D}" else { return lower == 0 && hidden.scalar == "\u{FEFF}" }
    let before = file.bytes[..<lower]
    // An emoji is four bytes from F0 on, perhaps with a variation selector behind it.
    return before.suffix(3).elementsEqual([0xEF, 0xB8, 0x8F]) || before.suffix(4).first == 0xF0
  }

  /// The bytes at `range` are not UTF-8.
  static func invalid(at range: SourceRange, in file: SourceFile) -> Diagnostic {
    let fault = UTF8Fault(at: range.lower, in: file.bytes)
    return Diagnostic(
      "S1", .error,
      Wording(
        zh: "这份文件不是 UTF-8 编码：这一行有读不出的字节（\(fault.name.chinese)）",
        en: "this file is not UTF-8: a byte of this line cannot be read (\(fault.name.english))"),
      at: Location(file, range), found: Wording(fault.bytes),
      help: [
        Wording(
          zh: "用编辑器另存为 UTF-8 编码，再把这一行的字重新打一遍",
          en: "save the file as UTF-8 in your editor, then type the words of this line again")
      ])
  }

  private static func gb18030Found(in file: SourceFile) -> Diagnostic {
    conversion(
      Wording(
        zh: "这份文件是 GB18030（GBK）编码，要转成 UTF-8",
        en: "this file is in GB18030 (GBK) and must be converted to UTF-8"),
      from: "GB18030", in: file)
  }

  private static func utf16Found(_ encoding: String, in file: SourceFile) -> Diagnostic {
    conversion(
      Wording(
        zh: "这份文件是 \(encoding) 编码，要转成 UTF-8",
        en: "this file is in \(encoding) and must be converted to UTF-8"),
      from: "UTF-16", in: file)
  }

  /// A finding about the whole file: an excerpt would be a line of replacement characters.
  private static func conversion(
    _ message: Wording, from encoding: String, in file: SourceFile
  ) -> Diagnostic {
    let path = quotedForShell(file.path)
    let command = "iconv -f \(encoding) -t UTF-8 -o converted.md \(path) && mv converted.md \(path)"
    return Diagnostic(
      "S2", .error, message, at: Location(file, nil),
      expected: Wording("UTF-8"), found: Wording(encoding),
      help: [
        Wording(
          zh: "用编辑器另存为 UTF-8；或者运行：\(command)",
          en: "save it as UTF-8 in your editor; or run: \(command)")
      ])
  }

  private static func quotedForShell(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// Whether most bytes beyond ASCII belong to Han characters in UTF-8: then one of them was hurt.
  private static func isMostlyChineseUTF8(_ bytes: [UInt8]) -> Bool {
    var han = 0
    var all = 0
    var index = 0
    while index < bytes.count {
      guard 0x80 <= bytes[index] else {
        index += 1
        continue
      }
      let isHan =
        (0xE3...0xE9).contains(bytes[index]) && index + 2 < bytes.count
        && bytes[index + 1] & 0xC0 == 0x80 && bytes[index + 2] & 0xC0 == 0x80
      han += isHan ? 3 : 0
      all += isHan ? 3 : 1
      index += isHan ? 3 : 1
    }
    return all < han * 2
  }

  private static func utf16(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    return bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16BE" : nil
  }

  private static func firstInvalid(in bytes: [UInt8]) -> SourceRange? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return SourceRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
    }
  }
}

/// Why a byte is not UTF-8, in words.
private struct UTF8Fault {
  let name: Wording
  /// The byte and the next, as hexadecimal digits.
  let bytes: String

  init(at offset: Int, in bytes: [UInt8]) {
    let fault = bytes[min(offset, bytes.count)..<min(offset + 2, bytes.count)]
    self.bytes = fault.map(Self.hexadecimal).joined(separator: " ")
    let second = fault.dropFirst().first ?? 0
    name =
      switch (fault.first ?? 0, second) {
      case (0xC0...0xC1, _), (0xE0, 0x80...0x9F), (0xF0, 0x80...0x8F):
        Wording(zh: "过长的编码形式", en: "an overlong form")
      case (0xED, 0xA0...0xBF): Wording(zh: "代理码位", en: "a surrogate")
      case (0x80...0xBF, _): Wording(zh: "多出来的后续字节", en: "a stray continuation byte")
      case (0xF5..., _), (0xF4, 0x90...): Wording(zh: "不存在的字节", en: "a byte of no character")
      default: Wording(zh: "不完整的字符", en: "an incomplete character")
      }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
