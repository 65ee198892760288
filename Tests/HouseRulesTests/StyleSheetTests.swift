import Testing

@Test func `the style sheet stays within 8 kB`() throws {
  let size = try Repository.file("assets/style.css").text.utf8.count
  #expect(1000 < size && size <= 8000, "\(size) bytes")
}

@Test func `every class of a drawing has its look in the style sheet`() throws {
  let style = try Repository.file("assets/style.css").text
  let known = Set(style.matches(of: /\.([a-z]+)/).map { String($0.1) })
  #expect(known.isSuperset(of: ["bar", "open", "chart"]))
  let drawings = try Repository.sources(below: "Sources/Charts").flatMap(\.swift.literals)
  let used = drawings.map(\.text).filter { looks.contains($0) }
  let names = used.flatMap { $0.split(separator: " ") }
  #expect(Set(names) == Set(looks.flatMap { $0.split(separator: " ") }))
  #expect(names.filter { !known.contains(String($0)) } == [])
}

/// What the room of drawings calls the looks of shapes and texts.
private let looks: Set<String> = [
  "own bar", "past", "edge", "grid", "halo", "median", "step", "value", "label", "own",
]
