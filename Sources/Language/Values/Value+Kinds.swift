package import Values

// Between values of the language and the exact types of the room Values.
extension Value {
  package init(_ number: Decimal) {
    self.init(coefficient: number.coefficient, scale: number.scale)
  }

  package var decimal: Decimal { Decimal(coefficient: integer, scale: scale) }

  package init(_ date: CivilDate) {
    self.init(tag: .date, bits: UInt64(bitPattern: Int64(date.ordinal)))
  }

  package var date: CivilDate { CivilDate(ordinal: Int(integer)) }

  package init(_ time: ClockTime) {
    self.init(tag: .time, bits: UInt64(time.minutes))
  }

  package var time: ClockTime {
    guard let time = try? ClockTime(hour: Int(integer) / 60, minute: Int(integer) % 60) else {
      preconditionFailure("a time value is a minute of a day")
    }
    return time
  }

  package init(_ moment: DateTime) {
    let minutes = Int64(moment.date.ordinal) * 1440 + Int64(moment.time.minutes)
    self.init(tag: .dateTime, bits: UInt64(bitPattern: minutes))
  }

  package var dateTime: DateTime {
    let day = integer >= 0 ? integer / 1440 : (integer - 1439) / 1440
    return DateTime(
      date: CivilDate(ordinal: Int(day)),
      time: Value(tag: .time, bits: UInt64(integer - day * 1440)).time)
  }

  package init(_ period: Period) {
    let kind = Period.Kind.allCases.firstIndex(of: period.kind) ?? 0
    self.init(
      tag: .period, bits: UInt64(bitPattern: Int64(period.ordinal)),
      count: UInt32(truncatingIfNeeded: kind))
  }

  package var period: Period {
    Period(kind: Period.Kind.allCases[Int(count)], ordinal: Int32(truncatingIfNeeded: integer))
  }

  package init(_ span: DateSpan) {
    self.init(first: span.first, last: span.last ?? CivilDate(ordinal: Int(Int32.max)))
  }

  /// A span as written, which may end before it starts: a check says so, not the reader.
  package init(first: CivilDate, last: CivilDate) {
    let upper = UInt64(UInt32(bitPattern: first.ordinal))
    let lower = UInt64(UInt32(bitPattern: last.ordinal))
    self.init(tag: .span, bits: upper << 32 | lower)
  }

  package var spanFirst: CivilDate {
    CivilDate(ordinal: Int(Int32(bitPattern: UInt32(bits >> 32))))
  }

  package var spanLast: CivilDate {
    CivilDate(ordinal: Int(Int32(bitPattern: UInt32(truncatingIfNeeded: bits))))
  }
}

extension Arena {
  /// A quotient, which is too large for a value's own bits.
  package func quotient(_ quotient: Quotient) -> Value {
    let room = cells((MemoryLayout<Quotient>.size + 15) / 16)
    unsafe UnsafeMutableRawPointer(room.start).storeBytes(of: quotient, as: Quotient.self)
    var value = Value(record: room)
    value.tag = .quotient
    return value
  }
}

extension Value {
  package var quotient: Quotient {
    unsafe UnsafeRawPointer(cells.start).loadUnaligned(as: Quotient.self)
  }
}
