/// A time of day, to the minute.
package struct ClockTime: Hashable, Sendable {
  /// Minutes since midnight, below 1440.
  package let minutes: Int16

  /// A time between 00:00 and 23:59.
  package init(hour: Int, minute: Int) throws(Malformed) {
    guard 0..<24 ~= hour, 0..<60 ~= minute else { throw .noSuchTime }
    self.minutes = Int16(hour * 60 + minute)
  }

  package var hour: Int { Int(minutes) / 60 }
  package var minute: Int { Int(minutes) % 60 }
}

extension ClockTime: Readable {
  /// Reads `19:30` or `9:30`.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    self = try folded.takeTime()
    guard folded.isAtEnd else { throw .notATime }
  }
}

extension ClockTime: Comparable {
  package static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minutes < right.minutes
  }
}

extension ClockTime: Printable {
  /// Appends `19:30`.
  package func appendText(to output: inout [UInt8]) {
    output.append(addingCapacity: 5) { span in
      span.appendPair(hour)
      span.append(UInt8(ascii: ":"))
      span.appendPair(minute)
    }
  }
}

extension FoldedText {
  /// Reads a time and leaves what follows it.
  mutating func takeTime() throws(Malformed) -> ClockTime {
    guard next != nil else { throw .empty }
    guard let hour = takeDigits(1, 2), take(":"), let minute = takeDigits(2, 2) else {
      throw .notATime
    }
    return try ClockTime(hour: hour, minute: minute)
  }
}

/// A day and a time of day, in the site's time zone.
package struct DateTime: Hashable, Sendable {
  package let date: CivilDate
  package let time: ClockTime

  package init(date: CivilDate, time: ClockTime) {
    self.date = date
    self.time = time
  }
}

extension DateTime: Readable {
  /// Reads `2026-03-08 19:30` with a date in any form; after 日 the space may be left out.
  package init(reading text: Span<UInt8>) throws(Malformed) {
    var folded = FoldedText(text)
    guard folded.next != nil else { throw .empty }
    let isChinese = folded[ahead: 4] == "年"
    do {
      self.date = try folded.takeDate()
    } catch .notADate {
      throw .notADateTime
    }
    guard folded.take(" ") || isChinese else { throw .notADateTime }
    do {
      self.time = try folded.takeTime()
    } catch {
      throw error == .noSuchTime ? .noSuchTime : .notADateTime
    }
    guard folded.isAtEnd else { throw .notADateTime }
  }
}

extension DateTime: Comparable {
  package static func < (left: DateTime, right: DateTime) -> Bool {
    left.date == right.date ? left.time < right.time : left.date < right.date
  }
}

extension DateTime: Printable {
  /// Appends `2026-03-08 19:30`.
  package func appendText(to output: inout [UInt8]) {
    date.appendText(to: &output)
    output.append(UInt8(ascii: " "))
    time.appendText(to: &output)
  }

  /// 2026年3月8日 19:30.
  package var chinese: String { "\(date.chinese) \(time)" }
}
