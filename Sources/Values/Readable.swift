/// A value that is read once, at the edge, from the text an editor wrote.
///
/// Spaces at both ends, the ideographic one too, do not count; full-width digits and signs read as
/// their narrow twins.
package protocol Readable {
  /// Reads UTF-8 text, without making a `String` of it.
  init(reading text: Span<UInt8>) throws(Malformed)
}

extension Readable {
  /// Reads a text outside hot paths.
  package init(reading text: String) throws(Malformed) {
    try self.init(reading: text.utf8Span.span)
  }
}

/// A value that prints as bytes, so that a page of thousands needs no `String`.
package protocol Printable: CustomStringConvertible, Sendable {
  /// Appends the value's plain text.
  func appendText(to output: inout [UInt8])
}

extension Printable {
  package var description: String { String(appending: appendText) }
}

extension String {
  /// The text that `append` writes.
  init(appending append: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    append(&bytes)
    self.init(decoding: bytes, as: UTF8.self)
  }
}
