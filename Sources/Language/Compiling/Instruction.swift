/// One step of the machine: sixteen bytes.
///
/// `a` is usually the register that gets the result, `b` and `c` the operands.
struct Instruction: Sendable {
  var code: Code
  var style: Style = .text
  var a: UInt16 = 0
  var b: UInt32 = 0
  var c: UInt32 = 0
  var d: UInt32 = 0

  enum Code: UInt8 {
    /// Writes `c` bytes of the program's text from `b`.
    case text
    /// Writes the text in `a`, escaped for text.
    ///
    /// As the three below it writes the program's text too: what stands before the value, from
    /// `b`, and `c` bytes behind it; and the value may lie in a cell of the record in `a`.
    case printEscaped
    /// Writes the HTML or plain text in `a` as it is.
    case printRaw
    /// Writes the number in `a` as it is.
    case printNumber
    /// Writes the address in `a`, encoded and escaped.
    case printAddress
    /// Writes `a` in its style for the place `b`; `c` is the first label of a choice.
    case print
    case constant, move
    /// `a` ← cell `c` of the record in `b`.
    case cell
    /// The same while judging: derives with program `d` - 1 what is pending, notes taint.
    case judgedCell
    case not, truth, isPresent
    case jump, jumpIfFalse, jumpIfTrue, jumpIfAbsent
    /// To `b` unless the relation `d` holds between `a` and `c`.
    case jumpUnlessNumbers, jumpUnlessBits
    case add, subtract, multiply, floorDivide, remainder
    /// Operations on quotients, percents and days, by `d`.
    case slowArithmetic
    case compareNumbers, compareBits, compareTexts, compareOther
    /// `a` ← implementation `b` of the registers from `c` on.
    case call
    /// `a` ← the `c` registers from `b` on, as a list or map.
    case makeList, makeMap
    case listBegin, listAppend, listEnd
    case textBegin, textEnd, markupEnd
    /// Begins a loop over the list in `a`; to `c` if it is empty; the element goes to `b`.
    case loopBegin
    /// Goes on to `c` with the next element in `b` while there is one.
    case loopNext
    /// `a` ← member `c` of the loop at `b`.
    case loopMember
    /// `a` ← register `b` of the program, from a macro.
    case global
    /// Sets cell `b` of the record in `a` to `c`.
    case setCell
    /// Runs routine `b` in registers of its own on the `c` arguments from `a` on; if `d` is not 0
    /// its first register leads to those of the caller.
    case runMacro
    /// Runs routine `b` on the `c` arguments from `a` on, in the registers to which the first leads.
    case runCaller
    /// Forgets what was written since `textBegin`.
    case discard
    case end

    /// Whether literal text may be written by the same step.
    var carriesText: Bool {
      switch self {
      case .text, .printEscaped, .printRaw, .printNumber, .printAddress: true
      default: false
      }
    }
  }

  /// How a value is written.
  enum Style: UInt8 {
    case text, html, number, grouped, percent, money, bareMoney, area, date, time, dateTime, period
    case choice
  }
}

// A step that prints keeps in `d` how much text stands before its value and the value's cell.
extension Instruction {
  static let mostBefore = Int(UInt16.max)
  static let lastCell = Int(UInt16.max) - 1

  static func printing(before: Int, cell: Int?) -> Int { (cell.map { $0 + 1 } ?? 0) << 16 | before }

  /// Where the text around the value begins, and how much stands before it and behind it.
  @inline(__always)
  var texts: (lower: Int, before: Int, behind: Int) { (Int(b), before, Int(c)) }

  /// The bytes of text before the value.
  @inline(__always) var before: Int { Int(UInt16(truncatingIfNeeded: d)) }

  /// Where the text that the step writes ends, or nil if it writes none.
  var textEnd: Int? { before == 0 && c == 0 ? nil : Int(b) + before + Int(c) }

  /// The value in a register, or in a cell of the record there.
  @inline(__always)
  func value(in frame: Cells) -> Value {
    let cell = Int(d >> 16)
    return cell == 0 ? frame[Int(a)] : frame[Int(a)].cells[cell &- 1]
  }
}

extension Instruction.Style {
  init(_ type: Type, dialect: Checker.Dialect) {
    self =
      switch type {
      case .html: .html
      case .percent: .percent
      case .money: dialect == .html ? .money : .bareMoney
      case .area: .grouped
      case .int, .decimal, .price: .number
      case .date: .date
      case .time: .time
      case .dateTime: .dateTime
      case .period: .period
      case .choice: .choice
      default: .text
      }
  }
}
