import Values

/// Writes one body: an opening, then headed sections of sentences, lists and a table.
struct Body {
  private let theme: Theme
  private let estate: Estate
  private var dice: Dice
  private var bytes: [UInt8] = []

  /// Between 0.6 and 3 kB, as seen on notice boards: most are short, a few are long.
  private static let shortest = 600...1500
  private static let longest = 1500...2500

  /// The body that these dice throw for a theme.
  static func text(_ theme: Theme, of estate: Estate, _ dice: Dice) -> [UInt8] {
    var body = Body(theme: theme, estate: estate, dice: dice)
    body.write()
    return body.bytes
  }

  private init(theme: Theme, estate: Estate, dice: Dice) {
    self.theme = theme
    self.estate = estate
    self.dice = dice
    bytes.reserveCapacity(4096)
  }

  private mutating func write() {
    let size = dice.roll(dice.chance(70) ? Self.shortest : Self.longest)
    let headings = dice.pick(5, of: theme.headings + Theme.anyHeadings)
    fill(dice.pick(theme.openings))
    bytes.append(contentsOf: "\n".utf8)
    for (index, heading) in headings.enumerated() where index < 2 || bytes.count < size {
      bytes.append(contentsOf: "\n## \(Estate.ordinals[index])、\(heading)\n\n".utf8)
      switch index {
      case 0: list()
      case 1: table(dice.pick(theme.tables + Theme.anyTables))
      case 2: paragraph()
      default: if dice.chance(50) { list() } else { paragraph() }
      }
    }
    bytes.append(contentsOf: "\n".utf8)
    fill(dice.pick(Theme.closings))
    bytes.append(contentsOf: "\n".utf8)
  }

  private mutating func list() {
    let isNumbered = dice.chance(40)
    for (index, point) in dice.pick(dice.roll(3...5), of: theme.points + Theme.anyPoints)
      .enumerated()
    {
      bytes.append(contentsOf: (isNumbered ? "\(index + 1). " : "- ").utf8)
      fill(point)
      bytes.append(contentsOf: "\n".utf8)
    }
  }

  private mutating func paragraph() {
    for sentence in dice.pick(dice.roll(2...3), of: theme.sentences + Theme.anySentences) {
      fill(sentence)
    }
    bytes.append(contentsOf: "\n".utf8)
  }

  private mutating func table(_ table: Theme.Table) {
    bytes.append(contentsOf: "| \(table.head.joined(separator: " | ")) |\n".utf8)
    let marks = table.head.indices.map { $0 < table.textColumns ? "---" : "---:" }
    bytes.append(contentsOf: "| \(marks.joined(separator: " | ")) |\n".utf8)
    for first in dice.pick(dice.roll(3...6), of: table.firstCells) {
      bytes.append(contentsOf: "| \(first) |".utf8)
      for cell in table.otherCells {
        bytes.append(UInt8(ascii: " "))
        fill(cell)
        bytes.append(contentsOf: " |".utf8)
      }
      bytes.append(contentsOf: "\n".utf8)
    }
  }

  /// Copies a text and throws what stands for each `%` and letter.
  private mutating func fill(_ text: String) {
    var isSlot = false
    for byte in text.utf8 {
      if isSlot {
        bytes.append(contentsOf: slot(byte).utf8)
        isSlot = false
      } else if byte == UInt8(ascii: "%") {
        isSlot = true
      } else {
        bytes.append(byte)
      }
    }
  }

  private mutating func slot(_ letter: UInt8) -> String {
    switch letter {
    case UInt8(ascii: "n"): String(dice.roll(3...96))
    case UInt8(ascii: "N"): String(dice.roll(110...1990))
    case UInt8(ascii: "m"): grouped(dice.roll(30_000...4_900_000))
    case UInt8(ascii: "d"): dice.roll(day(2026, 1, 5)...day(2026, 12, 28)).chinese
    case UInt8(ascii: "t"): "\(dice.roll(7...18)):\(dice.pick(["00", "15", "30", "45"]))"
    case UInt8(ascii: "p"): dice.pick(Theme.places)
    case UInt8(ascii: "b"): "\(dice.roll(1...estate.buildings))号楼"
    case UInt8(ascii: "e"): estate.name
    case UInt8(ascii: "c"): estate.companyName
    case UInt8(ascii: "f"): "[收费标准](/\(estate.folder)/fees/)"
    case UInt8(ascii: "x"): "\(dice.roll(300...980))".percentage
    default: preconditionFailure("no slot has this letter")
    }
  }
}

extension String {
  /// 64.8% from 648.
  fileprivate var percentage: String { "\(dropLast()).\(suffix(1))%" }
}
