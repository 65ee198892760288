import HTML

/// The inside of an SVG that is being drawn, element by element.
struct Drawing: ~Copyable {
  private(set) var page = PageWriter(capacity: 4096)
  /// Names that the drawing gives begin with this, since no two on a page may be the same.
  let prefix: String

  static let width: Length = 360

  /// Which end of a text stands at its place.
  enum Anchor: String { case start, middle, end }

  /// What a shape looks like; each also differs without colour.
  enum Look: String {
    /// Light with an outline.
    case bar
    /// Dark: the reader's own estate, balances, what is reached.
    case own = "own bar"
    /// An outline alone.
    case hollow = "past"
    /// Empty, with nothing shining through.
    case open
    /// Hatched.
    case hatched = "edge"
  }

  init(prefix: String) { self.prefix = prefix }

  mutating func rectangle(
    _ look: Look, x: Length, y: Length, width: Length, height: Length
  ) {
    open("rect", look.rawValue)
    attribute("x", x)
    attribute("y", y)
    attribute("width", width)
    attribute("height", height)
    if look == .hatched { attribute("fill", "url(#\(prefix)-hatch)") }
    close()
  }

  mutating func line(
    _ name: String, from start: Point, to end: Point
  ) {
    open("line", name)
    attribute("x1", start.x)
    attribute("y1", start.y)
    attribute("x2", end.x)
    attribute("y2", end.y)
    close()
  }

  mutating func circle(_ look: Look, at center: Point, radius: Length = 5) {
    open("circle", look.rawValue)
    attribute("cx", center.x)
    attribute("cy", center.y)
    attribute("r", radius)
    close()
  }

  /// A mark that no other shape looks like.
  mutating func diamond(_ look: Look, at center: Point, radius: Length = 8) {
    path(
      look.rawValue,
      [
        Point(center.x, center.y - radius), Point(center.x + radius, center.y),
        Point(center.x, center.y + radius), Point(center.x - radius, center.y),
      ], isClosed: true)
  }

  mutating func cross(_ name: String, at center: Point, radius: Length = 6) {
    line(
      name, from: Point(center.x - radius, center.y - radius),
      to: Point(center.x + radius, center.y + radius))
    line(
      name, from: Point(center.x - radius, center.y + radius),
      to: Point(center.x + radius, center.y - radius))
  }

  mutating func path(_ name: String, _ points: [Point], isClosed: Bool = false) {
    guard let first = points.first else { return }
    open("path", name)
    page.append(literal: " d=\"M")
    write(first)
    var last = first
    for point in points.dropFirst() {
      if point.y == last.y {
        page.append(literal: "H")
        write(point.x)
      } else if point.x == last.x {
        page.append(literal: "V")
        write(point.y)
      } else {
        page.append(literal: "L")
        write(point)
      }
      last = point
    }
    if isClosed { page.append(literal: "Z") }
    page.append(literal: "\"")
    close()
  }

  mutating func text(
    _ text: String, _ lettering: Lettering = .plain, at place: Point, anchor: Anchor = .start
  ) {
    open("text", lettering.name)
    attribute("x", place.x)
    attribute("y", place.y)
    if anchor != .start { attribute("text-anchor", anchor.rawValue) }
    page.append(literal: ">")
    page.appendEscaped(text)
    page.append(literal: "</text>\n")
  }

  /// Elements that belong to the reader's own estate.
  mutating func group(isOwn: Bool, _ draw: (inout Drawing) -> Void) {
    guard isOwn else { return draw(&self) }
    page.append(literal: "<g class=\"own\">\n")
    draw(&self)
    page.append(literal: "</g>\n")
  }

  /// The pattern of hatched shapes, before the first of them.
  mutating func defineHatching() {
    page.append(literal: "<defs><pattern id=\"")
    page.append(prefix)
    page.append(
      literal: """
        -hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path class="past" d="M-1 1L1 -1M0 6L6 0M5 7L7 5"/></pattern></defs>

        """)
  }

  private mutating func open(_ element: StaticString, _ name: String?) {
    page.append(literal: "<")
    page.append(literal: element)
    if let name { attribute("class", name) }
  }

  private mutating func close() { page.append(literal: "/>\n") }

  private mutating func attribute(_ name: StaticString, _ text: String) {
    page.append(literal: " ")
    page.append(literal: name)
    page.append(literal: "=\"")
    page.append(text)
    page.append(literal: "\"")
  }

  private mutating func attribute(_ name: StaticString, _ length: Length) {
    page.append(literal: " ")
    page.append(literal: name)
    page.append(literal: "=\"")
    write(length)
    page.append(literal: "\"")
  }

  private mutating func write(_ point: Point) {
    write(point.x)
    page.append(literal: " ")
    write(point.y)
  }

  private mutating func write(_ length: Length) { page.append(length.text) }
}

extension Length {
  /// The length with its one decimal: `12.0`, `-0.5`.
  var text: String {
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return "\(tenths < 0 ? "-" : "")\(whole).\(tenth)"
  }
}
