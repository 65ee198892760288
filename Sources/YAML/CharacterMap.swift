/// From libyaml's places, which count characters, to bytes.
///
/// One cursor that walks forward with the events, so that a text is walked once; only a place before
/// the cursor begins again from the start, which an error does at most twice.
struct CharacterMap {
  private let bytes: [UInt8]
  private let lower: Int
  private let upper: Int
  private var characters = 0
  private var offset: Int

  init(_ bytes: [UInt8], from lower: Int, to upper: Int) {
    self.bytes = bytes
    self.lower = lower
    self.upper = upper
    offset = lower
  }

  /// The byte at which the character number `character` of the text begins.
  mutating func offset(of character: Int) -> Int {
    if character < characters {
      characters = 0
      offset = lower
    }
    while characters < character, offset < upper {
      offset += 1
      while offset < upper, bytes[offset] & 0xC0 == 0x80 {
        offset += 1
      }
      characters += 1
    }
    return offset
  }
}
