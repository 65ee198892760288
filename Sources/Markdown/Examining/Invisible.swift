/// A scalar that a reader cannot see and that can deceive.
package enum Invisible: Hashable, Sendable {
  /// Controls other than tab and line breaks, and the separators U+2028 and U+2029.
  case control
  /// Turns the direction of what follows.
  case bidirectional
  /// Takes no room: joiners, marks of direction, tags.
  case zeroWidth

  /// Nil for everything that can be seen, and for spaces.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: self = .control
    case 0x202A...0x202E, 0x2066...0x2069: self = .bidirectional
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      self = .zeroWidth
    default: return nil
    }
  }
}
