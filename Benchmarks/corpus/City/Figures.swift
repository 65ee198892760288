import Values

/// 128400.50 from fen.
func yuan(_ fen: Int) -> String { Money(fen: Int64(fen)).description }

/// 128,400.50 from fen.
func grouped(_ fen: Int) -> String {
  var bytes: [UInt8] = []
  Money(fen: Int64(fen)).appendGrouped(to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// A number with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
