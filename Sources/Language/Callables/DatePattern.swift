import Values

/// A text with places for the parts of a date: `%Y年%-m月%-d日`.
struct DatePattern: Sendable {
  private var pieces: [Piece] = []
  /// The first part that there is not.
  private(set) var unknown: String?

  private enum Piece: Sendable {
    case text(String)
    case part(Part, padded: Bool)
  }

  private enum Part: Character, Sendable {
    case year = "Y"
    case month = "m"
    case day = "d"
    case hour = "H"
    case minute = "M"
  }

  init(_ text: String, hasTime: Bool) {
    var rest = text[...]
    var plain = ""
    while let character = rest.popFirst() {
      guard character == "%" else {
        plain.append(character)
        continue
      }
      let isShort = rest.first == "-"
      if isShort { rest.removeFirst() }
      let letter = rest.popFirst()
      if letter == "%", !isShort {
        plain.append("%")
      } else if let part = letter.flatMap(Part.init), hasTime || part != .hour && part != .minute {
        pieces += [.text(plain), .part(part, padded: !isShort)]
        plain = ""
      } else {
        unknown = unknown ?? "%" + (isShort ? "-" : "") + (letter.map { String($0) } ?? "")
      }
    }
    pieces.append(.text(plain))
  }

  /// The date in these words.
  func text(of date: CivilDate, _ time: ClockTime?) -> String {
    let (year, month, day) = date.components
    let minutes = time?.minutes ?? 0
    return pieces.map { piece in
      guard case .part(let part, let isPadded) = piece else {
        if case .text(let text) = piece { return text }
        return ""
      }
      let number =
        switch part {
        case .year: year
        case .month: month
        case .day: day
        case .hour: Int(minutes) / 60
        case .minute: Int(minutes) % 60
        }
      return isPadded && number < 10 ? "0\(number)" : "\(number)"
    }
    .joined()
  }
}
