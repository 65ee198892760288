/// A length on a drawing, counted in tenths so that every coordinate has one exact decimal.
struct Length: Hashable, Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral {
  let tenths: Int

  init(tenths: Int) { self.tenths = tenths }

  /// Whole units of the drawing.
  init(_ units: Int) { tenths = units * 10 }

  init(integerLiteral units: Int) { tenths = units * 10 }

  static func < (left: Length, right: Length) -> Bool { left.tenths < right.tenths }

  static func + (left: Length, right: Length) -> Length {
    Length(tenths: left.tenths + right.tenths)
  }

  static func - (left: Length, right: Length) -> Length {
    Length(tenths: left.tenths - right.tenths)
  }

  static func * (count: Int, length: Length) -> Length { Length(tenths: count * length.tenths) }

  var half: Length { Length(tenths: tenths / 2) }
}

/// A place on a drawing.
struct Point: Hashable {
  var x: Length
  var y: Length

  init(_ x: Length, _ y: Length) {
    self.x = x
    self.y = y
  }
}

/// A part of a drawing that something takes up.
struct Extent: Hashable {
  let left: Length
  let top: Length
  let right: Length
  let bottom: Length

  func overlaps(_ other: Extent) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
