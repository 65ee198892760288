import Testing

@Test func `a source is taken apart into code and literals`() {
  let swift = SwiftText(
    #"""
    let a = "one" // "two" Task {
    /* "three" /* nested */ open( */ let b = "x\(f("four"))y"
    let c = """
      five
      """
    let d = #"si"x\n"#
    """#)
  #expect(swift.literals.map(\.text) == ["one", "four", "\n  five\n  ", #"si"x\n"#])
  #expect(swift.literals.map(\.line) == [1, 2, 3, 6])
  #expect(
    swift.codeLines.map { String($0.text) } == [
      #"let a = "" "#, #" let b = "f("")""#, #"let c = ""#, "", #"""#, #"let d = """#,
    ])
}
