import Glibc
import HTML
import Language

/// Answers the requests of `Benchmarks/engines/compare.py`, line by line.
///
/// `load {"name","template","data"}` compiles, `print NAME` gives the bytes, `time NAME COUNT` the
/// nanoseconds that so many renderings take.
struct Serving {
  private var renderings: [String: Rendering] = [:]
  private let machine = Machine()

  mutating func run() throws {
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      switch words.first {
      case "load": try load(Array(line.utf8.dropFirst("load ".utf8.count)))
      case "print": try page(named: words[1])
      case "time": try time(words[1], Int(words[2]) ?? 1)
      default: throw Rendering.Refusal(text: "unknown request")
      }
      fflush(nil)
    }
  }

  private mutating func load(_ request: [UInt8]) throws {
    let rendering = try Rendering(request)
    renderings[rendering.name] = rendering
    print("loaded")
  }

  private func page(named name: String) throws {
    try renderings[name]?.render(on: machine)
    print(machine.writer.count)
    print(machine.writer.text())
  }

  private func time(_ name: String, _ count: Int) throws {
    guard let rendering = renderings[name] else { throw Rendering.Refusal(text: "no \(name)") }
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<count { try rendering.render(on: machine) }
    print(Int64((clock.now - start) / .nanoseconds(1)))
  }
}
