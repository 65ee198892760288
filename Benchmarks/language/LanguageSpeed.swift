import CMimalloc

/// Measures the language: how long compiling takes, how long rendering.
@main
enum LanguageSpeed {
  static func main() throws {
    if CommandLine.arguments.contains("--serve") {
      var serving = Serving()
      try serving.run()
    } else {
      printOpening(runs: 60)
    }
  }

  /// The steps of compiling all defaults: the first run of the process and the median of the others.
  private static func printOpening(runs: Int) {
    let first = Opening.compile()
    let others = (0..<max(1, runs)).map { _ in Opening.compile() }
    for (step, name) in first.names.enumerated() {
      print(line(name, first.durations[step], others.map { $0.durations[step] }))
    }
    print(line("all", first.whole, others.map(\.whole)))
  }

  private static func line(_ name: String, _ first: Duration, _ others: [Duration]) -> String {
    let median = others.sorted()[others.count / 2]
    return "\(name): first \(milliseconds(first)) ms, then \(milliseconds(median)) ms"
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let microseconds = (duration / .microseconds(1)).rounded()
    return microseconds / 1000
  }
}
